import { addCalendarDays, addWorkingDays, type Count } from '../calendar/count-days.ts'
import type { DayOff, WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Day, readTypedDay, yearOf } from '../platform/day.ts'

export const UNITS = ['working', 'calendar'] as const
export type CountUnit = (typeof UNITS)[number]

export function isUnit(text: string): text is CountUnit {
  return (UNITS as readonly string[]).includes(text)
}

export function unitProblem(unit: string): string {
  return `UNIT: “${unit}” không có, chỉ có ${UNITS.join(', ')}`
}

/** “From this day, so many days of this unit.” */
export interface CountQuestion {
  start: Day
  count: number
  unit: CountUnit
}

/** Far beyond any term of office; keeps one mistyped line from holding up a stream. */
const LARGEST_COUNT = 20_000
const FIRST_YEAR = 1900
const LAST_YEAR = 2200

/** Reads DATE, N and the unit as typed. What is wrong is said in Vietnamese, the field first. */
export function readCountQuestion(date: string, count: string, unit = 'working'): CountQuestion | { problem: string } {
  const start = readTypedDay(date)
  if (!start) return { problem: `DATE: “${date}” không phải ngày có thật, viết NĂM-THÁNG-NGÀY, ví dụ 2025-10-29` }
  if (yearOf(start) < FIRST_YEAR || yearOf(start) > LAST_YEAR) {
    return { problem: `DATE: “${date}” nằm ngoài các năm ${FIRST_YEAR}–${LAST_YEAR}` }
  }
  if (!/^[+-]?\d+$/.test(count)) return { problem: `N: “${count}” không phải số nguyên, ví dụ 15 hoặc -7` }
  if (Math.abs(Number(count)) > LARGEST_COUNT) {
    return { problem: `N: “${count}” quá lớn, chỉ đếm đến ${LARGEST_COUNT} ngày` }
  }
  if (!isUnit(unit)) return { problem: unitProblem(unit) }
  return { start, count: Number(count), unit }
}

/** Counts as asked. A plain count of calendar days does not move off a day off; a deadline does. */
export function answerCount(calendar: WorkingCalendar, { start, count, unit }: CountQuestion): Count {
  return unit === 'working' ? addWorkingDays(calendar, start, count) : addCalendarDays(calendar, start, count)
}

/** `holiday: Quốc khánh (6150/TB-BLĐTBXH)`. */
export function whyOff({ kind, name, notice }: DayOff): string {
  return `${kind}: ${name}${notice ? ` (${notice})` : ''}`
}

/** The answer on one line: `{"date":…,"skipped":[{"date":…,"why":…}],"provisional":…}`. */
export function countAsJson({ date, skipped, provisional }: Count): string {
  return JSON.stringify({
    date,
    skipped: skipped.map((day) => ({ date: day.date, why: whyOff(day) })),
    provisional,
  })
}
