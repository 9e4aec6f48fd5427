import type { z } from 'zod'
import { getAgency } from '../agencies/agency-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import type { followTransferForm, transferForm } from './petition-forms.ts'
import {
  petitionFor,
  recordPetition,
  requireAgency,
  requireNotBefore,
  requireNotFuture,
  savePetition,
} from './petition-record.ts'
import { insertTransfer, listTransfers, updateNewestTransfer } from './referral-store.ts'

/** “Not ours” always names whose it is: the petition goes to the competent agency with its slip (H5, 003 4.3). */
export async function transferToAgency(context: ChangeContext, input: z.output<typeof transferForm>): Promise<void> {
  const petition = await petitionFor(context, input.id, 'transfer')
  await requireAgency(context, 'toAgencyId', input.toAgencyId)
  const { transferredOn, petitionerToldOn, frontCopiedOn } = input
  requireNotFuture(context, { transferredOn, petitionerToldOn, frontCopiedOn })
  requireNotBefore(petition.receivedOn, { transferredOn, petitionerToldOn, frontCopiedOn })
  await insertTransfer(context.db, {
    authorityId: context.authorityId,
    petitionId: petition.id,
    toAgencyId: input.toAgencyId,
    transferredOn,
    reason: input.reason,
    slipPaperId: input.slipPaperId,
    petitionerToldOn,
    frontCopiedOn,
  })
  const agency = await getAgency(context.db, context.authorityId, input.toAgencyId)
  const values = { state: 'transferred', ...(petitionerToldOn ? { petitionerToldOn } : {}) }
  const more = { toAgency: agency.name, transferredOn, petitionerToldOn, frontCopiedOn }
  await savePetition(context, petition, input.version, values, { reason: input.reason, more })
}

/** What became known later: the petitioner told, the Front copied, the agency's answer (external ones have no account). */
export async function keepTransferNews(
  context: ChangeContext,
  input: z.output<typeof followTransferForm>,
): Promise<void> {
  const petition = await petitionFor(context, input.id, 'followTransfer')
  const { petitionerToldOn, frontCopiedOn, answerReceivedOn } = input
  requireNotFuture(context, { petitionerToldOn, frontCopiedOn, answerReceivedOn })
  const transfer = (await listTransfers(context.db, context.authorityId, petition.id)).at(-1)!
  requireNotBefore(transfer.transferredOn, { petitionerToldOn, frontCopiedOn, answerReceivedOn })
  if (answerReceivedOn !== null && input.answer === '') throw new InputRejected({ answer: 'required' })
  const news = {
    petitionerToldOn: petitionerToldOn ?? transfer.petitionerToldOn,
    frontCopiedOn: frontCopiedOn ?? transfer.frontCopiedOn,
    answerReceivedOn: answerReceivedOn ?? transfer.answerReceivedOn,
    answer: input.answer || transfer.answer,
  }
  await updateNewestTransfer(context.db, context.authorityId, petition.id, news)
  recordPetition(context, petition.id, news)
  if (news.petitionerToldOn && news.petitionerToldOn !== petition.petitionerToldOn) {
    await savePetition(context, petition, petition.version, { petitionerToldOn: news.petitionerToldOn })
  }
}
