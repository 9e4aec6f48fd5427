import { defineChange } from '../changes/define-change.ts'
import { answerAtConference, resolveBefore } from '../petitions/answer-at-conference.ts'
import { answerAtConferenceForm, resolveBeforeForm } from '../petitions/answer-forms.ts'
import { scopeOf } from '../petitions/petition-record.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'
import { tellPetitioner } from './tell-petitioner.ts'

/** Keeps who answered at the conference and in which words; no written reply is owed any more. */
export const recordAnswerAtConference = defineChange({
  name: 'petition/answer-at-conference',
  permission: 'petition:answer-at-conference',
  input: answerAtConferenceForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await answerAtConference(context, input)
    await refreshPetitionDeadlines(context, input.id, { cause: 'day-set', reason: 'Đã trả lời tại hội nghị.' })
    await tellPetitioner(context, 'answered', input.id, { how: 'atConference' })
  },
})

/** Settled and answered before the dialogue (D6). */
export const recordResolvedBefore = defineChange({
  name: 'petition/resolve-before',
  permission: 'petition:answer-at-conference',
  input: resolveBeforeForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await resolveBefore(context, input)
    await refreshPetitionDeadlines(context, input.id, { cause: 'day-set', reason: 'Đã giải quyết trước hội nghị.' })
    await tellPetitioner(context, 'answered', input.id, { how: 'beforeConference' })
  },
})
