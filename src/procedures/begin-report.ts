import { defineChange } from '../changes/define-change.ts'
import { NotFound } from '../platform/errors.ts'
import { readReportSubject } from '../regulations/report-period.ts'
import { countReport } from '../reporting/count-report.ts'
import { formsOfDuty } from '../reporting/report-form-store.ts'
import { beginReportForm } from '../reporting/report-inputs.ts'
import { findEarlierReport, insertReport, listReports } from '../reporting/report-store.ts'
import { openReportDeadlines } from './open-report-deadlines.ts'
import { listReportDuties } from './report-duties.ts'

/**
 * Begins the record of a report owed: its forms as they are in use today, its figures as counted now, its wording as it
 * was written last time. Once for each duty; asked again, it leads to the one there is.
 */
export const beginReport = defineChange({
  name: 'report/begin',
  permission: 'report:prepare',
  input: beginReportForm,
  async run(context, { id, key }) {
    const { db, authorityId } = context
    const subject = readReportSubject(id)
    const duties = subject ? await listReportDuties(db, authorityId, subject.year, context.today) : []
    const duty = duties.find((one) => one.subjectId === id && one.rule.key === key)
    if (!duty) throw new NotFound('report')
    const known = (await listReports(db, authorityId, id, id)).find((one) => one.ruleKey === key)
    if (known) {
      context.record({ subjectKind: 'reportRecord', subjectId: known.id })
      return { reportId: known.id }
    }
    await openReportDeadlines(context, duty.year, duty.due.due)
    const forms = await formsOfDuty(db, authorityId, {
      formKeys: duty.rule.forms.map((form) => form.key),
      period: duty.period,
      regulation: duty.regulation,
    })
    const earlier = await findEarlierReport(db, authorityId, key, duty.from)
    const about = { authorityId, forms, texts: earlier?.texts ?? {}, fromDay: duty.from, toDay: duty.to }
    const reportId = await insertReport(db, {
      ...about,
      subjectId: id,
      ruleKey: key,
      label: duty.rule.label,
      dueOn: duty.due.due,
      figures: await countReport(db, about, duty.regulation, context.today),
      countedAt: context.now,
    })
    const after = { period: id, key, forms: forms.map((form) => `${form.key}@${form.version}`) }
    context.record({ subjectKind: 'reportRecord', subjectId: reportId, after })
    return { reportId }
  },
})
