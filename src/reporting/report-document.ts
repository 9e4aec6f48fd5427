import type { Db } from '../platform/db/connection.ts'
import { regulationOfAuthority } from '../regulations/regulation-store.ts'
import { REPORT_PERIODS } from '../regulations/regulation-vocabulary.ts'
import { readReportSubject } from '../regulations/report-period.ts'
import type { FigureCounts } from '../reports/figure-store.ts'
import { listDialoguesOfReport, type ReportContext, readReportContext } from '../reports/report-context-store.ts'
import { fillWording } from './fill-wording.ts'
import { dialoguesTable, unitsTable } from './form-tables.ts'
import { type Correction, statedFigures } from './report-record.ts'
import { listCorrections, type Report } from './report-store.ts'
import type { ReportTable } from './report-table.ts'

interface WrittenSection {
  key: string
  level: number
  heading: string
  text: string
  /** the wording is the authority's own, not the form's */
  own: boolean
}

/** A report as it reads: tables, wording with its figures filled in. Every output is made of this. */
export interface ReportDocument {
  title: string
  authorityName: string
  report: Report
  /** as stated: corrected by hand where somebody did */
  figures: FigureCounts
  corrections: Correction[]
  tables: ReportTable[]
  sections: WrittenSection[]
}

const NOTHING_CITED: ReportContext = { plan: null, instruments: [], disseminations: [], issued: [] }

/** Reads a report for its page and for every output. */
export async function readReportDocument(
  db: Db,
  report: Report,
  authority: { name: string; shortName: string },
): Promise<ReportDocument> {
  const { authorityId, forms, fromDay, toDay } = report
  const period = { from: fromDay, to: toDay }
  const { year, period: reportPeriod } = readReportSubject(report.subjectId)!
  const needsList = forms.some((form) => form.kind === 'dialogues')
  const needsText = forms.some((form) => form.kind === 'narrative')
  const [corrections, dialogues, context, regulation] = await Promise.all([
    listCorrections(db, authorityId, report.id),
    needsList ? (report.lists ?? listDialoguesOfReport(db, authorityId, period)) : [],
    needsText ? (report.context ?? readReportContext(db, authorityId, year)) : NOTHING_CITED,
    regulationOfAuthority(db, authorityId, toDay),
  ])
  const figures = statedFigures(report.figures, corrections)
  const facts = {
    ...{ authorityName: authority.name, period, year, firstHalf: reportPeriod === 'H1', figures, context },
    regulation: regulation?.regulation ?? null,
  }
  return {
    title: reportTitle(report),
    authorityName: authority.name,
    report,
    figures,
    corrections,
    tables: forms.flatMap((form): ReportTable[] => {
      if (form.kind === 'units') return [unitsTable(form, [{ name: authority.shortName, figures }])]
      return form.kind === 'dialogues' ? [dialoguesTable(form, dialogues)] : []
    }),
    sections: forms.flatMap((form) =>
      form.kind !== 'narrative'
        ? []
        : form.sections.map(({ key, level, heading, text }) => ({
            ...{ key, level, heading: fillWording(heading, facts), own: report.texts[key] !== undefined },
            text: fillWording(report.texts[key] ?? text, facts),
          })),
    ),
  }
}

/** `Kết quả thực hiện công tác đối thoại quý III năm 2025`; a report keeps its title in Vietnamese. */
export function reportTitle(report: Pick<Report, 'subjectId'>): string {
  return `Kết quả thực hiện công tác đối thoại ${periodName(report.subjectId)}`
}

/** `quý III năm 2025`, `6 tháng đầu năm 2025`, `năm 2025`. */
export function periodName(subjectId: number): string {
  const { year, period } = readReportSubject(subjectId)!
  const name = REPORT_PERIODS[period].vi
  return name.endsWith('năm') ? `${name} ${year}` : `${name} năm ${year}`
}
