import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** The deadlines of reports between two period numbers (`reportSubjectId`), as far as they were opened. */
export async function listReportDeadlines(db: Db, authorityId: number, from: number, to: number) {
  return db
    .selectFrom('deadline')
    .select(['id', 'subjectId', 'key', 'instrumentId', 'dueOn', 'state', 'metOn', 'provisional'])
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', 'report')
    .where('subjectId', '>=', from)
    .where('subjectId', '<=', to)
    .execute()
}

export interface ReportPaper {
  id: number
  subjectId: number
  kind: string
  title: string
  state: string
  number: string | null
  datedOn: Day | null
}

/** The papers of these reports, the newest first; void ones left out. */
export async function listReportPapers(db: Db, authorityId: number, from: number, to: number): Promise<ReportPaper[]> {
  return db
    .selectFrom('paper')
    .select(['id', 'subjectId', 'kind', 'title', 'state', 'number', 'datedOn'])
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', 'report')
    .where('subjectId', '>=', from)
    .where('subjectId', '<=', to)
    .where('state', '<>', 'void')
    .orderBy('id', 'desc')
    .execute()
}
