import { defineChange } from '../changes/define-change.ts'
import { requirePreparing } from './dialogue.ts'
import { addRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { addInviteeForm } from './invitee-forms.ts'

/**
 * Puts somebody on the list of invitees. Who nominates (the Front, a mass organisation, a village; B14) does so for the
 * own agency; the lead office enters whomever the chair decided on.
 */
export const addInvitee = defineChange({
  name: 'dialogue/add-invitee',
  permission: 'dialogue:nominate',
  input: addInviteeForm,
  run: async (context, { id, ...values }) => {
    requirePreparing(await getDialogue(context.db, context.authorityId, id))
    const prepares = context.actor.may('dialogue:prepare', { authorityId: context.authorityId })
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
