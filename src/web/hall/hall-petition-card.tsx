import type { HallSpeech } from '../../hall/hall-state.ts'
import type { HallWords } from '../words/hall-words.ts'
import { AnswerForm, OrderForm } from './hall-answer-forms.tsx'
import { OneButton } from './hall-form.tsx'
import type { DeskPetition, DeskView } from './hall-view.ts'

interface CardProps {
  view: DeskView
  words: HallWords
  petition: DeskPetition
  speech: HallSpeech | null
  isOpen: boolean
}

function petitionState(petition: DeskPetition, words: HallWords): string {
  if (petition.answer !== null) return words.petition.answered(petition.answeredBy ?? '')
  if (petition.disposition === 'verifyAndReplyLater' && petition.deferredReason !== null) return words.petition.later
  if (petition.disposition === 'noteAndReportUp' && petition.deferredReason !== null) return words.petition.up
  return ''
}

/** One petition with everything a desk knows of it and may do to it; folded unless `isOpen`. */
export function PetitionCard(props: CardProps) {
  const { view, words, petition, speech, isOpen } = props
  const own = words.petition
  const state = petitionState(petition, words)
  const facts = [
    own.raised[petition.raised as keyof typeof own.raised] ?? '',
    petition.round > 1 ? own.round(petition.round) : '',
    petition.agency || own.noLead,
    petition.promisedOn ? own.promised(petition.promisedOn) : '',
    state,
  ].filter(Boolean)
  return (
    <details class={`hall-petition${state ? ' is-done' : ''}`} open={isOpen} data-petition={petition.id}>
      <summary>
        <b>{petition.code}</b> <span class="hall-brief">{petition.content}</span>
        <span class="hall-soft">{facts.join(' · ')}</span>
      </summary>
      {petition.content.length > 120 ? <p class="hall-content">{petition.content}</p> : null}
      {petition.earlier ? <p class="hall-earlier">{petition.earlier}</p> : null}
      {petition.answer ? <blockquote class="hall-content">{petition.answer}</blockquote> : null}
      {petition.deferredReason ? <blockquote class="hall-content">{petition.deferredReason}</blockquote> : null}
      {petition.prepared ? (
        <details class="hall-more" open={isOpen && view.desk !== 'secretary'}>
          <summary>
            {own.prepared}
            {petition.agency ? ` (${petition.agency})` : ''}
          </summary>
          <p class="hall-content">{petition.prepared}</p>
        </details>
      ) : null}
      {view.desk === 'chair' ? <OrderForm {...props} /> : null}
      {view.can.answer && petition.isOpen && petition.answer === null ? <AnswerForm {...props} /> : null}
      {view.desk === 'secretary' && view.can.promise ? (
        <details class="hall-more">
          <summary>{words.order.title}</summary>
          <OrderForm {...props} />
        </details>
      ) : null}
      {speech && view.can.capture ? (
        <OneButton
          view={view}
          path="/gan"
          fields={{ speechId: speech.id, petitionId: petition.id, on: '' }}
          verb={words.capture.unlink}
          of={petition.code}
          look="quiet"
        />
      ) : null}
      <p class="hall-soft">
        <a href={`${view.base.replace(/\/hoi-nghi\/.*$/, '')}/kien-nghi/${petition.id}`}>{own.open}</a>
      </p>
    </details>
  )
}
