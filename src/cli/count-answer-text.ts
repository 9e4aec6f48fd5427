import type { Count } from '../calendar/count-days.ts'
import type { DayOff, WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Day, formatDay, formatDayWithWeekday, shiftDay, weekdayOf } from '../platform/day.ts'
import type { CountQuestion } from './count-question.ts'

function reasonOf({ kind, name }: DayOff): string {
  if (kind === 'weekend') return 'nghỉ hằng tuần'
  // The names of the other kinds say themselves that they are “nghỉ bù” or “hoán đổi”.
  return kind === 'holiday' ? `nghỉ lễ, tết: ${name}` : name
}

/** `thứ Ba 02/9/2025 – nghỉ lễ, tết: Quốc khánh (6150/TB-BLĐTBXH)`. */
export function dayOffLine(date: Day, off: DayOff): string {
  return `  ${formatDayWithWeekday(date)} – ${reasonOf(off)}${off.notice ? ` (${off.notice})` : ''}`
}

function workedSaturdays(calendar: WorkingCalendar, from: Day, to: Day): Day[] {
  const found: Day[] = []
  for (let day = from; day <= to; day = shiftDay(day, 1)) {
    if (weekdayOf(day) === 6 && calendar.isWorkingDay(day)) found.push(day)
  }
  return found
}

/** Until when the calendar rests on issued notices, as a sentence. */
export function officialUntilText(calendar: WorkingCalendar): string {
  return calendar.officialUntil
    ? `Lịch chính thức đến hết ${formatDay(calendar.officialUntil)}.`
    : 'Chưa có năm nào có lịch chính thức.'
}

/** How the date was found, for a person: start, result, what was passed over and why. */
export function countAsText(calendar: WorkingCalendar, { start, count, unit }: CountQuestion, answer: Count): string {
  const unitWords = unit === 'working' ? 'ngày làm việc' : 'ngày'
  const lines = [
    `Kết quả: ${formatDayWithWeekday(answer.date)}`,
    `Từ ${formatDayWithWeekday(start)} (ngày này không tính), đếm ${count < 0 ? 'lùi' : 'tới'} ${Math.abs(count)} ${unitWords}.`,
  ]
  if (answer.skipped.length > 0) {
    lines.push(`Không tính ${answer.skipped.length} ngày nghỉ:`)
    lines.push(...answer.skipped.map((day) => dayOffLine(day.date, day)))
  }
  if (unit === 'working' && count !== 0) {
    const [from, to] = count > 0 ? [shiftDay(start, 1), answer.date] : [answer.date, shiftDay(start, -1)]
    const worked = workedSaturdays(calendar, from, to)
    if (worked.length > 0) lines.push(`Có tính ngày làm bù: ${worked.map(formatDayWithWeekday).join(', ')}.`)
  }
  if (answer.provisional) {
    lines.push(`TẠM TÍNH: có ngày thuộc năm chưa có thông báo nghỉ lễ, tết. ${officialUntilText(calendar)}`)
  }
  return `${lines.join('\n')}\n`
}
