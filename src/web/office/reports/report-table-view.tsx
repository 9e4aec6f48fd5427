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
  const grouped = groups.some((group) => group.label !== '')
  return (
    <Section title={table.title} {...(help ? { help } : {})}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section class="overflow-x-auto" aria-label={table.title} tabIndex={0}>
        <table class="my-3 w-full border-collapse text-sm tabular-nums">
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
          <tbody>
            {table.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and do not move
              <tr key={at} class="border-b border-(--line)">
                {row.map((cell, column) => (
                  <BodyCell
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same
                    key={column}
                    cell={cell}
                    named={column === nameColumn}
                    numeric={table.columns[column]!.numeric}
                    href={column === nameColumn ? (rowHref?.(at) ?? null) : null}
                    lang={lang}
                  />
                ))}
              </tr>
            ))}
          </tbody>
          {table.total ? (
            <tfoot>
              <tr class="font-semibold">
                {table.total.map((cell, column) => (
                  <BodyCell
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same
                    key={column}
                    cell={cell}
                    named={column === nameColumn}
                    numeric={table.columns[column]!.numeric}
                    href={null}
                    lang={lang}
                  />
                ))}
              </tr>
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

interface BodyCellProps {
  cell: Cell
  named: boolean
  numeric: boolean
  href: string | null
  lang: Lang
}

function BodyCell({ cell, named, numeric, href, lang }: BodyCellProps) {
  const text = typeof cell === 'number' ? formatNumber(cell, lang) : (cell ?? '')
  const look = `px-2 py-1 align-top ${numeric ? 'text-right' : 'text-left whitespace-pre-line'}`
  if (named)
    return (
      <th scope="row" class={`${look} font-normal`}>
        {href ? <a href={href}>{text}</a> : text}
      </th>
    )
  return <td class={look}>{text}</td>
}
