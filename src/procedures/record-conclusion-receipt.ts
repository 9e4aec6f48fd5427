import { defineChange } from '../changes/define-change.ts'
import { conclusionReceiptForm } from '../dialogues/conclusion-forms.ts'
import { findConclusionNotice, listNoticeRecipients } from '../dialogues/conclusion-store.ts'
import { recordReceipt } from '../documents/receive-paper.ts'
import { formatDay } from '../platform/day.ts'
import { NotFound } from '../platform/errors.ts'
import { issuedNoticePaper } from './issued-notice.ts'
import { refreshDialogueDeadlines, refreshPetitionsOfDialogue } from './refresh-deadlines.ts'

/**
 * The day an agency received the notice, from which its reply clock starts (004 V.3.b); until it is recorded the day
 * of sending counts. The lead office records it for agencies without an account.
 */
export const recordConclusionReceipt = defineChange({
  name: 'conclusion/record-receipt',
  permission: 'conclusion:record-receipt',
  input: conclusionReceiptForm,
  scope: async (db, authorityId, { id, recipientId }) => {
    const notice = await findConclusionNotice(db, authorityId, id)
    const recipients = await listNoticeRecipients(db, authorityId, notice?.paperId ?? null)
    const recipient = recipients.find((one) => one.id === recipientId)
    if (!recipient) return null
    return { authorityId, agencyIds: recipient.agencyId === null ? [] : [recipient.agencyId], seenBy: 'dialogue:read' }
  },
  run: async (context, { id, recipientId, receivedOn, note }) => {
    const paperId = await issuedNoticePaper(context, id)
    const recipients = await listNoticeRecipients(context.db, context.authorityId, paperId)
    if (!recipients.some((one) => one.id === recipientId)) throw new NotFound('paperRecipient')
    await recordReceipt(context, { recipientId, receivedOn, note: note || null })
    const occasion = { cause: 'receipt', reason: `Nhận thông báo kết luận ngày ${formatDay(receivedOn)}.` } as const
    await refreshDialogueDeadlines(context, id, occasion)
    await refreshPetitionsOfDialogue(context, id, occasion)
    return { id }
  },
})
