import type { Day } from '../platform/day.ts'

/** Why a day is no working day. A `swap` is the weekday off of “hoán đổi”, a `compensation` is “nghỉ bù”. */
export type DayOffKind = 'weekend' | 'holiday' | 'swap' | 'compensation'

/** The paper a row of the table rests on. */
export interface CalendarNotice {
  number: string
  /** Date of the paper; null when it is not known to whoever entered it. */
  date: Day | null
  about: string
}

/** A weekday (Monday to Friday) on which offices are closed. */
export interface OffDay {
  date: Day
  kind: Exclude<DayOffKind, 'weekend'>
  name: string
  /**
   * `compensation`: the holiday that fell on a weekly rest day (Labour Code art. 111.3).
   * `swap`: the Saturday worked instead. `holiday`: null.
   */
  for: Day | null
  /** Number of one of the year's notices; null only in a provisional year. */
  notice: string | null
}

/** A Saturday on which state bodies work (“làm bù”) and the weekday off it makes up for. */
export interface WorkedSaturday {
  date: Day
  for: Day
  notice: string | null
}

/** The official table of one year. `provisional` until a notice is issued. */
export interface CalendarYear {
  year: number
  provisional: boolean
  notices: CalendarNotice[]
  daysOff: OffDay[]
  workedSaturdays: WorkedSaturday[]
}
