import {
  clockOf,
  currentSpeech,
  type HallSpeech,
  quotaOf,
  spokenSeconds,
  timeUsed,
  waitingSpeeches,
  wallClock,
} from '../../hall/hall-state.ts'
import type { HallWords } from '../words/hall-words.ts'
import { ActButton } from './hall-form.tsx'
import type { DeskView } from './hall-view.ts'

interface Props {
  view: DeskView
  now: number
  words: HallWords
}

/** Time used and time left of a speaker; warm when the last minute runs, red when it is over, never by colour alone. */
function SpeechClock({ speech, view, now, words }: Props & { speech: HallSpeech }) {
  const used = spokenSeconds(speech, now)
  const quota = quotaOf(view.state, speech)
  const left = quota === null ? null : quota - used
  const tone = left === null ? 'calm' : left < 0 ? 'over' : left <= 60 ? 'soon' : 'calm'
  return (
    <div class={`hall-clock hall-clock-${tone}`} role="timer" aria-live="off">
      <p>
        <span>{left === null ? words.used : left < 0 ? words.over : words.left}</span>
        <strong>{clockOf(left === null ? used : Math.abs(left))}</strong>
      </p>
      <p class="hall-clock-more">
        {speech.state === 'paused' ? `${words.paused} · ` : ''}
        {words.used} {clockOf(used)}
        {quota === null ? ` · ${words.noQuota}` : ` / ${clockOf(quota)}`}
      </p>
      {quota === null ? null : (
        <progress max={quota} value={Math.min(used, quota)} aria-label={words.used}>
          {clockOf(used)}
        </progress>
      )}
    </div>
  )
}

/** Where somebody is from, how they registered, and whether their name is on the screens. */
export function speechLine(speech: HallSpeech, words: HallWords): string {
  const parts = [speech.village, words.sources[speech.source], speech.nameShown ? words.nameShown : '']
  return parts.filter(Boolean).join(' · ')
}

/** Whether somebody agrees to be called by name on the screens: asked at the desk, never taken for granted. */
export function NameConsent({ view, words, speech, of }: Omit<Props, 'now'> & { speech: HallSpeech; of?: string }) {
  const verb = speech.nameShown ? words.buttons.hideName : words.buttons.showName
  const fields = { speechId: speech.id, on: speech.nameShown ? '' : 'on' }
  return <ActButton view={view} act="showName" fields={fields} verb={verb} {...(of ? { of } : {})} />
}

/** Who speaks, with everything the desk does to it. */
export function SpeakerNow(props: Props) {
  const { view, words } = props
  const current = currentSpeech(view.state)
  const [next] = waitingSpeeches(view.state)
  const running = view.state.phase === 'running'
  return (
    <section class="hall-card hall-now" aria-labelledby="hall-now">
      <h2 id="hall-now">{words.now}</h2>
      {current ? (
        <>
          <p class="hall-name">
            <span class="hall-number">{current.position}</span> {current.name}
          </p>
          <p class="hall-soft">{speechLine(current, words)}</p>
          {current.content ? <p class="hall-content">{current.content}</p> : null}
          <SpeechClock {...props} speech={current} />
        </>
      ) : (
        <p class="hall-nobody">{view.state.phase === 'ended' ? words.phase.ended : words.nobody}</p>
      )}
      {view.state.phase === 'ended' ? null : (
        <p class="hall-next">
          <span>{words.nextUp}</span>{' '}
          {next ? (
            <strong>
              {next.position}. {next.name}
              {next.village ? `, ${next.village}` : ''}
            </strong>
          ) : (
            words.nobodyNext
          )}
        </p>
      )}
      {view.can.conduct && running ? <SpeakerActs view={view} words={words} current={current} next={next} /> : null}
    </section>
  )
}

function SpeakerActs(props: {
  view: DeskView
  words: HallWords
  current: HallSpeech | null
  next: HallSpeech | undefined
}) {
  const { view, words, current, next } = props
  const verbs = words.buttons
  return (
    <div class="hall-acts">
      {next ? (
        <ActButton
          view={view}
          act="next"
          fields={{ speechId: next.id, fromSpeechId: current?.id }}
          verb={verbs.next}
          look="primary"
          big
          hotkey="n"
        />
      ) : null}
      {current ? (
        <>
          <ActButton
            view={view}
            act={current.state === 'paused' ? 'resume' : 'pause'}
            fields={{ speechId: current.id }}
            verb={current.state === 'paused' ? verbs.resume : verbs.pause}
            big
            hotkey="p"
          />
          <ActButton view={view} act="finish" fields={{ speechId: current.id }} verb={verbs.finish} big hotkey="k" />
          <ActButton view={view} act="extend" fields={{ speechId: current.id, seconds: 60 }} verb={verbs.extend} />
          <ActButton
            view={view}
            act="offTopic"
            fields={{ speechId: current.id, on: current.offTopic ? '' : 'on' }}
            verb={current.offTopic ? verbs.onTopic : verbs.offTopic}
          />
          <NameConsent view={view} words={words} speech={current} />
        </>
      ) : null}
    </div>
  )
}

/** How the time was shared: the people first (002 I.4). */
export function TimeShared({ view, now, words }: Props) {
  const { people, officials } = timeUsed(view.state, now)
  return (
    <dl class="hall-figures">
      <div>
        <dt>{words.time.people}</dt>
        <dd>{clockOf(people)}</dd>
      </div>
      <div>
        <dt>{words.time.officials}</dt>
        <dd>{clockOf(officials)}</dd>
      </div>
      <div>
        <dt>{words.phase[view.state.phase]}</dt>
        <dd>{view.state.openedAt === null ? '–' : wallClock(view.state.openedAt)}</dd>
      </div>
      <div>
        <dt>{words.door.come}</dt>
        <dd>{view.attendance.delegates + view.attendance.people}</dd>
      </div>
    </dl>
  )
}
