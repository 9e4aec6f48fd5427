import { daysBetween, formatDay, formatDayWithWeekday, weekdayOf, yearOf } from '../platform/day.ts'
import type { CalendarYear, OffDay, WorkedSaturday } from './calendar-year.ts'

/** What is wrong with which field (`daysOff[3].date`), in Vietnamese. */
export interface CalendarProblem {
  field: string
  why: string
}

/** A holiday is made up for within days; farther away is a slip of the pen. */
const LONGEST_WAIT_FOR_COMPENSATION = 14

const isWeekday = (weekday: number) => weekday >= 1 && weekday <= 5

function checkOffDay(row: OffDay, year: CalendarYear, say: (field: string, why: string) => void): void {
  if (yearOf(row.date) !== year.year) say('date', `${row.date} không thuộc năm ${year.year}`)
  if (!isWeekday(weekdayOf(row.date))) {
    say(
      'date',
      `${formatDayWithWeekday(row.date)} vốn là ngày nghỉ hằng tuần, chỉ ghi ngày nghỉ từ thứ Hai đến thứ Sáu`,
    )
  }
  if (row.kind === 'holiday') {
    if (row.for) say('for', 'chỉ dùng cho ngày nghỉ bù (compensation) và ngày hoán đổi (swap)')
    return
  }
  if (!row.for) {
    const meaning = row.kind === 'swap' ? 'thứ Bảy làm bù' : 'ngày lễ trùng ngày nghỉ hằng tuần'
    say('for', `thiếu, phải ghi ${meaning}`)
    return
  }
  if (row.kind === 'swap') {
    const worked = year.workedSaturdays.find((saturday) => saturday.date === row.for)
    if (yearOf(row.for) === year.year && worked?.for !== row.date) {
      say('for', `${formatDay(row.for)} không có trong workedSaturdays là ngày làm bù cho ${formatDay(row.date)}`)
    }
    return
  }
  if (isWeekday(weekdayOf(row.for))) {
    say('for', `${formatDayWithWeekday(row.for)} không trùng ngày nghỉ hằng tuần nên không được nghỉ bù (Điều 111.3)`)
  }
  const wait = daysBetween(row.for, row.date)
  if (wait < 1 || wait > LONGEST_WAIT_FOR_COMPENSATION) {
    say('for', `ngày nghỉ bù phải sau ngày lễ, không quá ${LONGEST_WAIT_FOR_COMPENSATION} ngày`)
  }
}

function checkWorkedSaturday(row: WorkedSaturday, year: CalendarYear, say: (field: string, why: string) => void): void {
  if (yearOf(row.date) !== year.year) say('date', `${row.date} không thuộc năm ${year.year}`)
  if (weekdayOf(row.date) !== 6) say('date', `${formatDayWithWeekday(row.date)} không phải thứ Bảy`)
  const swapped = year.daysOff.find((off) => off.date === row.for)
  if (Math.abs(yearOf(row.for) - year.year) > 1) {
    say('for', `${formatDay(row.for)} quá xa năm ${year.year}`)
  } else if (yearOf(row.for) === year.year && (swapped?.kind !== 'swap' || swapped.for !== row.date)) {
    say('for', `${formatDay(row.for)} không có trong daysOff là ngày hoán đổi (swap) với ${formatDay(row.date)}`)
  }
}

function repeated<Row>(rows: Row[], keyOf: (row: Row) => string): number[] {
  const first = new Map<string, number>()
  return rows.flatMap((row, index) => {
    if (first.has(keyOf(row))) return [index]
    first.set(keyOf(row), index)
    return []
  })
}

/** What the rows of a year must be to each other: in the year, on the right weekday, each once, each with its paper. */
export function checkCalendarYear(year: CalendarYear): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  const sayAt = (place: string) => (field: string, why: string) =>
    void problems.push({ field: field ? `${place}.${field}` : place, why })
  const known = new Set(year.notices.map((notice) => notice.number))
  const checkNotice = (row: { notice: string | null }, say: (field: string, why: string) => void) => {
    if (row.notice && !known.has(row.notice)) say('notice', `${row.notice} không có trong danh sách notices`)
    if (!row.notice && !year.provisional) say('notice', 'thiếu số thông báo (chỉ năm tạm tính mới được để trống)')
  }
  if (!year.provisional && year.notices.length === 0) {
    sayAt('notices')('', 'năm chính thức (provisional: false) phải có ít nhất một thông báo')
  }
  year.daysOff.forEach((row, index) => {
    const say = sayAt(`daysOff[${index}]`)
    checkOffDay(row, year, say)
    checkNotice(row, say)
  })
  year.workedSaturdays.forEach((row, index) => {
    const say = sayAt(`workedSaturdays[${index}]`)
    checkWorkedSaturday(row, year, say)
    checkNotice(row, say)
  })
  const lists = { daysOff: year.daysOff, workedSaturdays: year.workedSaturdays }
  for (const [list, rows] of Object.entries(lists)) {
    for (const index of repeated<{ date: string }>(rows, (row) => row.date)) {
      sayAt(`${list}[${index}]`)('date', `${formatDay(rows[index]!.date)} đã ghi ở trên`)
    }
  }
  for (const index of repeated(year.notices, (notice) => notice.number)) {
    sayAt(`notices[${index}]`)('number', `${year.notices[index]!.number} đã ghi ở trên`)
  }
  return problems
}
