import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { countFigures, type FigureCounts } from '../reports/figure-store.ts'
import { listFigures } from '../reports/figures.ts'
import { figuresOfWording } from './fill-wording.ts'
import { figuresOfForms, type ReportForm } from './report-form.ts'
import type { Report } from './report-store.ts'

/**
 * Every figure of a report: the whole catalogue, so that a superior's table can ask for any of them whatever forms the
 * authority below uses, and what its own forms and wording name beside it.
 */
function figuresOfReport(
  forms: readonly ReportForm[],
  texts: Readonly<Record<string, string>>,
  regulation: Regulation | null,
): string[] {
  const wording = forms.flatMap((form) =>
    form.kind === 'narrative' ? form.sections.flatMap((one) => [one.heading, texts[one.key] ?? one.text]) : [],
  )
  const catalogue = listFigures(regulation).map((figure) => figure.key)
  return [
    ...new Set([
      ...catalogue,
      ...figuresOfForms(forms),
      ...wording.flatMap((text) => figuresOfWording(text, regulation)),
    ]),
  ]
}

/**
 * Counts a report afresh, from its first to its last day. A report is written before its period is over: what falls due
 * between `today` and the last day is not late.
 */
export function countReport(
  db: Db,
  report: Pick<Report, 'authorityId' | 'forms' | 'texts' | 'fromDay' | 'toDay'>,
  regulation: Regulation | null,
  today: Day,
): Promise<FigureCounts> {
  const keys = figuresOfReport(report.forms, report.texts, regulation)
  return countFigures(db, report.authorityId, keys, { from: report.fromDay, to: report.toDay, asOf: today })
}
