import type { SkippedDay } from '../calendar/count-days.ts'
import { type Day, shiftDay, weekdayOf } from '../platform/day.ts'
import type { DueDate } from './due-date-value.ts'

/** One day of the calendar from a clock's start to its end. */
export interface StripDay {
  date: Day
  mark: 'outside' | 'start' | 'counted' | 'off' | 'due'
  /** Which of the days counted it is: 1, 2, … */
  number: number | null
  /** Why it is not counted. */
  off: SkippedDay | null
}

/** Longer clocks are told in words alone. */
const LONGEST = 120

/**
 * The weeks (Monday to Sunday) over which a deadline was counted, as it was counted then: what the calendar said on
 * that day is kept with the deadline. Null for a date that was given, not counted (a promise), and for very long clocks.
 */
export function countStrip(due: DueDate): StripDay[][] | null {
  const isReport = due.anchor.event === 'reportDate'
  if (due.amount === 0 && !isReport) return null
  const [from, to] = due.anchor.date <= due.due ? [due.anchor.date, due.due] : [due.due, due.anchor.date]
  const numbers = numbered(due, isReport)
  const off = new Map(due.skipped.map((day) => [day.date, day]))
  const weeks: StripDay[][] = []
  let day = shiftDay(from, -((weekdayOf(from) + 6) % 7))
  while (day <= to) {
    weeks.push(Array.from({ length: 7 }, (_, at) => stripDay(shiftDay(day, at), { due, from, to, numbers, off })))
    if (weeks.length * 7 > LONGEST) return null
    day = shiftDay(day, 7)
  }
  return weeks
}

/** The days counted, each with its number, away from the start. */
function numbered(due: DueDate, isReport: boolean): Map<Day, number> {
  const numbers = new Map<Day, number>()
  if (isReport) return numbers
  const step = due.direction === 'after' ? 1 : -1
  const off = new Set(due.unit === 'working' ? due.skipped.map((day) => day.date) : [])
  let day = due.anchor.date
  for (let count = 0; count < due.amount && numbers.size <= LONGEST; ) {
    day = shiftDay(day, step)
    if (off.has(day)) continue
    count += 1
    numbers.set(day, count)
    if (day === due.due) break
  }
  return numbers
}

interface Around {
  due: DueDate
  from: Day
  to: Day
  numbers: ReadonlyMap<Day, number>
  off: ReadonlyMap<Day, SkippedDay>
}

function stripDay(date: Day, { due, from, to, numbers, off }: Around): StripDay {
  const number = numbers.get(date) ?? null
  const why = off.get(date) ?? null
  if (date === due.due) return { date, mark: 'due', number, off: why }
  if (date === due.anchor.date) return { date, mark: 'start', number: null, off: why }
  if (date < from || date > to) return { date, mark: 'outside', number: null, off: null }
  // a forward term in calendar days counts days off too; only its last day moves on
  return { date, mark: why && number === null ? 'off' : 'counted', number, off: why }
}
