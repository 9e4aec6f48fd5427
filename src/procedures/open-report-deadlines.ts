import { z } from 'zod'
import { findAgencyByRole } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { findDeadlines } from '../deadlines/deadline-store.ts'
import { placeDeadline } from '../deadlines/place-deadline.ts'
import { type Day, parseDay, yearOf } from '../platform/day.ts'
import { keepReportDates } from './keep-report-dates.ts'
import { refreshReportDeadlines } from './refresh-report-deadlines.ts'
import { listReportDuties, type ReportDuty } from './report-duties.ts'

/**
 * Puts the reports of a year among the deadlines, or moves those whose date a change of the calendar or of the
 * regulation moved. Returns how many duties there are.
 */
export async function openReportDeadlines(context: ChangeContext, year: number, notBefore?: Day): Promise<number> {
  const { db, authorityId, today } = context
  const duties = await listReportDuties(db, authorityId, year, today)
  let placed = 0
  for (const duty of duties) {
    const subject = { subjectKind: 'report', subjectId: duty.subjectId }
    const known = await findDeadlines(db, authorityId, subject, duty.due.key)
    if (known.length === 0 && notBefore && duty.due.due < notBefore) continue
    await placeDeadline(context, {
      ...subject,
      dialogueId: null,
      agencyId: await drafterOf(context, duty),
      due: duty.due,
      cause: known.length === 0 ? 'opened' : 'calendar',
      reason:
        known.length === 0
          ? `${duty.rule.label}: ${duty.rule.quote}.`
          : 'Lịch nghỉ hoặc quy chế đang áp dụng đã thay đổi.',
    })
    await keepReportDates(context, duty)
    await refreshReportDeadlines(context, duty.subjectId)
    placed += 1
  }
  return placed
}

async function drafterOf({ db, authorityId, today }: ChangeContext, { rule }: ReportDuty): Promise<number | null> {
  return (await findAgencyByRole(db, authorityId, rule.drafter, today))?.id ?? null
}

/** The quarter begins: what falls due from then on is owed by whoever starts to use the program in it. */
function quarterStart(today: Day): Day {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  return parseDay(`${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`)
}

/** Somebody puts all reports of a year in, a past one too. */
export const openReportYear = defineChange({
  name: 'report/open-year',
  permission: 'report:prepare',
  input: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
  async run(context, { year }) {
    const placed = await openReportDeadlines(context, year)
    context.record({ subjectKind: 'authority', subjectId: context.authorityId, after: { year, placed } })
    return { placed }
  },
})

/** What the clock does every night: this year's reports from this quarter on, in December next year's too. */
export const keepReportDeadlines = defineChange({
  name: 'report/keep-deadlines',
  permission: 'report:prepare',
  input: z.object({}),
  async run(context) {
    const year = yearOf(context.today)
    const notBefore = quarterStart(context.today)
    let placed = await openReportDeadlines(context, year, notBefore)
    if (context.today.slice(5, 7) === '12') placed += await openReportDeadlines(context, year + 1)
    context.record({ subjectKind: 'authority', subjectId: context.authorityId, after: { year, placed } })
    return { placed }
  },
})
