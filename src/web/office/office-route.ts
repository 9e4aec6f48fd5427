import type { VNode } from 'preact'
import type { KnownPermission } from '../../access/permission-table.ts'
import type { Actor } from '../../changes/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { PageChrome } from '../kit/page-chrome.ts'
import type { Lang } from '../words/words.ts'

/** The authority whose pages are being read: the first part of the address. */
export interface PageAuthority {
  id: number
  slug: string
  name: string
  shortName: string
  kind: string
  placeName: string
  demo: boolean
}

/** A file that came with a form: already stored by its content, not yet bound to any record. */
export interface Upload {
  field: string
  name: string
  mediaType: string
  size: number
  sha256: string
}

/** What screens need of the running program. */
export interface OfficeRuntime {
  db: Db
  clock: Clock
  files: FileStore
}

/** One request of a signed-in member, everything looked up. */
export interface OfficeRequest {
  runtime: OfficeRuntime
  db: Db
  now: Date
  today: Day
  lang: Lang
  actor: Actor
  authority: PageAuthority
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string | string[] | undefined>>
  /** what was posted, files apart */
  form: Readonly<Record<string, unknown>>
  uploads: readonly Upload[]
  chrome: PageChrome
  /** An address below the authority: `link('/kien-nghi/3')` → `/cat-hai/kien-nghi/3`. */
  link(path: string): string
}

export type OfficeReply =
  | { kind: 'page'; status: number; node: VNode }
  | { kind: 'redirect'; to: string; flash?: string | undefined }
  | { kind: 'download'; name: string; mediaType: string; body: Buffer | NodeJS.ReadableStream; inline?: boolean }

/** One row of a URL table. The address stands below `/:authority`; ids in it are `:id`. */
export interface OfficeRoute {
  method: 'GET' | 'POST'
  url: string
  permission: KnownPermission
  handle(request: OfficeRequest): Promise<OfficeReply>
}

/** The numeric id in the address; NaN-safe: anything else gives 0, which no record has. */
export function idParam(request: OfficeRequest, name = 'id'): number {
  const value = Number(request.params[name])
  return Number.isSafeInteger(value) && value > 0 ? value : 0
}

/** A single value of the query, '' when absent. */
export function queryText(request: OfficeRequest, name: string): string {
  const value = request.query[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
