import type { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { BrokenRule, StaleEdit } from '../platform/errors.ts'
import { calendarYearForm } from './calendar-forms.ts'
import { getCurrentYear, insertYear } from './calendar-store.ts'
import { compareYears, isWithoutDifference, type YearDifference } from './compare-years.ts'

export interface EnteredYear {
  id: number
  year: number
  version: number
  difference: YearDifference
}

/**
 * Stores a year's table as its next version. Throws StaleEdit when it is no longer version `reviewedVersion` that
 * counts (the difference looked at is not the one that would be made), BrokenRule `calendar/no-difference` when
 * nothing would change. Open deadlines are the caller's to recompute: `difference` says whether any can move.
 */
export async function enterYear(
  context: ChangeContext,
  { table, reviewedVersion, reason }: z.output<typeof calendarYearForm>,
): Promise<EnteredYear> {
  const current = await getCurrentYear(context.db, table.year)
  if (current.version !== reviewedVersion) throw new StaleEdit('calendarYear', { ...current })
  const difference = compareYears(current.table, table)
  if (isWithoutDifference(difference)) throw new BrokenRule('calendar/no-difference', { year: table.year })
  const version = current.version + 1
  const id = await insertYear(context.db, {
    table,
    version,
    reason,
    enteredBy: context.actor.accountId,
    enteredAt: context.now,
  })
  if (id === null) {
    throw new StaleEdit('calendarYear', { ...(await getCurrentYear(context.db, table.year)) })
  }
  context.record({
    subjectKind: 'calendarYear',
    subjectId: id,
    before: { year: table.year, version: current.version, provisional: current.table.provisional },
    after: { ...difference, version, provisional: table.provisional },
    reason,
  })
  return { id, year: table.year, version, difference }
}

/** An administrator of the installation enters or imports the official table of a year. */
export const enterCalendarYear = defineChange({
  name: 'calendar/enter-year',
  permission: 'calendar:enter',
  input: calendarYearForm,
  run: enterYear,
})
