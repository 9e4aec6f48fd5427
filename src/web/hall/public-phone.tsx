import { clockOf, wallClock } from '../../hall/hall-state.ts'
import { AskForm } from './phone-ask-form.tsx'
import type { PhoneProps } from './phone-props.ts'
import { secondsLeft, speakerName } from './public-screen.tsx'

/** Those at home and in the hall: what is going on, the agenda, questions and answers; plain and large. */
export function HallPhone(props: PhoneProps) {
  const { view, words, line } = props
  const own = words.phone
  return (
    <div class="phone">
      <header>
        <p class="hall-soft">{view.authority}</p>
        <h1>{view.title}</h1>
        <p class="hall-soft">
          {view.day}
          {view.venue ? ` · ${view.venue}` : ''}
        </p>
        {line.held ? null : <p class="hall-alert">⚠ {words.phone.lost(wallClock(line.freshAt))}</p>}
      </header>
      {props.said ? (
        <p class="phone-said" role="status">
          {props.said}
        </p>
      ) : null}
      <Refused {...props} />
      <PhoneNow {...props} />
      {view.videoLink ? (
        <p>
          <a class="btn btn-primary phone-wide" href={view.videoLink} rel="noopener noreferrer">
            {own.video}
          </a>
        </p>
      ) : null}
      <PhoneQuestions {...props} />
      <AskForm {...props} />
      <details class="hall-card hall-more">
        <summary>
          <h2>{own.agenda}</h2>
        </summary>
        <ol class="hall-steps">
          {view.steps.map((step, at) => (
            <li
              key={step.label}
              class={step.current ? 'current' : step.endedAt === null ? '' : 'over'}
              aria-current={step.current ? 'step' : undefined}
            >
              <span class="hall-number">{at + 1}</span>
              <span class="hall-who">{step.label}</span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}

/** What was sent and not taken, with why: to be sent once more, or let go. */
function Refused(props: PhoneProps) {
  const { line, words } = props
  const own = words.phone
  if (line.signedOut) {
    return (
      <p class="hall-alert" role="alert">
        {own.old} <a href={props.base}>{words.reload}</a>
      </p>
    )
  }
  return (
    <>
      {line.conflicts.map((one) => (
        <div key={one.key} class="hall-alert" role="alert">
          <p>{one.sentence}</p>
          {one.text ? <blockquote>{one.text}</blockquote> : null}
          <p class="hall-acts">
            {one.text ? (
              <button class="btn btn-primary" type="button" data-refused={one.key} data-choice="again">
                {own.again}
              </button>
            ) : null}
            <button class="btn btn-outline" type="button" data-refused={one.key} data-choice="drop">
              {own.drop}
            </button>
          </p>
        </div>
      ))}
    </>
  )
}

function PhoneNow(props: PhoneProps) {
  const { view, now, words } = props
  const left = secondsLeft(view, now)
  const step = view.steps.find((one) => one.current)
  if (view.isCalledOff) return <p class="hall-alert">{words.screen.calledOff}</p>
  return (
    <section class="hall-card" aria-labelledby="phone-now">
      <h2 id="phone-now">{view.phase === 'running' ? words.phone.now : words.phase[view.phase]}</h2>
      {step ? <p class="hall-soft">{step.label}</p> : null}
      {view.current ? (
        <>
          <p class="hall-name">{speakerName(view.current, words)}</p>
          <p class="hall-soft">{view.current.village}</p>
          {left === null ? null : (
            <p>
              {left < 0 ? words.over : words.left} <strong>{clockOf(Math.abs(left))}</strong>
            </p>
          )}
        </>
      ) : null}
      {view.next[0] && view.phase !== 'ended' ? (
        <p>
          {words.nextUp}: <strong>{speakerName(view.next[0], words)}</strong>
        </p>
      ) : null}
      {view.phase === 'waiting' ? null : (
        <p class="hall-soft">
          {words.screen.spoken(view.spoken)} · {words.screen.petitions(view.petitions.all, view.petitions.answered)}
        </p>
      )}
    </section>
  )
}

function PhoneQuestions({ view, words, csrf, base, supported }: PhoneProps) {
  const own = words.phone
  if (view.questions.length === 0) return null
  return (
    <section class="hall-card" aria-labelledby="phone-questions">
      <h2 id="phone-questions">{own.questions}</h2>
      <ul class="phone-questions">
        {view.questions.map((one) => (
          <li key={one.id} class={one.state === 'now' ? 'current' : ''}>
            <p>{one.text}</p>
            <p class="hall-soft">
              {[one.by, one.supports > 0 ? words.supports(one.supports) : ''].filter(Boolean).join(' · ')}
            </p>
            {one.answer ? (
              <blockquote>
                <b>{own.answered}:</b> {one.answer}
              </blockquote>
            ) : null}
            {one.isReceived && one.state !== 'answered' ? <p class="hall-done">✓ {own.received}</p> : null}
            {one.state === 'answered' || one.isReceived || view.phase === 'ended' ? null : supported.includes(
                one.id,
              ) ? (
              <p class="hall-done">✓ {own.supported}</p>
            ) : (
              <form method="post" action={`${base}/ung-ho`} data-hall={own.support} data-support={one.id}>
                <input type="hidden" name="_csrf" value={csrf} />
                <input type="hidden" name="questionId" value={one.id} />
                <button class="btn btn-outline btn-sm" type="submit" aria-label={`${own.support}: ${one.text}`}>
                  {own.support}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
