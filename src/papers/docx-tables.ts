import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { isGroup } from './compose-table.ts'
import { type TableCell as Cell, type Columns, type ComposedTable, plainText } from './composed.ts'
import { paragraphOf, ruleParagraph, STYLE_IDS, type StyleLooks, spaceParagraph, textRuns, twip } from './docx-lines.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

/** Beyond this a row may split: it could be taller than a page. */
const KEEPS_TOGETHER = 1_500

/** Things side by side in a table without borders: the head and the signatures. */
export function columnsTable(columns: Columns, looks: StyleLooks, width: number): Table {
  const widths = columns.widths.map((share) => width * share)
  return new Table({
    width: { size: twip(width), type: WidthType.DXA },
    columnWidths: widths.map(twip),
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: columns.rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map((pieces, at) => {
            const paragraphs = pieces.map((piece) => {
              if (piece.kind === 'line') return paragraphOf(piece, looks, widths[at]!)
              return piece.kind === 'rule' ? ruleParagraph(piece, widths[at]!) : spaceParagraph(piece)
            })
            return new TableCell({
              width: { size: twip(widths[at]!), type: WidthType.DXA },
              borders: NO_BORDERS,
              children: paragraphs.length > 0 ? paragraphs : [new Paragraph({ style: STYLE_IDS.note })],
            })
          }),
        }),
    ),
  })
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const

/** A table of data: bordered, its label rows on every page, rows that do not split. */
export function dataTable(table: ComposedTable, width: number): Table {
  const size = Math.round(table.size * 2)
  const row = (cells: readonly Cell[], head: boolean) =>
    new TableRow({
      tableHeader: head && table.repeatsHead,
      cantSplit: cells.every((cell) => plainText(cell.runs).length < KEEPS_TOGETHER),
      // the name of a group stands on the page of its first row
      children: cells.map((cell) => dataCell(cell, size, { head, keepNext: !head && isGroup(cells, table) })),
    })
  return new Table({
    width: { size: twip(width), type: WidthType.DXA },
    columnWidths: table.widths.map((share) => twip(width * share)),
    layout: TableLayoutType.FIXED,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    margins: { left: 70, right: 70, top: 30, bottom: 30, marginUnitType: WidthType.DXA },
    rows: [...table.head.map((cells) => row(cells, true)), ...table.rows.map((cells) => row(cells, false))],
  })
}

/** The style of cells has size 12, upright and plain; differences stand at the run. */
export const CELL_LOOK = { size: 24, bold: false, italics: false, underline: false } as const

function dataCell(cell: Cell, size: number, { head, keepNext }: { head: boolean; keepNext: boolean }): TableCell {
  return new TableCell({
    ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
    ...(head ? { verticalAlign: VerticalAlign.CENTER } : {}),
    children: [
      new Paragraph({
        style: STYLE_IDS.cell,
        ...(keepNext ? { keepNext } : {}),
        ...(cell.align === 'left' ? {} : { alignment: ALIGN[cell.align] }),
        children: textRuns(cell.runs, size, CELL_LOOK),
      }),
    ],
  })
}
