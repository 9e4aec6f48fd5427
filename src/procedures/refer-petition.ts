import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { handOverToProcedure, mergeIntoPetition, withdrawByPetitioner } from '../petitions/petition-closing.ts'
import { escalateToSuperior } from '../petitions/petition-escalation.ts'
import { escalateForm, handOverForm, mergeForm, transferForm, withdrawForm } from '../petitions/petition-forms.ts'
import { scopeOf } from '../petitions/petition-record.ts'
import { transferToAgency } from '../petitions/petition-transfer.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'

const refresh = (context: ChangeContext, id: number, reason: string) =>
  refreshPetitionDeadlines(context, id, { cause: 'handover', reason })

/** Sends a petition to the agency whose it is, the petitioner told and the Front copied (H5); its deadlines fall away. */
export const transferPetition = defineChange({
  name: 'petition/transfer',
  permission: 'petition:transfer',
  input: transferForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await transferToAgency(context, input)
    await refresh(context, input.id, 'Đã chuyển cơ quan có thẩm quyền.')
  },
})

/** Reports a matter beyond competence to the superior (H7). */
export const escalatePetition = defineChange({
  name: 'petition/escalate',
  permission: 'petition:escalate',
  input: escalateForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await escalateToSuperior(context, input)
    await refresh(context, input.id, 'Đã báo cáo cấp trên.')
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
