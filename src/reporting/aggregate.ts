import type { Day } from '../platform/day.ts'
import type { ReportBelow, ReportChild } from './aggregate-store.ts'
import { unitsTable } from './form-tables.ts'
import { inNameOrder } from './name-order.ts'
import type { UnitsForm } from './report-form.ts'
import type { ReportTable } from './report-table.ts'

/** What the superior sees of one authority directly below, those under it included. */
export interface AggregateLine {
  child: ReportChild
  /** reports owed or begun in this part of the tree, and those of them that were handed in */
  owed: number
  handedIn: number
  /** sums over what was handed in, in the order of the figures asked for */
  sums: number[]
}

/** Came after its day, in the program or on paper, or did not come and the day is over. */
export function isLate({ dueOn, metOn }: Pick<ReportBelow, 'dueOn' | 'metOn'>, today: Day): boolean {
  return dueOn !== null && (metOn ?? today) > dueOn
}

/**
 * The superior's table is the sum of what was handed in (submitted or accepted) in each part of the tree, by name; what
 * is not handed in counts nothing.
 */
export function aggregateOf(children: readonly ReportChild[]): AggregateLine[] {
  const lines = children.map((child): AggregateLine => {
    const line = { child, owed: child.own.owed, handedIn: child.own.handedIn, sums: child.own.figures }
    for (const { owed, handedIn, figures } of child.below) {
      line.owed += owed
      line.handedIn += handedIn
      line.sums = line.sums.map((n, at) => n + figures[at]!)
    }
    return line
  })
  return inNameOrder(lines, (line) => line.child.name)
}

/** The table of a form of units over the authorities below, with their sum; the words of a report are Vietnamese. */
export function aggregateTable(form: UnitsForm, lines: readonly AggregateLine[]): ReportTable {
  const { rows: _, ...empty } = unitsTable(form, [], true)
  const total = form.columns.map((_column, at) => lines.reduce((sum, line) => sum + line.sums[at]!, 0))
  const nameOf = ({ child, owed, handedIn }: AggregateLine) => {
    const mark = markOf(child, owed, handedIn)
    return mark ? `${child.shortName} (${mark})` : child.shortName
  }
  const rows = lines.map((line, at) => [at + 1, nameOf(line), ...line.sums])
  return { ...empty, rows, total: [null, 'Cộng', ...total] }
}

function markOf(child: ReportBelow, owed: number, handedIn: number): string | undefined {
  if (owed === 0) return 'không phải nộp'
  if (handedIn === owed) return undefined
  if (owed > 1) return `đã nộp ${handedIn}/${owed}`
  return child.onPaper ? 'nộp bằng văn bản, chưa có số liệu' : 'chưa nộp'
}
