import type { Db } from '../platform/db/connection.ts'
import type { WorkItem } from './work-item.ts'
import type { WorkReader } from './work-reader.ts'

/** Reports of the authorities directly below that wait to be accepted or returned; one line for each period. */
export async function listReportWork(db: Db, { may, authorityId }: WorkReader): Promise<WorkItem[]> {
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
    ...{ dialogueId: null, dialogueTitle: null, label: '', agencyName: null, dueOn: null, deadlineId: null },
    ...{ provisional: false, key: null, waitsFor: 'me' as const },
  }))
}
