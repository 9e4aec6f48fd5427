import { addCalendarDays, moveToWorkingDay } from '../calendar/count-days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Day } from '../platform/day.ts'

/**
 * The last day on which an answer may be contested: so many calendar days after it, the day of the answer not counted;
 * a last day off moves to the next working day (Civil Code 2015 art. 147, 148).
 */
export function contestUntil(calendar: WorkingCalendar, answeredOn: Day, days: number): Day {
  return moveToWorkingDay(calendar, addCalendarDays(calendar, answeredOn, days).date).date
}
