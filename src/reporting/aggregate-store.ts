import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import type { ReportState } from './report-record.ts'

/** An authority with its report of a period: how far it came, and by when it is owed. */
export interface ReportBelow {
  authorityId: number
  slug: string
  name: string
  shortName: string
  reportId: number | null
  state: ReportState | null
  submittedOn: Day | null
  /** null: it owes none, or does not follow its dates */
  dueOn: Day | null
  /** the day its duty was met, by the report or by a paper that was sent; null: it is open */
  metOn: Day | null
  /** handed in as a paper: its figures are not in the program, or stand in a draft */
  onPaper: boolean
}

/** What is added up: how many reports are owed, how many of them handed in, and what these state. */
interface ReportSum {
  owed: number
  handedIn: number
  /** the figures asked for, in that order */
  figures: number[]
}

/** An authority directly under a superior, with what it states itself and what those under it state together. */
export interface ReportChild extends ReportBelow {
  own: ReportSum
  /** rows that add up; none when nobody is under it */
  below: ReportSum[]
}

/**
 * The report of `a` for the period, of several the one that came furthest, and its deadline: the date that a change of
 * the calendar moves. Without a report the first deadline of the period that is open, else the one met latest.
 */
const standingOf = (subjectId: number) => sql`
  left join lateral (select r.id, r.state, r.submitted_on, r.due_on, r.rule_key from report r
    where r.authority_id = a.id and r.subject_id = ${subjectId}
    order by array_position(array['accepted', 'submitted', 'returned', 'draft'], r.state), r.id limit 1) r on true
  left join lateral (select l.due_on, case when l.state = 'met' then l.met_on end as met_on from deadline l
    where l.authority_id = a.id and l.subject_kind = 'report' and l.subject_id = ${subjectId}
      and l.state <> 'void' and (r.rule_key is null or l.key = r.rule_key)
    order by l.state = 'met', l.met_on > l.due_on desc nulls last, l.due_on limit 1) l on true`

const ON_PAPER = sql`l.met_on is not null and coalesce(r.state in ('draft', 'returned'), true)`

const STANDING = sql`a.id as authority_id, a.slug, a.name, a.short_name, r.id as report_id, r.state, r.submitted_on,
  coalesce(l.due_on, r.due_on) as due_on, coalesce(l.met_on, r.submitted_on) as met_on, ${ON_PAPER} as on_paper`

/** Figures come as one text, `3,0,12`: an array of every authority's would cost more to read than to count. */
type Flat<Sum> = Omit<Sum, 'figures'> & { figures: string }
type FlatChild = ReportBelow & { owed: number | null; handedIn: number | null; figures: string }

const figuresOf = (column: string, keys: readonly string[]) =>
  sql`array_to_string(array(select coalesce(${sql.ref(column)} ->> k.key, '0')
    from unnest(${keys}::text[]) with ordinality k (key, at) order by k.at), ',') as figures`

const numbersOf = (figures: string) => JSON.parse(`[${figures}]`) as number[]

const children = fixedRead(
  (_, top: number, subjectId: number, keys: readonly string[], on: Day) => sql<FlatChild>`
    select ${STANDING}, t.owed, t.handed_in, ${figuresOf('t.figures', keys)}
    from authority a ${standingOf(subjectId)}
    left join report_taken t on t.authority_id = a.id and t.subject_id = ${subjectId}
    where a.parent_authority_id = ${top} and (t.owed = 1 or a.to_day is null or a.to_day >= ${on}::date)`,
)

const sumsBelow = fixedRead(
  (_, top: number, subjectId: number, keys: readonly string[]) => sql<Flat<ReportSum> & { childId: number }>`
    with recursive parent as materialized (
      select distinct parent_authority_id as id from authority where parent_authority_id is not null
    ), node as (
      select a.id as child_id, a.id from parent p join authority a on a.id = p.id where a.parent_authority_id = ${top}
      union all
      select n.child_id, a.id from node n
      join (parent p join authority a on a.id = p.id) on a.parent_authority_id = n.id
    )
    select n.child_id, b.owed, b.handed_in, ${figuresOf('b.figures', keys)} from node n
    join report_below b on b.authority_id = n.id and b.subject_id = ${subjectId}`,
)

/**
 * The authorities directly under `top`, in no order, each with what it and those under it handed in for a period.
 * Authorities that ended before `on` are left out, unless they owed a report.
 */
export async function listReportsBelow(
  db: Db,
  top: number,
  subjectId: number,
  keys: readonly string[],
  on: Day,
): Promise<ReportChild[]> {
  const [rows, sums] = await Promise.all([children(db, top, subjectId, keys, on), sumsBelow(db, top, subjectId, keys)])
  const below = new Map<number, ReportSum[]>()
  for (const { childId, figures, ...sum } of sums)
    below.set(childId, [...(below.get(childId) ?? []), { ...sum, figures: numbersOf(figures) }])
  return rows.map(({ owed, handedIn, figures, ...one }) => ({
    ...one,
    own: { owed: owed ?? 0, handedIn: handedIn ?? 0, figures: numbersOf(figures) },
    below: below.get(one.authorityId) ?? [],
  }))
}

/** `node`: `top` and every authority under it that has others under it. */
const nodesOf = (top: number) => sql`
  parent as materialized (
    select distinct parent_authority_id as id from authority where parent_authority_id is not null
  ), node as (
    select p.id from parent p where p.id = ${top}
    union all
    select p.id from node n join (parent p join authority a on a.id = p.id) on a.parent_authority_id = n.id
  )`

const notHandedIn = (subjectId: number) => sql`from report_taken t
  join authority a on a.id = t.authority_id and a.parent_authority_id in (select id from node)
  ${standingOf(subjectId)}
  where t.subject_id = ${subjectId} and t.handed_in = 0`

const missing = fixedRead(
  (_, top: number, subjectId: number, most: number) => sql<ReportBelow>`
    with recursive ${nodesOf(top)}
    select ${STANDING} ${notHandedIn(subjectId)} order by a.name, a.id limit ${most}`,
)

const missingOnPaper = fixedRead(
  (_, top: number, subjectId: number) => sql<{ n: number }>`
    with recursive ${nodesOf(top)}
    select count(*)::int as n ${notHandedIn(subjectId)} and ${ON_PAPER}`,
)

/**
 * Everybody in the tree under `top` whose report of a period is owed and not handed in in the program, `most` of them;
 * `onPaper`: how many of all of them sent a paper.
 */
export async function listMissingReports(
  db: Db,
  top: number,
  subjectId: number,
  most: number,
): Promise<{ missing: ReportBelow[]; onPaper: number }> {
  const rows = await missing(db, top, subjectId, most)
  const all = rows.length < most
  const onPaper = all ? rows.filter((one) => one.onPaper).length : (await missingOnPaper(db, top, subjectId))[0]!.n
  return { missing: rows, onPaper }
}
