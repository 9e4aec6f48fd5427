import { currentSpeech } from '../../hall/hall-state.ts'
import type { HallWords } from '../words/hall-words.ts'
import { HallAgenda, HallPhase } from './hall-agenda.tsx'
import { CaptureCard } from './hall-capture.tsx'
import { DoorDesk } from './hall-door.tsx'
import { NotesToChair } from './hall-notes.tsx'
import { OpenItems } from './hall-open-items.tsx'
import { PetitionCard } from './hall-petition-card.tsx'
import { AllPetitions, SpeechPetitions } from './hall-petitions.tsx'
import { QuestionDesk } from './hall-questions.tsx'
import { RegisterSpeaker, SpeakerQueue } from './hall-queue.tsx'
import { ScreenChoice } from './hall-screen-choice.tsx'
import { SpeakerNow, TimeShared } from './hall-speaker.tsx'
import type { DeskView } from './hall-view.ts'
import { petitionsOf } from './petitions-of-speech.ts'

export interface DeskProps {
  view: DeskView
  /** the server's clock */
  now: number
  words: HallWords
}

function SecretaryDesk(props: DeskProps) {
  const { view, words } = props
  return (
    <div class="hall-columns hall-columns-3">
      <div>
        <SpeakerNow {...props} />
        <SpeakerQueue view={view} words={words} />
        <RegisterSpeaker view={view} words={words} />
      </div>
      <div>
        <CaptureCard view={view} words={words} />
        <SpeechPetitions view={view} words={words} />
        <QuestionDesk view={view} words={words} />
        <OpenItems view={view} words={words} />
        <AllPetitions view={view} words={words} />
      </div>
      <div>
        <TimeShared {...props} />
        <ScreenChoice view={view} words={words} />
        <HallAgenda view={view} words={words} />
        <NotesToChair view={view} words={words} />
        <p class="hall-soft hall-keys">{words.keys}</p>
      </div>
    </div>
  )
}

function ChairDesk(props: DeskProps) {
  const { view, words } = props
  return (
    <div class="hall-columns">
      <div>
        <SpeakerNow {...props} />
        <TimeShared {...props} />
        <NotesToChair view={view} words={words} />
        <SpeakerQueue view={view} words={words} />
        <HallAgenda view={view} words={words} />
      </div>
      <div>
        <SpeechPetitions view={view} words={words} />
        <QuestionDesk view={view} words={words} />
        <OpenItems view={view} words={words} />
        <AllPetitions view={view} words={words} />
      </div>
    </div>
  )
}

function AgencyDesk(props: DeskProps) {
  const { view, words } = props
  const speech = currentSpeech(view.state)
  const now = speech ? petitionsOf(view, speech) : []
  return (
    <div class="hall-columns">
      <div>
        {now.length > 0 ? <p class="hall-alert">{words.agencyDesk.nowOurs}</p> : null}
        <SpeakerNow {...props} />
        <NotesToChair view={view} words={words} />
        <OpenItems view={view} words={words} />
        <HallAgenda view={view} words={words} />
      </div>
      <section class="hall-card" aria-labelledby="hall-ours">
        <h2 id="hall-ours">{words.agencyDesk.ours}</h2>
        {view.petitions.length === 0 ? <p class="hall-soft">{words.agencyDesk.none}</p> : null}
        {view.petitions.map((petition) => (
          <PetitionCard
            key={petition.id}
            view={view}
            words={words}
            petition={petition}
            speech={null}
            isOpen={now.includes(petition)}
          />
        ))}
      </section>
    </div>
  )
}

/** One desk with everything on it; the same on the server and, while the line is down, in the browser alone. */
export function HallDesk(props: DeskProps) {
  const { view, words } = props
  return (
    <>
      <HallPhase view={view} words={words} />
      {view.desk === 'secretary' ? <SecretaryDesk {...props} /> : null}
      {view.desk === 'chair' ? <ChairDesk {...props} /> : null}
      {view.desk === 'door' ? <DoorDesk view={view} words={words} /> : null}
      {view.desk === 'agency' ? <AgencyDesk {...props} /> : null}
    </>
  )
}
