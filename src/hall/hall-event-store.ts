import type { Db } from '../platform/db/connection.ts'
import type { HallTrace } from './hall-trace.ts'

export interface HallEvent {
  authorityId: number
  dialogueId: number
  act: string
  speechId: number | null
  stepId: number | null
  at: Date
  recordedAt: Date
  accountId: number | null
  reason: string | null
  /** what the act replaced: undoing goes back to it */
  before: HallTrace
  undoes: number | null
}

/** Adds to the line of acts. Returns its number; the hall's row must be locked. */
export async function appendHallEvent(db: Db, event: HallEvent): Promise<number> {
  const last = await db
    .selectFrom('hallEvent')
    .select((one) => one.fn.max('seq').as('seq'))
    .where('authorityId', '=', event.authorityId)
    .where('dialogueId', '=', event.dialogueId)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  await db
    .insertInto('hallEvent')
    .values({ ...event, seq, before: JSON.stringify(event.before) })
    .execute()
  return seq
}

/** The newest act that still stands and is none of undoing; null when there is none. */
export async function findUndoableEvent(db: Db, authorityId: number, dialogueId: number) {
  const row = await db
    .selectFrom('hallEvent')
    .leftJoin('account', 'account.id', 'hallEvent.accountId')
    .select(['seq', 'act', 'speechId', 'stepId', 'at', 'before', 'account.displayName as by'])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('act', '!=', 'undo')
    .where(({ selectFrom, not, exists }) =>
      not(
        exists(
          selectFrom('hallEvent as later')
            .select('later.seq')
            .whereRef('later.authorityId', '=', 'hallEvent.authorityId')
            .whereRef('later.dialogueId', '=', 'hallEvent.dialogueId')
            .whereRef('later.undoes', '=', 'hallEvent.seq'),
        ),
      ),
    )
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, before: row.before as unknown as HallTrace } : null
}

/** Whether an act was taken back. */
export async function isTakenBack(db: Db, authorityId: number, dialogueId: number, seq: number): Promise<boolean> {
  const row = await db
    .selectFrom('hallEvent')
    .select('seq')
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('undoes', '=', seq)
    .executeTakeFirst()
  return row !== undefined
}

/** Every act in its order, with who did it: what the export holds. */
export async function listHallEvents(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('hallEvent')
    .leftJoin('account', 'account.id', 'hallEvent.accountId')
    .select(['seq', 'act', 'speechId', 'stepId', 'at', 'recordedAt', 'reason', 'undoes', 'account.displayName as by'])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('seq')
    .execute()
}
