import { escapeHtml } from '../../../platform/html-text.ts'
import { type Cell, groupsOf, type ReportTable } from '../../../reporting/report-table.ts'
import { usePage } from '../../kit/page-context.ts'
import { Section } from '../../kit/section.tsx'
import { shortNumber } from '../../words/format-values.ts'
import type { Lang } from '../../words/words.ts'
import { cardLabels } from './card-labels.ts'

interface ReportTableViewProps {
  table: ReportTable
  help?: string
  /** links of the rows, by their place; null: none */
  rowHref?: (at: number) => string | null
  /** the column that names the row */
  nameColumn?: number
}

/** Words longer than this get a wide column. */
const LONG_TEXT = 200
/** A table with more columns is printed across the page. */
const MOST_UPRIGHT = 13
/** A phone shows so many rows as cards; of more it shows the table, which scrolls sideways under its first column. */
const MOST_CARDS = 60

/**
 * A table of a report as it will be printed: grouped heads, sums at the end. A very wide one scrolls sideways on a desk;
 * on a phone each row is a card.
 */
export function ReportTableView({ table, help, rowHref, nameColumn = 1 }: ReportTableViewProps) {
  const { lang, rules } = usePage()
  const groups = groupsOf(table.columns)
  const long = table.rows.length > MOST_CARDS
  const wide = table.columns.length > MOST_UPRIGHT
  const rowHtml = rowWriter(table, { nameColumn, lang, cards: !long })
  const labels = long ? '' : ` cards-${rules.length}`
  if (labels) rules.push(cardLabels(table.columns, labels.trim()))
  const grouped = groups.some((group) => group.label !== '')
  return (
    <Section title={table.title}>
      {help ? <p class="field-help print:hidden">{help}</p> : null}
      <div class="table-frame">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
        <section class="overflow-x-auto" aria-label={table.title} tabIndex={0}>
          <table
            class={`${long ? 'long-table' : 'data-table'} report-table${labels}${grouped ? ' grouped' : ''}${wide ? ' very-wide' : ''}`}
          >
            <caption class="sr-only">{table.title}</caption>
            <thead>
              {grouped ? <GroupRow groups={groups} columns={table.columns} /> : null}
              <tr>
                {table.columns
                  .filter((column) => !grouped || column.group)
                  .map((column) => (
                    <th
                      key={`${column.group ?? ''} ${column.label}`}
                      scope="col"
                      class={column.numeric ? 'numeric' : undefined}
                    >
                      {column.label}
                    </th>
                  ))}
              </tr>
            </thead>
            <Rows html={table.rows.map((row, at) => rowHtml(row, rowHref?.(at) ?? null)).join('')} />
            {table.total ? <Rows foot html={rowHtml(table.total, null)} /> : null}
          </table>
        </section>
      </div>
      {table.note ? <p class="text-sm text-(--ink-soft)">{table.note}</p> : null}
    </Section>
  )
}

/** A city's table has eight thousand cells: they are written as text, every word of them escaped by `rowWriter`. */
function Rows({ html, foot = false }: { html: string; foot?: boolean }) {
  if (foot) return <tfoot dangerouslySetInnerHTML={{ __html: html }} />
  return <tbody dangerouslySetInnerHTML={{ __html: html }} />
}

function GroupRow({ groups, columns }: { groups: { label: string; span: number }[]; columns: ReportTable['columns'] }) {
  let at = 0
  return (
    <tr>
      {groups.map((group) => {
        const column = columns[at]!
        at += group.span
        return group.label === '' ? (
          <th key={`${column.label} ${at}`} scope="col" rowSpan={2} class={column.numeric ? 'numeric' : undefined}>
            {column.label}
          </th>
        ) : (
          <th key={`${group.label} ${at}`} scope="colgroup" colSpan={group.span} class="group">
            {group.label}
          </th>
        )
      })}
    </tr>
  )
}

interface RowLook {
  /** the column that names the row */
  nameColumn: number
  lang: Lang
  /** whether a phone shows each row as a card */
  cards: boolean
}

/** Writes rows of cells as HTML; whatever the data say stays text. */
export function rowWriter({ columns }: ReportTable, { nameColumn, lang, cards }: RowLook) {
  const begins = columns.map((column, at) => {
    if (at === nameColumn) return cards ? '<th scope="row" class="main">' : '<th scope="row">'
    return column.numeric ? '<td>' : '<td class="words">'
  })
  const linkLook = cards ? ' class="row-link"' : ''
  const longBegins = begins.map((begin) => begin.replace('class="words"', 'class="words long"'))
  return (row: readonly Cell[], href: string | null): string => {
    let html = href && cards ? '<tr class="row-opens">' : '<tr>'
    for (let at = 0; at < row.length; at += 1) {
      const cell = row[at]!
      const text = typeof cell === 'number' ? shortNumber(cell, lang) : cell === null ? '' : escapeHtml(cell)
      if (at !== nameColumn && text.length > LONG_TEXT && !columns[at]!.numeric) html += `${longBegins[at]}${text}</td>`
      else if (at !== nameColumn) html += `${begins[at]}${text}</td>`
      else if (href) html += `${begins[at]}<a${linkLook} href="${escapeHtml(href)}">${text}</a></th>`
      else html += `${begins[at]}${text}</th>`
    }
    return `${html}</tr>`
  }
}
