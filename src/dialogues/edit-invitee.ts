import { defineChange } from '../changes/define-change.ts'
import { requireOpen } from './dialogue.ts'
import { listInvitees } from './dialogue-people-store.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'
import { editInviteeForm } from './invitee-forms.ts'
import { isSomebodyElse, requireNotInvited } from './invitee-rules.ts'

export const editInvitee = defineChange({
  name: 'dialogue/edit-invitee',
  permission: 'dialogue:prepare',
  input: editInviteeForm,
  run: async (context, { rowId, version, ...values }) => {
    const invitee = await getRow(context, 'invitee', rowId)
    const { db, authorityId } = context
    requireOpen(await lockDialogue(db, authorityId, invitee.dialogueId))
    if (isSomebodyElse(invitee, values))
      requireNotInvited(await listInvitees(db, authorityId, invitee.dialogueId), { ...values, id: rowId })
    await changeRow(context, 'invitee', rowId, version, values, { personal: ['name'] })
    return { inviteeId: rowId }
  },
})
