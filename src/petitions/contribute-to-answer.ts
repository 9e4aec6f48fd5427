import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { contributeForm } from './answer-forms.ts'
import { keepContribution } from './answer-store.ts'
import { petitionFor, recordPetition, scopeOf } from './petition-record.ts'

/**
 * A supporting agency gives its part of the answer to the lead agency; “2 of 4 have answered” is counted from here.
 * The lead office names the agency for which it writes down what came without an account.
 */
export const contributeToAnswer = defineChange({
  name: 'petition/contribute',
  permission: 'petition:contribute',
  input: contributeForm,
  scope: scopeOf('supporting'),
  async run(context, input) {
    const petition = await petitionFor(context, input.id, 'contribute')
    const own = context.actor.agencyId
    const supports = petition.facts.supports.map((support) => support.agencyId)
    const forOthers = context.actor.may('petition:assign', { authorityId: context.authorityId })
    const agencyId = forOthers ? (input.agencyId ?? own) : own
    requireRule(agencyId !== null && supports.includes(agencyId), 'petition/not-supporting')
    const support = { authorityId: context.authorityId, petitionId: petition.id, agencyId }
    await keepContribution(context.db, support, input.contribution, context.today)
    recordPetition(context, petition.id, { agencyId, text: input.contribution })
  },
})
