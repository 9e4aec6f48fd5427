import { type Cell, groupsOf, type ReportTable } from '../../../reporting/report-table.ts'
import { usePage } from '../../kit/page-context.ts'
import { Section } from '../../kit/section.tsx'
import { formatNumber } from '../../words/format-values.ts'
import type { Lang } from '../../words/words.ts'

interface ReportTableViewProps {
  table: ReportTable
  help?: string
  /** links of the rows, by their place; null: none */
  rowHref?: (at: number) => string | null
  /** the column that names the row */
  nameColumn?: number
}

/** A table of a report as it will be printed: grouped heads, sums at the end; scrolls sideways where it is narrow. */
export function ReportTableView({ table, help, rowHref, nameColumn = 1 }: ReportTableViewProps) {
  const { lang } = usePage()
  const groups = groupsOf(table.columns)
  const cellsOf = bodyCells(table, nameColumn, lang)
  const grouped = groups.some((group) => group.label !== '')
  return (
    <Section title={table.title} {...(help ? { help } : {})}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section class="overflow-x-auto" aria-label={table.title} tabIndex={0}>
        <table class="my-3 w-full border-collapse text-sm tabular-nums [&_td]:px-2 [&_td]:py-1 [&_td]:text-right [&_td]:align-top [&_td.words]:text-left [&_td.words]:whitespace-pre-line [&_tbody_th]:px-2 [&_tbody_th]:py-1 [&_tbody_th]:align-top">
          <caption class="sr-only">{table.title}</caption>
          <thead>
            {grouped ? <GroupRow groups={groups} columns={table.columns} /> : null}
            <tr class="border-b border-(--line-strong)">
              {table.columns
                .filter((column) => !grouped || column.group)
                .map((column) => (
                  <th
                    key={`${column.group ?? ''} ${column.label}`}
                    scope="col"
                    class={`px-2 py-1 align-bottom font-medium ${column.numeric ? 'text-right' : 'text-left'}`}
                  >
                    {column.label}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody class="[&_tr]:border-b [&_tr]:border-(--line)">
            {table.rows.map((row, at) => (
              <tr key={at}>{cellsOf(row, rowHref?.(at) ?? null)}</tr>
            ))}
          </tbody>
          {table.total ? (
            <tfoot>
              <tr class="font-semibold">{cellsOf(table.total, null)}</tr>
            </tfoot>
          ) : null}
        </table>
      </section>
      {table.note ? <p class="text-sm text-(--ink-soft)">{table.note}</p> : null}
    </Section>
  )
}

function GroupRow({ groups, columns }: { groups: { label: string; span: number }[]; columns: ReportTable['columns'] }) {
  let at = 0
  return (
    <tr>
      {groups.map((group) => {
        const column = columns[at]!
        at += group.span
        return group.label === '' ? (
          <th
            key={`${column.label} ${at}`}
            scope="col"
            rowSpan={2}
            class={`px-2 py-1 align-bottom font-medium ${column.numeric ? 'text-right' : 'text-left'}`}
          >
            {column.label}
          </th>
        ) : (
          <th
            key={`${group.label} ${at}`}
            scope="colgroup"
            colSpan={group.span}
            class="px-2 py-1 text-center font-medium"
          >
            {group.label}
          </th>
        )
      })}
    </tr>
  )
}

/** Elements, not components, and looks given once by the table: a city's table has eight thousand cells. */
function bodyCells({ columns }: ReportTable, nameColumn: number, lang: Lang) {
  return (row: readonly Cell[], href: string | null) =>
    row.map((cell, column) => {
      const text = typeof cell === 'number' ? shortNumber(cell, lang) : (cell ?? '')
      if (column === nameColumn)
        return (
          <th key={column} scope="row" class="text-left font-normal">
            {href ? <a href={href}>{text}</a> : text}
          </th>
        )
      if (columns[column]!.numeric) return <td key={column}>{text}</td>
      return (
        <td key={column} class="words">
          {text}
        </td>
      )
    })
}

/** Most figures are small and need no grouping. */
function shortNumber(n: number, lang: Lang): string {
  return n >= 0 && n < 1000 && Number.isInteger(n) ? String(n) : formatNumber(n, lang)
}
