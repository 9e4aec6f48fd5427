import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'

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

/** What is told of one authority, or of all under it together; figures that name nobody. */
interface OversightFigures {
  planned: number
  held: number
  /** targets with a minimum of the plans in force of the year, and those that are met */
  targets: number
  targetsMet: number
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

/** An authority as its superior sees it beside the others, together with all that are under it. */
export interface OversightLine extends OversightFigures {
  authorityId: number
  slug: string
  name: string
  shortName: string
  /** authorities under it, at every depth */
  below: number
}

/** Figures come as one text, `3 0 12`: of three hundred lines twenty-four columns each cost more to read than to count. */
type FlatLine = Pick<OversightLine, 'authorityId' | 'slug' | 'name' | 'shortName' | 'below'> & { figures: string }

function statement<Row>(db: Db, text: RawBuilder<unknown>): { compile(): CompiledQuery<Row> } {
  return { compile: () => text.compile(db) as CompiledQuery<Row> }
}

/**
 * `line`: the top and those directly under it; `node`: for each line every authority in its part that has others under
 * it, whose sums (`figure_below_month`) hold what its children counted. The top's own line is its own figures alone.
 */
const treeOf = (top: number) => sql`
  parent as materialized (
    select parent_authority_id as id, count(*)::int as children from authority
    where parent_authority_id is not null group by 1
  ), line as materialized (
    select id, slug, name, short_name, from_day, to_day from authority where id = ${top} or parent_authority_id = ${top}
  ), node as (
    select l.id as line_id, p.id, p.children from line l join parent p on p.id = l.id where l.id <> ${top}
    union all
    select n.line_id, p.id, p.children from node n
    join (parent p join authority a on a.id = p.id) on a.parent_authority_id = n.id
  )`

/** `node`: the top and every authority under it, as far as they have others under them. */
const nodesOf = (top: number) => sql`
  parent as materialized (
    select distinct parent_authority_id as id from authority where parent_authority_id is not null
  ), node as (
    select p.id from parent p where p.id = ${top}
    union all
    select p.id from node n join (parent p join authority a on a.id = p.id) on a.parent_authority_id = n.id
  )`

/** The months of each line that are asked for: its own and the sums of its nodes. `f` is a row of them. */
const monthsOf = (wanted: RawBuilder<unknown>) => sql`(
  select l.id as line_id, f.* from line l join figure_month f on f.authority_id = l.id and ${wanted}
  union all select n.line_id, f.* from node n join figure_below_month f on f.authority_id = n.id and ${wanted}) f`

const partsOf = (wanted: RawBuilder<unknown>) => sql`(
  select l.id as line_id, f.* from line l join figure_part_month f on f.authority_id = l.id and ${wanted}
  union all select n.line_id, f.* from node n join figure_below_part_month f on f.authority_id = n.id and ${wanted}) f`

/** The line of what is open now, of whatever month. */
const STANDING = sql`'1900-01-01'::date`

const oversightLines = fixedRead((db, top: number, from: Day, to: Day, year: Day, month: Day, today: Day) => {
  const running = (duty: string) =>
    sql`case when ${month}::date between ${from}::date and ${to}::date then coalesce(r.${sql.ref(duty)}, 0) else 0 end`
  return statement<FlatLine>(
    db,
    sql`with recursive ${treeOf(top)}, counted as (
      select line_id, sum(planned)::int as planned, sum(held)::int as held, sum(received)::int as received,
        sum(continued)::int as continued, sum(answered)::int as answered, sum(settled)::int as settled,
        sum(notice_on_time)::int as notice_on_time, sum(notice_late)::int as notice_late,
        sum(case when month < ${month}::date then notice_open end)::int as notice_open,
        sum(conclusion_on_time)::int as conclusion_on_time, sum(conclusion_late)::int as conclusion_late,
        sum(case when month < ${month}::date then conclusion_open end)::int as conclusion_open,
        sum(reply_on_time)::int as reply_on_time, sum(reply_late)::int as reply_late,
        sum(case when month < ${month}::date then reply_open end)::int as reply_open,
        sum(ratings::int)::int as ratings, sum(satisfied::int)::int as satisfied
      from ${monthsOf(sql`f.month between ${from}::date and ${to}::date`)} group by 1
    ), standing as (
      select line_id, sum(targets)::int as targets, sum(targets_met)::int as targets_met,
        sum(open_petitions)::int as open_petitions,
        sum(case when month < ${month}::date then case when month = ${STANDING} then open_deadlines else 0 end
          else -open_deadlines end)::int as overdue
      from ${monthsOf(sql`(f.month = ${STANDING} or f.month = ${year}::date or f.month >= ${month}::date)`)} group by 1
    ), running as (
      select line_id, sum(notice_open)::int as notice, sum(conclusion_open)::int as conclusion,
        sum(reply_open)::int as reply, sum(open_deadlines)::int as overdue
      from ${partsOf(sql`f.part = 'due' and f.month = ${month}::date and f.part_key < ${today}::text`)} group by 1
    ), under as (
      select line_id, sum(children)::int as below from node group by 1
    )
    select l.id as authority_id, l.slug, l.name, l.short_name, coalesce(u.below, 0) as below, concat_ws(' ',
      coalesce(c.planned, 0), coalesce(c.held, 0), coalesce(s.targets, 0), coalesce(s.targets_met, 0),
      coalesce(c.received, 0), coalesce(c.continued, 0), coalesce(c.answered, 0), coalesce(c.settled, 0),
      coalesce(s.open_petitions, 0), coalesce(s.overdue, 0) + coalesce(r.overdue, 0),
      coalesce(c.notice_on_time, 0), coalesce(c.notice_late, 0), coalesce(c.notice_open, 0) + ${running('notice')},
      coalesce(c.conclusion_on_time, 0), coalesce(c.conclusion_late, 0),
      coalesce(c.conclusion_open, 0) + ${running('conclusion')},
      coalesce(c.reply_on_time, 0), coalesce(c.reply_late, 0), coalesce(c.reply_open, 0) + ${running('reply')},
      coalesce(c.ratings, 0), coalesce(c.satisfied, 0)) as figures
    from line l
    left join under u on u.line_id = l.id
    left join counted c on c.line_id = l.id
    left join standing s on s.line_id = l.id
    left join running r on r.line_id = l.id
    where l.from_day <= ${to}::date and (l.to_day is null or l.to_day >= ${from}::date)
      and (u.below > 0 or exists (select from authority_regulation g where g.authority_id = l.id))`,
  )
})

const monthOf = (day: Day) => `${day.slice(0, 7)}-01` as Day

/**
 * `top` and the authorities directly under it, each with all that are under it: from the rollups, in the order of their
 * ids. Months sum up; of the running month only what fell due before today is overdue. Targets are those of the whole
 * year. Left out: who did not exist in the period, or works by no regulation and has nobody under it.
 */
export async function readOversight(
  db: Db,
  top: number,
  { from, to, today }: OversightPeriod,
): Promise<OversightLine[]> {
  const year = `${from.slice(0, 4)}-01-01` as Day
  return (await oversightLines(db, top, from, to, year, monthOf(today), today)).map(lineOf)
}

function lineOf({ figures, ...line }: FlatLine): OversightLine {
  const n = figures.split(' ').map(Number)
  const duty = (at: number): Punctuality => ({ onTime: n[at]!, late: n[at + 1]!, open: n[at + 2]! })
  return {
    ...line,
    ...{ planned: n[0]!, held: n[1]!, targets: n[2]!, targetsMet: n[3]!, received: n[4]!, continued: n[5]! },
    ...{ answered: n[6]!, settled: n[7]!, openPetitions: n[8]!, overdueNow: n[9]! },
    ...{ notices: duty(10), conclusions: duty(13), replies: duty(16), ratings: n[19]!, satisfied: n[20]! },
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

type FlatPart = Omit<OversightPart, 'replies'> & { onTime: number; late: number; open: number }

const PART_FIGURES = sql`part_key, sum(received)::int as received, sum(answered)::int as answered,
  sum(open_petitions)::int as open_petitions, sum(reply_on_time)::int as on_time, sum(reply_late)::int as late,
  sum(reply_open)::int as open`

const areaParts = fixedRead((db, top: number, from: Day, to: Day, month: Day) => {
  const wanted = sql`f.part = 'area' and (f.month between ${from}::date and ${to}::date or f.month = ${STANDING})`
  const columns = sql`f.part_key, f.received, f.answered, f.open_petitions, f.reply_on_time, f.reply_late,
    case when f.month < ${month}::date then f.reply_open else 0 end as reply_open`
  return statement<FlatPart>(
    db,
    sql`with recursive ${nodesOf(top)}
    select ${PART_FIGURES} from (
      select ${columns} from figure_part_month f where f.authority_id = ${top} and ${wanted}
      union all select ${columns} from node n join figure_below_part_month f on f.authority_id = n.id and ${wanted}) f
    group by part_key having sum(open_petitions) > 0 or sum(received + answered + reply_on_time + reply_late + reply_open) > 0`,
  )
})

const agencyParts = fixedRead((db, top: number, from: Day, to: Day, month: Day) =>
  statement<FlatPart>(
    db,
    sql`select ${PART_FIGURES} from (
      select f.part_key, f.received, f.answered, f.open_petitions, f.reply_on_time, f.reply_late,
        case when f.month < ${month}::date then f.reply_open else 0 end as reply_open
      from figure_part_month f
      where f.authority_id = ${top} and f.part = 'agency'
        and (f.month between ${from}::date and ${to}::date or f.month = ${STANDING})) f
    group by part_key having sum(open_petitions) > 0 or sum(received + answered + reply_on_time + reply_late + reply_open) > 0`,
  ),
)

/** Petitions by field over the whole tree of `top`, or by its own agencies; of the running month nothing is overdue yet. */
export async function listOversightParts(
  db: Db,
  top: number,
  part: 'area' | 'agency',
  { from, to, today }: OversightPeriod,
): Promise<OversightPart[]> {
  const rows = await (part === 'area' ? areaParts : agencyParts)(db, top, from, to, monthOf(today))
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

const months = fixedRead((db, top: number, from: Day, to: Day) =>
  statement<OversightMonth>(
    db,
    sql`with recursive ${nodesOf(top)}
    select month, sum(held)::int as held, sum(received)::int as received, sum(answered)::int as answered,
      sum(reply_on_time)::int as replies_on_time, sum(reply_late)::int as replies_late
    from (
      select f.* from figure_month f where f.authority_id = ${top} and f.month between ${from}::date and ${to}::date
      union all select f.* from node n
      join figure_below_month f on f.authority_id = n.id and f.month between ${from}::date and ${to}::date) f
    group by month order by month`,
  ),
)

/** Month by month over the whole tree of `top`; months in which nothing happened are left out. */
export function listOversightMonths(
  db: Db,
  top: number,
  { from, to }: Pick<OversightPeriod, 'from' | 'to'>,
): Promise<OversightMonth[]> {
  return months(db, top, from, to)
}

const regulations = fixedRead((db, top: number) =>
  statement<{ id: number }>(
    db,
    sql`select r.regulation_version_id as id from authority_regulation r join authority a on a.id = r.authority_id
    where a.id = ${top} or a.parent_authority_id = ${top} group by 1 order by max(r.from_day) desc, 1 desc limit 20`,
  ),
)

/** The versions of regulations under which `top` and those directly under it work or worked, the newest first. */
export async function listRegulationsInUse(db: Db, top: number): Promise<number[]> {
  return (await regulations(db, top)).map((row) => row.id)
}
