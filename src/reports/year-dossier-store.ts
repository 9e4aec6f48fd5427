import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** Where in the dossier of a year a paper lies. */
export interface YearPaper {
  id: number
  part: 'plan' | 'report' | 'inspection' | 'rule' | 'further'
  /** of a report: its period (`reportSubjectId`) */
  subjectId: number
}

/**
 * The issued papers that belong to the dialogue work of a year and to no dialogue: of its plans, of its reports, whatever
 * day they bear, and others dated in it. Papers about a petition stay with the petition.
 */
export async function listYearPapers(db: Db, authorityId: number, year: number): Promise<YearPaper[]> {
  const { rows } = await sql<YearPaper>`
    select x.id, x.subject_id,
      case when x.kind in ('inspectionPlan', 'inspectionRecord') then 'inspection' when x.kind = 'internalRule' then 'rule'
        when x.subject_kind = 'plan' then 'plan' when x.subject_kind = 'report' then 'report' else 'further' end as part
    from paper x
    where x.authority_id = ${authorityId} and x.state = 'issued' and x.dialogue_id is null
      and case x.subject_kind
        when 'plan' then exists (select from plan l where l.authority_id = x.authority_id and l.id = x.subject_id
          and l.year = ${year})
        when 'report' then x.subject_id between ${year * 10} and ${year * 10 + 9}
        when 'petition' then false
        else extract(year from x.dated_on) = ${year} end
    order by x.dated_on, x.id
  `.execute(db)
  return rows
}
