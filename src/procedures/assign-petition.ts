import { getAgency } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { givePetition } from '../petitions/give-petition.ts'
import { assignForm, assignManyForm } from '../petitions/petition-forms.ts'
import { scopeOf } from '../petitions/petition-record.ts'
import { findPetitionScopes } from '../petitions/petition-store.ts'
import { InputRejected } from '../platform/errors.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'
import { replyDueOn, tellPetitioner } from './tell-petitioner.ts'

const occasion = { cause: 'assignment', reason: 'Giao cơ quan chuẩn bị trả lời, giải quyết.' } as const

/** Whose it is now, and until when an answer is owed where that runs already. */
async function tellAssigned(context: ChangeContext, petitionId: number, agencyId: number): Promise<void> {
  const agency = await getAgency(context.db, context.authorityId, agencyId)
  const params = { agency: agency.name, dueOn: await replyDueOn(context, petitionId) }
  await tellPetitioner(context, 'assigned', petitionId, params, agencyId)
}

/** Gives one petition to its lead and supporting agencies; its deadlines go with it. */
export const assignPetition = defineChange({
  name: 'petition/assign',
  permission: 'petition:assign',
  input: assignForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await givePetition(context, input)
    await refreshPetitionDeadlines(context, input.id, occasion)
    await tellAssigned(context, input.id, input.leadAgencyId)
  },
})

/** Gives many petitions to one agency at once, all or none; one that the actor may not handle does not exist for it. */
export const assignPetitions = defineChange({
  name: 'petition/assign-many',
  permission: 'petition:assign',
  input: assignManyForm,
  async run(context, input): Promise<{ assigned: number }> {
    const ids = [...new Set(input.petitionIds)].sort((a, b) => a - b)
    for (const id of ids) {
      const scopes = await findPetitionScopes(context.db, context.authorityId, id)
      if (!scopes || !context.actor.may('petition:assign', scopes.given)) {
        throw new InputRejected({ petitionIds: 'notFound' })
      }
      await givePetition(context, { ...input, id, version: null, reason: occasion.reason })
      await refreshPetitionDeadlines(context, id, occasion)
      await tellAssigned(context, id, input.leadAgencyId)
    }
    return { assigned: ids.length }
  },
})
