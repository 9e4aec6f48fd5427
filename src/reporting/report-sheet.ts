import { dayText } from '../papers/facts/fact-text.ts'
import type { PaperFrame } from '../papers/fill-template.ts'
import type { Branch } from '../papers/layout-profile.ts'
import type { Appendix, Block, FlatBlock, Sheet } from '../papers/sheet.ts'
import { writtenNumber } from './fill-wording.ts'
import { periodName, type ReportDocument } from './report-document.ts'
import type { ReportTable } from './report-table.ts'

/** Who issues the report and who gets it. */
export interface ReportFrame {
  frame: PaperFrame
  /** under whose rules: the Party writes `I-` */
  branch: Branch
  /** of the issuer, for “… báo cáo kết quả như sau” */
  issuerName: string
  /** by name, in the order of the regulation */
  recipients: readonly string[]
  /** who else gets a copy: the leaders of the office, its information centre */
  copies: readonly string[]
  /** what it is made under, cited in a row; '' for nothing known */
  bases: string
}

/** A report as an official paper: the text in the structure of 001, the forms attached across the page. */
export function reportSheet(document: ReportDocument, reportFrame: ReportFrame): Sheet {
  const { frame, branch, issuerName, recipients, copies, bases } = reportFrame
  const { report } = document
  const closing = `${issuerName} trân trọng báo cáo${recipients.length > 0 ? ` ${joined(recipients)}` : ''}`
  return {
    head: {
      ...(frame.superior ? { superior: [...frame.superior] } : {}),
      issuer: [...frame.issuer],
      number: frame.number,
      symbol: frame.symbol === undefined ? 'BC' : frame.symbol,
      place: frame.place,
      date: frame.date,
      year: frame.year ?? null,
    },
    name: 'BÁO CÁO',
    subject: document.title,
    ...(frame.draft ? { draft: true } : {}),
    body: [
      paragraph(
        `${bases === '' ? '' : `Thực hiện ${bases}; `}${issuerName} báo cáo kết quả thực hiện công tác đối thoại ` +
          `${periodName(report.subjectId)} (số liệu tính từ ngày ${dayText(report.fromDay)} đến hết ngày ` +
          `${dayText(report.toDay)}) như sau:`,
      ),
      ...(document.sections.length > 0 ? writtenSections(document, branch) : summary(document)),
      paragraph(closing),
    ],
    signatures: [...frame.signatures],
    recipients: {
      items: [...recipients.map((name) => ({ name, purpose: 'b/c' })), ...copies.map((name) => ({ name }))],
      archive: frame.archive ?? null,
    },
    appendices: document.tables.map((table) => appendixOf(table, document.title)),
  }
}

/** Tables over several authorities as a paper of their own, laid across the page. */
export function tablesSheet(tables: readonly ReportTable[], subject: string, frame: PaperFrame): Sheet {
  return {
    head: {
      ...(frame.superior ? { superior: [...frame.superior] } : {}),
      ...{ issuer: [...frame.issuer], number: null, symbol: null, place: frame.place, date: null },
      year: frame.year ?? null,
    },
    name: 'BIỂU TỔNG HỢP',
    subject,
    landscape: true,
    closing: false,
    body: tables.flatMap((table): Block[] => [
      { type: 'paragraph', text: [{ text: table.title, bold: true }], keepWithNext: true },
      paperTable(table),
      ...(table.note ? [paragraph(`Ghi chú: ${table.note}`)] : []),
    ]),
    signatures: [...frame.signatures],
  }
}

function writtenSections({ sections }: ReportDocument, branch: Branch): Block[] {
  return sections.flatMap(({ level, heading: stated, text }): Block[] => {
    const heading = branch === 'party' ? stated.replace(/^([IVX]+)\.(?=\s)/, '$1-') : stated
    // “IV. ĐỀ XUẤT, KIẾN NGHỊ: Không.” stands in one line
    if (heading.endsWith(':') && text !== '' && !text.includes('\n')) return [runIn(heading, text)]
    // “2.3. Chỉ đạo các phòng …”: a number without a name stands at its text
    if (/^[\d.]+$/.test(heading) && text !== '') {
      const [first, ...rest] = text.split('\n')
      return [runIn(heading, first!), ...writtenText(rest.join('\n'))]
    }
    return [{ type: 'heading', level, numbered: false, text: heading }, ...writtenText(text)]
  })
}

function runIn(heading: string, text: string): FlatBlock {
  return { type: 'paragraph', text: [{ text: `${heading} `, bold: true }, { text }] }
}

/** Lines as paragraphs; lines that begin with a dash as one list. */
function writtenText(text: string): FlatBlock[] {
  const blocks: FlatBlock[] = []
  for (const line of text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const item = /^[-–]\s+(.*)$/.exec(line)?.[1]
    const last = blocks.at(-1)
    if (item === undefined) blocks.push(paragraph(line))
    else if (last?.type === 'list') last.items.push(item)
    else blocks.push({ type: 'list', mark: 'dash', items: [item] })
  }
  return blocks
}

/** A report that consists of forms only says its first figures in words; zeros too. */
function summary({ figures, tables }: ReportDocument): Block[] {
  const n = (key: string) => writtenNumber(figures[key] ?? 0)
  return [
    {
      type: 'list',
      mark: 'dash',
      items: [
        `Số cuộc đối thoại: ${n('held')} (định kỳ ${n('periodic')}, chuyên đề ${n('thematic')}, đột xuất ${n('adHoc')}); lượt người dự: ${n('attendance')}.`,
        `Ý kiến, kiến nghị: kỳ trước chuyển sang ${n('carriedOver')}, tiếp nhận trong kỳ ${n('received')}; đã trả lời, giải quyết ${n('resolved')}; chuyển cơ quan khác ${n('transferred')}; còn lại ${n('remaining')} (trong hạn ${n('remainingInTime')}, quá hạn ${n('remainingOverdue')}).`,
        `Thông báo kết luận: đúng hạn ${n('conclusionsOnTime')}, trễ hạn ${n('conclusionsLate')}.`,
      ],
    },
    ...(tables.length > 0 ? [paragraph('Số liệu cụ thể theo biểu kèm theo.')] : []),
  ]
}

function appendixOf(table: ReportTable, title: string): Appendix {
  return {
    label: null,
    title: table.title,
    attachedTo: `Kèm theo Báo cáo ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    landscape: true,
    body: [paperTable(table), ...(table.note ? [paragraph(`Ghi chú: ${table.note}`)] : [])],
  }
}

/** The table as it is laid on paper; one wider than a paper's columns goes in smaller print. */
function paperTable(table: ReportTable): FlatBlock {
  const cell = (value: string | number | null) => (value === null ? '' : String(value))
  const longest = (at: number) => Math.max(0, ...table.rows.map((row) => cell(row[at] ?? null).length))
  return {
    type: 'table',
    columns: table.columns.slice(0, 30).map((column, at) => ({
      label: column.label,
      width: column.numeric ? 1 : textWidthOf(longest(at)),
      align: column.numeric ? ('center' as const) : ('left' as const),
      ...(column.group ? { over: column.group } : {}),
    })),
    rows: [
      ...table.rows.map((row) => ({ cells: row.slice(0, 30).map(cell) })),
      ...(table.total ? [{ cells: table.total.slice(0, 30).map(cell), bold: true }] : []),
    ],
    columnNumbers: true,
    size: table.columns.length > 14 ? 8 : table.columns.length > 8 ? 10 : 12,
  }
}

/** Room for words by how many letters the longest cell has: a list of results needs more than a day. */
function textWidthOf(letters: number): number {
  return Math.min(9, Math.max(2.4, Math.sqrt(letters) / 3))
}

function paragraph(text: string): FlatBlock {
  return { type: 'paragraph', text }
}

/** `A`, `A và B`, `A, B và C`. */
function joined(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`
}
