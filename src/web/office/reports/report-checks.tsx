import { clashesOf } from '../../../reporting/check-figures.ts'
import { figuresOfForms } from '../../../reporting/report-form.ts'
import { actsOnReport } from '../../../reporting/report-record.ts'
import { Section } from '../../kit/section.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { reportRecordWords } from '../../words/report-record-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { figureName } from './figure-list.tsx'
import { type ReportRecord, recordPath, subjectLabel } from './report-record-request.ts'

/** What somebody should look at before it goes up, and the superior before accepting: sums, and the period before. */
export function ReportChecks({ request, record }: { request: OfficeRequest; record: ReportRecord }) {
  const words = reportRecordWords[request.lang]
  const { report, document, before } = record
  const n = (value: number) => formatNumber(value, request.lang)
  const names = (keys: readonly string[]) => keys.map((key) => figureName(key, request)).join(' + ')
  const clashes = clashesOf(document.figures, new Set(figuresOfForms(report.forms)))
  const carried = document.figures['carriedOver'] ?? 0
  const differs = before !== null && before.remaining !== carried
  if (clashes.length === 0 && !differs) return null
  const writes =
    actsOnReport(report.state).includes('write') &&
    request.actor.may('report:prepare', { authorityId: request.authority.id })
  return (
    <Section title={words.checks} help={writes ? words.checksHelp : words.checksReadHelp}>
      <ul class="my-2 list-disc pl-6">
        {clashes.map(({ whole, wholeSum, parts, partsSum }) => (
          <li key={[...whole, ...parts].join(' ')}>
            {words.clash(names(whole), n(wholeSum), names(parts), n(partsSum))}
          </li>
        ))}
        {differs ? (
          <li>
            <a href={recordPath(request, before)}>{words.lastReport(subjectLabel(before.subjectId, request.lang))}</a>{' '}
            {words.carriedDiffers(n(before.remaining), n(carried))}
          </li>
        ) : null}
      </ul>
    </Section>
  )
}
