import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, parseDay } from '../platform/day.ts'
import { projectRoot } from '../platform/project-root.ts'
import { readCalendarFiles } from './calendar-files.ts'
import type { CalendarYear } from './calendar-year.ts'
import { addCalendarDays, addWorkingDays, lastGoodDayBefore, moveToWorkingDay, timeLeft } from './count-days.ts'
import { buildCalendar } from './working-calendar.ts'

// The second opinion counts on whole numbers (days since 1970) with plain sets; it shares no code with the room.

const RUNS = 100_000
const dayNumber = (text: string) => Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8)) / 86_400_000
const dayText = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10) as Day
/** 1/1/1970 was a Thursday; 0 = Monday … 6 = Sunday. */
const weekday = (number: number) => (((number + 3) % 7) + 7) % 7

interface Naive {
  closed: Set<number>
  opened: Set<number>
  provisionalYears: Set<number>
}

function naiveOf(years: CalendarYear[]): Naive {
  return {
    closed: new Set(years.flatMap((year) => year.daysOff.map((row) => dayNumber(row.date)))),
    opened: new Set(years.flatMap((year) => year.workedSaturdays.map((row) => dayNumber(row.date)))),
    provisionalYears: new Set(years.filter((year) => year.provisional).map((year) => year.year)),
  }
}

const works = (naive: Naive, number: number) =>
  weekday(number) >= 5 ? naive.opened.has(number) : !naive.closed.has(number)
const isLoose = (naive: Naive, number: number) =>
  naive.provisionalYears.has(new Date(number * 86_400_000).getUTCFullYear())

function naiveWorking(naive: Naive, start: number, count: number) {
  const skipped: Day[] = []
  let provisional = false
  let at = start
  let found = 0
  while (found !== Math.abs(count)) {
    at = count > 0 ? at + 1 : at - 1
    if (isLoose(naive, at)) provisional = true
    if (works(naive, at)) found += 1
    else skipped.push(dayText(at))
  }
  return { date: dayText(at), skipped, provisional }
}

function naiveMoved(naive: Naive, end: number) {
  let at = end
  while (!works(naive, at)) at += 1
  return dayText(at)
}

function naiveBefore(naive: Naive, limit: number, inclusive: boolean) {
  let at = inclusive ? limit : limit - 1
  while (!works(naive, at)) at -= 1
  return dayText(at)
}

function naiveLeft(naive: Naive, today: number, due: number) {
  let count = 0
  for (let at = Math.min(today, due) + 1; at <= Math.max(today, due); at += 1) if (works(naive, at)) count += 1
  return { days: due - today, working: count }
}

/** A made-up table for 2019–2031: any weekdays off, any Saturdays worked, any years provisional. */
const madeUpTable: fc.Arbitrary<CalendarYear[]> = fc.tuple(
  ...Array.from({ length: 13 }, (_, index) => {
    const year = 2019 + index
    const first = dayNumber(`${year}-01-01`)
    const daysOfYear = Array.from({ length: 365 }, (_, offset) => first + offset)
    return fc.record({
      year: fc.constant(year),
      provisional: fc.boolean(),
      notices: fc.constant<CalendarYear['notices']>([]),
      daysOff: fc
        .subarray(
          daysOfYear.filter((day) => weekday(day) < 5),
          { maxLength: 60 },
        )
        .map((days) =>
          days.map((day) => ({ date: dayText(day), kind: 'holiday' as const, name: 'x', for: null, notice: null })),
        ),
      workedSaturdays: fc
        .subarray(
          daysOfYear.filter((day) => weekday(day) === 5),
          { maxLength: 12 },
        )
        .map((days) => days.map((day) => ({ date: dayText(day), for: dayText(day), notice: null }))),
    })
  }),
)

const shipped = await readCalendarFiles(join(projectRoot(), 'calendars'))
const tables = [
  ...Array.from({ length: 200 }, () => ({ years: shipped, from: '2023-05-01', to: '2027-09-30' })),
  ...fc.sample(madeUpTable, { seed: 20251029, numRuns: 200 }).map((years) => ({
    years,
    from: '2020-01-01',
    to: '2030-12-31',
  })),
].map(({ years, from, to }) => ({
  calendar: buildCalendar(years),
  naive: naiveOf(years),
  from: dayNumber(from),
  to: dayNumber(to),
}))

/** The amounts of the regulations, and anything between them. */
const amount = fc.oneof(fc.constantFrom(-8, -7, 5, 10, 15, 20, 30), fc.integer({ min: -60, max: 60 }))

test(`${RUNS.toLocaleString('en')} random starts × rules × calendars: no difference from a naive day-by-day count`, () => {
  let differences = 0
  let provisional = 0
  fc.assert(
    fc.property(fc.nat(tables.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), amount, (index, part, count) => {
      const { calendar, naive, from, to } = tables[index]!
      const start = from + Math.floor(part * (to - from))
      const day = parseDay(dayText(start))
      const working = addWorkingDays(calendar, day, count)
      const plain = addCalendarDays(calendar, day, count)
      const mine = [
        { date: working.date, skipped: working.skipped.map((off) => off.date), provisional: working.provisional },
        plain.date,
        moveToWorkingDay(calendar, plain.date).date,
        lastGoodDayBefore(calendar, day, false),
        lastGoodDayBefore(calendar, day, true),
        timeLeft(calendar, day, plain.date),
      ]
      const theirs = [
        naiveWorking(naive, start, count),
        dayText(start + count),
        naiveMoved(naive, start + count),
        naiveBefore(naive, start, false),
        naiveBefore(naive, start, true),
        naiveLeft(naive, start, start + count),
      ]
      if (working.provisional) provisional += 1
      if (JSON.stringify(mine) !== JSON.stringify(theirs)) differences += 1
      return JSON.stringify(mine) === JSON.stringify(theirs)
    }),
    { numRuns: RUNS, seed: 20261120 },
  )
  expect(differences).toBe(0)
  // The comparison is worth something only when both kinds of year were met.
  expect(provisional).toBeGreaterThan(RUNS / 20)
  expect(provisional).toBeLessThan(RUNS)
}, 120_000)
