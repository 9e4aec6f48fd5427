import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IParagraphStyleOptions,
  type ISectionOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx'
import { composeSheet } from './compose-sheet.ts'
import type { Composed, ComposedSection, Line, Piece, Role } from './composed.ts'
import {
  lookOf,
  paragraphOf,
  ruleParagraph,
  STYLE_IDS,
  type StyleLook,
  type StyleLooks,
  spaceParagraph,
  twip,
} from './docx-lines.ts'
import { CELL_LOOK, columnsTable, dataTable } from './docx-tables.ts'
import type { Layout } from './layout-profile.ts'
import { MARK_PROPERTY } from './paper-mark.ts'
import type { Sheet } from './sheet.ts'

const FONT = 'Times New Roman'
const A4 = { short: 210, long: 297 }

/** The paper as a Word document, made in this process. Callers of other rooms take `writeDocx`. `mark`: of a draft. */
export async function buildDocx(sheet: Sheet, layout: Layout, mark?: string): Promise<Buffer> {
  const composed = composeSheet(sheet, layout)
  const looks = styleLooks(composed)
  const document = new Document({
    title: composed.title,
    creator: 'Đối thoại',
    lastModifiedBy: 'Đối thoại',
    ...(mark ? { customProperties: [{ name: MARK_PROPERTY, value: mark }] } : {}),
    styles: {
      default: {
        document: { run: { font: FONT, size: Math.round(composed.bodySize * 2), language: { value: 'vi-VN' } } },
      },
      paragraphStyles: paragraphStyles(looks),
    },
    sections: composed.sections.map((section) => sectionOf(section, composed, looks)),
  })
  return Packer.toBuffer(document)
}

/** A style looks like the first line that uses it. */
function styleLooks(composed: Composed): StyleLooks {
  const looks = new Map<Role, StyleLook>()
  const see = (line: Line) => {
    if (!looks.has(line.role)) looks.set(line.role, lookOf(line))
  }
  for (const piece of composed.sections.flatMap((section) => section.pieces)) {
    if (piece.kind === 'line') see(piece)
    if (piece.kind === 'columns') for (const inner of piece.rows.flat(2)) if (inner.kind === 'line') see(inner)
  }
  return looks
}

const STYLE_NAMES: Record<Role, string> = {
  nation: 'Quốc hiệu, tiêu đề',
  organ: 'Cơ quan ban hành',
  number: 'Số, ký hiệu',
  date: 'Địa danh, ngày tháng',
  title: 'Title',
  subject: 'Trích yếu',
  addressee: 'Kính gửi',
  basis: 'Căn cứ',
  heading1: 'heading 1',
  heading2: 'heading 2',
  heading3: 'heading 3',
  heading4: 'heading 4',
  body: 'Nội dung',
  cell: 'Ô bảng',
  signature: 'Chữ ký',
  recipients: 'Nơi nhận',
  note: 'Ghi chú',
}

function paragraphStyles(looks: StyleLooks): IParagraphStyleOptions[] {
  const plain: StyleLook = { run: { ...CELL_LOOK }, paragraph: {} }
  return (Object.keys(STYLE_IDS) as Role[]).map((role) => {
    const { run, paragraph } = looks.get(role) ?? plain
    const level = /^heading(\d)$/.exec(role)?.[1]
    return {
      id: STYLE_IDS[role],
      name: STYLE_NAMES[role],
      basedOn: 'Normal',
      quickFormat: true,
      run: {
        size: run.size,
        bold: run.bold,
        italics: run.italics,
        color: '000000',
        ...(run.underline ? { underline: {} } : {}),
      },
      paragraph: { ...paragraph, ...(level ? { outlineLevel: Number(level) - 1 } : {}) },
    }
  })
}

function sectionOf(section: ComposedSection, composed: Composed, looks: StyleLooks): ISectionOptions {
  const { page, pageNumber } = composed
  const across = section.landscape
  const width = (across ? A4.long : A4.short) - page.left - page.right
  const numbered = { default: numberLine(pageNumber, Header), first: new Header({ children: [new Paragraph('')] }) }
  const footed = { default: numberLine(pageNumber, Footer), first: new Footer({ children: [new Paragraph('')] }) }
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: section.restarts && !pageNumber.firstPage,
      page: {
        size: {
          width: twip(A4.short),
          height: twip(A4.long),
          orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twip(page.top),
          bottom: twip(page.bottom),
          left: twip(page.left),
          right: twip(page.right),
          header: twip(page.top / 2),
          footer: twip(page.bottom / 2),
        },
        ...(section.restarts ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    ...(pageNumber.place === 'top' ? { headers: numbered } : { footers: footed }),
    children: childrenOf(section.pieces, looks, width),
  }
}

function numberLine<T>({ size }: Composed['pageNumber'], Part: new (options: { children: Paragraph[] }) => T): T {
  const run = new TextRun({ children: [PageNumber.CURRENT], size: Math.round(size * 2) })
  return new Part({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] })
}

/** Word joins tables that touch, and wants a paragraph after the last one. */
export function childrenOf(pieces: readonly Piece[], looks: StyleLooks, width: number): (Paragraph | Table)[] {
  const children: (Paragraph | Table)[] = []
  pieces.forEach((piece, at) => {
    children.push(childOf(piece, looks, width))
    const next = pieces[at + 1]?.kind
    const isTable = piece.kind === 'columns' || piece.kind === 'table'
    if (isTable && (next === undefined || next === 'columns' || next === 'table'))
      children.push(spaceParagraph({ kind: 'space', height: 0 }))
  })
  return children
}

function childOf(piece: Piece, looks: StyleLooks, width: number): Paragraph | Table {
  switch (piece.kind) {
    case 'line':
      return paragraphOf(piece, looks, width)
    case 'rule':
      return ruleParagraph(piece, width)
    case 'space':
      return spaceParagraph(piece)
    case 'columns':
      return columnsTable(piece, looks, width)
    case 'table':
      return dataTable(piece, width)
    case 'pageBreak':
      return new Paragraph({ style: STYLE_IDS.note, children: [new PageBreak()] })
  }
}
