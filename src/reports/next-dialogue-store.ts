import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/**
 * The dialogue that is next in hand: the nearest one to come, else the last one held that is not closed, else one that
 * has no day yet. Null when nothing is under way.
 */
export async function findNextDialogueId(db: Db, authorityId: number, today: Day): Promise<number | null> {
  const eventDay = sql<Day | null>`coalesce(held_on, collection_closes_on)`
  const row = await db
    .selectFrom('dialogue')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('state', 'in', ['preparing', 'held', 'concluded'])
    .where('kind', '<>', 'withinRegularMeeting')
    .orderBy(sql`case when ${eventDay} >= ${today} then 0 when ${eventDay} is not null then 1 else 2 end`)
    .orderBy(sql`abs(${eventDay} - ${today}::date)`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The nearest dialogue that is being prepared and still to come, the likely one for an opinion that comes in; null when none. */
export async function findComingDialogueId(db: Db, authorityId: number, today: Day): Promise<number | null> {
  const eventDay = sql<Day | null>`coalesce(held_on, collection_closes_on)`
  const row = await db
    .selectFrom('dialogue')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('state', '=', 'preparing')
    .where(sql<boolean>`${eventDay} >= ${today}`)
    .orderBy(eventDay)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
