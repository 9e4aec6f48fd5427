import { getAuthority } from '../agencies/authority-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { draftPaper, noteEditor } from '../documents/draft-paper.ts'
import type { Paper } from '../documents/paper.ts'
import { insertPaperSheet, lockPaperSheet, updatePaperSheet } from '../documents/paper-sheet-store.ts'
import { getPaper, listPapers, lockPaper, updatePaper } from '../documents/paper-store.ts'
import { addRecipients } from '../documents/send-paper.ts'
import { sheetText } from '../papers/sheet-text.ts'
import { BrokenRule } from '../platform/errors.ts'
import { paperKindOfReport } from '../regulations/report-period.ts'
import { drawReportPaperForm } from '../reporting/report-inputs.ts'
import { lockReport, type Report } from '../reporting/report-store.ts'
import { type ReportPaper, readReportPaper } from './report-paper.ts'

/** The template of a report's text is the report itself: its forms and wording, kept with it. */
const NO_TEMPLATE = ''

/**
 * Makes a report an official paper, its text from the report as it stands, its addressees from the regulation; approving,
 * numbering, signing and sending go on as with every paper. Asked again, the draft is drawn anew; of a paper that was
 * issued a new one is drafted that will replace it.
 */
export const drawReportPaper = defineChange({
  name: 'report/draw-paper',
  permission: 'report:prepare',
  input: drawReportPaperForm,
  async run(context, { id }) {
    const { db, authorityId, today } = context
    const report = await lockReport(db, authorityId, id)
    const drawn = await readReportPaper(db, report, await getAuthority(db, authorityId), today)
    if (drawn.issuerAgencyId === null) throw new BrokenRule('report/no-issuer')
    const kind = paperKindOfReport(report.ruleKey)
    const known = await listPapers(db, authorityId, {
      ...{ subjectKind: 'report', subjectId: report.subjectId, states: ['draft', 'approved', 'issued'] },
    })
    const newest = known.filter((paper) => paper.kind === kind).at(-1)
    requireRule(newest?.state !== 'approved', 'report/paper-approved')
    const paper =
      newest?.state === 'draft'
        ? await drawAnew(context, newest, drawn)
        : await draftNew(context, report, { kind, drawn, replaces: newest ?? null })
    await keepReportText(context, paper, report, drawn)
    return { paperId: paper.id }
  },
})

async function drawAnew(context: ChangeContext, draft: Paper, drawn: ReportPaper): Promise<Paper> {
  const { db, authorityId } = context
  const paper = await lockPaper(db, authorityId, draft.id)
  const body = sheetText(drawn.sheet)
  await updatePaper(db, authorityId, paper, { body, title: drawn.title })
  await noteEditor(context, paper.id)
  context.record({ subjectKind: 'paper', subjectId: paper.id, before: { text: paper.body }, after: { text: body } })
  return paper
}

async function draftNew(
  context: ChangeContext,
  report: Report,
  { kind, drawn, replaces }: { kind: string; drawn: ReportPaper; replaces: Paper | null },
): Promise<Paper> {
  const paperId = await draftPaper(context, {
    ...{ kind, subjectKind: 'report', subjectId: report.subjectId, dialogueId: null, title: drawn.title },
    ...{ body: sheetText(drawn.sheet), issuerAgencyId: drawn.issuerAgencyId, replacesPaperId: replaces?.id ?? null },
  })
  const recipients = drawn.recipients.map((one) => ({ ...one, purpose: 'superior' }))
  await addRecipients(context, paperId, recipients)
  return getPaper(context.db, context.authorityId, paperId)
}

async function keepReportText(context: ChangeContext, paper: Paper, report: Report, drawn: ReportPaper): Promise<void> {
  const { db, authorityId } = context
  const text = {
    ...{ about: 'report', aboutId: report.id, agencyId: null, variant: '', branch: drawn.branch },
    ...{ templateId: null, templateSha256: NO_TEMPLATE, wordFormId: null, petitionIds: [] },
    ...{ sheet: drawn.sheet, fromData: { sheet: drawn.sheet, facts: {} } },
    ...{ drawnAt: context.now, drawnBy: context.actor.accountId },
  }
  const stored = await lockPaperSheet(db, authorityId, paper.id)
  if (stored) await updatePaperSheet(db, authorityId, stored, { ...text, wordAttachmentId: null })
  else await insertPaperSheet(db, authorityId, { ...text, paperId: paper.id })
}
