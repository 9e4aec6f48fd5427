import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { attachUpload, listAttachments, type UploadFacts } from './attachment-store.ts'
import { mayApprove } from './paper.ts'
import { lockPaper, updatePaper } from './paper-store.ts'

export interface PaperApproval {
  approver: string
  approvedOn: Day
  /** the page with the signature; may be left out when it is attached to the paper already */
  signedPage?: UploadFacts | null
}

/**
 * Approves a draft: in the program by somebody whose words it does not hold (`mayApprove`); or as it happened on paper,
 * which whoever records it says with name, day and the signed page (“duyệt trên giấy”).
 */
export async function approvePaper(
  context: ChangeContext,
  approval: { paperId: number; onPaper?: PaperApproval | null },
): Promise<void> {
  const { db, authorityId, actor } = context
  const paper = await lockPaper(db, authorityId, approval.paperId)
  if (paper.state !== 'draft') throw new BrokenRule('paper/only-draft-is-approved')
  const { onPaper } = approval
  if (!onPaper) {
    if (!mayApprove(paper, actor.accountId)) throw new BrokenRule('paper/drafter-approves')
    await updatePaper(db, authorityId, paper, {
      state: 'approved',
      approvedBy: actor.accountId,
      approvedAt: context.now,
      editedBy: [],
    })
    context.record({
      subjectKind: 'paper',
      subjectId: paper.id,
      action: 'paper/approve',
      before: { state: 'draft' },
      after: { state: 'approved', onPaper: false },
    })
    return
  }
  if (onPaper.approvedOn > context.today) throw new InputRejected({ approvedOn: 'inFuture' })
  if (onPaper.signedPage) {
    await attachUpload(context, {
      subjectKind: 'paper',
      subjectId: paper.id,
      upload: onPaper.signedPage,
      label: 'signedPage',
    })
  } else {
    const attached = await listAttachments(db, authorityId, 'paper', paper.id)
    const page = attached.some((file) => file.label === 'signedPage' && !file.withdrawnAt)
    if (!page) throw new InputRejected({ signedPage: 'fileRequired' })
  }
  await updatePaper(db, authorityId, paper, {
    state: 'approved',
    approvedOnPaper: true,
    paperApprover: onPaper.approver,
    paperApprovedOn: onPaper.approvedOn,
    approvedAt: context.now,
    editedBy: [],
  })
  context.record({
    subjectKind: 'paper',
    subjectId: paper.id,
    action: 'paper/approve-on-paper',
    before: { state: 'draft' },
    after: { state: 'approved', onPaper: true, approver: onPaper.approver, approvedOn: onPaper.approvedOn },
  })
}

/** Takes an approval back before the paper is issued; the draft can then be corrected. */
export async function withdrawApproval(
  context: ChangeContext,
  withdrawal: { paperId: number; reason: string },
): Promise<void> {
  const { db, authorityId } = context
  const paper = await lockPaper(db, authorityId, withdrawal.paperId)
  if (paper.state !== 'approved') throw new BrokenRule('paper/not-approved')
  await updatePaper(db, authorityId, paper, {
    state: 'draft',
    approvedBy: null,
    approvedAt: null,
    approvedOnPaper: false,
    paperApprover: null,
    paperApprovedOn: null,
  })
  context.record({
    subjectKind: 'paper',
    subjectId: paper.id,
    action: 'paper/withdraw-approval',
    before: { state: 'approved' },
    after: { state: 'draft' },
    reason: withdrawal.reason,
  })
}
