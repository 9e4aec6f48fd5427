/** A cell: words or a number; null is empty. */
export type Cell = string | number | null

export interface ReportColumn {
  label: string
  /** neighbouring columns with the same one stand under it */
  group?: string | undefined
  numeric: boolean
  /** the figure behind a column of numbers */
  figure?: string | undefined
}

/** A table of a report as every output shows it: page, paper, spreadsheet, text. */
export interface ReportTable {
  key: string
  title: string
  columns: ReportColumn[]
  rows: Cell[][]
  /** the line of sums, when there is more than one unit */
  total?: Cell[]
  note?: string | undefined
}

/** Neighbouring columns under their common labels: how many columns each spans; a label of '' stands for none. */
export function groupsOf(columns: readonly ReportColumn[]): { label: string; span: number }[] {
  const groups: { label: string; span: number }[] = []
  for (const { group = '' } of columns) {
    const last = groups.at(-1)
    if (last && last.label === group && group !== '') last.span += 1
    else groups.push({ label: group, span: 1 })
  }
  return groups
}

/** A column with what it stands under, for outputs with one line of labels. */
export function fullLabel({ group, label }: ReportColumn): string {
  return group ? `${group}: ${label}` : label
}
