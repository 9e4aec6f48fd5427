import type { z } from 'zod'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { AccessScope, Actor, Permission } from './actor.ts'

/** What is written to the change log; `personal` names fields of before/after that must stay erasable. */
export interface LogEntry {
  subjectKind: string
  subjectId: number | null
  /** default: the name of the change */
  action?: string
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
  reason?: string | null
  personal?: readonly string[]
}

/** What a change works with: the transaction, who acts, the day, and the log. */
export interface ChangeContext {
  db: Db
  actor: Actor
  authorityId: number
  now: Date
  today: Day
  /** Writes a line of the log in this transaction; every change writes at least one. */
  record(entry: LogEntry): void
}

export interface Change<Schema extends z.ZodType, Result> {
  /** the office's verb, `petition/assign` */
  name: string
  permission: Permission
  input: Schema
  /**
   * What the permission is asked about. Null when there is no such record (404). Without it the permission is asked
   * for the authority as a whole.
   */
  scope?: (db: Db, authorityId: number, input: z.output<Schema>) => Promise<AccessScope | null>
  run(context: ChangeContext, input: z.output<Schema>): Promise<Result>
}

/**
 * Declares a change: the only way in which stored things change. `performChange` runs it: input check → permission →
 * transaction with idempotency key → log.
 */
export function defineChange<Schema extends z.ZodType, Result>(change: Change<Schema, Result>): Change<Schema, Result> {
  return change
}
