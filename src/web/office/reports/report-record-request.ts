import { formatDay, shiftDay } from '../../../platform/day.ts'
import { REPORT_PERIODS } from '../../../regulations/regulation-vocabulary.ts'
import { paperKindOfReport, readReportSubject } from '../../../regulations/report-period.ts'
import { readReportDocument } from '../../../reporting/report-document.ts'
import { statedFigures } from '../../../reporting/report-record.ts'
import {
  findReportBefore,
  getReport,
  listCorrections,
  listSteps,
  type Report,
} from '../../../reporting/report-store.ts'
import { listReportPapers } from '../../../reports/report-list-store.ts'
import { reportRecordWords } from '../../words/report-record-words.ts'
import type { Lang } from '../../words/words.ts'
import { idParam, type OfficeRequest } from '../office-route.ts'

export const RECORDS = '/bao-cao/ho-so'

/** The address of a report's page, or of one of its acts. */
export function recordPath(request: OfficeRequest, report: Pick<Report, 'id'>, act = ''): string {
  return request.link(`${RECORDS}/${report.id}${act}`)
}

/** The report of the address with everything its page shows. Throws NotFound. */
export async function readRecord(request: OfficeRequest) {
  const { db, authority } = request
  const report = await getReport(db, authority.id, idParam(request))
  const [document, steps, papers, before] = await Promise.all([
    readReportDocument(db, report, authority),
    listSteps(db, authority.id, report.id),
    listReportPapers(db, authority.id, report.subjectId, report.subjectId),
    remainingBefore(request, report),
  ])
  const kind = paperKindOfReport(report.ruleKey)
  return { report, document, steps, before, papers: papers.filter((paper) => paper.kind === kind) }
}

/** What the report of the period before says remains; null where there is none. */
async function remainingBefore({ db }: OfficeRequest, report: Report) {
  const last = await findReportBefore(db, report)
  if (!last) return null
  const stated = statedFigures(last.figures, await listCorrections(db, last.authorityId, last.id))
  return { id: last.id, subjectId: last.subjectId, remaining: stated['remaining'] ?? 0 }
}

export type ReportRecord = Awaited<ReturnType<typeof readRecord>>

/** `quý III 2025` in the reader's language. */
export function subjectLabel(subjectId: number, lang: Lang): string {
  const subject = readReportSubject(subjectId)
  return subject ? `${REPORT_PERIODS[subject.period][lang]} ${subject.year}` : ''
}

/** Said while days of the period are still to come: what they bring goes into the next report. Empty afterwards. */
export function stillRunning({ today, lang }: OfficeRequest, { toDay }: Pick<Report, 'toDay'>): string {
  return today < toDay ? reportRecordWords[lang].stillRunning(formatDay(shiftDay(today, 1)), formatDay(toDay)) : ''
}
