import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import { readReportSubject } from '../regulations/report-period.ts'
import { moveReportDates, type Report } from '../reporting/report-store.ts'
import { listReportDuties, type ReportDuty } from './report-duties.ts'

/** A report that is being written follows its dates; its figures are counted anew when it is handed in. */
export async function keepReportDates(
  context: ChangeContext,
  { subjectId, rule, due, from, to }: ReportDuty,
): Promise<void> {
  const dates = { fromDay: from, toDay: to, dueOn: due.due }
  const about = { authorityId: context.authorityId, subjectId, ruleKey: rule.key }
  const moved = await moveReportDates(context.db, { ...about, ...dates })
  if (moved !== null) context.record({ subjectKind: 'reportRecord', subjectId: moved, after: dates })
}

/** The days a report counts as its duty has them now; those it was begun with where nothing asks for it any more. */
export async function daysOfReport(
  { db, authorityId, today }: ChangeContext,
  report: Pick<Report, 'subjectId' | 'ruleKey' | 'fromDay' | 'toDay'>,
): Promise<{ fromDay: Day; toDay: Day }> {
  const { year } = readReportSubject(report.subjectId)!
  const duty = (await listReportDuties(db, authorityId, year, today)).find(
    (one) => one.subjectId === report.subjectId && one.rule.key === report.ruleKey,
  )
  return duty ? { fromDay: duty.from, toDay: duty.to } : { fromDay: report.fromDay, toDay: report.toDay }
}

/** A report was handed in or returned: where the next one begins, if somebody writes it already, goes after that. */
export async function keepDatesAfter(context: ChangeContext, subjectId: number): Promise<void> {
  const { year } = readReportSubject(subjectId)!
  for (const one of [year, year + 1])
    for (const duty of await listReportDuties(context.db, context.authorityId, one, context.today))
      if (duty.subjectId !== subjectId) await keepReportDates(context, duty)
}
