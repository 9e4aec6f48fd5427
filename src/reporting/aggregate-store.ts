import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { ReportState } from './report-record.ts'

/** Where an authority under the superior stands with its report of a period. */
export interface ReportBelow {
  authorityId: number
  slug: string
  name: string
  shortName: string
  /** the authority directly under the superior to which it belongs; itself when it is that one */
  childId: number
  reportId: number | null
  state: ReportState | null
  submittedOn: Day | null
  /** null: it owes none, or does not follow its dates */
  dueOn: Day | null
  /** handed in as a paper: its figures are not in the program */
  onPaper: boolean
  /** the figures asked for, in that order, as stated; zeros without a report */
  figures: number[]
}

/**
 * The reports of a period of every authority under `top`, by name; of several for one period the one that came
 * furthest. Authorities that ended before `on` are left out, unless they reported.
 */
export async function listReportsBelow(
  db: Db,
  top: number,
  subjectId: number,
  figures: readonly string[],
  on: Day,
): Promise<ReportBelow[]> {
  const { rows } = await sql<ReportBelow>`
    with recursive below as (
      select a.id, a.id as child_id, a.slug, a.name, a.short_name, a.to_day from authority a
      where a.parent_authority_id = ${top}
      union all
      select a.id, b.child_id, a.slug, a.name, a.short_name, a.to_day
      from authority a join below b on a.parent_authority_id = b.id
    )
    select b.id as authority_id, b.slug, b.name, b.short_name, b.child_id, r.id as report_id, r.state, r.submitted_on,
      coalesce(r.due_on, l.due_on) as due_on, r.id is null and coalesce(l.met, false) as on_paper,
      array(select coalesce((s.stated ->> k.key)::bigint, 0)::float8
        from unnest(${[...figures]}::text[]) with ordinality k (key, at) order by k.at) as figures
    from below b
    left join lateral (select r.* from report r where r.authority_id = b.id and r.subject_id = ${subjectId}
      order by array_position(array['accepted', 'submitted', 'returned', 'draft'], r.state), r.id limit 1) r on true
    left join lateral (select r.figures || coalesce((select jsonb_object_agg(c.figure, c.corrected)
      from report_correction c where c.authority_id = r.authority_id and c.report_id = r.id), '{}') as stated) s on true
    left join lateral (select min(l.due_on) as due_on, bool_and(l.state = 'met') as met from deadline l
      where l.authority_id = b.id and l.subject_kind = 'report' and l.subject_id = ${subjectId}
        and l.state <> 'void') l on true
    where r.id is not null or b.to_day is null or b.to_day >= ${on}
    order by b.name, b.id
  `.execute(db)
  return rows
}
