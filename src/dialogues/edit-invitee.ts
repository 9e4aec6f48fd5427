import { defineChange } from '../changes/define-change.ts'
import { requireOpen } from './dialogue.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { editInviteeForm } from './invitee-forms.ts'

export const editInvitee = defineChange({
  name: 'dialogue/edit-invitee',
  permission: 'dialogue:prepare',
  input: editInviteeForm,
  run: async (context, { rowId, version, ...values }) => {
    const invitee = await getRow(context, 'invitee', rowId)
    requireOpen(await getDialogue(context.db, context.authorityId, invitee.dialogueId))
    await changeRow(context, 'invitee', rowId, version, values, { personal: ['name'] })
    return { inviteeId: rowId }
  },
})
