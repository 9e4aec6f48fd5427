import type { Day } from '../platform/day.ts'
import { PAPER_KINDS, type PaperKind } from './paper-kinds.ts'
import { keysOf, REPORT_PERIODS, type ReportPeriod } from './regulation-vocabulary.ts'

const PERIODS = keysOf(REPORT_PERIODS)

/** A period of reporting as the subject of deadlines and papers: the year and the place of the period in its list. */
export function reportSubjectId(year: number, period: ReportPeriod): number {
  return year * 10 + PERIODS.indexOf(period) + 1
}

/** The way back from `reportSubjectId`; null for a number that names no period. */
export function readReportSubject(id: number): { year: number; period: ReportPeriod } | null {
  const period = PERIODS[(id % 10) - 1]
  const year = Math.floor(id / 10)
  return period && year >= 1990 && year <= 2200 ? { year, period } : null
}

/** The quarter whose reports come in or came in last: they are due in its last month (counting 7). */
export function quarterReportedAt(today: Day): number {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (month < 3) return reportSubjectId(year - 1, 'Q4')
  return reportSubjectId(year, `Q${Math.floor(month / 3)}` as ReportPeriod)
}

/** The kind of paper a report is; a report that a regulation names by a key of its own is kept as “other”. */
export function paperKindOfReport(key: string): PaperKind {
  return Object.hasOwn(PAPER_KINDS, key) ? (key as PaperKind) : 'other'
}
