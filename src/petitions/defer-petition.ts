import { defineChange } from '../changes/define-change.ts'
import { insertAnswer } from './answer-store.ts'
import { deferForm, proposeSettlementForm, verifyForm } from './petition-forms.ts'
import {
  petitionFor,
  recordPetition,
  requireNotBefore,
  requireNotFuture,
  savePetition,
  scopeOf,
} from './petition-record.ts'

/** Not answered at the conference, with the reason: it is examined and answered in writing (group 2). */
export const deferPetition = defineChange({
  name: 'petition/defer',
  permission: 'petition:answer-at-conference',
  input: deferForm,
  scope: scopeOf('given'),
  async run(context, input) {
    const petition = await petitionFor(context, input.id, 'defer')
    const values = { disposition: 'verifyAndReplyLater', deferredReason: input.reason }
    await savePetition(context, petition, input.version, values, { reason: input.reason })
  },
})

/** What the agency found about an opinion that arose at the conference (H6). */
export const verifyPetition = defineChange({
  name: 'petition/verify',
  permission: 'petition:draft-answer',
  input: verifyForm,
  scope: scopeOf('lead'),
  async run(context, input) {
    requireNotFuture(context, { verifiedOn: input.verifiedOn })
    const petition = await petitionFor(context, input.id, 'verify')
    const { authorityId, actor } = context
    const draftedBy = actor.accountId
    await insertAnswer(context.db, {
      authorityId,
      petitionId: petition.id,
      kind: 'verification',
      agencyId: petition.leadAgencyId,
      text: input.report,
      state: 'submitted',
      draftedBy,
    })
    recordPetition(context, petition.id, { verifiedOn: input.verifiedOn, text: input.report })
  },
})

/** The agency states how, and until when, it means to settle what the conference left open (004 V.2(6)). */
export const proposeSettlement = defineChange({
  name: 'petition/propose-settlement',
  permission: 'petition:propose-decision',
  input: proposeSettlementForm,
  scope: scopeOf('lead'),
  async run(context, input) {
    const petition = await petitionFor(context, input.id, 'proposeSettlement')
    const { proposedSettlement, proposedDueOn } = input
    requireNotBefore(context.today, { proposedDueOn })
    await savePetition(context, petition, input.version, { proposedSettlement, proposedDueOn })
  },
})
