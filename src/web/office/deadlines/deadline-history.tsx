import type { listMoves } from '../../../deadlines/deadline-store.ts'
import { type Day, formatDay } from '../../../platform/day.ts'
import { Section } from '../../kit/section.tsx'
import { Timeline, type TimelineEvent } from '../../kit/timeline.tsx'
import { deadlineWords } from '../../words/deadline-words.ts'
import type { Lang } from '../../words/words.ts'

interface DeadlineHistoryProps {
  deadline: { state: string; metOn: Day | null; metNote: string | null; voidReason: string | null; dueOn: Day }
  moves: Awaited<ReturnType<typeof listMoves>>
  lang: Lang
}

/** Every move of a deadline, newest first: old and new date, cause, reason, who and when. */
export function DeadlineHistory({ deadline, moves, lang }: DeadlineHistoryProps) {
  const words = deadlineWords[lang]
  const events: TimelineEvent[] = moves.map((move) => ({
    key: String(move.id),
    when: move.at,
    title: titleOf(move, lang),
    who: `${words.causes[move.cause as keyof typeof words.causes] ?? move.cause} · ${move.accountName ?? words.program}`,
    why: move.reason,
    tone: move.oldDueOn === null ? 'quiet' : 'warn',
    icon: move.oldDueOn === null ? 'clock' : 'arrow',
  }))
  if (deadline.state === 'met' && deadline.metOn) {
    const late = deadline.metOn > deadline.dueOn
    events.push({
      key: 'met',
      when: deadline.metOn,
      title: words.done(formatDay(deadline.metOn)),
      tone: late ? 'bad' : 'good',
      icon: late ? 'alert' : 'check',
      ...(deadline.metNote ? { body: <p>{deadline.metNote}</p> } : {}),
    })
  }
  return (
    <Section title={words.history}>
      <Timeline events={events.reverse()} />
      {deadline.state === 'void' ? (
        <p>
          {words.voided}: {deadline.voidReason}
        </p>
      ) : null}
    </Section>
  )
}

function titleOf(move: { oldDueOn: Day | null; newDueOn: Day }, lang: Lang): string {
  const words = deadlineWords[lang]
  if (move.oldDueOn === null) return words.opened(formatDay(move.newDueOn))
  if (move.oldDueOn === move.newDueOn) return words.reassigned(formatDay(move.newDueOn))
  return words.moved(formatDay(move.oldDueOn), formatDay(move.newDueOn))
}
