import type { z } from 'zod'
import { getAgency } from '../agencies/agency-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { insertAnswer } from './answer-store.ts'
import type { escalateForm, followEscalationForm } from './petition-forms.ts'
import { petitionFor, requireAgency, requireNotBefore, requireNotFuture, savePetition } from './petition-record.ts'
import { insertEscalation, listEscalations, updateNewestEscalation } from './referral-store.ts'

/** What lies beyond competence goes to the superior (H7, 002 I.4, 004 V.4). */
export async function escalateToSuperior(context: ChangeContext, input: z.output<typeof escalateForm>): Promise<void> {
  const petition = await petitionFor(context, input.id, 'escalate')
  await requireAgency(context, 'toAgencyId', input.toAgencyId)
  requireNotFuture(context, { sentOn: input.sentOn })
  requireNotBefore(petition.receivedOn, { sentOn: input.sentOn })
  await insertEscalation(context.db, {
    authorityId: context.authorityId,
    petitionId: petition.id,
    toAgencyId: input.toAgencyId,
    sentOn: input.sentOn,
    content: input.content,
    paperId: input.paperId,
  })
  const agency = await getAgency(context.db, context.authorityId, input.toAgencyId)
  const values = { state: 'escalated', competence: 'beyond', disposition: 'noteAndReportUp' }
  await savePetition(context, petition, input.version, values, {
    more: { toAgency: agency.name, sentOn: input.sentOn },
  })
}

/**
 * The superior's answer is brought back. The petition counts as answered only from the day its petitioner was told.
 */
export async function keepEscalationAnswer(
  context: ChangeContext,
  input: z.output<typeof followEscalationForm>,
): Promise<void> {
  const petition = await petitionFor(context, input.id, 'followEscalation')
  const { answerReceivedOn, petitionerToldOn } = input
  requireNotFuture(context, { answerReceivedOn, petitionerToldOn })
  const escalation = (await listEscalations(context.db, context.authorityId, petition.id)).at(-1)!
  requireNotBefore(escalation.sentOn, { answerReceivedOn })
  requireNotBefore(answerReceivedOn, { petitionerToldOn })
  const news = { answerReceivedOn, answer: input.answer, petitionerToldOn }
  await updateNewestEscalation(context.db, context.authorityId, petition.id, news)
  if (escalation.answerReceivedOn === null) {
    await insertAnswer(context.db, {
      authorityId: context.authorityId,
      petitionId: petition.id,
      kind: 'escalationAnswer',
      agencyId: escalation.toAgencyId,
      text: input.answer,
      state: 'approved',
      draftedBy: context.actor.accountId,
    })
  }
  const told = petitionerToldOn ? { petitionerToldOn, answeredOn: petitionerToldOn, answeredHow: 'inWriting' } : {}
  await savePetition(context, petition, petition.version, told, { more: news })
}
