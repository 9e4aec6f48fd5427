import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { decideTimePlace } from '../dialogues/decide-time-place.ts'
import { type ConferenceDayInput, conferenceDayForm, conferenceDayOnPaperForm } from '../dialogues/dialogue-forms.ts'
import { decidedOnPaper, requireDone } from '../dialogues/done-days.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/** The chair decides time, place and composition (E1, E2); every deadline that hangs on the day is counted anew. */
export const setConferenceDay = defineChange({
  name: 'dialogue/set-conference-day',
  permission: 'dialogue:decide',
  input: conferenceDayForm,
  run: setDay,
})

/** The chair decided on paper: the lead office records who decided and when. */
export const setConferenceDayOnPaper = defineChange({
  name: 'dialogue/set-conference-day-on-paper',
  permission: 'dialogue:prepare',
  input: conferenceDayOnPaperForm,
  run: async (context, { decidedBy, ...input }) => {
    requireDone(context.today, { decidedOn: input.decidedOn })
    return setDay(context, input, decidedOnPaper(decidedBy, input.decidedOn))
  },
})

async function setDay(context: ChangeContext, input: ConferenceDayInput, onPaper: string | null = null) {
  const { moved } = await decideTimePlace(context, input, onPaper)
  const reason = moved ? `Đổi ngày tổ chức: ${input.reason}` : 'Quyết định thời gian, địa điểm tổ chức.'
  await refreshDialogueDeadlines(context, input.id, { cause: 'day-set', reason })
  return { id: input.id, moved }
}
