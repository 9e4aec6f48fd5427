import { runsOf } from './compose-lines.ts'
import type { ComposedTable, TableCell } from './composed.ts'
import { fitColumns } from './fit-columns.ts'
import type { Layout } from './layout-profile.ts'
import type { Align, Table, TableColumn, Text } from './sheet.ts'

const LONGEST_LABEL = 150

/**
 * A table with its label rows joined, group rows over the whole width and short rows filled with empty cells; `room` is
 * the width of the text, mm.
 */
export function composeTable(table: Table, layout: Layout, room: number): ComposedTable {
  const count = table.columns.length
  const size = table.size ?? layout.body.tableSize
  return {
    kind: 'table',
    widths: fitColumns(table, size, room),
    size,
    repeatsHead: table.columns.every((column) => column.label.length + (column.over ?? '').length <= LONGEST_LABEL),
    head: [
      ...labelRows(table.columns),
      ...(table.columnNumbers ? [table.columns.map((_, at) => cell(`(${at + 1})`, 'center', { italic: true }))] : []),
    ],
    rows: table.rows.map((row) => {
      if ('group' in row) return [{ ...cell(row.group, 'left', { bold: true }), columns: count, bold: true }]
      return table.columns.map((column, at) =>
        cell(row.cells[at] ?? '', column.align ?? 'left', { bold: row.bold ?? false }),
      )
    }),
  }
}

/** A row that names the group of those under it. */
export function isGroup(cells: readonly TableCell[], table: Pick<ComposedTable, 'widths'>): boolean {
  return cells.length === 1 && table.widths.length > 1 && cells[0]!.columns === table.widths.length
}

function cell(text: Text, align: Align, look: { bold?: boolean; italic?: boolean } = {}): TableCell {
  return { runs: runsOf(text, look), align, columns: 1, rows: 1, bold: look.bold ?? false }
}

function labelRows(columns: readonly TableColumn[]): TableCell[][] {
  const label = (text: string) => cell(text, 'center', { bold: true })
  if (columns.every((column) => column.over === undefined)) return [columns.map((column) => label(column.label))]
  const upper: TableCell[] = []
  const lower: TableCell[] = []
  columns.forEach((column, at) => {
    if (column.over === undefined) upper.push({ ...label(column.label), rows: 2 })
    else {
      lower.push(label(column.label))
      if (at > 0 && columns[at - 1]!.over === column.over) upper.at(-1)!.columns += 1
      else upper.push(label(column.over))
    }
  })
  return [upper, lower]
}
