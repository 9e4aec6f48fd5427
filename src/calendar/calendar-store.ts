import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { shippedCalendarYears } from './calendar-files.ts'
import type { CalendarYear } from './calendar-year.ts'
import { proposeYear } from './propose-year.ts'
import { readCalendarYear } from './read-calendar-year.ts'
import { buildCalendar, type WorkingCalendar } from './working-calendar.ts'

/** A table of a year and where it comes from: entered, a file of the program, or the law alone (`proposeYear`). */
export interface CurrentYear {
  table: CalendarYear
  origin: 'entered' | 'shipped' | 'law'
  /** 1, 2, … for entered tables; 0 for the others. */
  version: number
  enteredAt: Date | null
  enteredBy: number | null
  reason: string | null
}

function stored(data: unknown, year: number): CalendarYear {
  const { year: table, problems } = readCalendarYear(data)
  if (table) return table
  throw new Error(`stored calendar of ${year} is damaged: ${problems.map((p) => `${p.field}: ${p.why}`).join('; ')}`)
}

const notEntered = (table: CalendarYear, origin: 'shipped' | 'law'): CurrentYear => ({
  table,
  origin,
  version: 0,
  enteredAt: null,
  enteredBy: null,
  reason: null,
})

/** Every year of the table as it counts now, in order: what was entered last, else the file of the program. */
export async function listCurrentYears(db: Db): Promise<CurrentYear[]> {
  const rows = await db
    .selectFrom('calendarYear')
    .distinctOn('year')
    .select(['year', 'version', 'data', 'enteredAt', 'enteredBy', 'reason'])
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute()
  const years = new Map((await shippedCalendarYears()).map((table) => [table.year, notEntered(table, 'shipped')]))
  for (const { year, data, ...entered } of rows) {
    years.set(year, { table: stored(data, year), origin: 'entered', ...entered })
  }
  return [...years.values()].sort((a, b) => a.table.year - b.table.year)
}

/** The year as it counts now; what the law alone gives when it is neither entered nor shipped. */
export async function getCurrentYear(db: Db, year: number): Promise<CurrentYear> {
  const current = (await listCurrentYears(db)).find((known) => known.table.year === year)
  return current ?? notEntered(proposeYear(year), 'law')
}

/** What was ever entered for a year, newest first. */
export async function listYearVersions(db: Db, year: number): Promise<CurrentYear[]> {
  const rows = await db
    .selectFrom('calendarYear')
    .select(['version', 'data', 'enteredAt', 'enteredBy', 'reason'])
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ data, ...entered }) => ({ table: stored(data, year), origin: 'entered', ...entered }))
}

/** Adds a version; null when somebody else entered that version first. */
export async function insertYear(
  db: Db,
  row: { table: CalendarYear; version: number; reason: string; enteredBy: number | null; enteredAt: Date },
): Promise<number | null> {
  const { table, ...entered } = row
  const inserted = await db
    .insertInto('calendarYear')
    .values({ ...entered, year: table.year, provisional: table.provisional, data: JSON.stringify(table) })
    .onConflict((conflict) => conflict.columns(['year', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id ?? null
}

/** Built calendars by the fingerprint of the rows they were built from; the newest few. */
const built = new Map<string, WorkingCalendar>()
const KEPT = 8

/** The versions that count; the fingerprint is made of their contents, so it tells apart whole databases too. */
const latestVersions = sql`
  select distinct on (year) year, year || '.' || version || '.' || md5(data::text) as part, data
  from calendar_year order by year, version desc`

async function buildStoredCalendar(db: Db): Promise<WorkingCalendar> {
  // Rows and fingerprint in one query: a year entered in between must not be kept under the older fingerprint.
  const { rows } = await sql<{ year: number; part: string; data: unknown }>`${latestVersions}`.execute(db)
  const calendar = buildCalendar([
    ...(await shippedCalendarYears()),
    ...rows.map(({ year, data }) => stored(data, year)),
  ])
  if (built.size >= KEPT) built.delete(built.keys().next().value!)
  built.set(rows.map((row) => row.part).join(' '), calendar)
  return calendar
}

/**
 * The calendar that counts now. Every call asks the database for the fingerprint of its rows, so that a year entered
 * by another process, or earlier in this transaction, is seen at once; only then is the calendar built anew.
 */
export async function loadCalendar(db: Db): Promise<WorkingCalendar> {
  const { rows } = await sql<{ fingerprint: string }>`
    select coalesce(string_agg(part, ' ' order by year), '') as fingerprint from (${latestVersions}) as latest
  `.execute(db)
  return built.get(rows[0]!.fingerprint) ?? buildStoredCalendar(db)
}
