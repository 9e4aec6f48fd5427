import { sql } from 'kysely'
import { type Day, yearOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** Where one authority stands this year, in figures that name nobody. */
export interface AuthorityOverview {
  id: number
  /** the year's plan in force, or the one being prepared; null: none */
  planId: number | null
  planState: string | null
  /** dialogues the plan names, dropped ones left out */
  planned: number
  /** dialogues held this year (an indirect one at the end of its collection), sessions within regular meetings apart */
  held: number
  /** open deadlines whose day is over */
  overdue: number
  /** petitions received this year that raise further what had been settled (004 V.4) */
  continued: number
}

/**
 * The year of several authorities in one query, however many they are. A confidential petition and its deadlines count
 * only for those who may know of it, as in the lists these figures lead to.
 */
export async function overviewOfAuthorities(
  db: Db,
  authorityIds: readonly number[],
  accountId: number | null,
  today: Day,
): Promise<AuthorityOverview[]> {
  if (authorityIds.length === 0) return []
  const year = yearOf(today)
  const known = sql`(not p.confidential or exists (select from petition_reader r
    where r.authority_id = p.authority_id and r.petition_id = p.id and r.account_id = ${accountId}))`
  const { rows } = await sql<AuthorityOverview>`
    select a.id, plan.id as plan_id, plan.state as plan_state,
      (select count(*)::int from planned_dialogue x where x.authority_id = a.id and x.plan_id = plan.id
        and x.dropped_reason is null) as planned,
      (select count(*)::int from dialogue d where d.authority_id = a.id and d.kind <> 'withinRegularMeeting'
        and d.state in ('held', 'concluded', 'closed')
        and extract(year from coalesce(d.held_on, d.collection_closes_on)) = ${year}) as held,
      (select count(*)::int from deadline l where l.authority_id = a.id and l.state = 'open' and l.due_on < ${today}
        and (l.subject_kind <> 'petition' or exists (select from petition p where p.authority_id = l.authority_id
          and p.id = l.subject_id and ${known}))
        and (l.subject_kind <> 'supervisionAct' or exists (select from supervision_act s
          left join petition p on p.authority_id = s.authority_id and p.id = s.petition_id
          where s.authority_id = l.authority_id and s.id = l.subject_id
            and (s.petition_id is null or ${known})))) as overdue,
      (select count(*)::int from petition p where p.authority_id = a.id and p.continued
        and extract(year from p.received_on) = ${year} and ${known}) as continued
    from authority a
    left join lateral (select p.id, p.state from plan p where p.authority_id = a.id and p.year = ${year}
      and p.state <> 'replaced' order by p.state in ('issued', 'published') desc, p.id desc limit 1) plan on true
    where a.id = any(${[...authorityIds]}::bigint[])
  `.execute(db)
  return rows
}
