import { getAuthority } from '../../agencies/authority-store.ts'
import { getDialogue } from '../../dialogues/dialogue-store.ts'
import { listArrivals } from '../../hall/door-store.ts'
import { attendanceOf, type Hall } from '../../hall/hall.ts'
import { countHallPetitions } from '../../hall/hall-petition-store.ts'
import { currentSpeech, type HallSpeech, quotaOf, waitingSpeeches } from '../../hall/hall-state.ts'
import { loadHallState } from '../../hall/hall-store.ts'
import { listQuestions } from '../../hall/question-store.ts'
import { formatDay } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import type { PublicSpeaker, PublicView } from './hall-view.ts'

const SHOWN = ['shortlisted', 'now', 'answered']

/** By name only with the speaker's consent; else by the number in the queue. */
function publicSpeaker(speech: HallSpeech): PublicSpeaker {
  return { number: speech.position, name: speech.nameShown ? speech.name : null, village: speech.village }
}

/**
 * What everybody may see of a hall: nothing that was registered or sent, only what the desk let through. The same for
 * all, so it is put together once for each version.
 */
export async function readPublicView(db: Db, hall: Hall, now: number): Promise<PublicView> {
  const at = [db, hall.authorityId, hall.dialogueId] as const
  const [dialogue, authority, state, arrivals, questions, petitions] = await Promise.all([
    getDialogue(...at),
    getAuthority(db, hall.authorityId),
    loadHallState(db, hall),
    listArrivals(...at),
    listQuestions(...at),
    countHallPetitions(...at),
  ])
  const current = currentSpeech(state)
  const { delegates, people } = attendanceOf(arrivals)
  return {
    ...{ kind: 'public', version: hall.version, now },
    ...{ title: dialogue.title, topic: dialogue.topic, venue: dialogue.venue, authority: authority.name },
    day: [dialogue.startsAt, dialogue.heldOn ? formatDay(dialogue.heldOn) : ''].filter(Boolean).join(', '),
    look: hall.screenLook as PublicView['look'],
    phase: state.phase,
    isCalledOff: dialogue.state === 'cancelled',
    steps: state.steps.map(({ id, label, performer, endedAt }) => ({
      ...{ label, performer, endedAt, current: id === state.currentStepId },
    })),
    current: current
      ? {
          ...publicSpeaker(current),
          ...{ isPaused: current.state === 'paused', usedSeconds: current.usedSeconds },
          ...{ runningSince: current.runningSince, quota: quotaOf(state, current) },
        }
      : null,
    next: waitingSpeeches(state).slice(0, 4).map(publicSpeaker),
    spoken: state.speeches.filter((one) => one.state === 'spoken').length,
    petitions,
    attendance: delegates + people,
    questionsOpen: dialogue.state === 'preparing' && hall.questionsOpen && state.phase !== 'ended',
    questions: questions
      .filter((one) => SHOWN.includes(one.state))
      .slice(0, 40)
      .map((one) => ({
        ...{ id: one.id, text: one.shownText, by: one.nameShown && one.name ? one.name : null, state: one.state },
        ...{ answer: one.state === 'answered' ? one.answer : '', supports: one.supports },
        isReceived: one.petitionId !== null,
      })),
    videoLink: dialogue.form === 'online' ? dialogue.onlineLink : null,
    phonePath: `/dt/${hall.phoneToken}`,
  }
}
