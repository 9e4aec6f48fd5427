import type { Day } from '../platform/day.ts'
import type { ReportBelow, ReportChild, ReportSums } from './aggregate-store.ts'
import { unitsTable } from './form-tables.ts'
import type { UnitsForm } from './report-form.ts'
import type { ReportTable } from './report-table.ts'

/** Came after its day, in the program or on paper, or did not come and the day is over. */
export function isLate({ dueOn, metOn }: Pick<ReportBelow, 'dueOn' | 'metOn'>, today: Day): boolean {
  return dueOn !== null && (metOn ?? today) > dueOn
}

/**
 * The table of a form of units over authorities directly below, `first` the place of the first of them, with the sum of
 * the whole tree; the words of a report are Vietnamese. A zero is a figure that was reported: who handed nothing in has
 * no figures.
 */
export function aggregateTable(
  form: UnitsForm,
  children: readonly ReportChild[],
  { sums, total }: ReportSums,
  first = 1,
): ReportTable {
  const { rows: _, ...empty } = unitsTable(form, [], true)
  const figuresOf = (child: ReportChild, at: number) => (child.handedIn > 0 ? sums[at]! : total.map(() => null))
  const rows = children.map((child, at) => [first + at, nameOf(child), ...figuresOf(child, at)])
  return { ...empty, rows, total: [null, 'Cộng', ...total] }
}

function nameOf(child: ReportChild): string {
  const mark = markOf(child)
  return mark ? `${child.shortName} (${mark})` : child.shortName
}

function markOf({ owed, handedIn, onPaper, state }: ReportChild): string | undefined {
  // of one that has come from another superior, what it had handed in counts there
  if (owed === 0) return state === 'submitted' || state === 'accepted' ? 'đã nộp cho cấp trên trước' : 'không phải nộp'
  if (handedIn === owed) return undefined
  if (owed > 1) return `đã nộp ${handedIn}/${owed}`
  return onPaper ? 'nộp bằng văn bản, chưa có số liệu' : 'chưa nộp'
}
