import type { Day } from '../../../platform/day.ts'
import { listReportDuties, type ReportDuty } from '../../../procedures/report-duties.ts'
import { paperKindOfReport } from '../../../regulations/report-period.ts'
import { listReports, type Report } from '../../../reporting/report-store.ts'
import { listReportDeadlines, listReportPapers, type ReportPaper } from '../../../reports/report-list-store.ts'
import type { Tone } from '../../kit/badge.tsx'
import type { OfficeRequest } from '../office-route.ts'

type ReportDeadline = Awaited<ReturnType<typeof listReportDeadlines>>[number]

/** A report owed with its deadline, as far as it is followed, and its papers. */
export interface ReportView {
  duty: ReportDuty
  deadline: ReportDeadline | null
  papers: ReportPaper[]
  /** its figures in the program, as far as they were begun */
  record: Report | null
}

/** The reports owed for a year, each with its deadline and papers. */
export async function readReports(request: OfficeRequest, year: number): Promise<ReportView[]> {
  const { db, authority, today } = request
  const [duties, deadlines, papers, records] = await Promise.all([
    listReportDuties(db, authority.id, year, today),
    listReportDeadlines(db, authority.id, year * 10, year * 10 + 9),
    listReportPapers(db, authority.id, year * 10, year * 10 + 9),
    listReports(db, authority.id, year * 10, year * 10 + 9),
  ])
  return duties.map((duty) => ({
    duty,
    deadline:
      deadlines.find(
        (one) =>
          one.subjectId === duty.subjectId && one.key === duty.due.key && one.instrumentId === duty.due.instrumentId,
      ) ?? null,
    record: records.find((one) => one.subjectId === duty.subjectId && one.ruleKey === duty.rule.key) ?? null,
    papers: papers.filter((one) => one.subjectId === duty.subjectId && one.kind === paperKindOfReport(duty.rule.key)),
  }))
}

type ReportState = 'unopened' | 'open' | 'drafted' | 'returned' | 'issued' | 'late' | 'met' | 'metLate'

/** Where a report stands, with the tone of its sign. */
export function reportState(
  { deadline, papers, duty, record }: ReportView,
  today: Day,
): { state: ReportState; tone: Tone } {
  if (deadline?.state === 'met')
    return deadline.metOn! > deadline.dueOn ? { state: 'metLate', tone: 'warn' } : { state: 'met', tone: 'good' }
  const overdue = deadline?.state === 'open' && duty.due.due < today
  // that it came back says what to do; that it is overdue stands beside its deadline
  if (record?.state === 'returned') return { state: 'returned', tone: overdue ? 'bad' : 'warn' }
  if (overdue) return { state: 'late', tone: 'bad' }
  if (papers.some((paper) => paper.state === 'issued')) return { state: 'issued', tone: 'warn' }
  if (papers.length > 0 || record) return { state: 'drafted', tone: 'info' }
  return deadline ? { state: 'open', tone: 'info' } : { state: 'unopened', tone: 'quiet' }
}
