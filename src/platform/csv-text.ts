const FORMULA_START = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** A cell that a spreadsheet can only read as text: quoted, and never the start of a formula. */
function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA_START.test(value) ? `'${value}` : value
  return `"${safe.replace(/\r\n?/g, '\n').replaceAll('"', '""')}"`
}

/** Lines of a CSV as spreadsheets open it with Vietnamese text: UTF-8 with mark, CRLF. */
export function csvText(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
