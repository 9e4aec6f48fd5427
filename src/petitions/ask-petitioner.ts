import { defineChange } from '../changes/define-change.ts'
import { sendMessage } from '../messages/send-message.ts'
import { askPetitionerForm } from './petition-forms.ts'
import { petitionFor, requireNotFuture, savePetition, scopeOf } from './petition-record.ts'

/** Whether the petitioner agrees that it is solved; the agency is told when the answer is no. */
export const askPetitioner = defineChange({
  name: 'petition/ask-petitioner',
  permission: 'petition:follow-up',
  input: askPetitionerForm,
  scope: scopeOf('given'),
  async run(context, input) {
    requireNotFuture(context, { petitionerAskedOn: input.petitionerAskedOn })
    const petition = await petitionFor(context, input.id, 'askPetitioner')
    const petitionerAgrees = input.petitionerAgrees === 'yes'
    const { petitionerAskedOn, petitionerSaid } = input
    await savePetition(context, petition, input.version, { petitionerAgrees, petitionerAskedOn, petitionerSaid })
    if (petitionerAgrees || petition.leadAgencyId === null) return
    await sendMessage(context, {
      to: { agencyId: petition.leadAgencyId },
      kind: 'petition-not-solved',
      subjectKind: 'petition',
      subjectId: petition.id,
      params: { code: petition.code },
      dedupeKey: `petition ${petition.id} not solved ${petitionerAskedOn}`,
    })
  },
})
