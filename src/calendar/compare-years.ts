import type { Day } from '../platform/day.ts'
import type { CalendarYear, DayOffKind } from './calendar-year.ts'

/** What a table says of one day that is not an ordinary Monday-to-Friday or weekend. */
export interface CalendarEntry {
  kind: Exclude<DayOffKind, 'weekend'> | 'workedSaturday'
  name: string
  for: Day | null
  notice: string | null
}

export interface ChangedDay {
  date: Day
  change: 'added' | 'removed' | 'changed'
  before: CalendarEntry | null
  after: CalendarEntry | null
  /** True when the day starts or stops being a working day, so that open deadlines may move. */
  movesDeadlines: boolean
}

/** The reviewed difference of an import: what a person looks at before a year is entered. */
export interface YearDifference {
  year: number
  days: ChangedDay[]
  /** Set when the year becomes official (or, wrongly entered before, provisional again). */
  provisional: { before: boolean | null; after: boolean } | null
  noticesAdded: string[]
  noticesRemoved: string[]
  /** Same number, other date or subject. */
  noticesChanged: string[]
}

/** True when entering the year would change nothing. */
export function isWithoutDifference(difference: YearDifference): boolean {
  const { days, provisional, noticesAdded, noticesRemoved, noticesChanged } = difference
  return provisional === null && [days, noticesAdded, noticesRemoved, noticesChanged].every((list) => list.length === 0)
}

function entriesOf(year: CalendarYear | null): Map<Day, CalendarEntry> {
  if (!year) return new Map()
  return new Map<Day, CalendarEntry>([
    ...year.daysOff.map(({ date, ...entry }) => [date, entry] as const),
    ...year.workedSaturdays.map(
      ({ date, ...saturday }) => [date, { kind: 'workedSaturday' as const, name: 'Làm bù', ...saturday }] as const,
    ),
  ])
}

const same = (a: CalendarEntry, b: CalendarEntry) =>
  a.kind === b.kind && a.name === b.name && a.for === b.for && a.notice === b.notice

/** Every day that differs between two tables of one year, in order of date; `before` is null for a new year. */
export function compareYears(before: CalendarYear | null, after: CalendarYear): YearDifference {
  const old = entriesOf(before)
  const now = entriesOf(after)
  const days: ChangedDay[] = []
  for (const date of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const was = old.get(date) ?? null
    const is = now.get(date) ?? null
    if (was && is && same(was, is)) continue
    const change = was ? (is ? 'changed' : 'removed') : 'added'
    // Each entry departs from the weekday's nature in one direction only, so kind alone cannot move a deadline.
    days.push({ date, change, before: was, after: is, movesDeadlines: was === null || is === null })
  }
  const noticesBefore = new Map(before?.notices.map((notice) => [notice.number, notice]))
  const noticesAfter = new Map(after.notices.map((notice) => [notice.number, notice]))
  return {
    year: after.year,
    days,
    provisional:
      before?.provisional === after.provisional
        ? null
        : { before: before?.provisional ?? null, after: after.provisional },
    noticesAdded: [...noticesAfter.keys()].filter((number) => !noticesBefore.has(number)),
    noticesRemoved: [...noticesBefore.keys()].filter((number) => !noticesAfter.has(number)),
    noticesChanged: [...noticesAfter.values()]
      .filter(({ number, date, about }) => {
        const was = noticesBefore.get(number)
        return was !== undefined && (was.date !== date || was.about !== about)
      })
      .map((notice) => notice.number),
  }
}
