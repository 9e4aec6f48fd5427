import type { HiddenParts } from './sheet-hidden.ts'

/** A spreadsheet as the program works with it: one sheet, every cell as text, empty ends cut off. */
export interface SheetGrid {
  name: string
  rows: string[][]
  /** of the rows and columns that say something, those hidden in the file */
  hidden: HiddenParts
  /** names of the file’s sheets that are hidden and were not read */
  sheetsLeft: string[]
}

/** Why a file cannot be read as a sheet; each has its sentence in the catalogue of words. */
const SHEET_REFUSALS = ['sheetUnreadable', 'sheetTooLarge', 'sheetEmpty', 'sheetVni', 'sheetWithoutContents'] as const
type SheetRefusal = (typeof SHEET_REFUSALS)[number]

export const SHEET_LIMITS = {
  rows: 20_000,
  columns: 60,
  /** of one cell; longer ones are refused row by row */
  cell: 20_000,
  sheets: 20,
  /** how long a file may take to read */
  readMs: 30_000,
  /** what reading may use */
  memoryMb: 768,
}

export type ReadOutcome = { ok: true; grids: SheetGrid[] } | { ok: false; refusal: SheetRefusal }

/** Cuts the empty cells and rows behind the last filled ones; null when nothing is left. */
export function trimGrid(
  { name, hidden, sheetsLeft }: Omit<SheetGrid, 'rows'>,
  cells: readonly (readonly string[])[],
): SheetGrid | null {
  const rows = cells.map((row) => {
    let end = row.length
    while (end > 0 && (row[end - 1] ?? '') === '') end -= 1
    return row.slice(0, end)
  })
  let end = rows.length
  while (end > 0 && rows[end - 1]!.length === 0) end -= 1
  if (end === 0) return null
  return {
    ...{ name, sheetsLeft, rows: rows.slice(0, end) },
    hidden: {
      rows: hidden.rows.filter((row) => (rows[row - 1]?.length ?? 0) > 0),
      columns: hidden.columns.filter((column) => rows.some((row) => (row[column] ?? '') !== '')),
    },
  }
}
