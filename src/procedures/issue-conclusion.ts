import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { issueConclusionForm } from '../dialogues/conclusion-forms.ts'
import { markConclusionIssued, noticeToIssue } from '../dialogues/mark-conclusion-issued.ts'
import { issuePaper } from '../documents/issue-paper.ts'
import { addRecipients } from '../documents/send-paper.ts'
import { conclusionAddressees } from './conclusion-addressees.ts'
import { dropLimitsTakenOut } from './correct-conclusion.ts'
import { placeItemLimits } from './item-limit.ts'
import { drawAndSeal } from './paper-text.ts'
import { refreshDialogueDeadlines, refreshPetitionsOfDialogue } from './refresh-deadlines.ts'

/**
 * Issues the approved conclusion: number and date from the right book, the addressees laid out, the dialogue concluded,
 * the limits of its items set. The duty “issue and send” is met when the last addressee has been sent it.
 */
export const issueConclusion = defineChange({
  name: 'conclusion/issue',
  permission: 'conclusion:issue',
  input: issueConclusionForm,
  run: async (context, { id, ...issue }) => {
    const { dialogue, notice, paperId } = await noticeToIssue(context, id, issue.datedOn)
    const { number } = await issuePaper(context, { paperId, ...issue })
    await markConclusionIssued(context, notice, issue.datedOn)
    await addRecipients(context, paperId, await conclusionAddressees(context, dialogue))
    if (notice.correctingPaperId !== null) await dropLimitsTakenOut(context, id)
    await placeItemLimits(context, id, 'Ban hành thông báo kết luận.')
    await refreshAfterConclusion(context, id, 'Ban hành thông báo kết luận.')
    await drawAndSeal(context, paperId)
    return { id, number }
  },
})

export async function refreshAfterConclusion(context: ChangeContext, id: number, reason: string): Promise<void> {
  await refreshDialogueDeadlines(context, id, { cause: 'opened', reason })
  await refreshPetitionsOfDialogue(context, id, { cause: 'opened', reason })
}
