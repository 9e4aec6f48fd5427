import { listVillages } from '../../../agencies/agency-store.ts'
import { findPetitionFields } from '../../../petitions/petition-fields.ts'
import { formatDay } from '../../../platform/day.ts'
import { listWords } from '../../words/list-words.ts'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { choicesOf } from '../petitions/petition-choices.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const WIDTHS = {
  ordinal: 6,
  petitionerName: 28,
  village: 20,
  address: 24,
  phone: 14,
  content: 70,
  subjectArea: 24,
} as const

/** GET /nhap-bang/mau: a sheet to fill in, with the villages and fields of this authority beside it. */
export async function downloadTemplate(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, today, lang } = request
  const words = listWords[lang]
  const [villages, fields] = await Promise.all([
    listVillages(db, authority.id),
    findPetitionFields(db, authority.id, null, today),
  ])
  const areas = choicesOf(fields?.subjectAreas, lang).map((one) => one.label)
  const text = (value: string, more = {}) => ({ value, type: String, ...more })
  const bold = { fontWeight: 'bold' as const, wrap: true, alignVertical: 'center' as const }
  const head = Object.values(words.templateHead)
  const list = [
    [text(`${words.templateTitle} – ${authority.shortName}`, bold)],
    [text(words.templateHelp)],
    [],
    head.map((label) => text(label, { ...bold, backgroundColor: '#f3ece4' })),
    // the days of an example are text: a spreadsheet of another country would turn day and month round
    [
      text('1'),
      text(''),
      text(villages[0]?.name ?? ''),
      text(''),
      text(''),
      text(''),
      text(areas[0] ?? ''),
      text(formatDay(today)),
    ],
  ]
  const lists = [
    [text(words.columnNames.village, bold), text(words.columnNames.subjectArea, bold)],
    ...Array.from({ length: Math.max(villages.length, areas.length) }, (_, at) => [
      text(villages[at]?.name ?? ''),
      text(areas[at] ?? ''),
    ]),
  ]
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const sheets = [
    {
      sheet: 'Kiến nghị',
      data: list,
      columns: Object.keys(words.templateHead).map((key) => ({ width: WIDTHS[key as 'phone'] ?? 14 })),
    },
    { sheet: 'Danh mục', data: lists, columns: [{ width: 32 }, { width: 48 }] },
  ]
  // biome-ignore lint/suspicious/noExplicitAny: the library's types know no mixed rows
  const body: Buffer = await writeExcelFile(sheets as any).toBuffer()
  return { kind: 'download', name: words.templateName, mediaType: XLSX, body }
}
