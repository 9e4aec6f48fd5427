import type { TimeLeft } from '../../calendar/count-days.ts'
import { type Day, formatDay } from '../../platform/day.ts'
import { formatWeekday } from '../words/format-values.ts'
import { kitWords } from '../words/kit-words.ts'
import { timeLeftText } from '../words/time-left-text.ts'
import { Icon } from './icon.tsx'
import { usePage } from './page-context.ts'

interface DueDateProps {
  /** The last good day. */
  due: Day
  /** Time left or over (`timeLeft`); not said once it is met. */
  left: TimeLeft | null
  /** The explanation of this deadline. */
  whyHref: string | null
  /** The official calendar does not yet reach that far. */
  provisional?: boolean
  /** The day on which the duty was done. */
  met?: Day | null
  /** For report dates: “trước ngày …”, with `due` as the last good day. */
  before?: Day | null
  /** Says the weekday too (one date on a page of its own). */
  full?: boolean
}

function leftTone(left: TimeLeft): 'bad' | 'warn' | 'quiet' {
  if (left.days < 0) return 'bad'
  return left.working <= 3 ? 'warn' : 'quiet'
}

const SIGNS = { bad: 'alert', warn: 'clock', quiet: 'clock' } as const

/** A due date is never bare: days left in working days, and the way to why. */
export function DueDate(props: DueDateProps) {
  const { lang } = usePage()
  const words = kitWords[lang]
  const { due, left, met } = props
  const day = props.full ? formatWeekday(due, lang) : formatDay(due)
  const late = met ? met > due : false
  return (
    <span class="due-date">
      <span class="due-day">{props.before ? words.dueBefore(formatDay(props.before), day) : words.dueOn(day)}</span>
      {met ? (
        <span class={`due-left tone-${late ? 'bad' : 'good'}`}>
          <Icon name={late ? 'alert' : 'check'} />
          {late ? words.metLate(formatDay(met)) : words.met(formatDay(met))}
        </span>
      ) : left === null ? null : (
        <span class={`due-left tone-${leftTone(left)}`}>
          <Icon name={SIGNS[leftTone(left)]} />
          {/* the day stands before it already */}
          {left.days < 0 && left.working === 0 ? words.justOver : timeLeftText(left, due, lang)}
        </span>
      )}
      {props.provisional ? (
        <abbr class="due-provisional" title={words.provisionalMore}>
          {words.provisional}
        </abbr>
      ) : null}
      {props.whyHref ? (
        <a class="due-why" href={props.whyHref} aria-label={words.whyOf(day)}>
          {words.why}
        </a>
      ) : null}
    </span>
  )
}
