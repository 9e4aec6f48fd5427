import { addAgendaStep } from '../../src/dialogues/add-agenda-step.ts'
import { confirmNotClassified } from '../../src/dialogues/confirm-not-classified.ts'
import { registerSpeech } from '../../src/dialogues/register-speech.ts'
import { openHall } from '../../src/hall/open-hall.ts'
import { openDialogue } from '../../src/procedures/open-dialogue.ts'
import type { DialogueWorld } from './dialogue-world.ts'

const SPEAKERS = ['Lê Thị Một', 'Trần Văn Hai', 'Phạm Thị Ba'] as const

/** What every dialogue of these worlds is opened with, but for its title and day. */
export const OPENING = { kind: 'periodic', form: 'inPerson', chairModel: 'coPresiding' } as const

/** A conference of the day whose hall is open: one step of the agenda, three speakers registered before, five minutes each. */
export async function openedHall({ people, done }: DialogueWorld, heldOn: string) {
  const { id } = await done(people.clerk, openDialogue, { ...OPENING, title: 'Hội nghị đối thoại', heldOn })
  await done(people.clerk, confirmNotClassified, { id, confirmed: 'on' })
  const speeches: number[] = []
  for (const name of SPEAKERS) {
    const speech = { id, registered: 'before', speakerName: name, village: 'Thôn Trân Châu', minutes: '5' }
    speeches.push((await done(people.secretary, registerSpeech, speech)).speechId)
  }
  await done(people.clerk, addAgendaStep, { id, label: 'Nhân dân phát biểu' })
  await done(people.secretary, openHall, { id })
  return { id, speeches }
}
