import type { UnitsForm } from '../../../reporting/report-form.ts'
import { fullLabel } from '../../../reporting/report-table.ts'
import { findFigure } from '../../../reports/figures.ts'
import { Section } from '../../kit/section.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { reportRecordWords } from '../../words/report-record-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { type ReportRecord, recordPath } from './report-record-request.ts'

interface FigureListProps {
  request: OfficeRequest
  record: ReportRecord
  form: UnitsForm
  /** whether figures can be corrected now */
  writes: boolean
}

/** The columns of a form as lines, each number the way to the records it counts; what was corrected keeps its count. */
export function FigureList({ request, record, form, writes }: FigureListProps) {
  const words = reportRecordWords[request.lang]
  const { report, document } = record
  const figureAt = (act: string, key: string) => `${recordPath(request, report, act)}?so=${encodeURIComponent(key)}`
  return (
    <Section title={form.label} {...(form.note ? { help: form.note } : {})}>
      <table class="my-3 w-full max-w-3xl border-collapse text-sm tabular-nums">
        <caption class="sr-only">{form.label}</caption>
        <thead>
          <tr class="border-b border-(--line-strong)">
            <th scope="col" class="py-1 text-left font-medium">
              {words.figure}
            </th>
            <th scope="col" class="w-24 py-1 text-right font-medium">
              {words.number}
            </th>
            {writes ? (
              <th scope="col" class="w-20 py-1 text-right font-medium">
                {words.correct}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {form.columns.map((column) => {
            const name = column.group ? `${column.group}: ${column.label}` : column.label
            const correction = document.corrections.find((one) => one.figure === column.figure)
            return (
              <tr key={`${name} ${column.figure}`} class="border-b border-(--line)">
                <th scope="row" class="py-1 text-left font-normal">
                  {name}
                  {correction ? (
                    <span class="block text-(--ink-soft)">
                      {words.counted}: {formatNumber(report.figures[column.figure] ?? 0, request.lang)}
                      {correction.counted === report.figures[column.figure]
                        ? ''
                        : ` (${words.countedThen(formatNumber(correction.counted, request.lang))})`}
                      . {words.reason}: {correction.reason}
                    </span>
                  ) : null}
                </th>
                <td class="py-1 text-right align-top">
                  <a
                    href={figureAt('/so', column.figure)}
                    aria-label={`${name}: ${formatNumber(document.figures[column.figure] ?? 0, request.lang)}`}
                  >
                    {formatNumber(document.figures[column.figure] ?? 0, request.lang)}
                  </a>
                </td>
                {writes ? (
                  <td class="py-1 text-right align-top">
                    <a href={figureAt('/sua-so', column.figure)} aria-label={words.correctOf(name)}>
                      {words.correct}
                    </a>
                  </td>
                ) : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

interface FigureRowsProps {
  form: UnitsForm
  figures: Readonly<Record<string, number>>
  lang: Lang
  /** the way to the records a figure counts */
  href: (figure: string) => string
}

/** The columns of a form as lines of one count, zeros stated; each number the way to the records it counts. */
export function FigureRows({ form, figures, lang, href }: FigureRowsProps) {
  const words = reportRecordWords[lang]
  return (
    <Section title={form.label} {...(form.note ? { help: form.note } : {})}>
      <table class="my-3 w-full max-w-3xl border-collapse text-sm tabular-nums">
        <caption class="sr-only">{form.label}</caption>
        <thead>
          <tr class="border-b border-(--line-strong)">
            <th scope="col" class="py-1 text-left font-medium">
              {words.figure}
            </th>
            <th scope="col" class="w-24 py-1 text-right font-medium">
              {words.number}
            </th>
          </tr>
        </thead>
        <tbody>
          {form.columns.map((column) => {
            const name = fullLabel({ ...column, numeric: true })
            const number = formatNumber(figures[column.figure] ?? 0, lang)
            return (
              <tr key={`${name} ${column.figure}`} class="border-b border-(--line)">
                <th scope="row" class="py-1 text-left font-normal">
                  {name}
                </th>
                <td class="py-1 text-right align-top">
                  <a href={href(column.figure)} aria-label={`${name}: ${number}`}>
                    {number}
                  </a>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

/** The name of a figure in the reader's language. */
export function figureName(key: string, request: OfficeRequest): string {
  return findFigure(key, null)?.label[request.lang] ?? key
}
