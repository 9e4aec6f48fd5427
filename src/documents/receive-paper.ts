import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { lockRecipient, updateRecipient } from './paper-store.ts'

/**
 * Records on which day an addressee received a paper, from which clocks may start (004 V.3.b). `note`: who signed for
 * it. A day recorded wrongly is corrected with a note saying why.
 */
export async function recordReceipt(
  context: ChangeContext,
  receipt: { recipientId: number; receivedOn: Day; note?: string | null },
): Promise<{ paperId: number }> {
  const { db, authorityId } = context
  const recipient = await lockRecipient(db, authorityId, receipt.recipientId)
  if (recipient.sentOn === null) throw new BrokenRule('paper/not-sent-yet', { name: recipient.name })
  if (receipt.receivedOn > context.today) throw new InputRejected({ receivedOn: 'inFuture' })
  if (receipt.receivedOn < recipient.sentOn) throw new InputRejected({ receivedOn: 'beforeSending' })
  const note = receipt.note?.trim() || null
  if (recipient.receivedOn !== null && recipient.receivedOn !== receipt.receivedOn && note === null) {
    throw new InputRejected({ note: 'reasonRequired' })
  }
  await updateRecipient(db, authorityId, recipient, { receivedOn: receipt.receivedOn, receivedNote: note })
  context.record({
    subjectKind: 'paper',
    subjectId: recipient.paperId,
    action: 'paper/receive',
    before: { recipientId: recipient.id, receivedOn: recipient.receivedOn },
    after: { recipientId: recipient.id, name: recipient.name, receivedOn: receipt.receivedOn, note },
    personal: ['name', 'note'],
    reason: recipient.receivedOn === null ? null : note,
  })
  return { paperId: recipient.paperId }
}
