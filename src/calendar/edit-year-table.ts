import { stringify } from 'yaml'
import type { Day } from '../platform/day.ts'
import type { CalendarNotice, CalendarYear, OffDay } from './calendar-year.ts'

/** A single day to put into the table; a worked Saturday names in `for` the weekday off it makes up for. */
export interface AddedDay {
  date: Day
  kind: OffDay['kind'] | 'workedSaturday'
  name: string
  for: Day | null
  notice: string | null
}

export interface YearEdits {
  remove: readonly Day[]
  add: readonly AddedDay[]
  provisional: boolean
  notice: CalendarNotice | null
}

/**
 * The table with single days taken out and put in; a day put in replaces what stood there. The result is not checked:
 * a swap without its Saturday is found when it is read (`readCalendarYear`).
 */
export function editYearTable(table: CalendarYear, edits: YearEdits): CalendarYear {
  const gone = new Set<Day>([...edits.remove, ...edits.add.map((row) => row.date)])
  const saturdays = edits.add.filter((row) => row.kind === 'workedSaturday' && row.for !== null)
  const off = edits.add.filter((row): row is AddedDay & { kind: OffDay['kind'] } => row.kind !== 'workedSaturday')
  const { notice } = edits
  // what becomes official does so by this notice: days that had no paper yet take its number
  const filed = <Row extends { notice: string | null }>(row: Row): Row =>
    !edits.provisional && notice && !row.notice ? { ...row, notice: notice.number } : row
  return {
    ...table,
    provisional: edits.provisional,
    notices: notice ? [...table.notices.filter((one) => one.number !== notice.number), notice] : table.notices,
    daysOff: [...table.daysOff.filter((row) => !gone.has(row.date)), ...off].map(filed).sort(byDate),
    workedSaturdays: [
      ...table.workedSaturdays.filter((row) => !gone.has(row.date)),
      ...saturdays.map((row) => ({ date: row.date, for: row.for!, notice: row.notice })),
    ]
      .map(filed)
      .sort(byDate),
  }
}

const byDate = (a: { date: string }, b: { date: string }) => (a.date < b.date ? -1 : 1)

/** The table as the YAML text that `parseCalendarYear` reads back. */
export function writeYearTable(table: CalendarYear): string {
  return stringify(table, { lineWidth: 0 })
}
