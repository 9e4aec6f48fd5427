import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../platform/day.ts'
import { projectRoot } from '../platform/project-root.ts'
import { readCalendarFiles } from './calendar-files.ts'
import { addCalendarDays, addWorkingDays, lastGoodDayBefore, moveToWorkingDay, timeLeft } from './count-days.ts'
import { buildCalendar } from './working-calendar.ts'

const calendar = buildCalendar(await readCalendarFiles(join(projectRoot(), 'calendars')))
const day = parseDay

// Conference → -7, +5, +10, +15, +30 working days, counted by hand on the official table.
const WORKED_EXAMPLES = [
  ['2025-04-24', '2025-04-15', '2025-05-05', '2025-05-12', '2025-05-19', '2025-06-09'],
  ['2026-08-20', '2026-08-11', '2026-08-26', '2026-09-07', '2026-09-14', '2026-10-05'],
  ['2026-11-20', '2026-11-11', '2026-11-30', '2026-12-07', '2026-12-14', '2027-01-05'],
] as const

describe('working days', () => {
  for (const [conference, ...expected] of WORKED_EXAMPLES) {
    test(`of a conference on ${conference} end where they do by hand`, () => {
      const counted = [-7, 5, 10, 15, 30].map((count) => addWorkingDays(calendar, day(conference), count).date)
      expect(counted).toEqual(expected)
    })
  }

  test('of the conference of 29/10/2025 and of a notice received on 10/11', () => {
    const held = day('2025-10-29')
    expect(addWorkingDays(calendar, held, -7).date).toBe('2025-10-20')
    expect(addWorkingDays(calendar, held, -8).date).toBe('2025-10-17')
    expect(addWorkingDays(calendar, held, 10).date).toBe('2025-11-12')
    expect(addWorkingDays(calendar, held, 15).date).toBe('2025-11-19')
    expect(addWorkingDays(calendar, day('2025-11-10'), 15).date).toBe('2025-12-01')
  })

  test('say what was passed over, in the order of counting, and why', () => {
    const { skipped, provisional } = addWorkingDays(calendar, day('2025-04-24'), 5)
    expect(provisional).toBe(false)
    expect(skipped).toEqual([
      { date: '2025-04-27', kind: 'weekend', name: 'Chủ nhật', notice: null },
      { date: '2025-04-30', kind: 'holiday', name: 'Ngày Chiến thắng', notice: '6150/TB-BLĐTBXH' },
      { date: '2025-05-01', kind: 'holiday', name: 'Ngày Quốc tế lao động', notice: '6150/TB-BLĐTBXH' },
      { date: '2025-05-02', kind: 'swap', name: 'Hoán đổi, làm bù thứ Bảy 26/4', notice: '6150/TB-BLĐTBXH' },
      { date: '2025-05-03', kind: 'weekend', name: 'thứ Bảy', notice: null },
      { date: '2025-05-04', kind: 'weekend', name: 'Chủ nhật', notice: null },
    ])
    expect(addWorkingDays(calendar, day('2025-10-29'), -7).skipped.map((off) => off.date)).toEqual([
      '2025-10-26',
      '2025-10-25',
    ])
  })

  test('that reach 2027 are provisional, those that end before are not', () => {
    expect(addWorkingDays(calendar, day('2026-11-20'), 15).provisional).toBe(false)
    expect(addWorkingDays(calendar, day('2026-11-20'), 30).provisional).toBe(true)
    expect(addWorkingDays(calendar, day('2026-12-30'), 1)).toMatchObject({ date: '2026-12-31', provisional: false })
    // Counting back from a provisional day looks only at official ones.
    expect(addWorkingDays(calendar, day('2027-01-01'), -1)).toMatchObject({ date: '2026-12-31', provisional: false })
  })

  test('none: the same day, even a day off', () => {
    expect(addWorkingDays(calendar, day('2025-09-02'), 0)).toEqual({
      date: '2025-09-02',
      skipped: [],
      provisional: false,
    })
  })

  test('refuse what is no whole number', () => {
    expect(() => addWorkingDays(calendar, day('2025-09-02'), 1.5)).toThrow(RangeError)
    expect(() => addCalendarDays(calendar, day('2025-09-02'), Number.NaN)).toThrow(RangeError)
  })
})

describe('a term in calendar days', () => {
  test.each([
    ['2025-04-24', '2025-05-04', '2025-05-05'],
    ['2026-08-20', '2026-08-30', '2026-09-03'],
    ['2025-10-29', '2025-11-08', '2025-11-10'],
  ])('of 10 days from %s ends on %s and moves to %s (Civil Code art. 148.5)', (from, plain, moved) => {
    const count = addCalendarDays(calendar, day(from), 10)
    expect(count).toEqual({ date: plain, skipped: [], provisional: false })
    expect(moveToWorkingDay(calendar, count.date).date).toBe(moved)
  })

  test('that ends on a working day stays, and says when that day is provisional', () => {
    expect(moveToWorkingDay(calendar, day('2025-04-26'))).toEqual({
      date: '2025-04-26',
      skipped: [],
      provisional: false,
    })
    expect(moveToWorkingDay(calendar, day('2026-12-31')).provisional).toBe(false)
    expect(moveToWorkingDay(calendar, day('2027-01-01'))).toMatchObject({ date: '2027-01-04', provisional: true })
  })

  test('counts back by plain days', () => {
    expect(addCalendarDays(calendar, day('2025-03-03'), -7).date).toBe('2025-02-24')
  })
})

describe('“trước ngày …”', () => {
  test.each([
    ['2025-11-15', '2025-11-14'],
    ['2023-06-10', '2023-06-09'],
    ['2023-11-20', '2023-11-17'],
  ])('before %s the last good day is %s', (fixed, last) => {
    expect(lastGoodDayBefore(calendar, day(fixed), false)).toBe(last)
  })

  test('counts the day itself when the setting says so, but only if it is a working day', () => {
    expect(lastGoodDayBefore(calendar, day('2023-11-20'), true)).toBe('2023-11-20')
    expect(lastGoodDayBefore(calendar, day('2025-11-15'), true)).toBe('2025-11-14')
  })
})

describe('time left', () => {
  test.each([
    ['2025-10-29', '2025-11-03', 5, 3],
    ['2025-11-12', '2025-11-12', 0, 0],
    ['2025-11-13', '2025-11-12', -1, 1],
    ['2025-11-17', '2025-11-12', -5, 3],
    // Friday passed, no working day since: overdue all the same.
    ['2025-11-15', '2025-11-14', -1, 0],
    // A Saturday limit, seen on Friday: a day is left, no working day.
    ['2025-11-14', '2025-11-15', 1, 0],
    // Saturday 26/4 was worked.
    ['2025-04-25', '2025-04-28', 3, 2],
  ])('on %s for a deadline on %s: %i days, %i of them worked', (today, due, days, working) => {
    expect(timeLeft(calendar, day(today), day(due))).toEqual({ days, working })
  })
})
