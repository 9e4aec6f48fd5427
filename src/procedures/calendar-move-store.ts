import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** Authorities with an open deadline whose counting touches the year. */
export async function listAuthoritiesCountingIn(db: Db, year: number): Promise<number[]> {
  const [from, to] = [`${year}-01-01` as Day, `${year}-12-31` as Day]
  const rows = await db
    .selectFrom('deadline')
    .select('authorityId')
    .distinct()
    .where('state', '=', 'open')
    .where(sql<boolean>`least(anchor_on, due_on, coalesce(strict_due_on, due_on)) <= ${to}`)
    .where(sql<boolean>`greatest(anchor_on, due_on) >= ${from}`)
    .orderBy('authorityId')
    .execute()
  return rows.map((row) => row.authorityId)
}

/** The newest move there is; 0 without any. */
export async function lastMoveId(db: Db): Promise<number> {
  const row = await db
    .selectFrom('deadlineMove')
    .select(sql<number>`coalesce(max(id), 0)`.as('last'))
    .executeTakeFirstOrThrow()
  return row.last
}

/** Deadlines the calendar moved since then, by this moment's recount, with whose they are. */
export async function listCalendarMoves(db: Db, afterId: number, at: Date) {
  return db
    .selectFrom('deadlineMove as move')
    .innerJoin('deadline', (join) =>
      join.onRef('deadline.authorityId', '=', 'move.authorityId').onRef('deadline.id', '=', 'move.deadlineId'),
    )
    .innerJoin('authority', 'authority.id', 'move.authorityId')
    .leftJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'deadline.authorityId').onRef('agency.id', '=', 'deadline.agencyId'),
    )
    .select([
      'move.authorityId',
      'authority.name as authorityName',
      'deadline.id as deadlineId',
      'deadline.label',
      'agency.shortName as agencyShortName',
      'move.oldDueOn',
      'move.newDueOn',
    ])
    .where('move.id', '>', afterId)
    .where('move.cause', '=', 'calendar')
    .where('move.at', '=', at)
    .orderBy('authority.name')
    .orderBy('move.newDueOn')
    .orderBy('move.id')
    .execute()
}

export type CalendarMove = Awaited<ReturnType<typeof listCalendarMoves>>[number]
