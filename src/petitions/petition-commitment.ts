import type { z } from 'zod'
import type { ChangeContext } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { insertAnswer } from './answer-store.ts'
import { findDialogueOfPetition } from './petition-dialogue-store.ts'
import type { promiseForm, settleForm } from './petition-forms.ts'
import { petitionFor, requireNotBefore, requireNotFuture, savePetition } from './petition-record.ts'

/** A word given at the conference: `promisedOn` is the last day it was promised for, beside the legal date. */
export async function keepPromise(context: ChangeContext, input: z.output<typeof promiseForm>): Promise<void> {
  const petition = await petitionFor(context, input.id, 'promise')
  const dialogue =
    petition.dialogueId === null
      ? null
      : await findDialogueOfPetition(context.db, context.authorityId, petition.dialogueId)
  // a word given at the conference is for a day after it, so a day before is a slip of the pen
  const givenOn = dialogue?.heldOn && dialogue.heldOn > petition.receivedOn ? dialogue.heldOn : petition.receivedOn
  if (input.promisedOn < givenOn) throw new InputRejected({ promisedOn: 'promiseTooEarly' })
  await savePetition(context, petition, input.version, { promise: input.promise, promisedOn: input.promisedOn })
}

interface Complex {
  id: number
  version: number
  reason: string
}

/** A complex case gets the longer term of the regulation, with the reason kept (003 4.3). */
export async function flagComplex(
  context: ChangeContext,
  input: Complex,
  paper: { paperApprover: string; paperApprovedOn: string } | null = null,
): Promise<void> {
  const petition = await petitionFor(context, input.id, paper ? 'markComplexOnPaper' : 'markComplex')
  const values = { complex: true, complexReason: input.reason }
  await savePetition(context, petition, input.version, values, {
    reason: input.reason,
    more: paper ? { ...paper } : {},
  })
}

/** The agency reports what was done (I4): settled is a fact of its own, beside answered and promised. */
export async function reportSettlement(context: ChangeContext, input: z.output<typeof settleForm>): Promise<void> {
  const petition = await petitionFor(context, input.id, 'settle')
  requireNotFuture(context, { settledOn: input.settledOn })
  requireNotBefore(petition.receivedOn, { settledOn: input.settledOn })
  await insertAnswer(context.db, {
    authorityId: context.authorityId,
    petitionId: petition.id,
    kind: 'settlement',
    agencyId: petition.leadAgencyId,
    text: input.settlement,
    state: 'submitted',
    draftedBy: context.actor.accountId,
  })
  const values = { settledOn: input.settledOn, settlement: input.settlement, petitionerAgrees: null }
  await savePetition(context, petition, input.version, values)
}
