import { defineChange } from '../changes/define-change.ts'
import { editPetitionForm } from './petition-forms.ts'
import { petitionFor, savePetition, scopeOf } from './petition-record.ts'

/** Corrects the wording of one content; what the person said as a whole stays as it was received. */
export const editPetition = defineChange({
  name: 'petition/edit',
  permission: 'petition:classify',
  input: editPetitionForm,
  scope: scopeOf('given'),
  async run(context, input) {
    const petition = await petitionFor(context, input.id, 'edit')
    await savePetition(context, petition, input.version, { content: input.content }, { reason: input.reason })
  },
})
