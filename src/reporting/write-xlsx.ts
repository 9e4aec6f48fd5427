import { fullLabel, type ReportTable } from './report-table.ts'

const HEAD = { fontWeight: 'bold', wrap: true, align: 'center', alignVertical: 'center', type: String } as const

/** Characters that would make a cell look like a formula to a spreadsheet, full-width forms too. */
const FORMULA_START = /^[\s]*[=+\-@\t\r＝＋－＠]/

/**
 * The tables as a workbook, one sheet each. Words are written as text cells and never as formulas; those that could be
 * taken for one when the file is saved in another form carry an apostrophe.
 */
export async function writeXlsx(tables: readonly ReportTable[], heading: string): Promise<Buffer> {
  // loaded when first asked for: it is not to slow the start
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const sheets = tables.map((table, at) => ({
    sheet: sheetName(table, at),
    columns: table.columns.map((column, at) => ({ width: column.numeric ? 12 : widthOf(table, at) })),
    data: [
      [{ value: textCell(`${heading} – ${table.title}`), type: String, fontWeight: 'bold' as const }],
      table.columns.map((column) => ({ ...HEAD, value: textCell(fullLabel(column)) })),
      ...table.rows.map((row) => row.map((cell) => valueCell(cell))),
      ...(table.total ? [table.total.map((cell) => ({ ...valueCell(cell), fontWeight: 'bold' as const }))] : []),
      ...(table.note ? [[{ value: textCell(table.note), type: String }]] : []),
    ],
  }))
  // biome-ignore lint/suspicious/noExplicitAny: the library's types know no mixed rows
  return writeExcelFile(sheets as any).toBuffer()
}

/** A column as wide as its longest text asks for: a paragraph in a narrow one makes a row taller than a sheet allows. */
function widthOf(table: ReportTable, at: number): number {
  const longest = Math.max(0, ...table.rows.map((row) => String(row[at] ?? '').length))
  return Math.round(Math.min(90, Math.max(20, 2.2 * Math.sqrt(longest))))
}

function valueCell(cell: string | number | null) {
  if (cell === null) return { value: null }
  if (typeof cell === 'number') return { value: cell, type: Number, format: '#,##0' }
  return { value: textCell(cell), type: String, wrap: true }
}

/** Text that stays text. XML 1.0 has no control characters but tab and line ends. */
function textCell(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').slice(0, 32_000)
  return FORMULA_START.test(clean) ? `'${clean}` : clean
}

/** A sheet has at most 31 characters, none of them `\ / ? * [ ] :`, and a name of its own. */
function sheetName(table: ReportTable, at: number): string {
  return `${at + 1}. ${table.title.replace(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31).trim()
}
