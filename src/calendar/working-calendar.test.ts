import { join } from 'node:path'
import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { type Day, parseDay, shiftDay, weekdayOf, yearOf } from '../platform/day.ts'
import { projectRoot } from '../platform/project-root.ts'
import { readCalendarFiles } from './calendar-files.ts'
import { LUNAR_DAYS } from './lunar-days.ts'
import { proposeYear } from './propose-year.ts'
import { buildCalendar, type WorkingCalendar } from './working-calendar.ts'

const years = await readCalendarFiles(join(projectRoot(), 'calendars'))
const calendar = buildCalendar(years)

function daysOf(year: number): Day[] {
  const days: Day[] = []
  for (let day = parseDay(`${year}-01-01`); yearOf(day) === year; day = shiftDay(day, 1)) days.push(day)
  return days
}

function weekdaysOff(of: WorkingCalendar, year: number): string {
  return daysOf(year)
    .filter((day) => ![0, 6].includes(weekdayOf(day)) && !of.isWorkingDay(day))
    .map((day) => day.slice(5))
    .join(' ')
}

function workedSaturdays(year: number): string {
  return daysOf(year)
    .filter((day) => weekdayOf(day) === 6 && calendar.isWorkingDay(day))
    .map((day) => day.slice(5))
    .join(' ')
}

describe('the official table', () => {
  test.each([
    [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', ''],
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
    [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24', '01-10 08-22'],
  ])('of %i', (year, off, worked) => {
    expect(weekdaysOff(calendar, year)).toBe(off)
    expect(workedSaturdays(year)).toBe(worked)
    expect(daysOf(year).some((day) => calendar.isProvisional(day))).toBe(false)
  })

  test('is official until the end of 2026, and 2027 is provisional throughout', () => {
    expect(calendar.officialUntil).toBe('2026-12-31')
    expect(daysOf(2027).every((day) => calendar.isProvisional(day))).toBe(true)
  })

  test('has every holiday of the law, each on its day or made up for', () => {
    const paidDays = { 2023: 11, 2024: 11, 2025: 11, 2026: 12, 2027: 12 }
    for (const { year, daysOff } of years) {
      const lawful = daysOff.filter((row) => row.kind !== 'swap')
      const proposed = proposeYear(year).daysOff
      expect(lawful.map(({ date, kind, for: of }) => ({ date, kind, for: of }))).toEqual(
        proposed.map(({ date, kind, for: of }) => ({ date, kind, for: of })),
      )
      expect(lawful).toHaveLength(paidDays[year as keyof typeof paidDays])
    }
  })

  test('of 2027 holds exactly what the law gives before any notice', () => {
    expect(years.find((year) => year.year === 2027)).toEqual(proposeYear(2027))
  })

  test('gives kind, name and notice', () => {
    expect(calendar.dayOff(parseDay('2025-09-02'))).toEqual({
      kind: 'holiday',
      name: 'Quốc khánh',
      notice: '6150/TB-BLĐTBXH',
    })
    expect(calendar.dayOff(parseDay('2026-04-27'))?.kind).toBe('compensation')
    expect(calendar.dayOff(parseDay('2026-08-31'))?.kind).toBe('swap')
    expect(calendar.dayOff(parseDay('2026-04-26'))).toEqual({ kind: 'weekend', name: 'Chủ nhật', notice: null })
    expect(calendar.dayOff(parseDay('2026-08-22'))).toBeNull()
  })
})

describe('a year outside the table', () => {
  test('has the holidays of fixed date and moon, all provisional', () => {
    // 2021 as it was: 10–16/02 Tết, 21/4 Giỗ Tổ, 30/4, 03/5 for Saturday 01/5, 02–03/9.
    expect(weekdaysOff(calendar, 2021)).toBe('01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03')
    expect(daysOf(2021).every((day) => calendar.isProvisional(day))).toBe(true)
    // 2022 as it was: 03/01 for Saturday 01/01, 31/01–04/02 Tết, 11/4 for Sunday 10/4, 02–03/5, 01–02/9.
    expect(weekdaysOff(calendar, 2022)).toBe('01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02')
  })

  test('has no 24/11 before 2026 and no second day of Quốc khánh before 2021', () => {
    expect(calendar.isWorkingDay(parseDay('2022-11-24'))).toBe(true)
    expect(calendar.isWorkingDay(parseDay('2028-11-24'))).toBe(false)
    expect(weekdaysOff(calendar, 2020)).toBe('01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02')
  })

  test('beyond the lunar table still has its fixed holidays', () => {
    expect(weekdaysOff(calendar, 1999)).toBe('01-01 04-30 05-03 09-02')
  })

  test('in a table without any official year there is no “official until”', () => {
    expect(buildCalendar([]).officialUntil).toBeNull()
    expect(buildCalendar([proposeYear(2027)]).officialUntil).toBeNull()
  })
})

test('of two tables of one year the later counts', () => {
  const entered = { ...years.find((year) => year.year === 2025)!, daysOff: [], workedSaturdays: [] }
  expect(buildCalendar([...years, entered]).isWorkingDay(parseDay('2025-09-02'))).toBe(true)
})

test('the lunar days are those of the package they were generated from', () => {
  const holidays = new Holidays('VN')
  for (const year of [2007, 2024, 2027, 2030, 2053, 2089]) {
    const dates = holidays.getHolidays(year)
    const dayOf = (rule: string) => dates.find((holiday) => holiday.rule === rule)?.date.slice(0, 10)
    expect(LUNAR_DAYS[year]).toEqual({ tet: dayOf('vietnamese 1-0-1'), hungKings: dayOf('vietnamese 3-0-10') })
  }
  // Years in which the Vietnamese and the Chinese new year differ.
  expect(LUNAR_DAYS[2007]?.tet).toBe('2007-02-17')
  expect(LUNAR_DAYS[2030]?.tet).toBe('2030-02-02')
})
