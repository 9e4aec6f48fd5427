import { z } from 'zod'
import { text } from '../platform/form-fields.ts'
import type { CalendarYear } from './calendar-year.ts'
import { parseCalendarYear } from './read-calendar-year.ts'

/** A year's table as YAML or JSON, pasted or from a file. What is wrong row by row: `parseCalendarYear`. */
const yearTable = z
  .string()
  .min(1, 'required')
  .max(100_000, 'tooLong')
  .transform((typed, context): CalendarYear => {
    const { year } = parseCalendarYear(typed)
    if (year) return year
    context.addIssue({ code: 'custom', message: 'notValid' })
    return z.NEVER
  })

/** Entering a year after its difference from version `reviewedVersion` (0: the shipped table, or none) was looked at. */
export const calendarYearForm = z.object({
  table: yearTable,
  reviewedVersion: z.coerce.number('required').int('notValid').min(0, 'notValid'),
  reason: text(1000),
})
