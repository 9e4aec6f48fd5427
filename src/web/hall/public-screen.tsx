import { clockOf, wallClock } from '../../hall/hall-state.ts'
import type { PublicHallWords } from '../words/public-hall-words.ts'
import type { PublicSpeaker, PublicView } from './hall-view.ts'

export interface PublicProps {
  view: PublicView
  now: number
  words: PublicHallWords
  /** the line of this screen to the program */
  line: { held: boolean; freshAt: number }
  /** picture of the code for telephones; drawn by the server, kept by the browser */
  qr: string | null
}

/** By name with consent, else by the number of the registration. */
export function speakerName(speaker: PublicSpeaker, words: PublicHallWords): string {
  return speaker.name ?? words.speakerNumber(speaker.number)
}

/** Seconds left of the one who speaks; null: no limit, or nobody speaks. */
export function secondsLeft(view: PublicView, now: number): number | null {
  const { current } = view
  if (!current || current.quota === null) return null
  return current.quota - secondsUsed(view, now)
}

function secondsUsed({ current }: PublicView, now: number): number {
  if (!current) return 0
  const running = current.runningSince === null ? 0 : Math.max(0, now - current.runningSince) / 1000
  return Math.round(current.usedSeconds + running)
}

function SpeakerLook({ view, now, words }: PublicProps) {
  const { current } = view
  const left = secondsLeft(view, now)
  const tone = left === null ? 'calm' : left < 0 ? 'over' : left <= 60 ? 'soon' : 'calm'
  if (!current) {
    const step = view.steps.find((one) => one.current)
    return (
      <div class="screen-main">
        <p class="screen-kicker">{step ? step.performer : ''}</p>
        <p class="screen-step">{step?.label ?? words.screen.break}</p>
      </div>
    )
  }
  return (
    <div class="screen-main">
      <p class="screen-kicker">{current.isPaused ? words.paused : words.now}</p>
      <p class="screen-name">{speakerName(current, words)}</p>
      <p class="screen-village">{current.village}</p>
      <p class={`screen-clock hall-clock-${tone}`} role="timer" aria-live="off">
        <span>{left === null ? words.used : left < 0 ? words.over : words.left}</span>
        <strong>{clockOf(left === null ? secondsUsed(view, now) : Math.abs(left))}</strong>
      </p>
    </div>
  )
}

function AgendaLook({ view, words }: PublicProps) {
  return (
    <div class="screen-main">
      <p class="screen-kicker">{words.agenda}</p>
      <ol class="screen-steps">
        {view.steps.map((step) => (
          <li
            key={step.label}
            class={step.current ? 'current' : step.endedAt === null ? '' : 'over'}
            aria-current={step.current ? 'step' : undefined}
          >
            {step.label}
          </li>
        ))}
      </ol>
    </div>
  )
}

function QuestionsLook({ view, words }: PublicProps) {
  const shown = view.questions.filter((one) => one.state !== 'answered').slice(0, 4)
  return (
    <div class="screen-main">
      <p class="screen-kicker">{words.phone.questions}</p>
      {shown.length === 0 ? <p class="screen-step">{words.screen.noQuestions}</p> : null}
      <ul class="screen-questions">
        {shown.map((one) => (
          <li key={one.id} class={one.state === 'now' ? 'current' : ''}>
            {one.text}
            <span>{[one.by, one.supports > 0 ? words.supports(one.supports) : ''].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function WelcomeLook({ view, words }: PublicProps) {
  return (
    <div class="screen-main">
      <p class="screen-kicker">{view.phase === 'waiting' ? words.screen.soon : words.phase[view.phase]}</p>
      <p class="screen-name">{words.screen.welcome}</p>
      <p class="screen-village">{view.topic}</p>
    </div>
  )
}

function Look(props: PublicProps) {
  const { view, words } = props
  if (view.phase === 'ended' || view.isCalledOff) {
    return (
      <div class="screen-main">
        <p class="screen-name">{view.isCalledOff ? words.screen.calledOff : words.screen.over}</p>
      </div>
    )
  }
  if (view.look === 'agenda') return <AgendaLook {...props} />
  if (view.look === 'questions') return <QuestionsLook {...props} />
  if (view.look === 'welcome' || view.phase === 'waiting') return <WelcomeLook {...props} />
  return <SpeakerLook {...props} />
}

/** The screen in the hall: read from the last row, never blank, and it says when it is stale. */
export function HallScreen(props: PublicProps) {
  const { view, words, line, qr } = props
  return (
    <div class="screen">
      <header class="screen-head">
        <p>{view.authority}</p>
        <h1>{view.title}</h1>
      </header>
      <Look {...props} />
      <aside class="screen-side">
        {view.phase === 'ended' ? null : (
          <div class="screen-next">
            <h2>{words.screen.next}</h2>
            {view.next.length === 0 ? <p>{words.nobodyNext}</p> : null}
            <ol>
              {view.next.slice(0, 3).map((one) => (
                <li key={one.number}>
                  {speakerName(one, words)}
                  <span>{one.village}</span>
                </li>
              ))}
            </ol>
          </div>
        )}
        {qr && view.questionsOpen ? (
          <figure class="screen-qr">
            <img src={qr} alt={words.qrAlt} width="220" height="220" />
            <figcaption>{words.screen.ask}</figcaption>
          </figure>
        ) : null}
      </aside>
      <footer class="screen-foot">
        <span>{words.screen.attendance(view.attendance)}</span>
        <span>{words.screen.spoken(view.spoken)}</span>
        <span>{words.screen.petitions(view.petitions.all, view.petitions.answered)}</span>
        <span class={line.held ? 'screen-line' : 'screen-line lost'} role="status">
          {line.held ? wallClock(props.now) : `⚠ ${words.screen.stale(wallClock(line.freshAt))}`}
        </span>
      </footer>
    </div>
  )
}
