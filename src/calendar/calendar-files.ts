import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../platform/project-root.ts'
import type { CalendarYear } from './calendar-year.ts'
import { parseCalendarYear } from './read-calendar-year.ts'
import { buildCalendar, type WorkingCalendar } from './working-calendar.ts'

/** Thrown when a year file that comes with the program cannot be used: says which field of which file, and why. */
export class CalendarFileError extends Error {
  override name = 'CalendarFileError'
}

async function readFileOfYear(folder: string, name: string): Promise<CalendarYear> {
  const { year, problems } = parseCalendarYear(await readFile(join(folder, name), 'utf8'))
  if (!year) {
    throw new CalendarFileError(problems.map(({ field, why }) => `${name}: ${field}: ${why}`).join('\n'))
  }
  if (name !== `${year.year}.yaml`)
    throw new CalendarFileError(`${name}: year: phải trùng tên tệp, tệp ghi ${year.year}`)
  return year
}

/** The tables that come with the program: every `YYYY.yaml` of the folder, in order of year. */
export async function readCalendarFiles(folder: string): Promise<CalendarYear[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(names.map((name) => readFileOfYear(folder, name)))
}

let shipped: Promise<CalendarYear[]> | null = null

/** The tables of the program's own `calendars/`, read once: these files change only with the program. */
export function shippedCalendarYears(): Promise<CalendarYear[]> {
  shipped ??= readCalendarFiles(join(projectRoot(), 'calendars'))
  return shipped
}

/** The calendar of the program's own files alone, for commands that run without a database. */
export async function loadShippedCalendar(): Promise<WorkingCalendar> {
  return buildCalendar(await shippedCalendarYears())
}
