import { parseDocument } from 'yaml'
import type { CalendarYear } from './calendar-year.ts'
import { calendarYearSchema, vietnameseProblem } from './calendar-year-schema.ts'
import { type CalendarProblem, checkCalendarYear } from './check-calendar-year.ts'

/** A year that can be used, or everything that is wrong with it. */
export type CalendarYearReading = { year: CalendarYear; problems: [] } | { year: null; problems: CalendarProblem[] }

function fieldName(path: PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`
    return name ? `${name}.${String(key)}` : String(key)
  }, '')
}

const byDate = (a: { date: string }, b: { date: string }) => (a.date < b.date ? -1 : 1)

/** Checks a value (from a file, a form or the database) as a year's table; rows come back in order of date. */
export function readCalendarYear(value: unknown): CalendarYearReading {
  const parsed = calendarYearSchema.safeParse(value, { error: vietnameseProblem })
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      field: fieldName(issue.path) || '(cả tệp)',
      why: issue.message,
    }))
    return { year: null, problems }
  }
  const problems = checkCalendarYear(parsed.data)
  if (problems.length > 0) return { year: null, problems }
  const { daysOff, workedSaturdays } = parsed.data
  return {
    year: { ...parsed.data, daysOff: daysOff.toSorted(byDate), workedSaturdays: workedSaturdays.toSorted(byDate) },
    problems: [],
  }
}

/** Reads the text of a year file, YAML or JSON. */
export function parseCalendarYear(text: string): CalendarYearReading {
  const document = parseDocument(text)
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      field: error.linePos ? `dòng ${error.linePos[0].line}` : '(cả tệp)',
      why: `không đọc được YAML: ${error.message.split('\n')[0]}`,
    }))
    return { year: null, problems }
  }
  return readCalendarYear(document.toJS())
}
