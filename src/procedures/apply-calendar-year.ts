import type { z } from 'zod'
import { calendarYearForm } from '../calendar/calendar-forms.ts'
import { type EnteredYear, enterYear } from '../calendar/enter-calendar-year.ts'
import type { Actor } from '../changes/actor.ts'
import { appendToLog } from '../changes/change-log-store.ts'
import { type ChangeContext, defineChange, type LogEntry } from '../changes/define-change.ts'
import { type ChangeRuntime, requirePermission } from '../changes/perform-change.ts'
import { dayOf, parseDay } from '../platform/day.ts'
import { type CalendarMove, lastMoveId, listAuthoritiesCountingIn, listCalendarMoves } from './calendar-move-store.ts'
import { openReportDeadlines } from './open-report-deadlines.ts'
import { recountOpenDeadlines } from './refresh-deadlines.ts'

export interface AppliedYear extends EnteredYear {
  moves: CalendarMove[]
}

type YearInput = z.output<typeof calendarYearForm>

/**
 * Enters a year and, in the same transaction, counts every open deadline of every authority again that the year can
 * touch: the date promised before stays in its history with the reason (counting, the official calendar).
 */
export const applyCalendarYear = defineChange({
  name: 'calendar/apply-year',
  permission: 'calendar:enter',
  input: calendarYearForm,
  run: applyYear,
})

async function applyYear(context: ChangeContext, input: YearInput): Promise<AppliedYear> {
  const before = await lastMoveId(context.db)
  const entered = await enterYear(context, input)
  if (entered.difference.days.some((day) => day.movesDeadlines) || entered.difference.provisional !== null) {
    for (const authorityId of await listAuthoritiesCountingIn(context.db, entered.year)) {
      await recountAt(context, authorityId, entered.year, `Lịch nghỉ năm ${entered.year} thay đổi: ${input.reason}`)
    }
  }
  return { ...entered, moves: await listCalendarMoves(context.db, before, context.now) }
}

/** Recounts the deadlines of one authority; what moves is written into the log of that authority. */
async function recountAt(context: ChangeContext, authorityId: number, year: number, reason: string): Promise<void> {
  if (authorityId === context.authorityId) return recount(context, year, reason)
  const entries: LogEntry[] = []
  const record = (entry: LogEntry) => void entries.push({ action: applyCalendarYear.name, ...entry })
  await recount({ ...context, authorityId, record }, year, reason)
  if (entries.length === 0) return
  // the agency of the one who acts is none of this authority's
  const actor: Actor = { ...context.actor, agencyId: null }
  await appendToLog(context.db, { authorityId, at: context.now, actor, requestKey: null }, entries)
}

/** Of the reports only those already among the deadlines are looked at: a change of the calendar opens none. */
const NEVER = parseDay('9999-12-31')

async function recount(context: ChangeContext, year: number, reason: string): Promise<void> {
  await recountOpenDeadlines(context, reason)
  await openReportDeadlines(context, year, NEVER)
}

/** Ends a trial: everything it did is undone. */
class Undone extends Error {}

/**
 * What entering the year would do, found by doing it and undoing it: the difference and every deadline that would
 * move. Throws as the change itself does (StaleEdit, BrokenRule, NotPermitted).
 */
export async function tryCalendarYear(
  runtime: ChangeRuntime,
  request: { actor: Actor; authorityId: number; input: Omit<YearInput, 'reason'> },
): Promise<AppliedYear> {
  const { actor, authorityId, input } = request
  requirePermission(actor, applyCalendarYear.permission, { authorityId })
  const now = runtime.clock.now()
  let found: AppliedYear | null = null
  try {
    await runtime.db.transaction().execute(async (db) => {
      const context: ChangeContext = { db, actor, authorityId, now, today: dayOf(now), record: () => {} }
      found = await applyYear(context, { ...input, reason: '(xem trước)' })
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return found!
}
