import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** Whole months, both included, and the day it is. */
export interface OversightPeriod {
  /** first day of the first month */
  from: Day
  /** last day of the last month */
  to: Day
  today: Day
}

/** What was due of one kind of duty: `open` is overdue. */
export interface Punctuality {
  onTime: number
  late: number
  open: number
}

/** One authority as its superior sees it beside the others; figures that name nobody. */
export interface OversightLine {
  authorityId: number
  slug: string
  name: string
  shortName: string
  planned: number
  held: number
  received: number
  continued: number
  answered: number
  settled: number
  openPetitions: number
  overdueNow: number
  notices: Punctuality
  conclusions: Punctuality
  replies: Punctuality
  ratings: number
  satisfied: number
}

/** `top` and every authority under it that works by a regulation of its own, by name. */
export async function listOverseen(db: Db, top: number, { from, to }: Pick<OversightPeriod, 'from' | 'to'>) {
  const { rows } = await sql<{ id: number }>`
    with recursive seen as (
      select a.id from authority a where a.id = ${top}
      union select a.id from authority a join seen on a.parent_authority_id = seen.id
    )
    select a.id from seen join authority a on a.id = seen.id
    where a.from_day <= ${to} and (a.to_day is null or a.to_day >= ${from})
      and exists (select from authority_regulation r where r.authority_id = a.id)
    order by a.name, a.id
  `.execute(db)
  return rows.map((row) => row.id)
}

interface FlatLine {
  authorityId: number
  slug: string
  name: string
  shortName: string
  planned: number
  held: number
  received: number
  continued: number
  answered: number
  settled: number
  openPetitions: number
  overdueNow: number
  noticeOnTime: number
  noticeLate: number
  noticeOpen: number
  conclusionOnTime: number
  conclusionLate: number
  conclusionOpen: number
  replyOnTime: number
  replyLate: number
  replyOpen: number
  ratings: number
  satisfied: number
}

/**
 * The authorities side by side, from the rollups: months sum up; of the running month only what is overdue already is
 * looked up among the open deadlines.
 */
export async function readOversight(
  db: Db,
  authorityIds: readonly number[],
  { from, to, today }: OversightPeriod,
): Promise<OversightLine[]> {
  const ids = sql`any(${[...authorityIds]}::bigint[])`
  const thisMonth = sql`date_trunc('month', ${today}::date)::date`
  const { rows } = await sql<FlatLine>`
    with months as (
      select authority_id, sum(held)::int as held, sum(received)::int as received, sum(continued)::int as continued,
        sum(answered)::int as answered, sum(settled)::int as settled, sum(notice_on_time)::int as notice_on_time,
        sum(notice_late)::int as notice_late, sum(notice_open) filter (where month < ${thisMonth})::int as notice_open,
        sum(conclusion_on_time)::int as conclusion_on_time, sum(conclusion_late)::int as conclusion_late,
        sum(conclusion_open) filter (where month < ${thisMonth})::int as conclusion_open,
        sum(reply_on_time)::int as reply_on_time, sum(reply_late)::int as reply_late,
        sum(reply_open) filter (where month < ${thisMonth})::int as reply_open,
        sum(ratings)::int as ratings, sum(satisfied)::int as satisfied
      from figure_month where authority_id = ${ids} and month between ${from} and ${to}
      group by authority_id
    ), standing as (
      select authority_id, sum(open_petitions)::int as open_petitions,
        sum(open_deadlines) filter (where month < ${thisMonth})::int as overdue
      from figure_month where authority_id = ${ids} and (open_petitions <> 0 or open_deadlines <> 0)
      group by authority_id
    ), running as (
      select authority_id, count(*)::int as overdue,
        count(*) filter (where key in ('invitation', 'publicNotice', 'mediaNotice', 'loudspeaker'))::int as notice,
        count(*) filter (where key = 'conclusionNotice')::int as conclusion,
        count(*) filter (where key = 'replyLetter')::int as reply
      from deadline
      where state = 'open' and authority_id = ${ids} and due_on >= ${thisMonth} and due_on < ${today}
        and instrument_id <> 'promise' and subject_kind in ('dialogue', 'petition', 'conclusionItem')
      group by authority_id
    ), planned as (
      select p.authority_id, count(*)::int as planned from plan p
      join planned_dialogue x on x.authority_id = p.authority_id and x.plan_id = p.id
      where p.authority_id = ${ids} and p.state in ('issued', 'published') and x.dropped_reason is null
        and x.kind <> 'withinRegularMeeting' and x.expected_to between ${from} and ${to}
      group by p.authority_id
    )
    select a.id as authority_id, a.slug, a.name, a.short_name, coalesce(p.planned, 0) as planned,
      coalesce(m.held, 0) as held, coalesce(m.received, 0) as received, coalesce(m.continued, 0) as continued,
      coalesce(m.answered, 0) as answered, coalesce(m.settled, 0) as settled,
      coalesce(s.open_petitions, 0) as open_petitions, coalesce(s.overdue, 0) + coalesce(r.overdue, 0) as overdue_now,
      coalesce(m.notice_on_time, 0) as notice_on_time, coalesce(m.notice_late, 0) as notice_late,
      coalesce(m.notice_open, 0) + case when ${thisMonth} between ${from} and ${to} then coalesce(r.notice, 0) else 0 end
        as notice_open,
      coalesce(m.conclusion_on_time, 0) as conclusion_on_time, coalesce(m.conclusion_late, 0) as conclusion_late,
      coalesce(m.conclusion_open, 0)
        + case when ${thisMonth} between ${from} and ${to} then coalesce(r.conclusion, 0) else 0 end as conclusion_open,
      coalesce(m.reply_on_time, 0) as reply_on_time, coalesce(m.reply_late, 0) as reply_late,
      coalesce(m.reply_open, 0) + case when ${thisMonth} between ${from} and ${to} then coalesce(r.reply, 0) else 0 end
        as reply_open,
      coalesce(m.ratings, 0) as ratings, coalesce(m.satisfied, 0) as satisfied
    from authority a
    left join months m on m.authority_id = a.id
    left join standing s on s.authority_id = a.id
    left join running r on r.authority_id = a.id
    left join planned p on p.authority_id = a.id
    where a.id = ${ids}
    order by a.name, a.id
  `.execute(db)
  return rows.map(lineOf)
}

function lineOf(row: FlatLine): OversightLine {
  const { noticeOnTime, noticeLate, noticeOpen, conclusionOnTime, conclusionLate, conclusionOpen, ...rest } = row
  const { replyOnTime, replyLate, replyOpen, ...line } = rest
  return {
    ...line,
    notices: { onTime: noticeOnTime, late: noticeLate, open: noticeOpen },
    conclusions: { onTime: conclusionOnTime, late: conclusionLate, open: conclusionOpen },
    replies: { onTime: replyOnTime, late: replyLate, open: replyOpen },
  }
}

/** A field or an agency with its petitions. */
export interface OversightPart {
  partKey: string
  received: number
  answered: number
  openPetitions: number
  replies: Punctuality
}

/** Petitions by field over several authorities, or by agency of one; of the running month nothing is overdue yet. */
export async function listOversightParts(
  db: Db,
  authorityIds: readonly number[],
  part: 'area' | 'agency',
  { from, to, today }: OversightPeriod,
): Promise<OversightPart[]> {
  const ids = sql`any(${[...authorityIds]}::bigint[])`
  const { rows } = await sql<Omit<OversightPart, 'replies'> & { onTime: number; late: number; open: number }>`
    select part_key, sum(received)::int as received, sum(answered)::int as answered,
      sum(open_petitions)::int as open_petitions, sum(reply_on_time)::int as on_time, sum(reply_late)::int as late,
      sum(reply_open)::int as open
    from (
      select part_key, received, answered, 0 as open_petitions, reply_on_time, reply_late,
        case when month < date_trunc('month', ${today}::date) then reply_open else 0 end as reply_open
      from figure_part_month where part = ${part} and month between ${from} and ${to} and authority_id = ${ids}
      union all
      select part_key, 0, 0, open_petitions, 0, 0, 0
      from figure_part_month where part = ${part} and open_petitions <> 0 and authority_id = ${ids}
    ) f
    group by part_key
    having sum(open_petitions) > 0 or sum(received + answered + reply_on_time + reply_late) > 0
  `.execute(db)
  return rows.map(({ onTime, late, open, ...rest }) => ({ ...rest, replies: { onTime, late, open } }))
}

export interface OversightMonth {
  month: Day
  held: number
  received: number
  answered: number
  repliesOnTime: number
  repliesLate: number
}

/** Month by month over several authorities; months in which nothing happened are left out. */
export async function listOversightMonths(
  db: Db,
  authorityIds: readonly number[],
  { from, to }: Pick<OversightPeriod, 'from' | 'to'>,
): Promise<OversightMonth[]> {
  const { rows } = await sql<OversightMonth>`
    select month, sum(held)::int as held, sum(received)::int as received, sum(answered)::int as answered,
      sum(reply_on_time)::int as replies_on_time, sum(reply_late)::int as replies_late
    from figure_month where authority_id = any(${[...authorityIds]}::bigint[]) and month between ${from} and ${to}
    group by month order by month
  `.execute(db)
  return rows
}

export interface OverseenTarget {
  authorityId: number
  id: number
  postKind: string
  minimum: number
  kinds: string[]
  period: string
  countsIndirect: boolean
}

export interface OverseenDialogue {
  authorityId: number
  id: number
  kind: string
  form: string
  chairModel: string
  regulationVersionId: number
  day: Day
}

/** The targets of the plans in force of a year, and what was held in it, of several authorities. */
export async function listTargetsAndHeld(db: Db, authorityIds: readonly number[], year: number) {
  const ids = sql`any(${[...authorityIds]}::bigint[])`
  const [targets, held] = await Promise.all([
    sql<OverseenTarget>`
      select t.authority_id, t.id, t.post_kind, t.minimum, t.kinds, t.period, t.counts_indirect
      from plan p join plan_target t on t.authority_id = p.authority_id and t.plan_id = p.id
      where p.authority_id = ${ids} and p.year = ${year} and p.state in ('issued', 'published')
    `.execute(db),
    sql<OverseenDialogue>`
      select d.authority_id, d.id, d.kind, d.form, d.chair_model, d.regulation_version_id,
        case when d.form = 'indirect' then d.collection_closes_on else d.held_on end as day
      from dialogue d
      where d.authority_id = ${ids} and d.state in ('held', 'concluded', 'closed')
        and case when d.form = 'indirect' then d.collection_closes_on else d.held_on end
          between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
    `.execute(db),
  ])
  return { targets: targets.rows, held: held.rows }
}

/** The versions of regulations under which these authorities work or worked, the newest first. */
export async function listRegulationsInUse(db: Db, authorityIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select regulation_version_id as id from authority_regulation
    where authority_id = any(${[...authorityIds]}::bigint[]) group by 1 order by max(from_day) desc limit 20
  `.execute(db)
  return rows.map((row) => row.id)
}
