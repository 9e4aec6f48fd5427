import type { Day } from '../platform/day.ts'
import type { ReportBelow } from './aggregate-store.ts'
import { unitsTable } from './form-tables.ts'
import type { UnitsForm } from './report-form.ts'
import { isHandedIn } from './report-record.ts'
import type { ReportTable } from './report-table.ts'

/** What the superior sees of one authority directly below, those under it included. */
export interface AggregateLine {
  child: ReportBelow
  /** reports owed or begun in this part of the tree, and those of them that were handed in */
  owed: number
  handedIn: number
  /** sums over what was handed in, in the order of the figures asked for */
  sums: number[]
}

export interface Aggregate {
  lines: AggregateLine[]
  /** authorities whose report is owed and not handed in */
  missing: ReportBelow[]
}

/** Owes a report of the period, as far as its dates are followed, or has begun one. */
export function isOwed(one: ReportBelow): boolean {
  return one.dueOn !== null || one.reportId !== null
}

export function isLate(one: ReportBelow, today: Day): boolean {
  if (one.dueOn === null || one.onPaper) return false
  return isHandedIn(one.state) ? one.submittedOn! > one.dueOn : one.dueOn < today
}

/**
 * The superior's table is the sum of what was handed in (submitted or accepted) in each part of the tree; what is not
 * handed in counts nothing and is named.
 */
export function aggregateOf(reports: readonly ReportBelow[], figures: number): Aggregate {
  const children = [...new Set(reports.map((one) => one.childId))]
  const lines = children.map((childId): AggregateLine => {
    const part = reports.filter((one) => one.childId === childId)
    const handedIn = part.filter((one) => isHandedIn(one.state))
    return {
      child: part.find((one) => one.authorityId === childId) ?? part[0]!,
      owed: part.filter(isOwed).length,
      handedIn: handedIn.length,
      sums: Array.from({ length: figures }, (_, at) => handedIn.reduce((sum, one) => sum + one.figures[at]!, 0)),
    }
  })
  const missing = reports.filter((one) => isOwed(one) && !isHandedIn(one.state))
  return { lines: lines.sort((a, b) => (a.child.name < b.child.name ? -1 : 1)), missing }
}

/** The table of a form of units over the authorities below, with their sum; the words of a report are Vietnamese. */
export function aggregateTable(form: UnitsForm, { lines }: Aggregate): ReportTable {
  const keys = form.columns.map((column) => column.figure)
  return unitsTable(
    form,
    lines.map(({ child, owed, handedIn, sums }) => ({
      name: child.shortName,
      figures: Object.fromEntries(keys.map((key, at) => [key, sums[at]!])),
      mark: markOf(child, owed, handedIn),
    })),
    true,
  )
}

function markOf(child: ReportBelow, owed: number, handedIn: number): string | undefined {
  if (owed === 0) return 'không phải nộp'
  if (handedIn === owed) return undefined
  if (owed > 1) return `đã nộp ${handedIn}/${owed}`
  return child.onPaper ? 'nộp bằng văn bản, chưa có số liệu' : 'chưa nộp'
}
