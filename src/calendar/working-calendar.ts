import { type Day, parseDay, shiftDay, weekdayOf, yearOf } from '../platform/day.ts'
import type { CalendarYear, DayOffKind } from './calendar-year.ts'
import { proposeYear } from './propose-year.ts'

/** Why a day is not counted. `notice` is the paper's number, null for weekends and provisional rows. */
export interface DayOff {
  kind: DayOffKind
  name: string
  notice: string | null
}

/** The working days of state bodies. All questions are answered from the table handed in; nothing is read. */
export interface WorkingCalendar {
  /** Null on a working day, a worked Saturday included. */
  dayOff(day: Day): DayOff | null
  isWorkingDay(day: Day): boolean
  /** Working days from 1 January up to and including the day: far counts need not walk. */
  workingDaysOfYearUntil(day: Day): number
  /** True when no notice has been issued for the day's year: what is said of the day may still change. */
  isProvisional(day: Day): boolean
  /** 31/12 of the last year with an issued notice; null when the table has none. */
  officialUntil: Day | null
}

const firstDayOf = (year: number) => parseDay(`${String(year).padStart(4, '0')}-01-01`)

const WEEKEND: Record<number, DayOff> = {
  0: { kind: 'weekend', name: 'Chủ nhật', notice: null },
  6: { kind: 'weekend', name: 'thứ Bảy', notice: null },
}

/** A year ready for counting: one look-up answers for a day, which is asked very often. */
interface CountedYear {
  /** every day off, weekends included */
  daysOff: Map<Day, DayOff>
  /** working days from 1 January up to and including the day */
  until: Map<Day, number>
}

function countYear(table: CalendarYear): CountedYear {
  const daysOff = daysOffOf(table)
  const until = new Map<Day, number>()
  let count = 0
  for (let day = firstDayOf(table.year); yearOf(day) === table.year; day = shiftDay(day, 1)) {
    if (!daysOff.has(day)) count += 1
    until.set(day, count)
  }
  return { daysOff, until }
}

function daysOffOf(table: CalendarYear): Map<Day, DayOff> {
  const daysOff = new Map<Day, DayOff>()
  for (let day = firstDayOf(table.year); yearOf(day) === table.year; day = shiftDay(day, 1)) {
    const weekend = WEEKEND[weekdayOf(day)]
    if (weekend) daysOff.set(day, weekend)
  }
  for (const { date, kind, name, notice } of table.daysOff) daysOff.set(date, { kind, name, notice })
  for (const { date } of table.workedSaturdays) daysOff.delete(date)
  return daysOff
}

/**
 * The calendar over a table of years; of two tables of one year the later counts. A year not in the table is taken
 * from the law (`proposeYear`) and is provisional.
 */
export function buildCalendar(years: CalendarYear[]): WorkingCalendar {
  const table = new Map(years.map((year) => [year.year, year]))
  const counted = new Map<number, CountedYear>()
  const yearWith = (day: Day) => {
    const year = yearOf(day)
    let found = counted.get(year)
    if (!found) {
      found = countYear(table.get(year) ?? proposeYear(year))
      counted.set(year, found)
    }
    return found
  }
  const dayOff = (day: Day) => yearWith(day).daysOff.get(day) ?? null
  const official = [...table.values()].filter((year) => !year.provisional).map((year) => year.year)
  return {
    dayOff,
    isWorkingDay: (day) => dayOff(day) === null,
    workingDaysOfYearUntil: (day) => yearWith(day).until.get(day) ?? 0,
    isProvisional: (day) => table.get(yearOf(day))?.provisional ?? true,
    officialUntil: official.length > 0 ? parseDay(`${Math.max(...official)}-12-31`) : null,
  }
}
