import { type Day, daysBetween, shiftDay, yearOf } from '../platform/day.ts'
import type { DayOff, WorkingCalendar } from './working-calendar.ts'

/** A day passed over while counting, and why. */
export interface SkippedDay extends DayOff {
  date: Day
}

/** Where a count ends, in the order of counting what it passed over, and whether a notice may still change it. */
export interface Count {
  date: Day
  skipped: SkippedDay[]
  provisional: boolean
}

function step(day: Day, by: number): Day {
  const next = shiftDay(day, by)
  // Beyond the years 0000–9999 ISO days grow a sign.
  if (!/^\d/.test(next)) throw new RangeError(`beyond the calendar: ${day} ${by}`)
  return next
}

function requireWhole(count: number): void {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of days: ${count}`)
}

/**
 * The `count`-th working day after `start` (before it when negative; `start` itself when 0). Day 0 is not counted
 * (Civil Code 2015 art. 147.2), so `start` may be a day off. Counted day by day; provisional when any day looked at
 * is. Throws RangeError when `count` is no whole number or the years 0000–9999 are left.
 */
export function addWorkingDays(calendar: WorkingCalendar, start: Day, count: number): Count {
  requireWhole(count)
  const direction = Math.sign(count)
  const skipped: SkippedDay[] = []
  let date = start
  let provisional = false
  for (let left = Math.abs(count); left > 0; ) {
    date = step(date, direction)
    provisional ||= calendar.isProvisional(date)
    const off = calendar.dayOff(date)
    if (off) skipped.push({ date, ...off })
    else left -= 1
  }
  return { date, skipped, provisional }
}

/**
 * The plain count of calendar days: no day is skipped, the end does not move (see `moveToWorkingDay`), and as no day
 * off is asked for, the result is never provisional.
 */
export function addCalendarDays(_calendar: WorkingCalendar, start: Day, count: number): Count {
  requireWhole(count)
  return { date: step(start, count), skipped: [], provisional: false }
}

/**
 * The end of a forward term in calendar days: a last day that is a day off moves to the next working day
 * (Civil Code 2015 art. 148.5). `skipped` holds the days off moved over. Backward terms never move.
 */
export function moveToWorkingDay(calendar: WorkingCalendar, date: Day): Count {
  const skipped: SkippedDay[] = []
  let end = date
  let provisional = calendar.isProvisional(end)
  for (let off = calendar.dayOff(end); off; off = calendar.dayOff(end)) {
    skipped.push({ date: end, ...off })
    end = step(end, 1)
    provisional ||= calendar.isProvisional(end)
  }
  return { date: end, skipped, provisional }
}

/** “Trước ngày …”: the last working day strictly before `day`, or not after it when `inclusive`. */
export function lastGoodDayBefore(calendar: WorkingCalendar, day: Day, inclusive: boolean): Day {
  if (inclusive && calendar.isWorkingDay(day)) return day
  return addWorkingDays(calendar, day, -1).date
}

/** How far a due day lies from today. */
export interface TimeLeft {
  /** calendar days to it: 0 on the day itself, negative once it has passed */
  days: number
  /** working days between, the earlier of the two days not counted; never negative */
  working: number
}

/** Time left until the end of `due`, or since then. On a Saturday a Friday is 0 working days over and overdue all the same. */
export function timeLeft(calendar: WorkingCalendar, today: Day, due: Day): TimeLeft {
  const [from, to] = today <= due ? [today, due] : [due, today]
  let count = calendar.workingDaysOfYearUntil(to) - calendar.workingDaysOfYearUntil(from)
  for (let year = yearOf(from); year < yearOf(to); year += 1) {
    count += calendar.workingDaysOfYearUntil(`${String(year).padStart(4, '0')}-12-31` as Day)
  }
  return { days: daysBetween(today, due), working: count }
}
