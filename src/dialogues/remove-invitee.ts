import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { requirePreparing } from './dialogue.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { removeInviteeForm } from './invitee-forms.ts'

/** Takes somebody off the list, with the reason; an invitation that went out is not undone. */
export const removeInvitee = defineChange({
  name: 'dialogue/remove-invitee',
  permission: 'dialogue:prepare',
  input: removeInviteeForm,
  run: async (context, { rowId, reason }) => {
    const invitee = await getRow(context, 'invitee', rowId)
    requirePreparing(await getDialogue(context.db, context.authorityId, invitee.dialogueId))
    requireRule(invitee.sentOn === null, 'dialogue/invitation-already-sent')
    await changeRow(context, 'invitee', rowId, null, { withdrawnReason: reason }, { reason })
    return { inviteeId: rowId }
  },
})
