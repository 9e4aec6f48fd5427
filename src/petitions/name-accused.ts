import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { dropSupport } from './answer-store.ts'
import { isOpenState, type Petition } from './petition.ts'
import { nameAccusedForm } from './petition-forms.ts'
import { petitionFor, requireAccounts, requireAgency, savePetition, scopeOf } from './petition-record.ts'
import { findPetitionScopes } from './petition-store.ts'
import { listPetitionsOfSubmission } from './submission-store.ts'

type Accused = Pick<Petition, 'accusedAgencyId' | 'accusedAccountId'>

const NOBODY: Accused = { accusedAgencyId: null, accusedAccountId: null }

/**
 * States whom a petition accuses: that agency and person from now on neither see nor handle it, nor what the same person
 * said in the same breath. A petition of the same submission that is not about them is left open (or opened again) only
 * when it is named, with the reason.
 */
export const nameAccused = defineChange({
  name: 'petition/name-accused',
  permission: 'petition:classify',
  input: nameAccusedForm,
  scope: scopeOf('given'),
  async run(context, input) {
    const petition = await petitionFor(context, input.id, 'nameAccused')
    await requireAgency(context, 'accusedAgencyId', input.accusedAgencyId)
    await requireAccounts(context, 'accusedAccountId', input.accusedAccountId === null ? [] : [input.accusedAccountId])
    const { accusedAgencyId, accusedAccountId, reason } = input
    const accused = { accusedAgencyId, accusedAccountId }
    const siblings = (await listPetitionsOfSubmission(context.db, context.authorityId, petition.submissionId)).filter(
      (one) => one.id !== petition.id,
    )
    await requireFreed(context, input.freeIds, siblings)
    await setAccused(context, petition, input.version, accused, reason)
    for (const sibling of siblings) {
      const isOpenToThem = isSame(sibling, NOBODY) || isSame(sibling, petition)
      const wanted = input.freeIds.includes(sibling.id) ? NOBODY : isSame(accused, NOBODY) ? sibling : accused
      if (isOpenToThem && !isSame(sibling, wanted)) {
        await setAccused(context, sibling, sibling.version, wanted, `${petition.code}: ${reason}`)
      }
    }
  },
})

function isSame(one: Accused, other: Accused): boolean {
  return one.accusedAgencyId === other.accusedAgencyId && one.accusedAccountId === other.accusedAccountId
}

/** What is left open belongs to the same submission, and to what the actor may classify. */
async function requireFreed(context: ChangeContext, ids: readonly number[], siblings: readonly Petition[]) {
  for (const id of ids) {
    const scopes = siblings.some((one) => one.id === id)
      ? await findPetitionScopes(context.db, context.authorityId, id)
      : null
    if (!scopes || !context.actor.may('petition:classify', scopes.given)) {
      throw new InputRejected({ freeIds: 'notFound' })
    }
  }
}

async function setAccused(
  context: ChangeContext,
  petition: Petition,
  version: number,
  { accusedAgencyId, accusedAccountId }: Accused,
  reason: string,
): Promise<void> {
  if (accusedAgencyId !== null) {
    // what is over is handled by nobody any more; it only closes
    if (accusedAgencyId === petition.leadAgencyId && isOpenState(petition.state))
      throw new BrokenRule('petition/accused-leads', { code: petition.code })
    await dropSupport(context.db, context.authorityId, petition.id, accusedAgencyId)
  }
  const values = { accusedAgencyId, accusedAccountId }
  await savePetition(context, petition, version, values, { reason })
}
