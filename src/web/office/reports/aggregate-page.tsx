import { formatDay, yearOf } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { keysOf, REPORT_PERIODS } from '../../../regulations/regulation-vocabulary.ts'
import { readReportSubject, reportSubjectId } from '../../../regulations/report-period.ts'
import { type Aggregate, aggregateOf, aggregateTable, isLate, isOwed } from '../../../reporting/aggregate.ts'
import { listReportsBelow, type ReportBelow } from '../../../reporting/aggregate-store.ts'
import { periodName } from '../../../reporting/report-document.ts'
import { aggregateJson } from '../../../reporting/report-files.ts'
import type { UnitsForm } from '../../../reporting/report-form.ts'
import { findFormInUse } from '../../../reporting/report-form-store.ts'
import { isHandedIn } from '../../../reporting/report-record.ts'
import type { ReportTable } from '../../../reporting/report-table.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { reportRecordWords } from '../../words/report-record-words.ts'
import { reportWords } from '../../words/report-words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { overallReply } from './report-download.ts'
import { REPORTS } from './report-list-page.tsx'
import { Downloads } from './report-record-page.tsx'
import { RECORDS, subjectLabel } from './report-record-request.ts'
import { reportStateSign } from './report-state-sign.tsx'
import { ReportTableView } from './report-table-view.tsx'

export const AGGREGATE = '/bao-cao/tong-hop'
const FORMS = ['reportForm1', 'petitionForm'] as const

interface Asked {
  subjectId: number
  form: UnitsForm
}

/** The period and the form of the address; the last whole quarter and form 1 when none is named. */
async function readAsked(request: OfficeRequest): Promise<Asked> {
  const typed = Number(queryText(request, 'ky'))
  const subjectId = readReportSubject(typed) ? typed : latestQuarter(request.today)
  const key = queryText(request, 'bieu')
  const form = await findFormInUse(request.db, request.authority.id, FORMS.find((one) => one === key) ?? FORMS[0])
  if (form?.kind !== 'units') throw new NotFound('reportForm')
  return { subjectId, form }
}

function latestQuarter(today: string): number {
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3)
  return reportSubjectId(Number(today.slice(0, 4)), `Q${quarter}` as 'Q1')
}

async function readAggregate(request: OfficeRequest, { subjectId, form }: Asked) {
  const figures = form.columns.map((column) => column.figure)
  const reports = await listReportsBelow(request.db, request.authority.id, subjectId, figures, request.today)
  const aggregate = aggregateOf(reports, figures.length)
  return { reports, aggregate, table: aggregateTable(form, aggregate) }
}

/** GET /bao-cao/tong-hop?ky=…&bieu=…: the reports of the authorities below, their sum, and who is missing. */
export async function showAggregate(request: OfficeRequest): Promise<OfficeReply> {
  const words = reportRecordWords[request.lang]
  const asked = await readAsked(request)
  const { reports, aggregate, table } = await readAggregate(request, asked)
  const owed = reports.filter(isOwed)
  const query = `?ky=${asked.subjectId}&bieu=${asked.form.key}`
  return officePage(
    request,
    { title: words.aggregate, active: 'reports', width: 'wide' },
    <>
      <PageHeading
        title={words.aggregate}
        kicker={subjectLabel(asked.subjectId, request.lang)}
        meta={words.aggregateHelp}
        trail={[{ href: request.link(REPORTS), label: reportWords[request.lang].reports }]}
      />
      <Choice request={request} asked={asked} />
      {reports.length === 0 ? (
        <EmptyState icon="report" title={words.noUnits} help={words.noUnitsHelp} />
      ) : (
        <>
          <p>{words.handedIn(owed.filter((one) => isHandedIn(one.state) || one.onPaper).length, owed.length)}</p>
          <ReportTableView table={table} help={words.drawnFrom} rowHref={(at) => lineHref(aggregate, at)} />
          <Downloads path={request.link(`${AGGREGATE}/tai${query}`)} />
          <Missing request={request} missing={aggregate.missing} />
          <Standing request={request} reports={owed} />
        </>
      )}
    </>,
  )
}

function lineHref({ lines }: Aggregate, at: number): string | null {
  const child = lines[at]?.child
  return child?.reportId ? `/${child.slug}${RECORDS}/${child.reportId}` : null
}

function Choice({ request, asked }: { request: OfficeRequest; asked: Asked }) {
  const words = reportRecordWords[request.lang]
  const { year } = readReportSubject(asked.subjectId)!
  const last = Math.max(year, yearOf(request.today))
  const periods = [last, last - 1, last - 2].flatMap((one) =>
    keysOf(REPORT_PERIODS).map((period) => ({ value: String(reportSubjectId(one, period)), year: one, period })),
  )
  return (
    <Form action={request.link(AGGREGATE)} method="get" values={{ ky: String(asked.subjectId), bieu: asked.form.key }}>
      <SelectField
        name="ky"
        label={words.period}
        required
        choices={periods.map(({ value }) => ({ value, label: subjectLabel(Number(value), request.lang) }))}
      />
      <SelectField
        name="bieu"
        label={words.form}
        required
        choices={FORMS.map((value) => ({ value, label: reportRecordWords[request.lang].formNames[value] }))}
      />
      <div>
        <Button>{words.show}</Button>
      </div>
    </Form>
  )
}

function Missing({ request, missing }: { request: OfficeRequest; missing: readonly ReportBelow[] }) {
  const words = reportRecordWords[request.lang]
  return (
    <Section title={words.missing} count={missing.length}>
      {missing.length === 0 ? (
        <p>{words.noneMissing}</p>
      ) : (
        <ul class="list-disc pl-6">
          {missing.map((one) => (
            <li key={one.authorityId}>
              <a href={`/${one.slug}${REPORTS}`}>{one.name}</a>
              {one.onPaper ? ` (${words.onPaper})` : one.dueOn ? ` (${formatDay(one.dueOn)})` : ''}
              {isLate(one, request.today) ? <strong> {words.late}</strong> : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Standing({ request, reports }: { request: OfficeRequest; reports: readonly ReportBelow[] }) {
  const words = reportRecordWords[request.lang]
  const begun = reports.filter((one) => one.reportId !== null)
  return (
    <Section title={words.facts.state} count={begun.length}>
      <ul>
        {begun.map((one) => (
          <li key={one.authorityId} class="py-1">
            <a href={`/${one.slug}${RECORDS}/${one.reportId}`}>{one.name}</a>{' '}
            <StateBadge {...reportStateSign(one.state!, request.lang)} />
            {one.submittedOn ? ` ${formatDay(one.submittedOn)}` : ''}
            {isLate(one, request.today) ? <strong> {words.late}</strong> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** GET /bao-cao/tong-hop/tai?ky=…&bieu=…&dang=… */
export async function downloadAggregate(request: OfficeRequest): Promise<OfficeReply> {
  const asked = await readAsked(request)
  const { aggregate, table } = await readAggregate(request, asked)
  const { authority } = request
  const title = `Tổng hợp ${periodName(asked.subjectId)}`
  const missing = aggregate.missing.map((one) => one.name)
  const named: ReportTable = {
    ...table,
    note: [table.note, missingNote(missing)].filter(Boolean).join(' ') || undefined,
  }
  return overallReply(request, {
    ...{ title, subject: `Báo cáo của các đơn vị, ${periodName(asked.subjectId)}`, tables: [named] },
    heading: `${authority.name}, ${periodName(asked.subjectId)}`,
    json: () =>
      aggregateJson({ slug: authority.slug, name: authority.name, subjectId: asked.subjectId, missing }, table),
  })
}

function missingNote(missing: readonly string[]): string {
  return missing.length === 0 ? '' : `Chưa nộp: ${missing.join('; ')}.`
}
