import { chooseLayout } from '../../../papers/choose-layout.ts'
import { shippedLayouts } from '../../../papers/load-layouts.ts'
import { readFrame } from '../../../papers/read-frame.ts'
import { writePaper } from '../../../papers/write-paper.ts'
import { NotFound } from '../../../platform/errors.ts'
import { layoutOf } from '../../../procedures/paper-text.ts'
import { readReportPaper } from '../../../procedures/report-paper.ts'
import { type ReportDocument, readReportDocument } from '../../../reporting/report-document.ts'
import { reportCsv, reportJson } from '../../../reporting/report-files.ts'
import { tablesSheet } from '../../../reporting/report-sheet.ts'
import { getReport } from '../../../reporting/report-store.ts'
import type { ReportTable } from '../../../reporting/report-table.ts'
import { writeXlsx } from '../../../reporting/write-xlsx.ts'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'

const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

/** GET /bao-cao/ho-so/:id/tai?dang=…: the report as a file. */
export async function downloadReport(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority } = request
  const report = await getReport(db, authority.id, idParam(request))
  const format = queryText(request, 'dang')
  if (format === 'docx' || format === 'pdf') {
    const { title, sheet, branch } = await readReportPaper(db, report, authority, request.today)
    return fileReply(title, format, await writePaper(format, sheet, await layoutOf(branch, request.today)))
  }
  const document = await readReportDocument(db, report, authority)
  const tables = document.tables.length > 0 ? document.tables : [textTable(document)]
  return tablesReply(format, document.title, `${authority.name}`, tables, () => reportJson(document, authority.slug))
}

/** Tables as xlsx, csv or json. Throws NotFound for another format. */
async function tablesReply(
  format: string,
  title: string,
  heading: string,
  tables: readonly ReportTable[],
  json: () => unknown,
): Promise<OfficeReply> {
  if (format === 'xlsx') return fileReply(title, format, await writeXlsx(tables, heading))
  if (format === 'csv') return fileReply(title, format, Buffer.from(reportCsv(tables, heading)))
  if (format === 'json') return fileReply(title, format, Buffer.from(`${JSON.stringify(json(), null, 2)}\n`))
  throw new NotFound('format')
}

function fileReply(title: string, format: keyof typeof MEDIA, body: Buffer): OfficeReply {
  return { kind: 'download', name: `${title}.${format}`, mediaType: MEDIA[format], body }
}

/** Tables over several authorities in any format: as a paper of the authority whose pages these are, or as data. */
export async function overallReply(
  request: OfficeRequest,
  facts: { title: string; subject: string; heading: string; tables: readonly ReportTable[]; json: () => unknown },
): Promise<OfficeReply> {
  const format = queryText(request, 'dang') || 'xlsx'
  const { title, heading, tables, json } = facts
  if (format !== 'docx' && format !== 'pdf') return tablesReply(format, title, heading, tables, json)
  const kind = 'other'
  const { frame, branch } = await readFrame(request.db, request.authority.id, {
    ...{ kind, variant: '', issuerAgencyId: 0, today: request.today },
  })
  const layout = chooseLayout(await shippedLayouts(), {
    ...{ issuerBranch: branch, chairBranch: null, kind, issuedOn: request.today },
  })
  return fileReply(title, format, await writePaper(format, tablesSheet(tables, facts.subject, frame), layout))
}

/** A report that consists of text only goes into a spreadsheet section by section. */
function textTable({ title, sections }: ReportDocument): ReportTable {
  return {
    key: 'text',
    title,
    columns: [
      { label: 'Mục', numeric: false },
      { label: 'Nội dung', numeric: false },
    ],
    rows: sections.map((one) => [one.heading, one.text]),
  }
}
