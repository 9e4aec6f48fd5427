import { formatDay } from '../../../platform/day.ts'
import { isLate } from '../../../reporting/aggregate.ts'
import type { ReportBelow, ReportChild } from '../../../reporting/aggregate-store.ts'
import type { ReportTable } from '../../../reporting/report-table.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Section } from '../../kit/section.tsx'
import { reportRecordWords } from '../../words/report-record-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { REPORTS } from './report-list-page.tsx'
import { RECORDS } from './report-record-request.ts'

/** The way to its report, which is read where the authority stands today; null where this reader may not. */
export function reportHref({ actor }: OfficeRequest, { authorityId, slug, reportId }: ReportBelow): string | null {
  return reportId && actor.may('report:read', { authorityId }) ? `/${slug}${RECORDS}/${reportId}` : null
}

/** So many waiting reports are named; the table has them all. */
const MOST_WAITING = 20

/** Those whose report lies here to be accepted or returned. */
export function WaitingReports({ request, all }: { request: OfficeRequest; all: readonly ReportChild[] }) {
  const waiting = all.filter((child) => child.state === 'submitted' && reportHref(request, child) !== null)
  if (waiting.length === 0) return null
  const words = reportRecordWords[request.lang]
  return (
    <Section title={words.waiting} count={waiting.length}>
      <ul class="list-disc gap-x-8 pl-6 sm:columns-2 lg:columns-3">
        {waiting.slice(0, MOST_WAITING).map((one) => (
          <li key={one.authorityId}>
            <a href={reportHref(request, one)!}>{one.name}</a>
          </li>
        ))}
      </ul>
      {waiting.length > MOST_WAITING ? <p>{words.moreMissing(waiting.length - MOST_WAITING)}</p> : null}
    </Section>
  )
}

/** Where each stands: state, the day it came, late or not. */
export function standingTable({ lang, today }: OfficeRequest, children: readonly ReportChild[]): ReportTable {
  const words = reportRecordWords[lang]
  const text = (label: string) => ({ label, numeric: false })
  return {
    key: 'standing',
    title: words.facts.state,
    columns: [words.unit, words.facts.state, words.facts.submitted, words.facts.due, words.lateHead].map(text),
    rows: children.map((child) => [
      child.shortName,
      child.onPaper
        ? words.onPaper
        : child.state
          ? words.states[child.state]
          : child.dueOn
            ? words.notBegun
            : words.notOwed,
      child.metOn ? formatDay(child.metOn) : '',
      child.dueOn ? formatDay(child.dueOn) : '',
      child.metOn === null
        ? isLate(child, today)
          ? words.late
          : ''
        : isLate(child, today)
          ? words.cameLate
          : words.inTime,
    ]),
  }
}

interface MissingProps {
  request: OfficeRequest
  /** where everybody missing is reminded, and of what */
  remind: { post: string; hidden: Record<string, string> }
  /** whose report is owed and not in the program; those that are named */
  missing: readonly ReportBelow[]
  /** how many these are in all, and how many of them sent a paper */
  total: number
  onPaper: number
}

/** Who has not handed in, with the button that reminds them; and, told apart, whose report came as a paper. */
export function MissingReports({ request, remind, missing, total, onPaper }: MissingProps) {
  const words = reportRecordWords[request.lang]
  const owing = missing.filter((one) => !one.onPaper)
  const papers = missing.filter((one) => one.onPaper)
  const reminds = owing.length > 0 && request.actor.may('report:remind', { authorityId: request.authority.id })
  return (
    <>
      <Section title={words.missing} count={total - onPaper}>
        {total === onPaper ? <p>{words.noneMissing}</p> : null}
        <ReportNames request={request} named={owing} total={total - onPaper} />
        {reminds ? <ActionBar actions={[{ label: words.remind, ...remind, icon: 'bell' as const }]} /> : null}
      </Section>
      {onPaper > 0 ? (
        <Section title={words.onPaperOnly} count={onPaper}>
          <ReportNames request={request} named={papers} total={onPaper} />
        </Section>
      ) : null}
    </>
  )
}

interface NamesProps {
  request: OfficeRequest
  named: readonly ReportBelow[]
  total: number
}

function ReportNames({ request: { lang, today }, named, total }: NamesProps) {
  const words = reportRecordWords[lang]
  return (
    <>
      {named.length === 0 ? null : (
        <ul class="list-disc gap-x-8 pl-6 sm:columns-2 lg:columns-3">
          {named.map((one) => (
            <li key={one.authorityId}>
              <a href={one.reportId ? `/${one.slug}${RECORDS}/${one.reportId}` : `/${one.slug}${REPORTS}`}>
                {one.name}
              </a>
              {one.dueOn && !one.onPaper ? ` (${words.dueBy(formatDay(one.dueOn))})` : ''}
              {isLate(one, today) ? <strong> {one.metOn ? words.cameLate : words.late}</strong> : null}
            </li>
          ))}
        </ul>
      )}
      {total > named.length ? <p>{words.moreMissing(total - named.length)}</p> : null}
    </>
  )
}
