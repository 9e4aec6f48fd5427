import type { CitedRule, DueDate } from '../deadlines/due-date.ts'
import { formatDay, formatDayWithWeekday } from '../platform/day.ts'
import { type Regulation, regulationRef } from '../regulations/regulation.ts'
import { ANCHOR_EVENTS, type AnchorEvent, REPORT_PERIODS } from '../regulations/regulation-vocabulary.ts'
import { whyOff } from './count-question.ts'
import { textTable } from './text-table.ts'

type Waiting = { rule: CitedRule; event: AnchorEvent }[]

/** The answer for programs; a field that does not apply is null. */
export function deadlinesAsJson(regulation: Regulation, deadlines: readonly DueDate[], waiting: Waiting): string {
  const answer = {
    regulation: { id: regulation.id, version: regulation.version },
    deadlines: deadlines.map((due) => ({
      key: due.key,
      due: due.due,
      clause: due.clause,
      instrument: due.instrument,
      instrumentId: due.instrumentId,
      label: due.label,
      direction: due.direction,
      anchor: due.anchor,
      insteadOf: due.insteadOf ?? null,
      amount: due.amount,
      unit: due.unit,
      extended: due.extended,
      complex: due.complex,
      movedFrom: due.movedFrom ?? null,
      strictDue: due.strictDue ?? null,
      period: due.period ?? null,
      cutoff: due.cutoff ?? null,
      provisional: due.provisional,
      skipped: due.skipped.map((day) => ({ date: day.date, why: whyOff(day) })),
      counted: due.explanation,
    })),
    waiting: waiting.map(({ rule, event }) => ({
      key: rule.key,
      label: rule.label,
      event,
      clause: rule.clause,
      instrument: rule.instrument,
      instrumentId: rule.instrumentId,
    })),
  }
  return `${JSON.stringify(answer)}\n`
}

/** A table for people: due date, duty, how it is counted, clause; then what still waits for its event. */
export function deadlinesAsText(regulation: Regulation, deadlines: readonly DueDate[], waiting: Waiting): string {
  const table = textTable(
    ['Chậm nhất', 'Việc', 'Cách tính', 'Căn cứ', 'Ghi chú'],
    deadlines.map((due) => [
      formatDayWithWeekday(due.due),
      // “Báo cáo năm” needs no second word for its period, only which year it is
      due.period
        ? `${due.label}, ${REPORT_PERIODS[due.period].vi}${due.period === 'year' ? ` ${due.due.slice(0, 4)}` : ''}`
        : due.label,
      howCounted(due, regulation),
      `${due.instrument}, ${due.clause}`,
      notes(due).join('; '),
    ]),
  )
  const open = waiting.map(
    ({ rule, event }) => `- ${rule.label} (${rule.key}): chờ ${ANCHOR_EVENTS[event].vi} (${event})\n`,
  )
  return `${regulationRef(regulation)}: ${regulation.name}\n\n${table}${open.length > 0 ? `\nChưa có mốc tính:\n${open.join('')}` : ''}`
}

function howCounted(due: DueDate, regulation: Regulation): string {
  if (due.anchor.event === 'reportDate')
    return `${isLastDay(due, regulation) ? 'chậm nhất ngày' : 'trước ngày'} ${formatDay(due.anchor.date)}`
  const unit = due.unit === 'working' ? 'ngày làm việc' : 'ngày'
  const side = due.direction === 'before' ? 'trước' : 'sau'
  return `${due.amount} ${unit} ${side} ${ANCHOR_EVENTS[due.anchor.event as AnchorEvent].vi} ${formatDay(due.anchor.date)}`
}

/** Whether the day a report names is itself still in time (counting 6), as its explanation says. */
function isLastDay(due: DueDate, regulation: Regulation): boolean {
  const report = regulation.reports.find((one) => one.key === due.key)
  const wording = report?.dates.find((one) => one.period === due.period)?.wording
  return wording === 'noLaterThan' || regulation.reading.fixedDateInclusive
}

function notes(due: DueDate): string[] {
  const said = [
    due.extended && 'đã gia hạn',
    due.complex && 'vụ việc phức tạp',
    due.movedFrom && `chuyển từ ngày nghỉ ${formatDayWithWeekday(due.movedFrom)}`,
    due.strictDue && `nhắc từ ${formatDayWithWeekday(due.strictDue)}`,
    due.insteadOf && `tạm tính, chưa có ${ANCHOR_EVENTS[due.insteadOf].vi}`,
    due.provisional && 'hạn tạm tính, lịch nghỉ chưa công bố',
  ]
  return said.filter((one): one is string => typeof one === 'string')
}
