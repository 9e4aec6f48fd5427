import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead, type JsonRows, rowsOf } from '../platform/db/fixed-read.ts'
import { recallVersion, type StoredRegulation } from '../regulations/regulation-store.ts'
import type { OversightTree, TreeLine } from './oversight-tree-store.ts'

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
export interface OversightFigures {
  planned: number
  held: number
  /** targets with a minimum of the plans in force of the year, and those that are met */
  targets: number
  targetsMet: number
  received: number
  continued: number
  openPetitions: number
  overdueNow: number
  notices: Punctuality
  conclusions: Punctuality
  replies: Punctuality
  ratings: number
  satisfied: number
}

/** An authority as its superior sees it beside the others, together with all that are under it. */
export type OversightLine = TreeLine & OversightFigures

const monthOf = (day: Day) => `${day.slice(0, 7)}-01` as Day

/** The line of what is open now, of whatever month. */
const STANDING_DAY = '1900-01-01' as Day
const STANDING = sql`${sql.lit(STANDING_DAY)}::date`
/** The line of a whole year stands a thousand years before its first month. */
const yearLine = (day: Day) => `${Number(day.slice(0, 4)) - 1000}-01-01` as Day

/** The figures of every authority, its id first: `[[7,3,0,12],…]`. */
const sums = (table: string, figures: RawBuilder<unknown>, ids: string, wanted: RawBuilder<unknown>) =>
  sql<JsonRows>`select '[' || string_agg('[' || of || ']', ',') || ']' as rows
    from (select concat_ws(',', f.authority_id, ${figures}) as of from ${sql.table(table)} f
      where f.authority_id = any(${ids}::bigint[]) and ${wanted} group by f.authority_id) f`

/**
 * What happened in some months (a whole year has a line of its own), and what fell or falls due in them and is not done;
 * of the line of what is open now the petitions and all that is due; last the targets, right for a whole year only.
 */
const counted = (table: string) =>
  fixedRead((_, ids: string, lines: string) =>
    sums(
      table,
      sql`sum(f.planned), sum(f.held), sum(f.received), sum(f.continued), sum(f.notice_on_time), sum(f.notice_late),
        sum(f.notice_open), sum(f.conclusion_on_time), sum(f.conclusion_late), sum(f.conclusion_open),
        sum(f.reply_on_time), sum(f.reply_late), sum(f.reply_open), sum(f.ratings::int), sum(f.satisfied::int),
        sum(f.open_petitions), sum(case when f.month = ${STANDING} then f.open_deadlines else 0 end),
        sum(f.targets), sum(f.targets_met)`,
      ids,
      sql`f.month = any(${lines}::date[])`,
    ),
  )

/** Targets of a year. */
const targets = (table: string) =>
  fixedRead((_, ids: string, year: Day) =>
    sums(table, sql`sum(f.targets), sum(f.targets_met)`, ids, sql`f.month = ${year}::date`),
  )

/** What falls due today or later, and what of it between `from` and `to`: to be taken away, it is not overdue yet. */
const ahead = (table: string) =>
  fixedRead((_, ids: string, month: Day, today: Day, from: Day, to: Day) => {
    const inside = (column: string) =>
      sql`-sum(case when f.month between ${from}::date and ${to}::date then ${sql.ref(`f.${column}`)} else 0 end)`
    return sums(
      table,
      sql`-sum(f.open_deadlines), ${inside('notice_open')}, ${inside('conclusion_open')}, ${inside('reply_open')}`,
      ids,
      sql`f.part = 'due' and f.month >= ${month}::date and f.part_key >= ${today}::text`,
    )
  })

/** The figures of authorities themselves, and those of all directly under an authority together. */
const OWN = {
  counted: counted('figure_month'),
  targets: targets('figure_month'),
  ahead: ahead('figure_part_month'),
}
const BELOW = {
  counted: counted('figure_below_month'),
  targets: targets('figure_below_month'),
  ahead: ahead('figure_below_part_month'),
}

/** Adds the figures of authorities to those of the line each belongs to, in the order of `lineFrom`. */
async function addFigures(
  db: Db,
  { counted, targets, ahead }: typeof OWN,
  lineOf: ReadonlyMap<number, number[]>,
  { from, to, today }: OversightPeriod,
): Promise<void> {
  if (lineOf.size === 0) return
  const ids = listed(lineOf.keys())
  const year = yearLine(from)
  const whole = from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`
  const parts = await Promise.all([
    counted(db, ids, listed([STANDING_DAY, ...(whole ? [year] : monthsBetween(from, to))])),
    ahead(db, ids, monthOf(today), today, from, to),
    whole ? null : targets(db, ids, year),
  ])
  for (const [at, places] of [whole ? COUNTED_YEAR : COUNTED, AHEAD, TARGETS].entries())
    for (const figures of rowsOf<number[]>(parts[at] ?? [])) {
      const line = lineOf.get(figures[0]!)!
      for (let k = 0; k < places.length; k += 1) line[places[k]!]! += figures[k + 1]!
    }
}

/** Written once for several queries: the driver would write it anew for each. */
const listed = (values: Iterable<number | Day>) => `{${[...values].join(',')}}`

/** The first days of the months of a year from that of `from` to that of `to`. */
function monthsBetween(from: Day, to: Day): Day[] {
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  const name = (month: number) => `${from.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as Day
  return Array.from({ length: last - first + 1 }, (_, at) => name(first + at))
}

/** Where the figures of each query stand in a line. */
const [NOTICES, CONCLUSIONS, REPLIES, OPEN_PETITIONS, OVERDUE, TARGETS_AT, FIGURES] = [4, 7, 10, 15, 16, 17, 19]
const TARGETS = [TARGETS_AT, TARGETS_AT + 1]
const COUNTED = Array.from({ length: TARGETS_AT }, (_, at) => at)
const COUNTED_YEAR = [...COUNTED, ...TARGETS]
const AHEAD = [OVERDUE, NOTICES + 2, CONCLUSIONS + 2, REPLIES + 2]

/** One object, written down: spreading several into it for hundreds of lines made a tenth of the page's garbage. */
const lineFrom = (line: TreeLine, n: readonly number[]): OversightLine => ({
  authorityId: line.authorityId,
  slug: line.slug,
  shortName: line.shortName,
  fromDay: line.fromDay,
  toDay: line.toDay,
  regulated: line.regulated,
  below: line.below,
  planned: n[0]!,
  held: n[1]!,
  received: n[2]!,
  continued: n[3]!,
  notices: punctuality(n, NOTICES),
  conclusions: punctuality(n, CONCLUSIONS),
  replies: punctuality(n, REPLIES),
  ratings: n[13]!,
  satisfied: n[14]!,
  targets: n[TARGETS_AT]!,
  targetsMet: n[TARGETS_AT + 1]!,
  openPetitions: n[OPEN_PETITIONS]!,
  overdueNow: n[OVERDUE]!,
})

const punctuality = (n: readonly number[], at: number): Punctuality => ({
  onTime: n[at]!,
  late: n[at + 1]!,
  open: n[at + 2]!,
})

/**
 * The lines of a tree, each with all that are under it: from the rollups, in the order of their ids. Months sum up; of
 * the running month only what fell due before today is overdue. Targets are those of the whole year. Left out: who did
 * not exist in the period, or works by no regulation and has nobody under it.
 */
export async function readOversight(
  db: Db,
  { lines, nodes }: OversightTree,
  period: OversightPeriod,
): Promise<OversightLine[]> {
  const shown = lines.filter(
    (line) =>
      line.fromDay <= period.to && (line.toDay ?? period.from) >= period.from && (line.below > 0 || line.regulated),
  )
  const figures = new Map(shown.map((line) => [line.authorityId, Array<number>(FIGURES).fill(0)]))
  const below = new Map<number, number[]>()
  for (const [node, line] of nodes) if (figures.has(line)) below.set(node, figures.get(line)!)
  await Promise.all([addFigures(db, OWN, figures, period), addFigures(db, BELOW, below, period)])
  return shown.map((line) => lineFrom(line, figures.get(line.authorityId)!))
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

const PART_COLUMNS = (month: Day) => sql`f.part_key, f.received, f.answered, f.open_petitions, f.reply_on_time,
  f.reply_late, case when f.month < ${month}::date then f.reply_open else 0 end as reply_open`

const SOMETHING = sql`having sum(open_petitions) > 0
  or sum(received + answered + reply_on_time + reply_late + reply_open) > 0`

const areaParts = fixedRead((_, top: number, all: string, from: Day, to: Day, month: Day) => {
  const wanted = sql`f.part = 'area' and (f.month between ${from}::date and ${to}::date or f.month = ${STANDING})`
  return sql<FlatPart>`select ${PART_FIGURES} from (
      select ${PART_COLUMNS(month)} from figure_part_month f where f.authority_id = ${top} and ${wanted}
      union all
      select ${PART_COLUMNS(month)} from figure_below_part_month f where f.authority_id = any(${all}::bigint[]) and ${wanted}) f
    group by part_key ${SOMETHING}`
})

const agencyParts = fixedRead(
  (_, top: number, from: Day, to: Day, month: Day) => sql<FlatPart>`select ${PART_FIGURES} from (
      select ${PART_COLUMNS(month)} from figure_part_month f where f.authority_id = ${top} and f.part = 'agency'
        and (f.month between ${from}::date and ${to}::date or f.month = ${STANDING})) f
    group by part_key ${SOMETHING}`,
)

/** Petitions by field over the whole tree, or by the own agencies of its top; of the running month nothing is overdue yet. */
export async function listOversightParts(
  db: Db,
  tree: OversightTree,
  part: 'area' | 'agency',
  { from, to, today }: OversightPeriod,
): Promise<OversightPart[]> {
  const month = monthOf(today)
  const rows = await (part === 'area'
    ? areaParts(db, tree.top, everyNode(tree), from, to, month)
    : agencyParts(db, tree.top, from, to, month))
  return rows.map(({ onTime, late, open, ...rest }) => ({ ...rest, replies: { onTime, late, open } }))
}

/** The authorities whose sums of those under them hold all but the top's own figures. */
const everyNode = ({ top, nodes }: OversightTree) => listed([top, ...nodes.keys()])

export interface OversightMonth {
  month: Day
  held: number
  received: number
  answered: number
  repliesOnTime: number
  repliesLate: number
}

const months = fixedRead(
  (_, top: number, all: string, from: Day, to: Day) => sql<OversightMonth>`
    select month, sum(held)::int as held, sum(received)::int as received, sum(answered)::int as answered,
      sum(reply_on_time)::int as replies_on_time, sum(reply_late)::int as replies_late
    from (
      select f.* from figure_month f where f.authority_id = ${top} and f.month between ${from}::date and ${to}::date
      union all select f.* from figure_below_month f
      where f.authority_id = any(${all}::bigint[]) and f.month between ${from}::date and ${to}::date) f
    group by month order by month`,
)

/** Month by month over the whole tree; months in which nothing happened are left out. */
export function listOversightMonths(
  db: Db,
  tree: OversightTree,
  { from, to }: Pick<OversightPeriod, 'from' | 'to'>,
): Promise<OversightMonth[]> {
  return months(db, tree.top, everyNode(tree), from, to)
}

const regulations = fixedRead(
  (_, top: number) => sql<{ id: number; sha256: string }>`
    select v.id, v.sha256 from authority_regulation r join authority a on a.id = r.authority_id
    join regulation_version v on v.id = r.regulation_version_id
    where a.id = ${top} or a.parent_authority_id = ${top} group by 1, 2 order by max(r.from_day) desc, 1 desc limit 20`,
)

/** The versions of regulations under which `top` and those directly under it work or worked, the newest first. */
export async function listRegulationsInUse(db: Db, top: number): Promise<StoredRegulation[]> {
  return Promise.all((await regulations(db, top)).map((row) => recallVersion(db, row)))
}
