/** What the person who runs the program must do something about. */
export type RefusalCode =
  | 'database/unsupported-platform'
  | 'database/binaries-missing'
  | 'database/no-access'
  | 'database/start-failed'
  | 'database/folder-in-use'
  | 'database/unsafe-settings'
  | 'database/unreachable'
  | 'database/no-tables'
  | 'database/role-missing'
  | 'database/migration-changed'
  | 'database/migration-gap'
  | 'database/migration-failed'
  | 'database/not-empty'
  | 'backup/damaged'
  | 'backup/unsuitable'

/** The database cannot be used as it is; the message says why in Vietnamese, then in English. */
export class DatabaseRefusal extends Error {
  readonly code: RefusalCode
  readonly vi: string
  readonly en: string

  constructor(code: RefusalCode, vi: string, en: string, options?: ErrorOptions) {
    super(`${vi} / ${en}`, options)
    this.name = 'DatabaseRefusal'
    this.code = code
    this.vi = vi
    this.en = en
  }
}

/** The text of anything thrown. pg's AggregateError on refused connections has an empty message. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message || error.name : String(error)
}
