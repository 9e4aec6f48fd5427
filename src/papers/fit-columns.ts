import type { Table } from './sheet.ts'
import { plainText } from './sheet-text.ts'

/** What a letter takes on average, of its size; labels are bold. */
const LETTER = 0.5
const BOLD_LETTER = 0.58
const MM_PER_POINT = 25.4 / 72
/** What the borders of a cell take on both sides, mm. */
const CELL_EDGES = 3.6
/** Longer words may be parted. */
const LONGEST_WORD = 14

/**
 * The widths of the columns of a table as shares of the whole: those of the table, but none so narrow that a day, a
 * number, a code or a word of its label does not stand in one line. What a column is given more is taken from the wider ones;
 * where there is too little for all, the widths stay as they are. `room` in mm, `size` in points.
 */
export function fitColumns(table: Table, size: number, room: number): number[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0)
  const wanted = table.columns.map((column) => (column.width / total) * room)
  const least = table.columns.map((column, at) => {
    const cells = table.rows.flatMap((row) => ('cells' in row ? longestWord(plainText(row.cells[at] ?? '')) : 0))
    const letters = Math.max(longestWord(column.label) * BOLD_LETTER, Math.max(0, ...cells) * LETTER)
    return letters * size * MM_PER_POINT + CELL_EDGES
  })
  const slack = wanted.map((width, at) => Math.max(0, width - least[at]!))
  const missing = wanted.reduce((sum, width, at) => sum + Math.max(0, least[at]! - width), 0)
  const spare = slack.reduce((sum, one) => sum + one, 0)
  if (missing === 0 || missing > spare) return wanted.map((width) => width / room)
  return wanted.map((width, at) => (Math.max(width, least[at]!) - (slack[at]! * missing) / spare) / room)
}

function longestWord(text: string): number {
  return text
    .split(/\s+|-(?!\d)/)
    .reduce((longest, { length }) => (length <= LONGEST_WORD ? Math.max(longest, length) : longest), 0)
}
