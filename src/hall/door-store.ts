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
