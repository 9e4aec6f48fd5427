import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import type { Actor } from '../changes/actor.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { performChange } from '../changes/perform-change.ts'
import { SettableClock } from '../platform/clock.ts'
import { parseDay } from '../platform/day.ts'
import { openDatabase } from '../platform/db/connection.ts'
import { BrokenRule, NotPermitted, StaleEdit } from '../platform/errors.ts'
import { loadShippedCalendar } from './calendar-files.ts'
import { getCurrentYear, listCurrentYears, listYearVersions, loadCalendar } from './calendar-store.ts'
import type { CalendarYear } from './calendar-year.ts'
import { addWorkingDays } from './count-days.ts'
import { enterCalendarYear } from './enter-calendar-year.ts'
import { proposeYear } from './propose-year.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.db.deleteFrom('calendarYear').execute()
})

const clock = new SettableClock(new Date('2026-11-20T09:00:00+07:00'))

function actor(permitted: boolean): Actor {
  return {
    accountId: null,
    displayName: 'Quản trị hệ thống',
    homeAuthorityId: 0,
    agencyId: null,
    role: 'systemAdministrator',
    may: (permission) => permitted && permission === 'calendar:enter',
  }
}

/** 2027 as a notice might fix it: 01/9 instead of 03/9 beside Quốc khánh. */
function issued(change: Partial<CalendarYear> = {}): CalendarYear {
  const number = '1/TB-BNV'
  return {
    year: 2027,
    provisional: false,
    notices: [{ number, date: null, about: 'Nghỉ lễ, Tết năm 2027' }],
    daysOff: proposeYear(2027).daysOff.map((row) => ({
      ...row,
      date: row.date === '2027-09-03' ? parseDay('2027-09-01') : row.date,
      notice: number,
    })),
    workedSaturdays: [],
    ...change,
  }
}

function enter(table: unknown, reviewedVersion = 0, permitted = true, key = randomUUID()) {
  const input = { table: stringify(table), reviewedVersion, reason: 'Đã có thông báo' }
  return performChange({ db: database.db, clock }, enterCalendarYear, {
    actor: actor(permitted),
    authorityId: 0,
    input,
    key,
  })
}

describe('entering a year', () => {
  test('makes the year official and moves what is counted over it, at once', async () => {
    const before = await loadCalendar(database.db)
    expect(addWorkingDays(before, parseDay('2027-08-31'), 1)).toMatchObject({ date: '2027-09-01', provisional: true })
    expect(await enter(issued())).toMatchObject({ ok: true, value: { year: 2027, version: 1 } })
    const after = await loadCalendar(database.db)
    expect(addWorkingDays(after, parseDay('2027-08-31'), 1)).toMatchObject({ date: '2027-09-03', provisional: false })
    expect(after.officialUntil).toBe('2027-12-31')
    expect(before.officialUntil).toBe('2026-12-31')
  })

  test('is seen by another process that had its calendar loaded, and the calendar is not rebuilt for nothing', async () => {
    const other = openDatabase(database.url)
    try {
      const loaded = await loadCalendar(other)
      expect(await loadCalendar(other)).toBe(loaded)
      await enter(issued())
      expect((await loadCalendar(other)).isProvisional(parseDay('2027-06-01'))).toBe(false)
    } finally {
      await other.destroy()
    }
  })

  test('is seen inside its own transaction and undone with it', async () => {
    const { db } = database
    const undone = db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('calendarYear')
        .values({ year: 2027, version: 1, data: JSON.stringify(issued()), provisional: false, reason: 'x' })
        .execute()
      expect((await loadCalendar(transaction)).officialUntil).toBe('2027-12-31')
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    expect((await loadCalendar(db)).officialUntil).toBe('2026-12-31')
  })

  test('leaves a log line with the reviewed difference and keeps every version', async () => {
    const first = await enter(issued())
    if (!first.ok) throw new Error('refused')
    const [line] = await listLogOf(database.db, 0, 'calendarYear', first.value.id)
    expect(line).toMatchObject({ action: 'calendar/enter-year', reason: 'Đã có thông báo' })
    expect(line!.after).toMatchObject({ year: 2027, version: 1, provisional: false, noticesAdded: ['1/TB-BNV'] })
    const moved = first.value.difference.days.filter((day) => day.movesDeadlines).map((day) => day.date)
    expect(moved).toEqual(['2027-09-01', '2027-09-03'])
    await enter(issued({ provisional: true }), 1)
    expect((await listYearVersions(database.db, 2027)).map((year) => year.version)).toEqual([2, 1])
    expect(await getCurrentYear(database.db, 2027)).toMatchObject({ version: 2, table: { provisional: true } })
  })

  test('before the table adds it to the years that count', async () => {
    const number = '1/TB'
    const older = proposeYear(2021)
    const entered = await enter({
      ...older,
      provisional: false,
      notices: [{ number, date: null, about: 'Nghỉ lễ, Tết năm 2021' }],
      daysOff: older.daysOff.map((row) => ({ ...row, notice: number })),
    })
    // What the law alone gave counted before, so nothing moves.
    expect(entered).toMatchObject({ ok: true, value: { difference: { provisional: { before: true, after: false } } } })
    if (entered.ok) expect(entered.value.difference.days.some((day) => day.movesDeadlines)).toBe(false)
    expect((await loadCalendar(database.db)).isProvisional(parseDay('2021-06-01'))).toBe(false)
    expect((await listCurrentYears(database.db)).map((year) => [year.table.year, year.version])).toEqual([
      [2021, 1],
      [2023, 0],
      [2024, 0],
      [2025, 0],
      [2026, 0],
      [2027, 0],
    ])
  })
})

describe('entering a year is refused', () => {
  test('when another version counts than the one whose difference was looked at', async () => {
    await enter(issued())
    await expect(enter(issued({ provisional: true }), 0)).rejects.toThrow(StaleEdit)
    await expect(enter(issued({ provisional: true }), 7)).rejects.toThrow(StaleEdit)
  })

  test('to all but one of several who enter at the same moment', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => enter(issued())))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StaleEdit)
    expect(await listYearVersions(database.db, 2027)).toHaveLength(1)
  })

  test('when nothing would change', async () => {
    const notices = [{ number: '1/TB-BNV', date: parseDay('2026-11-30'), about: 'Nghỉ lễ, Tết năm 2027' }]
    expect((await enter(issued())).ok).toBe(true)
    expect((await enter(issued({ notices }), 1)).ok).toBe(true)
    await expect(enter(issued({ notices }), 2)).rejects.toThrow(
      new BrokenRule('calendar/no-difference', { year: 2027 }),
    )
  })

  test('to who may not', async () => {
    await expect(enter(issued(), 0, false)).rejects.toThrow(NotPermitted)
    expect(await listYearVersions(database.db, 2027)).toEqual([])
  })

  test('when the table is wrong, or the reason is missing', async () => {
    expect(await enter({ ...issued(), daysOff: [{ date: '2027-01-02' }] })).toEqual({
      ok: false,
      errors: { table: 'notValid' },
    })
    const input = { table: stringify(issued()), reviewedVersion: '0', reason: ' ' }
    const request = { actor: actor(true), authorityId: 0, input, key: randomUUID() }
    expect(await performChange({ db: database.db, clock }, enterCalendarYear, request)).toEqual({
      ok: false,
      errors: { reason: 'required' },
    })
  })

  test('not when the same form is posted twice: one version', async () => {
    const key = randomUUID()
    await enter(issued(), 0, true, key)
    expect(await enter(issued(), 0, true, key)).toMatchObject({ ok: true, repeated: true })
    expect(await listYearVersions(database.db, 2027)).toHaveLength(1)
  })
})

test('a year neither entered nor shipped is what the law alone gives', async () => {
  expect(await getCurrentYear(database.db, 2030)).toMatchObject({
    origin: 'law',
    version: 0,
    table: { provisional: true },
  })
  expect(await getCurrentYear(database.db, 2026)).toMatchObject({ origin: 'shipped', version: 0 })
})

test('without anything entered the calendar is that of the files', async () => {
  const day = parseDay('2025-04-24')
  expect(addWorkingDays(await loadCalendar(database.db), day, 30)).toEqual(
    addWorkingDays(await loadShippedCalendar(), day, 30),
  )
})
