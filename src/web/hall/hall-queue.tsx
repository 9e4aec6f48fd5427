import { clockOf, type HallSpeech, waitingSpeeches, wallClock } from '../../hall/hall-state.ts'
import type { HallWords } from '../words/hall-words.ts'
import { ActButton, HallField, HallForm } from './hall-form.tsx'
import { NameConsent, speechLine } from './hall-speaker.tsx'
import type { DeskView } from './hall-view.ts'

interface Props {
  view: DeskView
  words: HallWords
}

/** The order of the speakers with what may be done to each: called, moved with a reason, passed over. */
export function SpeakerQueue({ view, words }: Props) {
  const waiting = waitingSpeeches(view.state)
  const acts = view.can.conduct && view.state.phase !== 'ended'
  return (
    <section class="hall-card" aria-labelledby="hall-queue">
      <h2 id="hall-queue">{words.queue}</h2>
      {waiting.length === 0 ? <p class="hall-soft">{words.queueEmpty}</p> : null}
      <ol class="hall-list">
        {waiting.map((speech, at) => (
          <WaitingRow key={speech.id} view={view} words={words} speech={speech} acts={acts} order={waiting} at={at} />
        ))}
      </ol>
      <SpokenList view={view} words={words} />
      <SkippedList view={view} words={words} acts={acts} />
    </section>
  )
}

function SpokenList({ view, words }: Props) {
  const spoken = view.state.speeches.filter((one) => one.state === 'spoken')
  if (spoken.length === 0) return null
  return (
    <details class="hall-more">
      <summary>{words.spokenList(spoken.length)}</summary>
      <ol class="hall-list">
        {[...spoken]
          .sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))
          .map((speech) => (
            <li key={speech.id} class="hall-row" data-speech={speech.id}>
              <span class="hall-number">{speech.position}</span>
              <span class="hall-who">
                <b>{speech.name}</b>
                <span class="hall-soft">
                  {speech.startedAt === null
                    ? ''
                    : words.fromTo(wallClock(speech.startedAt), wallClock(speech.endedAt ?? speech.startedAt))}
                  {speech.startedAt === null ? '' : ` · ${clockOf(speech.usedSeconds)}`}
                  {speech.offTopic ? ` · ${words.buttons.offTopic}` : ''}
                </span>
              </span>
            </li>
          ))}
      </ol>
    </details>
  )
}

function SkippedList({ view, words, acts }: Props & { acts: boolean }) {
  const skipped = view.state.speeches.filter((one) => one.state === 'skipped')
  if (skipped.length === 0) return null
  return (
    <details class="hall-more" open>
      <summary>{words.skippedList(skipped.length)}</summary>
      <ul class="hall-list">
        {skipped.map((speech) => (
          <li key={speech.id} class="hall-row">
            <span class="hall-number">{speech.position}</span>
            <span class="hall-who">
              <b>{speech.name}</b>
              <span class="hall-soft">{speech.skipReason}</span>
            </span>
            {acts ? (
              <ActButton
                view={view}
                act="callBack"
                fields={{ speechId: speech.id }}
                verb={words.buttons.callBack}
                of={speech.name}
                look="quiet"
              />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

interface RowProps extends Props {
  speech: HallSpeech
  acts: boolean
  order: readonly HallSpeech[]
  at: number
}

function WaitingRow({ view, words, speech, acts, order, at }: RowProps) {
  const verbs = words.buttons
  return (
    <li class="hall-row">
      <span class="hall-number">{speech.position}</span>
      <span class="hall-who">
        <b>{speech.name}</b>
        <span class="hall-soft">{speechLine(speech, words)}</span>
        {speech.content ? <span class="hall-brief">{speech.content}</span> : null}
      </span>
      {acts ? (
        <details class="hall-row-acts">
          <summary aria-label={`${verbs.start}, ${verbs.skip}: ${speech.name}`}>⋯</summary>
          <div class="hall-menu">
            {view.state.phase === 'running' ? (
              <ActButton
                view={view}
                act={view.state.currentSpeechId === null ? 'start' : 'next'}
                fields={{ speechId: speech.id, fromSpeechId: view.state.currentSpeechId }}
                verb={verbs.start}
                of={speech.name}
              />
            ) : null}
            <NameConsent view={view} words={words} speech={speech} of={speech.name} />
            <MoveForm view={view} words={words} speech={speech} order={order} at={at} />
            <HallForm
              view={view}
              path="/lenh"
              act="skip"
              label={`${verbs.skip}: ${speech.name}`}
              fields={{ speechId: speech.id }}
            >
              <HallField label={words.skipReason}>
                <input name="reason" maxLength={500} class="input" />
              </HallField>
              <button class="btn btn-sm btn-outline" type="submit">
                {verbs.skip}
              </button>
            </HallForm>
          </div>
        </details>
      ) : null}
    </li>
  )
}

/** Another place in the queue, as the chair directs, with the reason. */
function MoveForm({ view, words, speech, order, at }: Omit<RowProps, 'acts'>) {
  const verbs = words.buttons
  return (
    <HallForm
      view={view}
      path="/lenh"
      act="move"
      label={`${words.moveReason}: ${speech.name}`}
      fields={{ speechId: speech.id }}
    >
      <HallField label={words.moveReason}>
        <input name="reason" maxLength={500} class="input" />
      </HallField>
      <div class="hall-acts">
        {at > 0 ? (
          <>
            <button class="btn btn-sm btn-outline" type="submit" name="beforeSpeechId" value={order[0]!.id}>
              {verbs.first}
            </button>
            <button class="btn btn-sm btn-outline" type="submit" name="beforeSpeechId" value={order[at - 1]!.id}>
              {verbs.up}
            </button>
          </>
        ) : null}
        {at < order.length - 1 ? (
          <button class="btn btn-sm btn-outline" type="submit" name="beforeSpeechId" value={order[at + 2]?.id ?? ''}>
            {verbs.down}
          </button>
        ) : null}
      </div>
    </HallForm>
  )
}

/** Somebody registers in the hall; at the door or at the secretary's desk. */
export function RegisterSpeaker({ view, words }: Props) {
  const own = words.register
  if (!view.can.door || view.state.phase === 'ended') return null
  return (
    <details class="hall-card hall-more" open={view.desk === 'door'}>
      <summary>
        <h2>{own.title}</h2>
      </summary>
      <HallForm view={view} path="/dang-ky" label={own.title} draft="register">
        <HallField label={own.name}>
          <input name="speakerName" required maxLength={200} autocomplete="off" class="input" />
        </HallField>
        <HallField label={own.village}>
          <input name="village" maxLength={200} autocomplete="off" class="input" />
        </HallField>
        <HallField label={own.content} wide>
          <textarea name="content" rows={2} maxLength={5000} class="textarea" />
        </HallField>
        <HallField label={own.minutes}>
          <input name="minutes" inputMode="numeric" maxLength={3} class="input" />
        </HallField>
        <HallField label={own.source}>
          <select name="source" class="select">
            <option value="onSite">{words.sources.onSite}</option>
            <option value="group">{words.sources.group}</option>
            <option value="phone">{words.sources.phone}</option>
          </select>
        </HallField>
        <label class="hall-check">
          <input type="checkbox" name="nameShown" class="checkbox" /> <span>{own.shown}</span>
        </label>
        <button class="btn btn-primary" type="submit">
          {own.act}
        </button>
      </HallForm>
    </details>
  )
}
