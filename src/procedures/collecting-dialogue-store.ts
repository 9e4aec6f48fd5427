import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/**
 * The dialogue for which opinions are collected on a day: the one asked for when it collects, else the one whose
 * conference comes first. Null when none does.
 */
export async function findCollectingDialogue(db: Db, authorityId: number, today: Day, wanted: number | null) {
  const found = await db
    .selectFrom('dialogue')
    .select(['id', 'title', 'heldOn', 'collectionClosesOn'])
    .where('authorityId', '=', authorityId)
    .where('state', '=', 'preparing')
    .where('kind', '!=', 'withinRegularMeeting')
    .where(sql<boolean>`(collection_opens_on is null or collection_opens_on <= ${today})`)
    .where(sql<boolean>`coalesce(collection_closes_on, held_on) >= ${today}`)
    .orderBy(sql`id = ${wanted ?? 0}`, 'desc')
    .orderBy('heldOn', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
