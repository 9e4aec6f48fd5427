import type { ComponentChildren } from 'preact'
import type { DueDate } from '../../../deadlines/due-date-value.ts'
import { type Day, formatDay } from '../../../platform/day.ts'
import type { DeadlineRule } from '../../../regulations/regulation.ts'
import { MEETING_EVENTS } from '../../../regulations/regulation-vocabulary.ts'
import type { Fact } from '../../kit/definition-list.tsx'
import { deadlineWords } from '../../words/deadline-words.ts'
import { formatWeekday } from '../../words/format-values.ts'
import type { Lang } from '../../words/words.ts'
import { anchorLabel } from './deadline-columns.tsx'

/** How a deadline was counted, as label and value; what does not apply is left out. */
export function countingFacts(due: DueDate, firstDueOn: Day, lang: Lang): Fact[] {
  const words = deadlineWords[lang]
  const given = due.amount === 0
  return [
    {
      label: words.facts.start,
      value: `${anchorLabel(due.anchor.event, lang)} ${formatWeekday(due.anchor.date, lang)}`,
    },
    {
      label: words.facts.count,
      value: given
        ? null
        : `${words.unit[due.unit](due.amount)} ${due.direction === 'after' ? words.after : words.before}`,
    },
    { label: words.facts.skipped, value: given && due.skipped.length === 0 ? null : <Skipped due={due} lang={lang} /> },
    { label: words.facts.moved, value: due.movedFrom ? words.movedFrom(formatWeekday(due.movedFrom, lang)) : null },
    { label: words.facts.result, value: <strong>{formatWeekday(due.due, lang)}</strong> },
    { label: words.facts.first, value: firstDueOn === due.due ? null : formatWeekday(firstDueOn, lang) },
    {
      label: words.facts.reading,
      value: due.strictDue ? words.usualReading(formatWeekday(due.strictDue, lang)) : null,
    },
    {
      label: words.facts.fallback,
      value: due.insteadOf
        ? words.fallbackNote(anchorLabel(due.insteadOf, lang), anchorLabel(due.anchor.event, lang))
        : null,
    },
    { label: words.facts.cutoff, value: due.cutoff ? formatDay(due.cutoff) : null },
    { label: words.facts.instrument, value: due.instrument },
    { label: words.facts.clause, value: due.clause },
  ]
}

function Skipped({ due, lang }: { due: DueDate; lang: Lang }): ComponentChildren {
  if (due.skipped.length === 0) return deadlineWords[lang].noneSkipped
  const inOrder = [...due.skipped].sort((a, b) => (a.date < b.date ? -1 : 1))
  return (
    <ul>
      {inOrder.map((day) => (
        <li key={day.date}>
          {formatWeekday(day.date, lang)}
          {day.kind === 'weekend' ? '' : `: ${day.name}${day.notice ? `, ${day.notice}` : ''}`}
        </li>
      ))}
    </ul>
  )
}

/** What ends the clock, by the rule; null where the rule is not at hand. */
export function metByLine(rule: DeadlineRule | undefined, subjectKind: string, key: string, lang: Lang): string | null {
  const words = deadlineWords[lang]
  if (key === 'promise') return words.metByPromise
  if (subjectKind === 'report') return words.metByReport
  if (subjectKind === 'planTask' || subjectKind === 'dialogueTask') return words.metByTask
  if (subjectKind === 'supervisionAct') return words.metByAccount
  if (!rule) return null
  const events = rule.metBy.events.map((event) => MEETING_EVENTS[event][lang])
  return events.length === 1 ? events[0]! : `${words.metNeeds[rule.metBy.needs]}: ${events.join('; ')}`
}
