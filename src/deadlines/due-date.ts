import {
  addCalendarDays,
  addWorkingDays,
  type Count,
  lastGoodDayBefore,
  moveToWorkingDay,
} from '../calendar/count-days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Day, parseDay, shiftDay } from '../platform/day.ts'
import { type DeadlineRule, isInForce, type Regulation, type ReportRule } from '../regulations/regulation.ts'
import type { AnchorEvent, ReportPeriod } from '../regulations/regulation-vocabulary.ts'
import type { DueDate } from './due-date-value.ts'
import { explainReport, explainTerm } from './explain-due.ts'

export type { DueDate } from './due-date-value.ts'

/** The events that have happened (or are set), each with its day. */
export type Anchors = Partial<Record<AnchorEvent, Day>>

/** A rule together with what its regulation says about all of them; `citeRule` makes one. */
export interface CitedRule extends DeadlineRule {
  instrument: string
  instrumentId: string
  backwardReading: 'default' | 'strict'
  remindOnStrictDate: boolean
}

/** The rule with its instrument and the regulation's reading of backward terms. */
export function citeRule(regulation: Regulation, rule: DeadlineRule): CitedRule {
  return {
    ...rule,
    instrument: rule.instrument ?? regulation.number,
    instrumentId: regulation.id,
    backwardReading: rule.backwardReading ?? regulation.reading.backwardReading,
    remindOnStrictDate: regulation.reading.remindOnStrictDate,
  }
}

/** From which event and day the rule counts: its anchor, a fallback, or the anchor of an indirect dialogue. */
function findAnchor(rule: DeadlineRule, anchors: Anchors): { event: AnchorEvent; date: Day } | null {
  const events = [rule.anchor, ...rule.anchorFallbacks, ...(rule.indirectAnchor ? [rule.indirectAnchor] : [])]
  for (const event of events) {
    const date = anchors[event]
    if (date !== undefined) return { event, date }
  }
  return null
}

/** When a duty falls due and why; null while the event it counts from is unknown. Follows counting 1–5, 8, 12. */
export function computeDue(
  rule: CitedRule,
  anchors: Anchors,
  calendar: WorkingCalendar,
  options: { complex?: boolean; extended?: boolean } = {},
): DueDate | null {
  const anchor = findAnchor(rule, anchors)
  if (!anchor) return null
  const complex = options.complex === true && rule.complex !== undefined
  const extended = options.extended === true && rule.extension !== undefined
  const amount = Math.max(rule.amount, complex ? rule.complex!.amount : 0, extended ? rule.extension!.amount : 0)
  const counted =
    rule.direction === 'after'
      ? countForward(calendar, anchor.date, amount, rule.unit)
      : countBackward(calendar, anchor.date, amount, rule)
  const isFallback = anchor.event !== rule.anchor && rule.anchorFallbacks.includes(anchor.event)
  const due: Omit<DueDate, 'explanation'> = {
    key: rule.key,
    label: rule.label,
    due: counted.date,
    ...(counted.strictDue && { strictDue: counted.strictDue }),
    anchor,
    ...(isFallback && { insteadOf: rule.anchor }),
    direction: rule.direction,
    amount,
    unit: rule.unit,
    skipped: counted.skipped,
    ...(counted.movedFrom && { movedFrom: counted.movedFrom }),
    provisional: counted.provisional,
    clause: clauseOf(rule, extended, complex),
    instrument: rule.instrument,
    instrumentId: rule.instrumentId,
    extended,
    complex,
  }
  return { ...due, explanation: explainTerm(due, rule.backwardReading) }
}

interface Counted extends Count {
  movedFrom?: Day
  strictDue?: Day
}

function countForward(calendar: WorkingCalendar, start: Day, amount: number, unit: DeadlineRule['unit']): Counted {
  if (unit === 'working') return addWorkingDays(calendar, start, amount)
  const end = addCalendarDays(calendar, start, amount).date
  const moved = moveToWorkingDay(calendar, end)
  return moved.date === end ? moved : { ...moved, movedFrom: end }
}

/** Backward terms never move; in working days the strict reading (n full days between) ends one working day earlier. */
function countBackward(calendar: WorkingCalendar, start: Day, amount: number, rule: CitedRule): Counted {
  if (rule.unit === 'calendar') return addCalendarDays(calendar, start, -amount)
  const strict = addWorkingDays(calendar, start, -amount - 1)
  if (rule.backwardReading === 'strict') return strict
  const usual = addWorkingDays(calendar, start, -amount)
  return rule.remindOnStrictDate ? { ...usual, strictDue: strict.date } : usual
}

function clauseOf(rule: CitedRule, extended: boolean, complex: boolean): string {
  const clauses = [
    rule.clause,
    ...(extended ? [rule.extension!.clause] : []),
    ...(complex ? [rule.complex!.clause] : []),
  ]
  return [...new Set(clauses)].join('; ')
}

/**
 * The due dates of a report in one year, as far as the regulation is in force on them: “trước ngày” means the working
 * day before it (counting 6, 7).
 */
export function computeReportDues(
  regulation: Regulation,
  report: ReportRule,
  year: number,
  calendar: WorkingCalendar,
): DueDate[] {
  return report.dates.flatMap(({ period, month, day, wording }) => {
    const fixed = dayIn(year, `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    if (!isInForce(regulation, fixed)) return []
    const inclusive = wording === 'noLaterThan' || regulation.reading.fixedDateInclusive
    const due = lastGoodDayBefore(calendar, fixed, inclusive)
    const between = daysFrom(due, fixed)
    const value: Omit<DueDate, 'explanation'> = {
      key: report.key,
      label: report.label,
      due,
      anchor: { event: 'reportDate', date: fixed },
      direction: 'before',
      amount: 0,
      unit: 'working',
      skipped: between.flatMap((date) => {
        const off = calendar.dayOff(date)
        return off ? [{ date, ...off }] : []
      }),
      provisional: [due, ...between].some((date) => calendar.isProvisional(date)),
      clause: report.clause,
      instrument: report.instrument ?? regulation.number,
      instrumentId: regulation.id,
      extended: false,
      complex: false,
      period,
      cutoff: report.cutoff === 'lastGoodDay' ? due : dayIn(year, PERIOD_ENDS[period]),
    }
    return [{ ...value, explanation: explainReport(value, inclusive) }]
  })
}

/** The days after `from`, up to and including `to`. */
function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = shiftDay(from, 1); day <= to; day = shiftDay(day, 1)) days.push(day)
  return days
}

const PERIOD_ENDS: Record<ReportPeriod, string> = {
  Q1: '03-31',
  Q2: '06-30',
  Q3: '09-30',
  Q4: '12-31',
  H1: '06-30',
  year: '12-31',
}

function dayIn(year: number, monthAndDay: string): Day {
  return parseDay(`${String(year).padStart(4, '0')}-${monthAndDay}`)
}
