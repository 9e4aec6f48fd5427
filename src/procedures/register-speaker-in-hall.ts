import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { listSpeeches } from '../dialogues/conference-store.ts'
import { addRow } from '../dialogues/dialogue-row-store.ts'
import { registerSpeakerForm } from '../hall/hall-forms.ts'
import type { SpeechSource } from '../hall/hall-state.ts'
import { growHall, lockOpenHall, putHallSpeech } from '../hall/hall-store.ts'
import { BrokenRule } from '../platform/errors.ts'

export interface NewSpeaker {
  source: SpeechSource
  speakerName: string
  village: string
  content: string
  minutes: number | null
  nameShown: boolean
}

/** Puts somebody at the end of the queue of a hall that is locked; returns the registration. */
export async function queueSpeaker(context: ChangeContext, dialogueId: number, speaker: NewSpeaker): Promise<number> {
  const { db, authorityId } = context
  const { source, nameShown, ...registration } = speaker
  const position = (await listSpeeches(db, authorityId, dialogueId)).length + 1
  const speechId = await addRow(
    context,
    'speechRegistration',
    { dialogueId, position, registered: 'onSite', ...registration },
    { action: 'dialogue/register-speech', personal: ['speakerName', 'content'] },
  )
  await putHallSpeech(
    db,
    { authorityId, dialogueId },
    {
      ...{ id: speechId, source, nameShown, state: 'waiting', startedAt: null, runningSince: null, usedSeconds: 0 },
      ...{ endedAt: null, skipReason: null, offTopic: false },
      quotaSeconds: speaker.minutes === null ? null : speaker.minutes * 60,
    },
  )
  return speechId
}

/** Registers to speak in the hall itself: at the door, for a group, by telephone (G8, G9). */
export const registerSpeakerInHall = defineChange({
  name: 'hall/register-speaker',
  permission: 'hall:door',
  input: registerSpeakerForm,
  async run(context, { id, ...speaker }) {
    const { db, authorityId } = context
    const hall = await lockOpenHall(db, authorityId, id)
    if (hall.phase === 'ended') throw new BrokenRule('hall/ended')
    const speechId = await queueSpeaker(context, id, speaker)
    await growHall(db, authorityId, id)
    return { speechId }
  },
})
