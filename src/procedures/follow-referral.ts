import { defineChange } from '../changes/define-change.ts'
import { keepEscalationAnswer } from '../petitions/petition-escalation.ts'
import { followEscalationForm, followTransferForm } from '../petitions/petition-forms.ts'
import { scopeOf } from '../petitions/petition-record.ts'
import { keepTransferNews } from '../petitions/petition-transfer.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'

/** What became known after a transfer; telling the petitioner stops the clock of acknowledging. */
export const followTransfer = defineChange({
  name: 'petition/follow-transfer',
  permission: 'petition:transfer',
  input: followTransferForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await keepTransferNews(context, input)
    await refreshPetitionDeadlines(context, input.id, { cause: 'handover', reason: 'Cập nhật việc chuyển.' })
  },
})

/** The superior's answer, and when the petitioner was told of it. */
export const followEscalation = defineChange({
  name: 'petition/follow-escalation',
  permission: 'petition:escalate',
  input: followEscalationForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await keepEscalationAnswer(context, input)
    await refreshPetitionDeadlines(context, input.id, { cause: 'handover', reason: 'Cấp trên đã trả lời.' })
  },
})
