import { formatDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { shortened } from '../../../platform/shortened.ts'
import { reportTitle } from '../../../reporting/report-document.ts'
import { getReport, listCorrections } from '../../../reporting/report-store.ts'
import {
  type Counted,
  countedByReport,
  type FigureRecord,
  listCounted,
  sumCounted,
} from '../../../reports/figure-store.ts'
import { type FigureSource, findFigure } from '../../../reports/figures.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { reportRecordWords } from '../../words/report-record-words.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { figureName } from './figure-list.tsx'
import { recordPath } from './report-record-request.ts'

const PLACES: Record<FigureSource, (id: number) => string> = {
  dialogue: (id) => `/hoi-nghi/${id}`,
  petition: (id) => `/kien-nghi/${id}`,
  request: () => '/yeu-cau-doi-thoai',
  deadline: (id) => `/han/${id}`,
}

/** The page of a record of a source. */
export function recordPage({ link }: OfficeRequest, source: FigureSource): (one: FigureRecord) => string {
  return (one) => link(PLACES[source](one.pageId))
}

/** GET /bao-cao/ho-so/:id/so?so=…: the records behind a figure. */
export async function showEvidence(request: OfficeRequest): Promise<OfficeReply> {
  const words = reportRecordWords[request.lang]
  const { db, authority, lang } = request
  const report = await getReport(db, authority.id, idParam(request))
  const key = queryText(request, 'so')
  const figure = findFigure(key, null)
  if (!figure || report.figures[key] === undefined) throw new NotFound('figure')
  const period = { from: report.fromDay, to: report.toDay, asOf: request.today }
  const evidence = await readEvidence(request, countedByReport(authority.id, key, period))
  const correction = (await listCorrections(db, authority.id, report.id)).find((one) => one.figure === key)
  const now = evidence.sum
  const stored = report.figures[key]
  const title = figureName(key, request)
  return officePage(
    request,
    { title, active: 'reports' },
    <>
      <PageHeading
        title={`${title}: ${formatNumber(now, lang)}`}
        kicker={words.evidence}
        meta={`${words.evidenceMeta(formatDay(period.from), formatDay(period.to))}. ${words.evidenceNow}`}
        trail={[{ href: recordPath(request, report), label: reportTitle(report) }]}
      />
      {correction ? (
        <p role="note">{words.evidenceCorrected(formatNumber(correction.corrected, lang), correction.reason)}</p>
      ) : null}
      {stored === now ? null : <p role="note">{words.evidenceDiffers(stored, now)}</p>}
      <EvidenceList request={request} title={title} evidence={evidence} href={recordPage(request, figure.source)} />
    </>,
  )
}

interface EvidenceListProps {
  request: OfficeRequest
  title: string
  evidence: Evidence
  /** the page of a record that the reader may know */
  href: (one: FigureRecord) => string
}

/** So many records on a page; the sum is of all. */
const PAGE_SIZE = 100

interface Evidence {
  count: number
  sum: number
  page: number
  /** those of the page */
  records: readonly FigureRecord[]
}

/** The records of a count on the page of the address, as this reader may know them. */
export async function readEvidence(request: OfficeRequest, counted: Counted): Promise<Evidence> {
  const { db, authority, actor } = request
  const typed = Math.max(1, Math.trunc(Number(queryText(request, 'page'))) || 1)
  const reader = { accountId: actor.accountId, agencyId: actor.agencyId }
  const { count, sum } = await sumCounted(db, counted)
  const page = Math.max(1, Math.min(Math.ceil(count / PAGE_SIZE), typed))
  const window = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const records = await listCounted(db, authority.id, counted, reader, window)
  return { count, sum, page, records }
}

/** The records a figure counts, each the way to its own page, with their sum. */
export function EvidenceList({ request, title, evidence, href }: EvidenceListProps) {
  const words = reportRecordWords[request.lang]
  const { count, sum, page, records } = evidence
  if (count === 0) return <EmptyState icon="report" title={words.evidenceNone} help={words.evidenceNoneHelp} />
  return (
    <>
      <DataTable
        caption={title}
        rows={records}
        rowKey={(one) => String(one.id)}
        rowHref={(one) => (one.hidden ? null : href(one))}
        columns={[
          {
            key: 'record',
            label: words.record,
            main: true,
            wide: true,
            cell: (one) => (one.hidden ? words.hidden : shortened(one.name, 160)),
          },
          { key: 'day', label: words.day, cell: (one) => formatDay(one.day) },
          {
            key: 'amount',
            label: words.amount,
            numeric: true,
            cell: (one) => formatNumber(one.amount, request.lang),
            total: formatNumber(sum, request.lang),
          },
        ]}
      />
      {count > PAGE_SIZE ? (
        <Pagination address={request.chrome.address} page={page} pageSize={PAGE_SIZE} total={count} />
      ) : null}
    </>
  )
}
