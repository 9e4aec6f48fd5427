import type { z } from 'zod'
import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { hasOwnProcedure, isOpenState, type Petition } from './petition.ts'
import type { handOverForm, mergeForm, withdrawForm } from './petition-forms.ts'
import { addCopetitioner, insertLink, listCopetitioners } from './petition-link-store.ts'
import { petitionFor, recordPetition, requireNotBefore, requireNotFuture, savePetition } from './petition-record.ts'
import { findPetition, findPetitionScopes, getPetitionFacts } from './petition-store.ts'

/**
 * A complaint or denunciation goes to its own legal procedure; the person is told; it is not counted as a petition
 * answered or unanswered.
 */
export async function handOverToProcedure(context: ChangeContext, input: z.output<typeof handOverForm>): Promise<void> {
  const petition = await petitionFor(context, input.id, 'handOver')
  const { procedure, procedureBody, procedureOn, petitionerToldOn } = input
  requireNotFuture(context, { procedureOn, petitionerToldOn })
  requireNotBefore(petition.receivedOn, { procedureOn, petitionerToldOn })
  const values = { state: 'handedOver', procedure, procedureBody, procedureOn, petitionerToldOn }
  await savePetition(context, petition, input.version, values)
}

/** Joins a petition to another of the same content. Everybody behind it keeps the right to an answer. */
export async function mergeIntoPetition(context: ChangeContext, input: z.output<typeof mergeForm>): Promise<void> {
  const petition = await petitionFor(context, input.id, 'merge')
  const { db, authorityId } = context
  const target = await findMergeTarget(context, input.intoId)
  requireRule(target.id !== petition.id, 'petition/merge-into-itself')
  const behind = [petition.petitionerId, ...(await listCopetitioners(db, authorityId, petition.id)).map((p) => p.id)]
  const added = behind.filter((id) => id !== target.petitionerId)
  // the one letter to everybody behind it would tell each who the others are
  const alike = target.confidential === petition.confidential && (!target.confidential || added.length === 0)
  requireRule(alike, 'petition/merge-confidential')
  const sameAccused =
    target.accusedAgencyId === petition.accusedAgencyId && target.accusedAccountId === petition.accusedAccountId
  requireRule(sameAccused, 'petition/merge-accused')
  requireRule(!hasOwnProcedure(target.kind), 'petition/own-procedure')
  requireRule(isOpenState(target.state), 'petition/merge-into-closed', {
    code: target.code,
  })
  const facts = await getPetitionFacts(db, authorityId, target.id)
  requireRule(facts.dialogueState !== 'closed', 'petition/dossier-closed')
  for (const petitionerId of added) {
    await addCopetitioner(db, { authorityId, petitionId: target.id, petitionerId, fromPetitionId: petition.id })
  }
  await insertLink(db, { authorityId, petitionId: petition.id, otherId: target.id, kind: 'merged' })
  const values = { state: 'merged', mergedIntoId: target.id }
  await savePetition(context, petition, input.version, values, { reason: input.reason, more: { into: target.code } })
  recordPetition(
    context,
    target.id,
    { from: petition.code, copetitionerIds: added },
    {
      action: 'petition/take-merged',
      reason: input.reason,
    },
  )
}

/** One that the actor may merge into; for anybody else it does not exist. */
async function findMergeTarget(context: ChangeContext, id: number): Promise<Petition> {
  const scopes = await findPetitionScopes(context.db, context.authorityId, id)
  const target = await findPetition(context.db, context.authorityId, id)
  if (!target || !scopes || !context.actor.may('petition:merge', scopes.given)) {
    throw new InputRejected({ intoId: 'notFound' })
  }
  return target
}

/** Taken back by the petitioner; it stays recorded with the reason. */
export async function withdrawByPetitioner(
  context: ChangeContext,
  input: z.output<typeof withdrawForm>,
): Promise<void> {
  const petition = await petitionFor(context, input.id, 'withdraw')
  await savePetition(context, petition, input.version, { state: 'withdrawn' }, { reason: input.reason })
}
