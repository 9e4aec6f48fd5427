import { countStrip, type StripDay } from '../../../deadlines/count-strip.ts'
import type { DueDate } from '../../../deadlines/due-date-value.ts'
import { formatDay } from '../../../platform/day.ts'
import { deadlineWords } from '../../words/deadline-words.ts'
import type { Lang } from '../../words/words.ts'

const LOOKS: Record<StripDay['mark'], string> = {
  outside: 'text-(--ink-soft)',
  start: 'bg-neutral text-neutral-content',
  counted: 'bg-base-200',
  off: 'text-(--ink-soft) off-day',
  due: 'bg-primary text-primary-content font-bold',
}

/** The weeks over which a deadline was counted: start, each day with its number, days off struck out, the last good day. */
export function CountCalendar({ due, lang }: { due: DueDate; lang: Lang }) {
  const words = deadlineWords[lang]
  const weeks = countStrip(due)
  if (!weeks) return null
  const used = new Set(weeks.flat().map((day) => day.mark))
  return (
    <figure class="count-calendar max-w-xl">
      <table class="w-full table-fixed border-separate border-spacing-1 text-center text-sm">
        <caption class="sr-only">{words.calendar}</caption>
        <thead>
          <tr>
            {words.weekdays.split(' ').map((name) => (
              <th key={name} scope="col" class="pb-1 font-medium text-(--ink-soft)">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]!.date}>
              {week.map((day) => (
                <Cell key={day.date} day={day} due={due} lang={lang} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption>
        <ul class="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-(--ink-soft)">
          {(['start', 'counted', 'off', 'due'] as const)
            .filter((mark) => used.has(mark))
            .map((mark) => (
              <li key={mark} class="flex items-center gap-2">
                <span class={`inline-block h-4 w-4 rounded border border-(--line) ${LOOKS[mark]}`} aria-hidden="true" />
                {mark === 'start' && due.direction === 'before' ? words.marks.startBack : words.marks[mark]}
              </li>
            ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function Cell({ day, due, lang }: { day: StripDay; due: DueDate; lang: Lang }) {
  const words = deadlineWords[lang]
  const mark = day.mark === 'start' && due.direction === 'before' ? words.marks.startBack : null
  const said = [
    day.mark === 'outside' ? null : (mark ?? words.marks[day.mark]),
    day.number === null ? null : words.dayNumber(day.number),
    day.off ? `${day.off.name}${day.off.notice ? ` (${day.off.notice})` : ''}` : null,
  ].filter(Boolean)
  const [dayOfMonth, month] = [Number(day.date.slice(8, 10)), Number(day.date.slice(5, 7))]
  return (
    <td
      class={`h-12 rounded pt-1 align-top leading-tight ${LOOKS[day.mark]}`}
      title={`${formatDay(day.date)}: ${said.join(', ')}`}
    >
      <span class={day.mark === 'off' ? 'line-through' : ''}>
        {dayOfMonth === 1 || day.mark === 'start' || day.mark === 'due' ? `${dayOfMonth}/${month}` : dayOfMonth}
      </span>
      {day.number === null ? null : <span class="block text-xs font-medium">{day.number}</span>}
      {said.length > 0 ? <span class="sr-only"> {said.join(', ')}</span> : null}
    </td>
  )
}
