import type { Db } from '../platform/db/connection.ts'
import type { WorkItem } from './work-item.ts'
import type { WorkReader } from './work-reader.ts'

const LINE = {
  ...{ dialogueId: null, dialogueTitle: null, agencyName: null, dueOn: null, deadlineId: null, provisional: false },
  ...{ key: null, waitsFor: 'me' as const },
}

/**
 * Reports that the superior returned to this authority, and those of the authorities directly below that wait to be
 * accepted or returned, one line for each period. The label is the number of the period.
 */
export async function listReportWork(db: Db, reader: WorkReader): Promise<WorkItem[]> {
  const [returned, submitted] = await Promise.all([listReturned(db, reader), listSubmitted(db, reader)])
  return [...returned, ...submitted]
}

async function listReturned(db: Db, { may, authorityId }: WorkReader): Promise<WorkItem[]> {
  if (!may.prepareReport) return []
  const rows = await db
    .selectFrom('report')
    .select(['id', 'subjectId'])
    .where('authorityId', '=', authorityId)
    .where('state', '=', 'returned')
    .orderBy('subjectId')
    .execute()
  return rows.map(({ id, subjectId }) => ({
    ...{ kind: 'returnedReport' as const, subjectKind: 'reportRecord', subjectId: id, count: 1 },
    ...LINE,
    label: String(subjectId),
  }))
}

async function listSubmitted(db: Db, { may, authorityId }: WorkReader): Promise<WorkItem[]> {
  if (!may.judgeReports) return []
  const rows = await db
    .selectFrom('report')
    .innerJoin('authority', 'authority.id', 'report.authorityId')
    .select((eb) => ['subjectId', eb.fn.countAll<number>().as('count')])
    .where('parentAuthorityId', '=', authorityId)
    .where('state', '=', 'submitted')
    .groupBy('subjectId')
    .orderBy('subjectId')
    .execute()
  return rows.map(({ subjectId, count }) => ({
    ...{ kind: 'judgeReports' as const, subjectKind: 'reportPeriod', subjectId, count: Number(count) },
    ...LINE,
    label: String(subjectId),
  }))
}
