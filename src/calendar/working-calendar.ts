import { type Day, parseDay, weekdayOf, yearOf } from '../platform/day.ts'
import type { CalendarYear, DayOffKind } from './calendar-year.ts'
import { proposeYear } from './propose-year.ts'

export type { DayOffKind } from './calendar-year.ts'

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
  /** True when no notice has been issued for the day's year: what is said of the day may still change. */
  isProvisional(day: Day): boolean
  /** 31/12 of the last year with an issued notice; null when the table has none. */
  officialUntil: Day | null
}

const WEEKEND: Record<number, DayOff> = {
  0: { kind: 'weekend', name: 'Chủ nhật', notice: null },
  6: { kind: 'weekend', name: 'thứ Bảy', notice: null },
}

/** What differs from “Monday to Friday”: a row of a weekday off, or null for a worked Saturday. */
function exceptionsOf(year: CalendarYear): Map<Day, DayOff | null> {
  return new Map<Day, DayOff | null>([
    ...year.daysOff.map(({ date, kind, name, notice }) => [date, { kind, name, notice }] as const),
    ...year.workedSaturdays.map(({ date }) => [date, null] as const),
  ])
}

/**
 * The calendar over a table of years; of two tables of one year the later counts. A year not in the table is taken
 * from the law (`proposeYear`) and is provisional.
 */
export function buildCalendar(years: CalendarYear[]): WorkingCalendar {
  const table = new Map(years.map((year) => [year.year, year]))
  const exceptions = new Map<number, Map<Day, DayOff | null>>()
  const exceptionsIn = (year: number) => {
    let found = exceptions.get(year)
    if (!found) {
      found = exceptionsOf(table.get(year) ?? proposeYear(year))
      exceptions.set(year, found)
    }
    return found
  }
  const dayOff = (day: Day) => {
    const exception = exceptionsIn(yearOf(day)).get(day)
    return exception === undefined ? (WEEKEND[weekdayOf(day)] ?? null) : exception
  }
  const official = [...table.values()].filter((year) => !year.provisional).map((year) => year.year)
  return {
    dayOff,
    isWorkingDay: (day) => dayOff(day) === null,
    isProvisional: (day) => table.get(yearOf(day))?.provisional ?? true,
    officialUntil: official.length > 0 ? parseDay(`${Math.max(...official)}-12-31`) : null,
  }
}
