import { currentSpeech, type HallSpeech } from '../../hall/hall-state.ts'
import type { HallWords } from '../words/hall-words.ts'
import { AnswerForm, OrderForm } from './hall-answer-forms.tsx'
import { HallField, HallForm } from './hall-form.tsx'
import type { DeskPetition, DeskView } from './hall-view.ts'

interface Props {
  view: DeskView
  words: HallWords
}

/** The petitions of a speech: tied to it, and what the same person sent in before. */
export function petitionsOf(view: DeskView, speech: HallSpeech): DeskPetition[] {
  return view.petitions.filter((one) => speech.petitionIds.includes(one.id))
}

function sentBefore(view: DeskView, speech: HallSpeech): DeskPetition[] {
  return view.petitions.filter(
    (one) =>
      !speech.petitionIds.includes(one.id) &&
      (one.submissionId === speech.submissionId || (one.petitioner !== '' && one.petitioner === speech.name)),
  )
}

/** Whose words are written down: who speaks, or who spoke last, so that the desk may finish its sentence. */
function speechAtHand(view: DeskView): HallSpeech | null {
  const current = currentSpeech(view.state)
  if (current) return current
  const spoken = view.state.speeches.filter((one) => one.state === 'spoken')
  return spoken.sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))[0] ?? null
}

/** What is raised in the speech: one field to write it down, splitting it, tying what was sent in before. */
export function CaptureCard({ view, words }: Props) {
  const own = words.capture
  if (!view.can.capture) return null
  const speech = speechAtHand(view)
  if (!speech) {
    return (
      <section class="hall-card" aria-labelledby="hall-capture">
        <h2 id="hall-capture">{own.title}</h2>
        <p class="hall-soft">{own.noSpeech}</p>
      </section>
    )
  }
  const before = sentBefore(view, speech)
  const others = view.petitions.filter((one) => !speech.petitionIds.includes(one.id) && !before.includes(one))
  return (
    <section class="hall-card" aria-labelledby="hall-capture">
      <h2 id="hall-capture">{own.title}</h2>
      <p class="hall-soft">
        {own.forWhom}: <b>{speech.name}</b>
      </p>
      <HallForm
        view={view}
        path="/kien-nghi"
        label={`${own.act}: ${speech.name}`}
        fields={{ speechId: speech.id }}
        draft={`capture-${speech.id}`}
      >
        <HallField label={own.field} wide help={own.help}>
          <textarea name="content" rows={4} required maxLength={20_000} class="textarea" data-hotkey="g" />
        </HallField>
        <HallField label={own.area}>
          <select name="subjectArea" class="select">
            <option value="" />
            {view.areas.map((area) => (
              <option key={area.key} value={area.key}>
                {area.label}
              </option>
            ))}
          </select>
        </HallField>
        <label class="hall-check">
          <input type="checkbox" name="split" class="checkbox" defaultChecked /> <span>{own.split}</span>
        </label>
        <label class="hall-check">
          <input type="checkbox" name="consentToPublishName" class="checkbox" /> <span>{own.consent}</span>
        </label>
        <button class="btn btn-primary" type="submit">
          {own.act}
        </button>
      </HallForm>
      {before.length > 0 ? (
        <>
          <h3>{own.own}</h3>
          <ul class="hall-list">
            {before.map((petition) => (
              <li key={petition.id} class="hall-row">
                <span class="hall-who">
                  <b>{petition.code}</b>
                  <span class="hall-brief">{petition.content}</span>
                </span>
                <HallForm
                  view={view}
                  path="/gan"
                  class="hall-one"
                  label={`${own.linkAct}: ${petition.code}`}
                  fields={{ speechId: speech.id, petitionId: petition.id, on: 'on' }}
                >
                  <button class="btn btn-sm btn-outline" type="submit">
                    {own.linkAct}
                  </button>
                </HallForm>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {others.length > 0 ? (
        <HallForm view={view} path="/gan" label={own.link} fields={{ speechId: speech.id, on: 'on' }}>
          <HallField label={own.link} wide>
            <select name="petitionId" class="select">
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.code} – {one.content.slice(0, 90)}
                </option>
              ))}
            </select>
          </HallField>
          <button class="btn btn-sm btn-outline" type="submit">
            {own.linkAct}
          </button>
        </HallForm>
      ) : null}
    </section>
  )
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

interface CardProps extends Props {
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
        <HallForm
          view={view}
          path="/gan"
          class="hall-one"
          label={`${words.capture.unlink}: ${petition.code}`}
          fields={{ speechId: speech.id, petitionId: petition.id, on: '' }}
        >
          <button class="btn btn-sm btn-ghost" type="submit">
            {words.capture.unlink}
          </button>
        </HallForm>
      ) : null}
      <p class="hall-soft">
        <a href={`${view.base.replace(/\/hoi-nghi\/.*$/, '')}/kien-nghi/${petition.id}`}>{own.open}</a>
      </p>
    </details>
  )
}
