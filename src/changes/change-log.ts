import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { LogEntry } from './define-change.ts'

/** One line of the log as it enters the hash; personal values are already replaced by their salted hash. */
export interface LogLine {
  authorityId: number
  seq: number
  at: string
  accountId: number | null
  agencyId: number | null
  action: string
  subjectKind: string
  subjectId: number | null
  before: unknown
  after: unknown
  reason: string | null
  requestKey: string | null
  prevHash: string
}

export interface PersonalValue {
  field: string
  salt: string
  value: string
}

export const FIRST_HASH = '0'.repeat(64)

/** SHA-256 over the canonical JSON (RFC 8785) of the line, the hash before it included. */
export function hashOfLine(line: LogLine): string {
  return sha256(canonicalize(line) ?? '')
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The hash that stands in the chain for a personal value. */
export function personalHash(salt: string, value: string): string {
  return sha256(`${salt}:${value}`)
}

/** Takes personal values out of an entry: the chain keeps `{ personal: <salted hash> }`, the value is kept beside it. */
export function separatePersonal(entry: LogEntry): { before: unknown; after: unknown; personal: PersonalValue[] } {
  const personal: PersonalValue[] = []
  const part = (name: 'before' | 'after') => {
    const record = entry[name]
    if (!record) return null
    const kept: Record<string, unknown> = {}
    for (const [field, value] of Object.entries(record)) {
      if (value === undefined) continue
      if (!entry.personal?.includes(field) || value === null) {
        kept[field] = value
        continue
      }
      const salt = randomBytes(16).toString('hex')
      const text = JSON.stringify(value)
      personal.push({ field: `${name}.${field}`, salt, value: text })
      kept[field] = { personal: personalHash(salt, text) }
    }
    // through JSON once, so that what is hashed is what the database gives back
    return JSON.parse(JSON.stringify(kept)) as unknown
  }
  return { before: part('before'), after: part('after'), personal }
}
