import { columnOfHead, type SheetColumn } from './sheet-column.ts'

/** Where the head of a sheet stands and what its columns are. Rows count from 0 here. */
export interface SheetHead {
  first: number
  last: number
  /** the words over each column, those of both rows of a two-row head */
  labels: string[]
  /** what each column is taken for; null: not read */
  columns: (SheetColumn | null)[]
}

const LOOKED_THROUGH = 40

/**
 * Finds the head below the title rows: the row that names most known columns, the content among them; two rows where
 * the second names what the first only groups (“Người kiến nghị” over “Họ tên”, “Địa chỉ”). Null when there is none.
 */
export function findHead(rows: readonly (readonly string[])[]): SheetHead | null {
  let best: { head: SheetHead; score: number } | null = null
  for (let at = 0; at < Math.min(rows.length, LOOKED_THROUGH); at += 1) {
    for (const head of [headOf(rows, at, at), twoRowHead(rows, at)]) {
      if (!head) continue
      const known = head.columns.filter((column) => column !== null)
      if (!known.includes('content')) continue
      const score = known.length + (filled(rows[at]!) > 1 ? 0.5 : 0)
      if (known.length >= 2 && (best === null || score > best.score)) best = { head, score }
    }
  }
  return best?.head ?? loneColumn(rows)
}

function headOf(rows: readonly (readonly string[])[], first: number, last: number): SheetHead | null {
  const width = Math.max(...rows.map((row) => row.length))
  const upper = rows[first]!
  const lower = rows[last]!
  const labels = Array.from({ length: width }, (_, at) => {
    if (first === last) return oneLine(upper[at])
    const own = oneLine(lower[at])
    const group = oneLine(upper[at]) || (own === '' ? '' : groupOver(upper, lower, at))
    return [group, own].filter(Boolean).join(' – ')
  })
  const columns = once(
    labels.map((label, at) => {
      const own = first === last ? label : oneLine(lower[at]) || oneLine(upper[at])
      return columnOfHead(own) ?? (first === last ? null : columnOfHead(label))
    }),
  )
  return { first, last, labels, columns }
}

function twoRowHead(rows: readonly (readonly string[])[], at: number): SheetHead | null {
  const [upper, lower] = [rows[at], rows[at + 1]]
  if (!upper || !lower || filled(upper) < 2 || filled(lower) < 1) return null
  // below a head of two rows stand words that are heads themselves, and only where the first row groups or is silent
  const named = lower.filter((cell) => columnOfHead(cell ?? '') !== null).length
  if (named < 2 || named < filled(lower) / 2) return null
  return headOf(rows, at, at + 1)
}

/** The merged cell of the row above that reaches over this column. */
function groupOver(upper: readonly string[], lower: readonly string[], at: number): string {
  for (let left = at - 1; left >= 0; left -= 1) {
    if (oneLine(upper[left]) !== '') return oneLine(upper[left])
    if (oneLine(lower[left]) === '') return ''
  }
  return ''
}

/** A list of contents without any head: the widest column is taken for it, and whoever confirms sees that. */
function loneColumn(rows: readonly (readonly string[])[]): SheetHead | null {
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0) return null
  const lengths = Array.from({ length: width }, (_, at) =>
    rows.slice(0, 200).reduce((sum, row) => sum + (row[at]?.length ?? 0), 0),
  )
  const widest = lengths.indexOf(Math.max(...lengths))
  const columns = lengths.map((_, at) => (at === widest ? ('content' as const) : null))
  return { first: -1, last: -1, labels: lengths.map(() => ''), columns }
}

/** A column named twice is read once, where it stands first; the content where its head says “nội dung”. */
function once(columns: (SheetColumn | null)[]): (SheetColumn | null)[] {
  return columns.map((column, at) => (column !== null && columns.indexOf(column) === at ? column : null))
}

function oneLine(cell: string | undefined): string {
  return (cell ?? '').replace(/\s+/g, ' ').trim()
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => (cell ?? '').trim() !== '').length
}
