import type { SkippedDay } from '../calendar/count-days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Day, formatDayWithWeekday, parseDay, shiftDay, weekdayOf, yearOf } from '../platform/day.ts'
import { dayOffLine, officialUntilText } from './count-answer-text.ts'

/** What a calendar says of a year beyond “Monday to Friday”. */
export interface YearTable {
  year: number
  provisional: boolean
  daysOff: SkippedDay[]
  workedSaturdays: Day[]
}

export function tableOf(calendar: WorkingCalendar, year: number): YearTable {
  const first = parseDay(`${year}-01-01`)
  const table: YearTable = { year, provisional: calendar.isProvisional(first), daysOff: [], workedSaturdays: [] }
  for (let date = first; yearOf(date) === year; date = shiftDay(date, 1)) {
    const off = calendar.dayOff(date)
    if (off && off.kind !== 'weekend') table.daysOff.push({ date, ...off })
    if (!off && weekdayOf(date) === 6) table.workedSaturdays.push(date)
  }
  return table
}

export function tableAsText(calendar: WorkingCalendar, table: YearTable): string {
  const lines = [
    `Năm ${table.year}${table.provisional ? ' (TẠM TÍNH, chưa có thông báo)' : ''}`,
    `Ngày nghỉ (${table.daysOff.length}, không kể thứ Bảy, Chủ nhật):`,
    ...table.daysOff.map((day) => dayOffLine(day.date, day)),
    table.workedSaturdays.length > 0
      ? `Làm bù: ${table.workedSaturdays.map(formatDayWithWeekday).join(', ')}`
      : 'Không có ngày làm bù.',
    officialUntilText(calendar),
  ]
  return `${lines.join('\n')}\n`
}
