import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { sendConclusionForm } from '../dialogues/conclusion-forms.ts'
import { listNoticeRecipients } from '../dialogues/conclusion-store.ts'
import { recordSending } from '../documents/send-paper.ts'
import { refreshAfterConclusion } from './issue-conclusion.ts'
import { issuedNoticePaper } from './issued-notice.ts'

/** Records the sending of the notice to those ticked, else to all not yet sent to (H4). */
export const sendConclusion = defineChange({
  name: 'conclusion/send',
  permission: 'paper:send',
  input: sendConclusionForm,
  run: async (context, { id, recipientIds, sentOn, channel }) => {
    const paperId = await issuedNoticePaper(context, id)
    const open = (await listNoticeRecipients(context.db, context.authorityId, paperId)).filter(
      (one) => one.sentOn === null,
    )
    const chosen = recipientIds.length === 0 ? open : open.filter((one) => recipientIds.includes(one.id))
    requireRule(chosen.length > 0, 'conclusion/nobody-to-send')
    for (const recipient of chosen) await recordSending(context, { recipientId: recipient.id, sentOn, channel })
    await refreshAfterConclusion(context, id, 'Gửi thông báo kết luận.')
    return { id, sent: chosen.length }
  },
})
