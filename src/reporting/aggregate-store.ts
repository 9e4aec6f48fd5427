import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead, type JsonRows, rowsOf } from '../platform/db/fixed-read.ts'
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

/** An authority directly under a superior, with what is known of its part of the tree. */
export interface ReportChild extends ReportBelow {
  /** reports owed in its part of the tree, its own included, and those of them handed in */
  owed: number
  handedIn: number
  /** the authorities of its part, itself perhaps, that have others directly under them */
  nodes: number[]
}

/** Sums over what was handed in, in the order of the figures asked for. */
export interface ReportSums {
  /** of each authority asked for with all under it, in their order */
  sums: number[][]
  /** of the whole tree */
  total: number[]
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

type ChildRow = [
  ...[authorityId: number, slug: string, name: string, shortName: string],
  ...[reportId: number | null, state: ReportState | null, submittedOn: Day | null, dueOn: Day | null],
  ...[metOn: Day | null, onPaper: boolean, owed: number | null, handedIn: number | null],
]

/** What was handed in to another superior before is not this one's. */
const countsFor = (top: number) => sql`(t.went_to is null or t.went_to = ${top})`

const children = fixedRead(
  (_, top: number, subjectId: number, on: Day) => sql<JsonRows>`
    select json_agg(json_build_array(authority_id, slug, name, short_name, report_id, state, submitted_on, due_on, met_on,
      on_paper, owed, handed_in))::text as rows from (
    select ${STANDING}, case when ${countsFor(top)} then t.owed end as owed,
      case when ${countsFor(top)} then t.handed_in end as handed_in
    from authority a ${standingOf(subjectId)}
    left join report_taken t on t.authority_id = a.id and t.subject_id = ${subjectId}
    where (a.parent_authority_id = ${top} or a.id = any(array(select e.authority_id from report_taken e
        where e.went_to = ${top} and e.subject_id = ${subjectId})))
      and (t.owed = 1 and ${countsFor(top)} or t.went_to = ${top} or a.to_day is null or a.to_day >= ${on}::date)) s`,
)

const nodesBelow = fixedRead(
  (_, top: number, subjectId: number) => sql<{ childId: number; id: number; owed: number; handedIn: number }>`
    with recursive parent as materialized (
      select parent_authority_id as id from authority where parent_authority_id is not null
      union select e.went_to from report_taken e where e.went_to is not null and e.subject_id = ${subjectId}
    ), node as (
      select a.id as child_id, a.id from parent p join authority a on a.id = p.id where a.parent_authority_id = ${top}
      union all
      select n.child_id, a.id from node n
      join (parent p join authority a on a.id = p.id) on a.parent_authority_id = n.id
    )
    select n.child_id, n.id, sum(b.owed)::int as owed, sum(b.handed_in)::int as handed_in from node n
    join report_below b on b.authority_id = n.id and b.subject_id = ${subjectId}
    group by n.child_id, n.id`,
)

/**
 * The authorities directly under `top`, in no order, each with its report of a period and how many of its part of the
 * tree were handed in. Authorities that ended before `on` are left out, unless they owed a report; those that have come
 * under another superior since are there if they had handed in to this one.
 */
export async function listReportsBelow(db: Db, top: number, subjectId: number, on: Day): Promise<ReportChild[]> {
  const [found, nodes] = await Promise.all([children(db, top, subjectId, on), nodesBelow(db, top, subjectId)])
  const below = new Map<number, typeof nodes>()
  for (const node of nodes) below.set(node.childId, [...(below.get(node.childId) ?? []), node])
  return rowsOf<ChildRow>(found).map((row): ReportChild => {
    const [authorityId, slug, name, shortName, reportId, state, submittedOn, dueOn, metOn, onPaper, owed, handedIn] =
      row
    const child = { authorityId, slug, name, shortName, reportId, state, submittedOn, dueOn, metOn, onPaper }
    const under = below.get(authorityId) ?? []
    return Object.assign(child, {
      owed: under.reduce((sum, one) => sum + one.owed, owed ?? 0),
      handedIn: under.reduce((sum, one) => sum + one.handedIn, handedIn ?? 0),
      nodes: under.map((one) => one.id),
    })
  })
}

/** Figures come as one text, `3,0,12`: an array of every authority's would cost more to read than to count. */
interface Stated {
  authorityId: number
  figures: string
}

const stated = (table: 'report_taken' | 'report_below', counts: (top: number) => RawBuilder<unknown>) =>
  fixedRead(
    (_, top: number, subjectId: number, keys: readonly string[], ids: readonly number[]) => sql<Stated>`
      select t.authority_id, array_to_string(array(select coalesce(t.figures ->> k.key, '0')
        from unnest(${keys}::text[]) with ordinality k (key, at) order by k.at), ',') as figures
      from ${sql.table(table)} t
      where t.subject_id = ${subjectId} and t.authority_id = any(${ids}::bigint[]) and ${counts(top)}`,
  )
const taken = stated('report_taken', countsFor)
const below = stated('report_below', () => sql`true`)

/**
 * What is stated for a period in the tree under `top`, and of `asked` among those of `listReportsBelow` each alone: a
 * page shows some of the `all` and the sum of all. What is not handed in counts nothing.
 */
export async function sumReports(
  db: Db,
  { top, subjectId, keys }: { top: number; subjectId: number; keys: readonly string[] },
  all: readonly ReportChild[],
  asked: readonly ReportChild[],
): Promise<ReportSums> {
  const nodes = all.flatMap((child) => child.nodes)
  const [own, under] = await Promise.all([
    taken(
      db,
      top,
      subjectId,
      keys,
      asked.map((child) => child.authorityId),
    ),
    below(db, top, subjectId, keys, [top, ...nodes]),
  ])
  const sums = asked.map(() => keys.map(() => 0))
  const ownAt = new Map(asked.map((child, at) => [child.authorityId, at]))
  const nodeAt = new Map(asked.flatMap((child, at) => child.nodes.map((node) => [node, at])))
  const total = keys.map(() => 0)
  const add = (line: number[] | undefined, figures: readonly number[]) => {
    if (line) for (const [at, n] of figures.entries()) line[at]! += n
  }
  for (const { authorityId, figures } of own) add(sums[ownAt.get(authorityId)!], numbersOf(figures))
  for (const { authorityId, figures } of under) {
    const numbers = numbersOf(figures)
    add(total, numbers)
    add(sums[nodeAt.get(authorityId) ?? -1], numbers)
  }
  return { sums, total }
}

const numbersOf = (figures: string) => JSON.parse(`[${figures}]`) as number[]

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
