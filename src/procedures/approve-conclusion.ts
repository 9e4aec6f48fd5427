import { listAgencies } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import {
  approveConclusionForm,
  approveConclusionOnPaperForm,
  withdrawConclusionApprovalForm,
} from '../dialogues/conclusion-forms.ts'
import { checkReadyForApproval } from '../dialogues/conclusion-item-rules.ts'
import {
  type ConclusionNotice,
  findConclusionNotice,
  listConclusionItems,
  paperInWork,
} from '../dialogues/conclusion-store.ts'
import { conclusionText } from '../dialogues/conclusion-text.ts'
import { requireOpen } from '../dialogues/dialogue.ts'
import { changeRow } from '../dialogues/dialogue-row-store.ts'
import { lockDialogue } from '../dialogues/dialogue-store.ts'
import { approvePaper, type PaperApproval, withdrawApproval } from '../documents/approve-paper.ts'
import { editDraft } from '../documents/draft-paper.ts'
import { getPaper } from '../documents/paper-store.ts'
import { NotFound } from '../platform/errors.ts'
import { conclusionToApprove, requireWordInStep } from './kept-text.ts'

/** The chair approves the conclusion in the program, unless words of the chair’s own stand in it. */
export const approveConclusion = defineChange({
  name: 'conclusion/approve',
  permission: 'conclusion:approve',
  input: approveConclusionForm,
  run: async (context, { id, seen }) => {
    if (seen !== '') await requireAsSeen(context, id, seen)
    return approve(context, id, null)
  },
})

/** The chair approved on paper: the drafter records who signed and when and uploads the page (“duyệt trên giấy”). */
export const approveConclusionOnPaper = defineChange({
  name: 'conclusion/approve-on-paper',
  permission: 'conclusion:draft',
  input: approveConclusionOnPaperForm,
  run: async (context, { id, paperApprover, paperApprovedOn, signedPage }) =>
    approve(context, id, { approver: paperApprover, approvedOn: paperApprovedOn, signedPage }),
})

/** Takes the approval back before the notice is issued, so that the draft can be corrected. */
export const withdrawConclusionApproval = defineChange({
  name: 'conclusion/withdraw-approval',
  permission: 'conclusion:draft',
  input: withdrawConclusionApprovalForm,
  run: async (context, { id, reason }) => {
    const notice = await noticeIn(context, id, 'approved')
    await withdrawApproval(context, { paperId: paperInWork(notice), reason })
    const values = { state: 'draft', approvedBy: null, approvedAt: null, paperApprover: null, paperApprovedOn: null }
    await changeRow(context, 'conclusionNotice', notice.id, null, values, { reason })
    return { id }
  },
})

/** The chair approves what was read: a conclusion that was changed since the page was opened is read again first. */
async function requireAsSeen(context: ChangeContext, id: number, seen: string): Promise<void> {
  const notice = await noticeIn(context, id, 'draft')
  const items = await listConclusionItems(context.db, context.authorityId, id)
  const stands = await conclusionToApprove(context.db, context.authorityId, notice, items)
  requireRule(seen === stands, 'conclusion/changed-since-opened')
}

async function noticeIn(
  context: ChangeContext,
  dialogueId: number,
  state: 'draft' | 'approved',
): Promise<ConclusionNotice> {
  requireOpen(await lockDialogue(context.db, context.authorityId, dialogueId))
  const notice = await findConclusionNotice(context.db, context.authorityId, dialogueId)
  if (!notice || notice.paperId === null) throw new NotFound('conclusionNotice')
  requireRule(notice.state === state, state === 'draft' ? 'conclusion/no-longer-draft' : 'conclusion/not-approved')
  return notice
}

/** Puts the text into the paper as it now stands, and approves both; a Word file in its place must be in step with it. */
async function approve(context: ChangeContext, dialogueId: number, onPaper: PaperApproval | null) {
  const { db, authorityId } = context
  const notice = await noticeIn(context, dialogueId, 'draft')
  const items = await listConclusionItems(db, authorityId, dialogueId)
  checkReadyForApproval(items)
  await requireWordInStep(context, paperInWork(notice))
  const names = new Map((await listAgencies(db, authorityId)).map((agency) => [agency.id, agency.name]))
  const paper = await getPaper(db, authorityId, paperInWork(notice))
  const body = conclusionText(notice, items, (id) => names.get(id) ?? '')
  await editDraft(context, {
    paperId: paper.id,
    version: paper.version,
    title: paper.title,
    issuerAgencyId: paper.issuerAgencyId,
    body,
  })
  await approvePaper(context, { paperId: paper.id, onPaper })
  await changeRow(context, 'conclusionNotice', notice.id, null, {
    state: 'approved',
    approvedAt: context.now,
    approvedBy: onPaper ? null : context.actor.accountId,
    paperApprover: onPaper?.approver ?? null,
    paperApprovedOn: onPaper?.approvedOn ?? null,
  })
  return { id: dialogueId }
}
