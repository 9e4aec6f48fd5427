import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
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
  /** handed in as a paper: its figures are not in the program */
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

function statement<Row>(db: Db, text: RawBuilder<unknown>): { compile(): CompiledQuery<Row> } {
  return { compile: () => text.compile(db) as CompiledQuery<Row> }
}

/** The report of `a` for the period, of several the one that came furthest, and the first day one is due. */
const standingOf = (subjectId: number) => sql`
  left join lateral (select r.id, r.state, r.submitted_on, r.due_on from report r
    where r.authority_id = a.id and r.subject_id = ${subjectId}
    order by array_position(array['accepted', 'submitted', 'returned', 'draft'], r.state), r.id limit 1) r on true
  left join lateral (select min(l.due_on) as due_on, bool_and(l.state = 'met') as met from deadline l
    where l.authority_id = a.id and l.subject_kind = 'report' and l.subject_id = ${subjectId}
      and l.state <> 'void') l on true`

const STANDING = sql`a.id as authority_id, a.slug, a.name, a.short_name, r.id as report_id, r.state, r.submitted_on,
  coalesce(r.due_on, l.due_on) as due_on, r.id is null and coalesce(l.met, false) as on_paper`

/** Figures come as one text, `3 0 12`: an array of every authority's would cost more to read than to count. */
type Flat<Sum> = Omit<Sum, 'figures'> & { figures: string }
type FlatChild = ReportBelow & { owed: number | null; handedIn: number | null; figures: string }

const figuresOf = (column: string, keys: readonly string[]) =>
  sql`array_to_string(array(select coalesce(${sql.ref(column)} ->> k.key, '0')
    from unnest(${keys}::text[]) with ordinality k (key, at) order by k.at), ' ') as figures`

const numbersOf = (figures: string) => (figures === '' ? [] : figures.split(' ').map(Number))

const children = fixedRead((db, top: number, subjectId: number, keys: readonly string[], on: Day) =>
  statement<FlatChild>(
    db,
    sql`select ${STANDING}, t.owed, t.handed_in, ${figuresOf('t.figures', keys)}
    from authority a ${standingOf(subjectId)}
    left join report_taken t on t.authority_id = a.id and t.subject_id = ${subjectId}
    where a.parent_authority_id = ${top} and (t.owed = 1 or a.to_day is null or a.to_day >= ${on}::date)`,
  ),
)

const sumsBelow = fixedRead((db, top: number, subjectId: number, keys: readonly string[]) =>
  statement<Flat<ReportSum> & { childId: number }>(
    db,
    sql`with recursive parent as materialized (
      select distinct parent_authority_id as id from authority where parent_authority_id is not null
    ), node as (
      select a.id as child_id, a.id from parent p join authority a on a.id = p.id where a.parent_authority_id = ${top}
      union all
      select n.child_id, a.id from node n
      join (parent p join authority a on a.id = p.id) on a.parent_authority_id = n.id
    )
    select n.child_id, b.owed, b.handed_in, ${figuresOf('b.figures', keys)} from node n
    join report_below b on b.authority_id = n.id and b.subject_id = ${subjectId}`,
  ),
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

const missing = fixedRead((db, top: number, subjectId: number, most: number) =>
  statement<ReportBelow>(
    db,
    sql`with recursive parent as materialized (
      select distinct parent_authority_id as id from authority where parent_authority_id is not null
    ), node as (
      select p.id from parent p where p.id = ${top}
      union all
      select p.id from node n join (parent p join authority a on a.id = p.id) on a.parent_authority_id = n.id
    )
    select ${STANDING} from report_taken t
    join authority a on a.id = t.authority_id and a.parent_authority_id in (select id from node)
    ${standingOf(subjectId)}
    where t.subject_id = ${subjectId} and t.handed_in = 0 order by a.name, a.id limit ${most}`,
  ),
)

/** Everybody in the tree under `top` whose report of a period is owed and not handed in, `most` of them. */
export function listMissingReports(db: Db, top: number, subjectId: number, most: number): Promise<ReportBelow[]> {
  return missing(db, top, subjectId, most)
}
