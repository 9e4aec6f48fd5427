import { wallClock } from '../../hall/hall-state.ts'
import type { HallWords } from '../words/hall-words.ts'
import type { LineState } from './hall-app-data.ts'

/** The mark that always says whether the line holds, what is kept here, and what does not fit any more. */
export function LineMark({ line, words, signInHref }: { line: LineState; words: HallWords; signInHref: string }) {
  const own = words.line
  return (
    <>
      <p class={line.held ? 'hall-line' : 'hall-line lost'} role="status">
        <b>{line.held ? `● ${own.held}` : `○ ${words.lost}`}</b> <span>{own.fresh(wallClock(line.freshAt))}</span>
        {line.waiting > 0 ? (
          <span class="hall-kept">{line.held ? own.sending(line.waiting) : own.kept(line.waiting)}</span>
        ) : null}
      </p>
      {line.signedOut ? (
        <p class="hall-alert" role="alert">
          {own.signedOut} <a href={signInHref}>{own.signIn}</a>
        </p>
      ) : null}
      {line.conflicts.length > 0 ? <Conflicts line={line} words={words} /> : null}
    </>
  )
}

function Conflicts({ line, words }: { line: LineState; words: HallWords }) {
  const own = words.conflicts
  return (
    <section class="hall-conflicts" aria-labelledby="hall-conflicts">
      <h2 id="hall-conflicts">{own.title(line.conflicts.length)}</h2>
      <p>{own.help}</p>
      <ul class="hall-list">
        {line.conflicts.map((one) => (
          <li key={one.key} class="hall-row">
            <span class="hall-who">
              <b>{one.label}</b>
              <span>{one.sentence}</span>
              {one.text ? <span class="hall-soft">{one.text}</span> : null}
            </span>
            <span class="hall-acts">
              {one.speech ? (
                <button class="btn btn-primary btn-sm" type="button" data-conflict={one.key} data-choice="keep">
                  {own.keepSpeech(wallClock(one.speech.from), wallClock(one.speech.to))}
                </button>
              ) : null}
              {one.isForm ? (
                <button class="btn btn-primary btn-sm" type="button" data-conflict={one.key} data-choice="edit">
                  {own.edit}
                </button>
              ) : null}
              <button class="btn btn-outline btn-sm" type="button" data-conflict={one.key} data-choice="again">
                {own.again}
              </button>
              <button class="btn btn-ghost btn-sm" type="button" data-conflict={one.key} data-choice="drop">
                {own.drop}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
