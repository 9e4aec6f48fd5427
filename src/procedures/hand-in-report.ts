import { findAgencyByRole } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { draftPaper } from '../documents/draft-paper.ts'
import { recordIssuedPaper } from '../documents/issue-paper.ts'
import { addRecipients, type RecipientDraft, recordSending } from '../documents/send-paper.ts'
import { NotFound } from '../platform/errors.ts'
import { roleLabel } from '../regulations/regulation.ts'
import { paperKindOfReport, readReportSubject } from '../regulations/report-period.ts'
import { openReportDeadlines } from './open-report-deadlines.ts'
import { refreshReportDeadlines } from './refresh-report-deadlines.ts'
import { listReportDuties, type ReportDuty } from './report-duties.ts'
import { draftReportForm, recordSentReportForm } from './report-forms.ts'

/** The duty named by period and key. Throws NotFound for one that the regulation does not know. */
async function dutyOf(context: ChangeContext, id: number, key: string): Promise<ReportDuty> {
  const subject = readReportSubject(id)
  if (!subject) throw new NotFound('report')
  const duties = await listReportDuties(context.db, context.authorityId, subject.year, context.today)
  const duty = duties.find((one) => one.subjectId === id && one.rule.key === key)
  if (!duty) throw new NotFound('report')
  // its deadline exists from now on at the latest
  await openReportDeadlines(context, subject.year, duty.due.due)
  return duty
}

/** Who gets the report by the regulation: the agency of that role where the authority has one, else by its name. */
async function recipientsOf(context: ChangeContext, duty: ReportDuty): Promise<RecipientDraft[]> {
  const drafts: RecipientDraft[] = []
  for (const role of duty.rule.recipients) {
    const agency = await findAgencyByRole(context.db, context.authorityId, role, context.today)
    const name = agency?.name ?? roleLabel(duty.regulation, role)
    drafts.push({ agencyId: agency?.id ?? null, name, purpose: 'superior' })
  }
  return drafts
}

/** Begins the paper of a report, with its addressees; approving, numbering and sending go on as with every paper. */
export const draftReport = defineChange({
  name: 'report/draft',
  permission: 'report:prepare',
  input: draftReportForm,
  async run(context, { id, key, ...draft }) {
    const duty = await dutyOf(context, id, key)
    const kind = paperKindOfReport(key)
    const paperId = await draftPaper(context, {
      ...draft,
      kind,
      subjectKind: 'report',
      subjectId: id,
      dialogueId: null,
    })
    await addRecipients(context, paperId, await recipientsOf(context, duty))
    return { paperId }
  },
})

/** A report that was signed and sent already: its paper with number and day, the signed page, when and how it went. */
export const recordSentReport = defineChange({
  name: 'report/record-sent',
  permission: 'report:record-sent',
  input: recordSentReportForm,
  async run(context, { id, key, sentOn, channel, ...paper }) {
    const duty = await dutyOf(context, id, key)
    const { paperId, number } = await recordIssuedPaper(context, {
      ...paper,
      kind: paperKindOfReport(key),
      subjectKind: 'report',
      subjectId: id,
      dialogueId: null,
      approver: paper.signerName,
      approvedOn: paper.datedOn,
    })
    const recipientIds = await addRecipients(context, paperId, await recipientsOf(context, duty))
    for (const recipientId of recipientIds) await recordSending(context, { recipientId, sentOn, channel })
    await refreshReportDeadlines(context, id)
    return { paperId, number }
  },
})
