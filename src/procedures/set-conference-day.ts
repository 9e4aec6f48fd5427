import { defineChange } from '../changes/define-change.ts'
import { decideTimePlace } from '../dialogues/decide-time-place.ts'
import { conferenceDayForm } from '../dialogues/dialogue-forms.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/** The chair decides time, place and composition (E1, E2); every deadline that hangs on the day is counted anew. */
export const setConferenceDay = defineChange({
  name: 'dialogue/set-conference-day',
  permission: 'dialogue:decide',
  input: conferenceDayForm,
  run: async (context, input) => {
    const { moved } = await decideTimePlace(context, input)
    const reason = moved ? `Đổi ngày tổ chức: ${input.reason}` : 'Quyết định thời gian, địa điểm tổ chức.'
    await refreshDialogueDeadlines(context, input.id, { cause: 'day-set', reason })
    return { id: input.id, moved }
  },
})
