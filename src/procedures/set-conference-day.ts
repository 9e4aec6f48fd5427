import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { decideTimePlace } from '../dialogues/decide-time-place.ts'
import { type ConferenceDayInput, conferenceDayForm, conferenceDayOnPaperForm } from '../dialogues/dialogue-forms.ts'
import { decidedOnPaper, requireDone } from '../dialogues/done-days.ts'
import { growHallIfOpen } from '../hall/hall-store.ts'
import { listPetitionsForConference } from '../petitions/people-to-tell-store.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'
import { tellPetitioner } from './tell-petitioner.ts'

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
  await tellOfConference(context, input)
  await growHallIfOpen(context.db, context.authorityId, input.id)
  return { id: input.id, moved }
}

/** Those whose petitions wait for it are told when and where; a conference that is already held has no guests to ask. */
async function tellOfConference(context: ChangeContext, input: ConferenceDayInput): Promise<void> {
  const { heldOn, startsAt, venue } = input
  if (heldOn === null || heldOn < context.today) return
  const ids = await listPetitionsForConference(context.db, context.authorityId, input.id)
  const when = [heldOn, startsAt, venue].join(' ')
  await tellPetitioner(context, 'atConference', ids, { on: heldOn, at: startsAt, venue }, when)
}
