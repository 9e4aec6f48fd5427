import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { requireOpen } from './dialogue.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { inviteeReplyForm } from './invitee-forms.ts'

/** What somebody answered to the invitation; with a substitute, who comes instead stands in the note. */
export const recordReply = defineChange({
  name: 'dialogue/record-reply',
  permission: 'dialogue:invite',
  input: inviteeReplyForm,
  run: async (context, { rowId, reply, replyNote }) => {
    const invitee = await getRow(context, 'invitee', rowId)
    requireOpen(await getDialogue(context.db, context.authorityId, invitee.dialogueId))
    requireRule(invitee.sentOn !== null, 'dialogue/invitation-not-sent')
    await changeRow(context, 'invitee', rowId, null, { reply, replyNote: replyNote || null })
    return { inviteeId: rowId }
  },
})
