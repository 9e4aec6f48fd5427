import { type Day, parseDay, shiftDay, weekdayOf } from '../platform/day.ts'
import type { CalendarYear, OffDay } from './calendar-year.ts'
import { LUNAR_DAYS } from './lunar-days.ts'

const NOT_ANNOUNCED = '(ngày nghỉ chưa có thông báo)'

interface Holiday {
  date: Day
  name: string
}

/** Weekdays (0 = Sunday) of 02/9 for which the day before is off; for the others it is the day after. */
const DAY_BEFORE_NATIONAL_DAY = new Set([2, 3, 5, 6])

/** Tết: 2 days before mùng 1 and 3 from it, or 1 and 4 when that makes Monday to Friday, as in every year since 2017. */
function tetDays(firstDay: Day): Holiday[] {
  const before = weekdayOf(firstDay) === 2 ? 1 : 2
  return Array.from({ length: 5 }, (_, index) => ({
    date: shiftDay(firstDay, index - before),
    name: index === before ? 'Tết Nguyên đán (mùng 1)' : `Tết Nguyên đán ${NOT_ANNOUNCED}`,
  }))
}

/** The paid holidays of art. 112.1 Labour Code 2019, on whatever weekday they fall, in order of date. */
function holidaysOf(year: number): Holiday[] {
  const on = (monthDay: string, name: string): Holiday => ({
    date: parseDay(`${String(year).padStart(4, '0')}-${monthDay}`),
    name,
  })
  const lunar = LUNAR_DAYS[year]
  const nationalDay = on('09-02', 'Quốc khánh')
  const adjacent = DAY_BEFORE_NATIONAL_DAY.has(weekdayOf(nationalDay.date)) ? -1 : 1
  return [
    on('01-01', 'Tết Dương lịch'),
    ...(lunar ? tetDays(parseDay(lunar.tet)) : []),
    ...(lunar && year >= 2007 ? [{ date: parseDay(lunar.hungKings), name: 'Giỗ Tổ Hùng Vương' }] : []),
    on('04-30', 'Ngày Chiến thắng'),
    on('05-01', 'Ngày Quốc tế lao động'),
    nationalDay,
    // The second day came with the Labour Code 2019, in force from 2021.
    ...(year >= 2021
      ? [{ date: shiftDay(nationalDay.date, adjacent), name: `Quốc khánh, ngày liền kề ${NOT_ANNOUNCED}` }]
      : []),
    // Resolution 28/2026/QH16.
    ...(year >= 2026 ? [on('11-24', 'Ngày Văn hóa Việt Nam')] : []),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
}

const isRestDay = (day: Day) => weekdayOf(day) === 0 || weekdayOf(day) === 6

/**
 * The year as the law alone gives it, before any notice: holidays of fixed date or moon, and the next working day for
 * each that falls on a weekly rest day (art. 111.3). Always provisional; swaps cannot be known. Years outside
 * 2000–2100 lack the lunar holidays.
 */
export function proposeYear(year: number): CalendarYear {
  const holidays = holidaysOf(year)
  const rows = new Map<Day, OffDay>()
  for (const { date, name } of holidays) {
    const known = rows.get(date)
    rows.set(date, { date, kind: 'holiday', name: known ? `${known.name}, ${name}` : name, for: null, notice: null })
  }
  for (const { date, name } of holidays.filter((holiday) => isRestDay(holiday.date))) {
    let instead = shiftDay(date, 1)
    while (isRestDay(instead) || rows.has(instead)) instead = shiftDay(instead, 1)
    rows.set(instead, { date: instead, kind: 'compensation', name: `Nghỉ bù ${name}`, for: date, notice: null })
  }
  const daysOff = [...rows.values()].filter((row) => !isRestDay(row.date)).sort((a, b) => (a.date < b.date ? -1 : 1))
  return { year, provisional: true, notices: [], daysOff, workedSaturdays: [] }
}
