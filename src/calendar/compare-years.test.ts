import { expect, test } from 'vitest'
import { parseDay } from '../platform/day.ts'
import type { CalendarYear } from './calendar-year.ts'
import { compareYears, isWithoutDifference } from './compare-years.ts'
import { proposeYear } from './propose-year.ts'

const before = proposeYear(2027)
const number = '1/TB-BNV'
const issued: CalendarYear = {
  year: 2027,
  provisional: false,
  notices: [{ number, date: null, about: 'Nghỉ lễ, Tết năm 2027' }],
  daysOff: [
    ...before.daysOff.filter((row) => row.date !== '2027-09-03').map((row) => ({ ...row, notice: number })),
    {
      date: parseDay('2027-09-01'),
      kind: 'holiday' as const,
      name: 'Quốc khánh (ngày liền kề)',
      for: null,
      notice: number,
    },
  ],
  workedSaturdays: [],
}

test('a year equal to itself has no difference', () => {
  expect(compareYears(issued, issued)).toEqual({
    year: 2027,
    days: [],
    provisional: null,
    noticesAdded: [],
    noticesRemoved: [],
    noticesChanged: [],
  })
  expect(isWithoutDifference(compareYears(issued, issued))).toBe(true)
})

test('a notice whose date became known is a difference', () => {
  const notices = [{ ...issued.notices[0]!, date: parseDay('2026-11-30') }]
  const difference = compareYears(issued, { ...issued, notices })
  expect(difference).toMatchObject({ days: [], noticesAdded: [], noticesRemoved: [], noticesChanged: [number] })
  expect(isWithoutDifference(difference)).toBe(false)
})

test('an issued notice shows which days were added, removed and changed, and which of them move deadlines', () => {
  const difference = compareYears(before, issued)
  expect(difference.provisional).toEqual({ before: true, after: false })
  expect(difference.noticesAdded).toEqual([number])
  expect(difference.days.filter((day) => day.movesDeadlines).map((day) => [day.date, day.change])).toEqual([
    ['2027-09-01', 'added'],
    ['2027-09-03', 'removed'],
  ])
  expect(difference.days.filter((day) => day.change === 'changed')).toHaveLength(before.daysOff.length - 1)
  const named = difference.days.find((day) => day.date === '2027-04-16')
  expect(named).toMatchObject({ before: { notice: null }, after: { notice: number }, movesDeadlines: false })
})

test('a worked Saturday is a day of the difference', () => {
  const workedSaturdays = [{ date: parseDay('2027-08-28'), for: parseDay('2027-09-03'), notice: number }]
  const { days } = compareYears(issued, { ...issued, workedSaturdays })
  expect(days).toEqual([
    {
      date: '2027-08-28',
      change: 'added',
      before: null,
      after: { kind: 'workedSaturday', name: 'Làm bù', for: '2027-09-03', notice: number },
      movesDeadlines: true,
    },
  ])
})

test('a new year has only added days', () => {
  const difference = compareYears(null, issued)
  expect(difference.provisional).toEqual({ before: null, after: false })
  expect(new Set(difference.days.map((day) => day.change))).toEqual(new Set(['added']))
  expect(difference.days).toHaveLength(issued.daysOff.length)
})
