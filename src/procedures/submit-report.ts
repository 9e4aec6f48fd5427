import { getAuthority } from '../agencies/authority-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { regulationOfAuthority } from '../regulations/regulation-store.ts'
import { readReportSubject } from '../regulations/report-period.ts'
import { countReport } from '../reporting/count-report.ts'
import { acceptReportForm, returnReportForm, submitReportForm } from '../reporting/report-inputs.ts'
import { type ReportAct, requireReportAct } from '../reporting/report-record.ts'
import { insertStep, lockReport, type Report, type ReportStep, updateReport } from '../reporting/report-store.ts'
import { listDialoguesOfReport, readReportContext } from '../reports/report-context-store.ts'
import { daysOfReport, keepDatesAfter } from './keep-report-dates.ts'
import { refreshReportDeadlines } from './refresh-report-deadlines.ts'
import { tellReporter, tellSuperior } from './tell-of-report.ts'

/**
 * Hands a report in: counted once more and kept as it is; it meets its date unless it is returned. One that had been
 * accepted before keeps the day on which it came then. Before its last day it has to be said (`early`) that this is
 * meant: the report then ends today, and what comes after is counted by the next one.
 */
export const submitReport = defineChange({
  name: 'report/submit',
  permission: 'report:submit',
  input: submitReportForm,
  async run(context, { id, version, early, remark, paperNumber, paperDatedOn }) {
    const { db, authorityId, today } = context
    const report = await lockReport(db, authorityId, id)
    requireReportAct(report.state, 'submit')
    // a number without its day, or a day without its number, names no paper
    if (paperNumber && !paperDatedOn) throw new InputRejected({ paperDatedOn: 'required' })
    if (!paperNumber && paperDatedOn) throw new InputRejected({ paperNumber: 'required' })
    const { fromDay, toDay: lastDay } = await daysOfReport(context, report)
    // before its first day nothing of it can have been counted
    requireRule(today >= fromDay, 'report/too-early', { day: fromDay })
    const running = today < lastDay
    requireRule(early || !running, 'report/still-running', { day: lastDay })
    const toDay = running ? today : lastDay
    const regulation = (await regulationOfAuthority(db, authorityId, toDay))?.regulation ?? null
    const figures = await countReport(db, { ...report, fromDay, toDay }, regulation, today)
    const lists = report.forms.some((form) => form.kind === 'dialogues')
      ? await listDialoguesOfReport(db, authorityId, { from: fromDay, to: toDay })
      : null
    const cited = await readReportContext(db, authorityId, readReportSubject(report.subjectId)!.year)
    await updateReport(db, report, version, {
      ...{ state: 'submitted' as const, figures, lists, context: cited, countedAt: context.now, fromDay, toDay },
      ...{ submittedOn: report.submittedOn ?? today, submittedBy: context.actor.accountId, remark: null },
      handedToId: (await getAuthority(db, authorityId)).parentAuthorityId,
      ...(paperNumber ? { paperNumber, paperDatedOn } : {}),
    })
    await keepStep(context, report, 'submitted', remark || null)
    await tellSuperior(context, report)
    await keepDatesAfter(context, report.subjectId)
    await refreshReportDeadlines(context, report.subjectId)
  },
})

/**
 * The superior sends a report back with what is to be mended, an accepted one too; until it comes again it is not handed
 * in.
 */
export const returnReport = defineChange({
  name: 'report/return',
  permission: 'report:judge',
  input: returnReportForm,
  async run(context, { id, version, remark }) {
    const report = await judged(context, id, 'return')
    await requireHandedHere(context, report)
    await updateReport(context.db, report, version, {
      ...{ state: 'returned' as const, remark, lists: null, context: null, handedToId: null },
      // it runs to its own last day again
      ...(await daysOfReport(context, report)),
      submittedOn: report.state === 'accepted' ? report.submittedOn : null,
      ...{ decidedOn: context.today, decidedBy: context.actor.accountId },
    })
    await keepStep(context, report, 'returned', remark)
    await tellReporter(context, report, 'returned', remark)
    await keepDatesAfter(context, report.subjectId)
    await refreshReportDeadlines(context, report.subjectId)
  },
})

/** The superior takes a report as it is; from then on it does not change, unless the superior returns it after all. */
export const acceptReport = defineChange({
  name: 'report/accept',
  permission: 'report:judge',
  input: acceptReportForm,
  async run(context, { id, version, remark }) {
    const report = await judged(context, id, 'accept')
    await updateReport(context.db, report, version, {
      ...{ state: 'accepted' as const, remark: remark || null },
      ...{ decidedOn: context.today, decidedBy: context.actor.accountId },
    })
    await keepStep(context, report, 'accepted', remark || null)
    await tellReporter(context, report, 'accepted', remark || null)
  },
})

/** A report is judged from above, never by the authority it comes from. */
async function judged(context: ChangeContext, id: number, act: ReportAct): Promise<Report> {
  requireRule(context.actor.homeAuthorityId !== context.authorityId, 'report/own-report')
  const report = await lockReport(context.db, context.authorityId, id)
  requireReportAct(report.state, act)
  return report
}

/** It counts for the superior it went to; another that came after does not take it out of there. */
async function requireHandedHere({ db, authorityId }: ChangeContext, { handedToId }: Report): Promise<void> {
  const { parentAuthorityId } = await getAuthority(db, authorityId)
  if (handedToId === null || handedToId === parentAuthorityId) return
  throw new BrokenRule('report/handed-to-other', { name: (await getAuthority(db, handedToId)).name })
}

async function keepStep(
  context: ChangeContext,
  report: Report,
  act: ReportStep['act'],
  remark: string | null,
): Promise<void> {
  const { db, authorityId, actor } = context
  await insertStep(db, {
    ...{ authorityId, reportId: report.id, act, remark, onDay: context.today, at: context.now },
    ...{ accountId: actor.accountId, byName: actor.displayName, byAuthorityId: actor.homeAuthorityId },
  })
  context.record({
    subjectKind: 'reportRecord',
    subjectId: report.id,
    before: { state: report.state },
    after: { state: act, figures: Object.keys(report.figures).length },
    reason: remark,
  })
}
