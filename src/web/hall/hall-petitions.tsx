import type { HallWords } from '../words/hall-words.ts'
import { PetitionCard } from './hall-petition-card.tsx'
import type { DeskView } from './hall-view.ts'
import { petitionsOf, sentBefore, speechAtHand } from './petitions-of-speech.ts'

interface Props {
  view: DeskView
  words: HallWords
}

/** The petitions of the speech at hand, each with its answer, its order and what was prepared. */
export function SpeechPetitions(props: Props) {
  const { view, words } = props
  const speech = speechAtHand(view)
  const petitions = speech ? petitionsOf(view, speech) : []
  // the chair is not to wait until the secretary has tied what this person sent in before
  const before = speech && view.desk === 'chair' ? sentBefore(view, speech) : []
  return (
    <section class="hall-card" aria-labelledby="hall-of-speech">
      <h2 id="hall-of-speech">{words.petition.ofSpeech}</h2>
      {speech ? (
        <p class="hall-soft">
          {speech.name}
          {speech.content ? `: ${speech.content}` : ''}
        </p>
      ) : null}
      {petitions.length + before.length === 0 ? <p class="hall-soft">{words.petition.none}</p> : null}
      {petitions.map((petition) => (
        <PetitionCard key={petition.id} {...props} petition={petition} speech={speech} isOpen />
      ))}
      {before.length > 0 ? <h3>{words.capture.own}</h3> : null}
      {before.map((petition) => (
        <PetitionCard key={petition.id} {...props} petition={petition} speech={null} isOpen />
      ))}
    </section>
  )
}

/** Every petition of the conference, folded; what is still open first. */
export function AllPetitions(props: Props) {
  const { view, words } = props
  const open = view.petitions.filter((one) => one.answer === null && one.deferredReason === null)
  const done = view.petitions.filter((one) => !open.includes(one))
  return (
    <details class="hall-card hall-more">
      <summary>
        <h2>
          {words.petition.title} ({open.length} / {view.petitions.length})
        </h2>
      </summary>
      {[...open, ...done].map((petition) => (
        <PetitionCard key={petition.id} {...props} petition={petition} speech={null} isOpen={false} />
      ))}
    </details>
  )
}
