import type { SkippedDay } from '../calendar/count-days.ts'
import { formatDay, formatDayWithWeekday, shiftDay } from '../platform/day.ts'
import { ANCHOR_EVENTS, type AnchorEvent, REPORT_PERIODS } from '../regulations/regulation-vocabulary.ts'
import type { DueDate } from './due-date-value.ts'

type Unexplained = Omit<DueDate, 'explanation'>

const UNITS = { working: 'ngày làm việc', calendar: 'ngày' } as const

/** `chậm nhất thứ Tư 12/11/2025: 10 ngày làm việc sau …` for a term that counts from an event. */
export function explainTerm(due: Unexplained, backwardReading: 'default' | 'strict'): string {
  const event = ANCHOR_EVENTS[due.anchor.event as AnchorEvent].vi
  const anchor = `${event} ${formatDayWithWeekday(due.anchor.date)}`
  const count = `${due.amount} ${UNITS[due.unit]}`
  const how =
    due.direction === 'after'
      ? `${count} sau ${anchor}; ngày này không tính, đếm từ ${formatDayWithWeekday(shiftDay(due.anchor.date, 1))}`
      : `ít nhất ${count} trước ${anchor}; đếm lùi từ ${formatDayWithWeekday(shiftDay(due.anchor.date, -1))}${backwardReading === 'strict' && due.unit === 'working' ? `, đủ ${count} trọn vẹn ở giữa` : ''}`
  return sentences([
    `Chậm nhất ${formatDayWithWeekday(due.due)}: ${how}`,
    due.insteadOf && `chưa ghi nhận ${ANCHOR_EVENTS[due.insteadOf].vi} nên tạm tính từ ${event}`,
    due.movedFrom
      ? `ngày thứ ${due.amount} là ${formatDayWithWeekday(due.movedFrom)}, ngày nghỉ, nên hạn chuyển sang ngày làm việc tiếp theo (Điều 148 khoản 5 Bộ luật Dân sự 2015)`
      : listSkipped(due.skipped),
    due.extended && `đã gia hạn đến ${count}`,
    due.complex && `vụ việc phức tạp: không quá ${count}`,
    due.strictDue && `nên làm xong từ ${formatDayWithWeekday(due.strictDue)} nếu hiểu là đủ ${count} trọn vẹn ở giữa`,
    due.provisional && PROVISIONAL,
    cite(due),
  ])
}

/** `Chậm nhất thứ Sáu 14/11/2025, vì phải nộp trước ngày 15/11/2025 …` for a report. */
export function explainReport(due: Unexplained, inclusive: boolean): string {
  const period = due.period ? ` (${REPORT_PERIODS[due.period].vi})` : ''
  return sentences([
    `Chậm nhất ${formatDayWithWeekday(due.due)}: ${inclusive ? 'chậm nhất ngày' : 'trước ngày'} ${formatDay(due.anchor.date)}${period}`,
    listSkipped(due.skipped),
    due.cutoff && `chốt số liệu hết ngày ${formatDay(due.cutoff)}`,
    due.provisional && PROVISIONAL,
    cite(due),
  ])
}

const PROVISIONAL = 'hạn tạm tính, vì lịch nghỉ chính thức của năm chưa được công bố'

function listSkipped(skipped: readonly SkippedDay[]): string | false {
  if (skipped.length === 0) return false
  const inOrder = [...skipped].sort((a, b) => (a.date < b.date ? -1 : 1))
  const list = inOrder.map((day) =>
    day.kind === 'weekend'
      ? formatDayWithWeekday(day.date)
      : `${formatDayWithWeekday(day.date)} (${day.name}${day.notice ? `, ${day.notice}` : ''})`,
  )
  return `không tính ${skipped.length} ngày nghỉ: ${list.join(', ')}`
}

function cite(due: Unexplained): string {
  return `căn cứ ${due.instrument}, ${due.clause}`
}

function sentences(parts: (string | false | undefined)[]): string {
  return `${parts.filter((part): part is string => typeof part === 'string').join('; ')}.`
}
