import { getAgency } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { handOverToProcedure, mergeIntoPetition, withdrawByPetitioner } from '../petitions/petition-closing.ts'
import { escalateToSuperior } from '../petitions/petition-escalation.ts'
import { handOverForm, mergeForm, withdrawForm } from '../petitions/petition-forms.ts'
import { scopeOf } from '../petitions/petition-record.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { transferToAgency } from '../petitions/petition-transfer.ts'
import { escalateWithPaperForm, referralPaper, transferWithSlipForm } from './referral-paper.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'
import { regroupItem } from './regroup-item.ts'
import { settleItem } from './settle-item.ts'
import { tellPetitioner } from './tell-petitioner.ts'

/** Its deadlines fall away; an item of the conclusion whose other petitions are settled waits for it no longer. */
async function refresh(context: ChangeContext, id: number, reason: string): Promise<void> {
  await refreshPetitionDeadlines(context, id, { cause: 'handover', reason })
  const { conclusionItemId } = await getPetition(context.db, context.authorityId, id)
  if (conclusionItemId !== null) await settleItem(context, conclusionItemId)
}

async function named(context: ChangeContext, agencyId: number): Promise<{ agency: string }> {
  return { agency: (await getAgency(context.db, context.authorityId, agencyId)).name }
}

/** Sends a petition to the agency whose it is, the petitioner told and the Front copied (H5); its deadlines fall away. */
export const transferPetition = defineChange({
  name: 'petition/transfer',
  permission: 'petition:transfer',
  input: transferWithSlipForm,
  scope: scopeOf('given'),
  async run(context, input) {
    const slip = { kind: 'transferSlip', chosenId: input.slipPaperId, field: 'slipPaperId', typed: input } as const
    const slipPaperId = await referralPaper(context, input.id, slip)
    await transferToAgency(context, { ...input, slipPaperId })
    await regroupItem(context, input.id)
    await refresh(context, input.id, 'Đã chuyển cơ quan có thẩm quyền.')
    await tellPetitioner(context, 'transferred', input.id, await named(context, input.toAgencyId), input.toAgencyId)
  },
})

/** Reports a matter beyond competence to the superior (H7). */
export const escalatePetition = defineChange({
  name: 'petition/escalate',
  permission: 'petition:escalate',
  input: escalateWithPaperForm,
  scope: scopeOf('given'),
  async run(context, input) {
    const paper = { kind: 'escalation', chosenId: input.paperId, field: 'paperId', typed: input } as const
    await escalateToSuperior(context, { ...input, paperId: await referralPaper(context, input.id, paper) })
    await regroupItem(context, input.id)
    await refresh(context, input.id, 'Đã báo cáo cấp trên.')
    await tellPetitioner(context, 'escalated', input.id, await named(context, input.toAgencyId), input.toAgencyId)
  },
})

/** Hands a complaint or denunciation to its own legal procedure. */
export const handOverPetition = defineChange({
  name: 'petition/hand-over',
  permission: 'petition:hand-over',
  input: handOverForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await handOverToProcedure(context, input)
    await refresh(context, input.id, 'Đã bàn giao theo trình tự khiếu nại, tố cáo.')
    await tellPetitioner(context, 'handedOver', input.id, { body: input.procedureBody })
  },
})

/** Joins two petitions of one content; every petitioner keeps the right to an answer. */
export const mergePetitions = defineChange({
  name: 'petition/merge',
  permission: 'petition:merge',
  input: mergeForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await mergeIntoPetition(context, input)
    await refresh(context, input.id, 'Đã gộp vào kiến nghị khác.')
    await tellPetitioner(context, 'merged', input.id)
  },
})

/** Taken back by the petitioner. */
export const withdrawPetition = defineChange({
  name: 'petition/withdraw',
  permission: 'petition:withdraw',
  input: withdrawForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await withdrawByPetitioner(context, input)
    await refresh(context, input.id, 'Người kiến nghị đã rút.')
  },
})
