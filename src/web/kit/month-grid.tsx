import type { DayOffKind } from '../../calendar/calendar-year.ts'
import { type Day, formatDay, shiftDay, weekdayOf } from '../../platform/day.ts'

/** What a day of the grid is, beyond an ordinary working day. */
export interface DayMark {
  kind: DayOffKind | 'workedSaturday'
  /** Said to screen readers and on pointing: `Nghỉ lễ: Quốc khánh`. */
  words: string
}

const LOOKS: Record<DayMark['kind'], { look: string; sign: string }> = {
  weekend: { look: 'day-weekend', sign: '' },
  holiday: { look: 'day-holiday', sign: 'lễ' },
  compensation: { look: 'day-compensation', sign: 'bù' },
  swap: { look: 'day-swap', sign: 'đổi' },
  workedSaturday: { look: 'day-worked', sign: 'làm' },
}

interface MonthGridProps {
  year: number
  /** 1 … 12 */
  month: number
  caption: string
  /** Monday first, parted by blanks. */
  weekdays: string
  markOf: (day: Day) => DayMark | null
  today?: Day
}

/** The days of a month in weeks from Monday; null where the week belongs to another month. */
export function weeksOf(year: number, month: number): (Day | null)[][] {
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01` as Day
  const days: (Day | null)[] = Array.from({ length: (weekdayOf(first) + 6) % 7 }, () => null)
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = shiftDay(day, 1)) days.push(day)
  while (days.length % 7 !== 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

function DayCell({ day, mark, today }: { day: Day | null; mark: DayMark | null; today: boolean }) {
  if (day === null) return <td />
  const look = [mark ? LOOKS[mark.kind].look : '', today ? 'day-today' : ''].filter(Boolean).join(' ')
  const named = mark !== null && mark.kind !== 'weekend'
  return (
    <td class={look} title={named ? `${formatDay(day)}: ${mark.words}` : undefined}>
      {Number(day.slice(8))}
      {named ? (
        <>
          <span class="day-sign" aria-hidden="true">
            {LOOKS[mark.kind].sign}
          </span>
          <span class="sr-only">: {mark.words}</span>
        </>
      ) : null}
    </td>
  )
}

/** A month as a table of weeks, days off and worked Saturdays with sign and colour. */
export function MonthGrid({ year, month, caption, weekdays, markOf, today }: MonthGridProps) {
  return (
    <table class="month-grid">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {weekdays.split(' ').map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, at) => (
          <tr key={`${month}-${at}`}>
            {week.map((day, weekday) => (
              <DayCell
                key={day ?? `none-${weekday}`}
                day={day}
                mark={day && markOf(day)}
                today={day !== null && day === today}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the signs mean. */
export function DayLegend({ kinds }: { kinds: readonly { kind: DayMark['kind']; label: string }[] }) {
  return (
    <ul class="day-legend">
      {kinds.map(({ kind, label }) => (
        <li key={kind}>
          <span class={`day-legend-sign ${LOOKS[kind].look}`} aria-hidden="true">
            {LOOKS[kind].sign || '7'}
          </span>
          {label}
        </li>
      ))}
    </ul>
  )
}
