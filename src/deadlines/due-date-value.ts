import type { SkippedDay } from '../calendar/count-days.ts'
import type { Day } from '../platform/day.ts'
import type { AnchorEvent, ReportPeriod } from '../regulations/regulation-vocabulary.ts'

/** A deadline with everything needed to explain it; kept as it is in the history of the deadline. */
export interface DueDate {
  key: string
  label: string
  due: Day
  /** Of a backward term in working days: the date of the strict reading, on which to remind (counting 4). */
  strictDue?: Day
  /** `reportDate`: a report names its own day; `accountAsked`: an overseer asked for an account */
  anchor: { event: AnchorEvent | 'reportDate' | 'accountAsked'; date: Day }
  /** The event that should count but is not known yet (sent counts until the receipt is recorded). */
  insteadOf?: AnchorEvent
  direction: 'before' | 'after'
  amount: number
  unit: 'working' | 'calendar'
  skipped: SkippedDay[]
  /** The day off on which a forward term in calendar days ended (Civil Code art. 148.5). */
  movedFrom?: Day
  provisional: boolean
  clause: string
  instrument: string
  instrumentId: string
  /** A Vietnamese sentence: start, count, days passed over, result, clause. */
  explanation: string
  extended: boolean
  complex: boolean
  /** Of a report: its period and the last day whose figures count. */
  period?: ReportPeriod
  cutoff?: Day
}
