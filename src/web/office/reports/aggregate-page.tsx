import { yearOf } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { remindReports } from '../../../procedures/remind-reports.ts'
import { keysOf, REPORT_PERIODS } from '../../../regulations/regulation-vocabulary.ts'
import { quarterReportedAt, readReportSubject, reportSubjectId } from '../../../regulations/report-period.ts'
import { aggregateTable } from '../../../reporting/aggregate.ts'
import {
  listMissingReports,
  listReportsBelow,
  type ReportChild,
  sumReports,
} from '../../../reporting/aggregate-store.ts'
import { inNameOrder } from '../../../reporting/name-order.ts'
import { periodName } from '../../../reporting/report-document.ts'
import { aggregateJson } from '../../../reporting/report-files.ts'
import type { UnitsForm } from '../../../reporting/report-form.ts'
import { findFormInUse } from '../../../reporting/report-form-store.ts'
import type { ReportTable } from '../../../reporting/report-table.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { reportRecordWords } from '../../words/report-record-words.ts'
import { reportWords } from '../../words/report-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { MissingReports, reportHref, standingTable, WaitingReports } from './aggregate-standing.tsx'
import { overallReply } from './report-download.ts'
import { REPORTS } from './report-list-page.tsx'
import { Downloads } from './report-record-page.tsx'
import { subjectLabel } from './report-record-request.ts'
import { ReportTableView } from './report-table-view.tsx'
import { allRows, UnitPages, type UnitRows, unitRows } from './unit-rows.tsx'

export const AGGREGATE = '/bao-cao/tong-hop'
const FORMS = ['reportForm1', 'petitionForm'] as const

interface Asked {
  subjectId: number
  form: UnitsForm
}

/** The period and the form of the address; the quarter reported last and form 1 when none is named. */
async function readAsked(request: OfficeRequest): Promise<Asked> {
  const typed = Number(queryText(request, 'ky'))
  const subjectId = readReportSubject(typed) ? typed : quarterReportedAt(request.today)
  const key = queryText(request, 'bieu')
  const form = await findFormInUse(request.db, request.authority.id, FORMS.find((one) => one === key) ?? FORMS[0])
  if (form?.kind !== 'units') throw new NotFound('reportForm')
  return { subjectId, form }
}

/** So many names of missing reports are shown; the others are counted. */
const MOST_NAMES = 100

/** Everybody directly below by name, who is missing, and the table of those whom `shownOf` picks. */
async function readAggregate(
  { db, authority, today }: OfficeRequest,
  { subjectId, form }: Asked,
  names: number,
  shownOf: (total: number) => UnitRows,
) {
  const keys = form.columns.map((column) => column.figure)
  const [children, { missing, onPaper }] = await Promise.all([
    listReportsBelow(db, authority.id, subjectId, today),
    listMissingReports(db, authority.id, subjectId, names),
  ])
  const all = inNameOrder(children, (child) => child.name)
  const rows = shownOf(all.length)
  const shown = all.slice(rows.from, rows.to)
  const sums = await sumReports(db, { top: authority.id, subjectId, keys }, all, shown)
  return { all, rows, shown, missing, onPaper, table: aggregateTable(form, shown, sums, rows.from + 1) }
}

/** GET /bao-cao/tong-hop?ky=…&bieu=…: the reports of the authorities below, their sum, and who is missing. */
export async function showAggregate(request: OfficeRequest): Promise<OfficeReply> {
  const words = reportRecordWords[request.lang]
  const asked = await readAsked(request)
  const { all, rows, shown, missing, onPaper, table } = await readAggregate(request, asked, MOST_NAMES, (total) =>
    unitRows(request, total),
  )
  const sum = (of: 'owed' | 'handedIn') => all.reduce((n, child) => n + child[of], 0)
  const [owed, handedIn] = [sum('owed'), sum('handedIn')]
  const query = `?ky=${asked.subjectId}&bieu=${asked.form.key}`
  const remind = {
    post: request.link(`${AGGREGATE}/nhac`),
    hidden: { ky: String(asked.subjectId), bieu: asked.form.key },
  }
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
      {all.length === 0 ? (
        <EmptyState icon="report" title={words.noUnits} help={words.noUnitsHelp} />
      ) : (
        <>
          <p>{words.handedIn(handedIn + onPaper, owed)}</p>
          <WaitingReports request={request} all={all} />
          <MissingReports
            request={request}
            remind={remind}
            missing={missing}
            total={owed - handedIn}
            onPaper={onPaper}
          />
          <ReportTableView
            table={table}
            help={words.drawnFrom}
            rowHref={(at) => lineHref(request, shown[at]!, query)}
          />
          <UnitPages request={request} rows={rows} />
          <Downloads path={request.link(`${AGGREGATE}/tai${query}`)} />
          <ReportTableView
            table={standingTable(request, shown)}
            nameColumn={0}
            rowHref={(at) => reportHref(request, shown[at]!)}
          />
        </>
      )}
    </>,
  )
}

/** To the sums of those under it where there are any, else to its report. */
function lineHref(request: OfficeRequest, child: ReportChild, query: string): string | null {
  return child.nodes.length > 0 ? `/${child.slug}${AGGREGATE}${query}` : reportHref(request, child)
}

function Choice({ request, asked }: { request: OfficeRequest; asked: Asked }) {
  const words = reportRecordWords[request.lang]
  const { year } = readReportSubject(asked.subjectId)!
  const last = Math.max(year, yearOf(request.today))
  const periods = [last, last - 1, last - 2].flatMap((one) =>
    keysOf(REPORT_PERIODS).map((period) => ({ value: String(reportSubjectId(one, period)), year: one, period })),
  )
  return (
    <Form
      action={request.link(AGGREGATE)}
      method="get"
      class="my-4 flex flex-wrap items-end gap-4 print:hidden"
      label={words.period}
      values={{ ky: String(asked.subjectId), bieu: asked.form.key }}
    >
      <SelectField
        name="ky"
        label={words.period}
        empty={null}
        choices={periods.map(({ value }) => ({ value, label: subjectLabel(Number(value), request.lang) }))}
      />
      <SelectField
        name="bieu"
        label={words.form}
        empty={null}
        choices={FORMS.map((value) => ({ value, label: reportRecordWords[request.lang].formNames[value] }))}
      />
      <div class="field">
        <Button>{words.show}</Button>
      </div>
    </Form>
  )
}

/** POST /bao-cao/tong-hop/nhac: everybody who has not handed in gets a message. */
export function postReminder(request: OfficeRequest): Promise<OfficeReply> {
  const { ky, bieu } = request.form
  const back = `${request.link(AGGREGATE)}?ky=${encodeURIComponent(String(ky ?? ''))}&bieu=${encodeURIComponent(String(bieu ?? ''))}`
  const words = reportRecordWords[request.lang]
  return submitForm(request, remindReports, {
    onDone: ({ told }) => redirectTo(back, told > 0 ? words.reminded(told) : words.remindedToday),
    onRefused: () => redirectTo(back),
  })
}

/** GET /bao-cao/tong-hop/tai?ky=…&bieu=…&dang=… */
export async function downloadAggregate(request: OfficeRequest): Promise<OfficeReply> {
  const asked = await readAsked(request)
  const { missing: notThere, table } = await readAggregate(request, asked, 100_000, (total) => allRows(total))
  const { authority } = request
  const title = `Tổng hợp ${periodName(asked.subjectId)}`
  const namesOf = (onPaper: boolean) => notThere.filter((one) => one.onPaper === onPaper).map((one) => one.name)
  const [missing, onPaper] = [namesOf(false), namesOf(true)]
  const named: ReportTable = {
    ...table,
    note:
      [table.note, namedNote('Chưa nộp', missing), namedNote('Nộp bằng văn bản, chưa có số liệu', onPaper)]
        .filter(Boolean)
        .join(' ') || undefined,
  }
  return overallReply(request, {
    ...{ title, subject: `Báo cáo của các đơn vị, ${periodName(asked.subjectId)}`, tables: [named] },
    heading: `${authority.name}, ${periodName(asked.subjectId)}`,
    json: () =>
      aggregateJson(
        { slug: authority.slug, name: authority.name, subjectId: asked.subjectId, missing, onPaper },
        table,
      ),
  })
}

function namedNote(what: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${what}: ${names.join('; ')}.`
}
