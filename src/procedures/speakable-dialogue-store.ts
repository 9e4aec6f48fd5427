import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** A coming dialogue whose time and place are decided and at which people can speak; null for any other. */
export async function findSpeakableDialogue(db: Db, authorityId: number, id: number, today: Day) {
  const found = await db
    .selectFrom('dialogue')
    .select(['id', 'title', 'heldOn', 'startsAt', 'venue'])
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .where('state', '=', 'preparing')
    .where('form', '!=', 'indirect')
    .where('kind', '!=', 'withinRegularMeeting')
    .where('timePlaceDecidedOn', 'is not', null)
    .where(sql<boolean>`(held_on is null or held_on >= ${today})`)
    .executeTakeFirst()
  return found ?? null
}
