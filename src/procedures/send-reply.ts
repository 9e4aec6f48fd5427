import { defineChange } from '../changes/define-change.ts'
import { listPapers, listRecipientsOf } from '../documents/paper-store.ts'
import { recordReceipt } from '../documents/receive-paper.ts'
import { recordSending } from '../documents/send-paper.ts'
import { recordPetition, requireNotBefore, scopeOf } from '../petitions/petition-record.ts'
import { InputRejected } from '../platform/errors.ts'
import { sendReplyForm } from './reply-forms.ts'
import { takeReplySent } from './take-reply-sent.ts'

/**
 * Records to whom, when and by which way the written reply went out. The duty is met only when it was sent to the
 * petitioner and to the locality; the later day counts (003 4.3, 004 V.3.b). Then the petition is answered.
 */
export const sendReply = defineChange({
  name: 'petition/send-reply',
  permission: 'petition:dispatch',
  input: sendReplyForm,
  scope: scopeOf('lead'),
  async run(context, input): Promise<{ metOn: string | null }> {
    const { db, authorityId } = context
    if (input.receivedOn !== null) requireNotBefore(input.sentOn, { receivedOn: input.receivedOn })
    const papers = await listPapers(db, authorityId, { subjectKind: 'petition', subjectId: input.id })
    const replies = papers.filter((paper) => paper.kind === 'replyLetter' && paper.state === 'issued')
    const known = await listRecipientsOf(
      db,
      authorityId,
      replies.map((paper) => paper.id),
    )
    for (const recipientId of input.recipientIds) {
      if (!known.some((one) => one.id === recipientId)) throw new InputRejected({ recipientIds: 'notFound' })
      await recordSending(context, { recipientId, sentOn: input.sentOn, channel: input.channel })
      if (input.receivedOn !== null) {
        await recordReceipt(context, { recipientId, receivedOn: input.receivedOn, note: input.receivedNote })
      }
    }
    const sending = { recipientIds: input.recipientIds, sentOn: input.sentOn, channel: input.channel }
    recordPetition(context, input.id, sending)
    return { metOn: await takeReplySent(context, input.id) }
  },
})
