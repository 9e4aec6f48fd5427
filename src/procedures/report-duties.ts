import { getAuthority } from '../agencies/authority-store.ts'
import { loadCalendar } from '../calendar/calendar-store.ts'
import { regulationsInForce } from '../deadlines/dialogue-deadlines.ts'
import { computeReportDues, type DueDate } from '../deadlines/due-date.ts'
import { type Day, parseDay, shiftDay, yearOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Regulation, ReportRule } from '../regulations/regulation.ts'
import { overlaysOf, regulationOfAuthority } from '../regulations/regulation-store.ts'
import type { AuthorityKind, ReportPeriod } from '../regulations/regulation-vocabulary.ts'
import { reportSubjectId } from '../regulations/report-period.ts'
import { type DaysHandedIn, listDaysHandedIn } from '../reporting/report-store.ts'

/** A report owed upward: by which rule, for which period, when due, which figures count. */
export interface ReportDuty {
  subjectId: number
  year: number
  period: ReportPeriod
  rule: ReportRule
  regulation: Regulation
  due: DueDate
  /** the first and last day whose figures count: from the day after the report before ended (counting 7) */
  from: Day
  to: Day
}

/**
 * The reports an authority owes for a year by the regulation it works under, the earliest due first. A past year is told
 * by the regulation of its end; where that came too late to ask for anything, by the one before.
 */
export async function listReportDuties(db: Db, authorityId: number, year: number, today: Day): Promise<ReportDuty[]> {
  const handedIn = await listDaysHandedIn(db, authorityId, (year - 1) * 10, (year + 1) * 10 + 9)
  for (const on of daysIn(year, today)) {
    const duties = await dutiesUnder(db, authorityId, { year, on, handedIn })
    if (duties.length > 0) return duties
  }
  return []
}

interface Asked {
  year: number
  on: Day
  handedIn: readonly DaysHandedIn[]
}

/** As the regulation in force on a day asks for them. */
async function dutiesUnder(db: Db, authorityId: number, { year, on, handedIn }: Asked): Promise<ReportDuty[]> {
  const authority = await getAuthority(db, authorityId)
  const own = await regulationOfAuthority(db, authorityId, on)
  if (!own) return []
  const overlays = (await overlaysOf(db, authority.kind, on)).map((overlay) => overlay.regulation)
  const calendar = await loadCalendar(db)
  const duties = regulationsInForce(own.regulation, overlays, on, [authority.kind as AuthorityKind]).flatMap(
    (regulation) =>
      regulation.reports.flatMap((rule) => {
        const lastYear = regulation.reports
          .flatMap((one) => computeReportDues(regulation, one, year - 1, calendar))
          .filter(({ period }) => period === 'year')
        const before = [...lastYear, ...computeReportDues(regulation, rule, year - 1, calendar)]
        const dues = computeReportDues(regulation, rule, year, calendar)
        const earlier = [...before.map((due) => cutOf(due, year - 1)), ...dues.map((due) => cutOf(due, year))]
        return dues.map((due) => dutyOf({ regulation, rule, due, year, earlier, handedIn }))
      }),
  )
  // an authority that ended owes nothing that falls due afterwards
  const owed = duties.filter(({ due }) => authority.toDay === null || due.due <= authority.toDay)
  return owed.sort((a, b) => (a.due.due < b.due.due ? -1 : a.due.due > b.due.due ? 1 : 0))
}

/** Where the figures of a report end by the regulation. */
interface Cut {
  subjectId: number
  key: string
  cutoff: Day
}

function cutOf({ key, period, cutoff, due }: DueDate, year: number): Cut {
  return { subjectId: reportSubjectId(year, period!), key, cutoff: cutoff ?? due }
}

interface Found {
  regulation: Regulation
  rule: ReportRule
  due: DueDate
  year: number
  /** of the year and the one before; of the same day the report of the same rule last */
  earlier: readonly Cut[]
  handedIn: readonly DaysHandedIn[]
}

/**
 * Figures run from cut-off to cut-off; the first ever from the beginning of the year. The report of the first half tells
 * of this year only, so it starts where the last annual report ended, not a year back at its own cut-off. A report that
 * was handed in before its cut-off ends with that day: the next one begins the day after, so that nothing is in none.
 */
function dutyOf({ regulation, rule, due, year, earlier, handedIn }: Found): ReportDuty {
  const { subjectId, cutoff } = cutOf(due, year)
  const before = earlier
    .filter((one) => one.cutoff < cutoff)
    .sort((a, b) => (a.cutoff < b.cutoff ? -1 : a.cutoff > b.cutoff ? 1 : 0))
    .at(-1)
  const came = handedIn.find((one) => one.subjectId === before?.subjectId && one.ruleKey === before.key)
  const last = came?.toDay ?? before?.cutoff
  const from = last ? shiftDay(last, 1) : parseDay(`${year}-01-01`)
  // handed in again after the next one, which began earlier for its sake
  const next = handedIn.find((one) => one.ruleKey === rule.key && one.fromDay > from && one.toDay > cutoff)
  const to = next && next.fromDay <= cutoff ? shiftDay(next.fromDay, -1) : cutoff
  return { subjectId, year, period: due.period!, rule, regulation, due, from, to }
}

/** The days by which it is decided which regulation holds for a year: today, or the year's end nearest to it. */
function daysIn(year: number, today: Day): Day[] {
  if (yearOf(today) === year) return [today]
  const days = yearOf(today) > year ? ['12-31', '07-01', '01-01'] : ['01-01']
  return days.map((day) => parseDay(`${year}-${day}`))
}
