import type { Insertable } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'

export async function insertArrival(db: Db, values: Insertable<DB['hallArrival']>): Promise<number> {
  const row = await db.insertInto('hallArrival').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Everybody who came, the newest first, those taken back too. */
export async function listArrivals(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('hallArrival')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('id', 'desc')
    .execute()
}

/** The arrival of an invitation that counts; null when nobody came with it yet. */
export async function findArrivalOfInvitee(db: Db, authorityId: number, dialogueId: number, inviteeId: number) {
  const row = await db
    .selectFrom('hallArrival')
    .select(['id', 'at', 'headcount'])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('inviteeId', '=', inviteeId)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** Taken back at this moment, unless it was before. Returns false when it never was. */
export async function takeBackArrivalRow(
  db: Db,
  of: { authorityId: number; dialogueId: number; id: number },
  at: Date,
): Promise<boolean> {
  const row = await db
    .updateTable('hallArrival')
    .set((one) => ({ takenBackAt: one.fn.coalesce('takenBackAt', one.val(at)) }))
    .where('authorityId', '=', of.authorityId)
    .where('dialogueId', '=', of.dialogueId)
    .where('id', '=', of.id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
