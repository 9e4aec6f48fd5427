import { defineChange } from '../changes/define-change.ts'
import { sendInvitationsForm } from '../dialogues/invitee-forms.ts'
import { markInvitationsSent } from '../dialogues/mark-invitations-sent.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/** Records the sending of invitations (E4); with the last one the duty to invite is met. */
export const sendInvitations = defineChange({
  name: 'dialogue/send-invitations',
  permission: 'dialogue:invite',
  input: sendInvitationsForm,
  run: async (context, input) => {
    const sent = await markInvitationsSent(context, input)
    await refreshDialogueDeadlines(context, input.id, { cause: 'day-set', reason: 'Đã gửi giấy mời.' })
    return { id: input.id, sent }
  },
})
