import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCalendarFiles } from '../../calendar/calendar-files.ts'
import { timeLeft } from '../../calendar/count-days.ts'
import { buildCalendar } from '../../calendar/working-calendar.ts'
import { parseDay } from '../../platform/day.ts'
import { projectRoot } from '../../platform/project-root.ts'
import { timeLeftText } from './time-left-text.ts'

const calendar = buildCalendar(await readCalendarFiles(join(projectRoot(), 'calendars')))

// 14/11/2025 is a Friday, 20/11/2026 too; 31/8–2/9/2026 are days off, as are 16–20/02/2026 (Tết).
const ON_THE_DAYS = [
  ['2025-11-14', '2025-11-14', 'hôm nay là hạn cuối', 'due today'],
  ['2025-11-13', '2025-11-14', 'còn 1 ngày, mai là hạn cuối', '1 day left, due tomorrow'],
  ['2025-11-14', '2025-11-15', 'còn 1 ngày, mai là hạn cuối', '1 day left, due tomorrow'],
  ['2025-11-14', '2025-11-16', 'còn 2 ngày, đều là ngày nghỉ', '2 days left, none of them a working day'],
  ['2025-11-14', '2025-11-17', 'còn 1 ngày làm việc', '1 working day left'],
  ['2025-11-15', '2025-11-17', 'còn 1 ngày làm việc', '1 working day left'],
  ['2025-11-16', '2025-11-17', 'còn 1 ngày, mai là hạn cuối', '1 day left, due tomorrow'],
  ['2025-11-10', '2025-11-14', 'còn 4 ngày làm việc', '4 working days left'],
  ['2025-11-15', '2025-11-14', 'đã quá hạn (hạn là thứ Sáu 14/11/2025)', 'overdue (was due on Friday 14/11/2025)'],
  ['2025-11-16', '2025-11-14', 'đã quá hạn (hạn là thứ Sáu 14/11/2025)', 'overdue (was due on Friday 14/11/2025)'],
  ['2025-11-16', '2025-11-15', 'đã quá hạn (hạn là thứ Bảy 15/11/2025)', 'overdue (was due on Saturday 15/11/2025)'],
  ['2025-11-17', '2025-11-14', 'quá hạn 1 ngày làm việc', '1 working day overdue'],
  ['2025-11-17', '2025-11-15', 'quá hạn 1 ngày làm việc', '1 working day overdue'],
  ['2025-11-18', '2025-11-14', 'quá hạn 2 ngày làm việc', '2 working days overdue'],
  ['2026-08-28', '2026-09-02', 'còn 5 ngày, đều là ngày nghỉ', '5 days left, none of them a working day'],
  ['2026-08-28', '2026-09-03', 'còn 1 ngày làm việc', '1 working day left'],
  ['2026-02-18', '2026-02-13', 'đã quá hạn (hạn là thứ Sáu 13/02/2026)', 'overdue (was due on Friday 13/02/2026)'],
  // the Saturday that was worked instead
  ['2026-08-22', '2026-08-21', 'quá hạn 1 ngày làm việc', '1 working day overdue'],
] as const

it.each(ON_THE_DAYS)('on %s, for a deadline on %s: %s', (today, due, vi, en) => {
  const left = timeLeft(calendar, parseDay(today), parseDay(due))
  expect(timeLeftText(left, parseDay(due), 'vi')).toBe(vi)
  expect(timeLeftText(left, parseDay(due), 'en')).toBe(en)
})
