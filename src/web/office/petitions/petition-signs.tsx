import { timeLeft } from '../../../calendar/count-days.ts'
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import { isPetitionState } from '../../../petitions/petition-list.ts'
import type { Day } from '../../../platform/day.ts'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { DueDate } from '../../kit/due-date.tsx'
import { usePage } from '../../kit/page-context.ts'
import { StateBadge } from '../../kit/state-badge.tsx'
import { petitionWords } from '../../words/petition-words.ts'

const TONES: Record<string, Tone> = {
  received: 'warn',
  classified: 'info',
  assigned: 'info',
  answerPrepared: 'info',
  answered: 'good',
  transferred: 'quiet',
  escalated: 'quiet',
  handedOver: 'quiet',
  merged: 'quiet',
  withdrawn: 'quiet',
}

/** Where a petition stands, as sign and word. */
export function PetitionStateBadge({ state }: { state: string }) {
  const words = petitionWords[usePage().lang].states
  return <StateBadge tone={TONES[state] ?? 'quiet'} label={isPetitionState(state) ? words[state] : state} />
}

interface Marks {
  kind: string
  confidential: boolean
  sensitive?: boolean
  complex?: boolean
  offTopic?: boolean
  repeatNumber?: number
}

/** What is special about a petition: its kind where it is none of the usual, confidential, sensitive, nth time. */
export function PetitionMarks({ of }: { of: Marks }) {
  const words = petitionWords[usePage().lang]
  const ownProcedure = of.kind === 'complaint' || of.kind === 'denunciation'
  return (
    <>
      {ownProcedure ? <Badge tone="warn">{words.kinds[of.kind as 'complaint' | 'denunciation']}</Badge> : null}{' '}
      {of.confidential ? <Badge tone="bad">{words.confidential}</Badge> : null}{' '}
      {of.sensitive ? <Badge tone="warn">{words.sensitive}</Badge> : null}{' '}
      {of.complex ? <Badge>{words.complex}</Badge> : null} {of.offTopic ? <Badge>{words.offTopic}</Badge> : null}{' '}
      {(of.repeatNumber ?? 1) > 1 ? <Badge>{words.repeat(of.repeatNumber!)}</Badge> : null}
    </>
  )
}

interface DeadlineSign {
  id: number | null
  dueOn: Day
  metOn: Day | null
  state: string
  provisional: boolean
}

/** A deadline of a petition with its days left and the way to why. */
export function PetitionDue(props: {
  deadline: DeadlineSign
  calendar: WorkingCalendar
  today: Day
  whyHref: string | null
}) {
  const { deadline, calendar, today } = props
  const left = deadline.state === 'open' ? timeLeft(calendar, today, deadline.dueOn) : null
  return (
    <DueDate
      due={deadline.dueOn}
      left={left}
      met={deadline.metOn}
      provisional={deadline.provisional}
      whyHref={props.whyHref}
    />
  )
}
