import { currentSpeech, type HallSpeech } from '../../hall/hall-state.ts'
import type { DeskPetition, DeskView } from './hall-view.ts'

/** The petitions tied to a speech. */
export function petitionsOf(view: DeskView, speech: HallSpeech): DeskPetition[] {
  return view.petitions.filter((one) => speech.petitionIds.includes(one.id))
}

/** What the same person sent in before, and nobody has tied to the speech yet. */
export function sentBefore(view: DeskView, speech: HallSpeech): DeskPetition[] {
  return view.petitions.filter(
    (one) =>
      !speech.petitionIds.includes(one.id) &&
      (one.submissionId === speech.submissionId || (one.petitioner !== '' && one.petitioner === speech.name)),
  )
}

/** Whose words are written down: who speaks, or who spoke last, so that the desk may finish its sentence. */
export function speechAtHand(view: DeskView): HallSpeech | null {
  const current = currentSpeech(view.state)
  if (current) return current
  const spoken = view.state.speeches.filter((one) => one.state === 'spoken')
  return spoken.sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))[0] ?? null
}
