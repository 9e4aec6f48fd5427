import { addCalendarDays, addWorkingDays, moveToWorkingDay } from '../calendar/count-days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Day } from '../platform/day.ts'
import type { ContestTerm } from '../regulations/regulation.ts'

/**
 * The last day on which an answer may be contested: so many days after it, the day of the answer not counted; of calendar
 * days a last day off moves to the next working day (Civil Code 2015 art. 147, 148).
 */
export function contestUntil(
  calendar: WorkingCalendar,
  answeredOn: Day,
  { amount, unit }: Pick<ContestTerm, 'amount' | 'unit'>,
): Day {
  if (unit === 'working') return addWorkingDays(calendar, answeredOn, amount).date
  return moveToWorkingDay(calendar, addCalendarDays(calendar, answeredOn, amount).date).date
}
