import { defineChange } from '../changes/define-change.ts'
import { requirePreparing } from './dialogue.ts'
import { listInvitees } from './dialogue-people-store.ts'
import { addRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'
import { addInviteeForm } from './invitee-forms.ts'
import { requireNotInvited } from './invitee-rules.ts'

/**
 * Puts somebody on the list of invitees. Who nominates (the Front, a mass organisation, a village; B14) does so for the
 * own agency; the lead office enters whomever the chair decided on.
 */
export const addInvitee = defineChange({
  name: 'dialogue/add-invitee',
  permission: 'dialogue:nominate',
  input: addInviteeForm,
  run: async (context, { id, ...values }) => {
    const { db, authorityId } = context
    requirePreparing(await lockDialogue(db, authorityId, id))
    requireNotInvited(await listInvitees(db, authorityId, id), values)
    const prepares = context.actor.may('dialogue:prepare', { authorityId })
    const nominatedByAgencyId = prepares ? null : context.actor.agencyId
    const inviteeId = await addRow(
      context,
      'invitee',
      { dialogueId: id, ...values, nominatedByAgencyId },
      { action: prepares ? 'dialogue/add-invitee' : 'dialogue/nominate', personal: ['name'] },
    )
    return { inviteeId }
  },
})
