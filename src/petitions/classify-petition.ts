import { defineChange } from '../changes/define-change.ts'
import { findPetitionFields, type PetitionFields, requireKnownKeys } from './petition-fields.ts'
import { classifyForm } from './petition-forms.ts'
import { petitionFor, savePetition, scopeOf } from './petition-record.ts'

/** Puts a petition into its field, audience, urgency, sphere and group (003 II.4.1, 004 V.1(2)–(3)). */
export const classifyPetition = defineChange({
  name: 'petition/classify',
  permission: 'petition:classify',
  input: classifyForm,
  scope: scopeOf('given'),
  async run(context, input) {
    const petition = await petitionFor(context, input.id, 'classify')
    const fields = await findPetitionFields(context.db, context.authorityId, petition.dialogueId, petition.receivedOn)
    requireKnownKeys(fields, [
      { field: 'subjectArea', list: 'subjectAreas', key: input.subjectArea },
      { field: 'audience', list: 'audiences', key: input.audience },
      { field: 'urgency', list: 'urgencies', key: input.urgency },
    ])
    const { id, version, sensitive, ...values } = input
    const state = petition.state === 'received' ? 'classified' : petition.state
    await savePetition(context, petition, version, {
      ...values,
      state,
      sensitive: sensitive || isSensitive(fields, input.subjectArea),
    })
  },
})

/** A field that the regulation calls sensitive makes the petition sensitive (003 III.1). */
function isSensitive(fields: PetitionFields | null, subjectArea: string | null): boolean {
  return fields?.subjectAreas.some((area) => area.key === subjectArea && area.sensitive) ?? false
}
