import { defineChange } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { nameAccusedForm } from './petition-forms.ts'
import { petitionFor, requireAccounts, requireAgency, savePetition, scopeOf } from './petition-record.ts'

/** States whom a petition accuses: that agency and person from now on neither see nor handle it. */
export const nameAccused = defineChange({
  name: 'petition/name-accused',
  permission: 'petition:classify',
  input: nameAccusedForm,
  scope: scopeOf('given'),
  async run(context, input) {
    const petition = await petitionFor(context, input.id, 'nameAccused')
    await requireAgency(context, 'accusedAgencyId', input.accusedAgencyId)
    await requireAccounts(context, 'accusedAccountId', input.accusedAccountId === null ? [] : [input.accusedAccountId])
    if (input.accusedAgencyId !== null && input.accusedAgencyId === petition.leadAgencyId) {
      throw new BrokenRule('petition/accused-leads')
    }
    const { accusedAgencyId, accusedAccountId } = input
    await savePetition(
      context,
      petition,
      input.version,
      { accusedAgencyId, accusedAccountId },
      { reason: input.reason },
    )
  },
})
