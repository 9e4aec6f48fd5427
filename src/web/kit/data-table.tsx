import type { ComponentChildren } from 'preact'
import { kitWords } from '../words/kit-words.ts'
import { withQuery } from './address-query.ts'
import { Icon } from './icon.tsx'
import { usePage } from './page-context.ts'

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ComponentChildren
  /** The name under which the server sorts; a column without one cannot be sorted. */
  sortKey?: string
  numeric?: boolean
  /** Head of the row and, on a phone, title of its card. Exactly one column; carries the link of the row. */
  main?: boolean
  /** For long text: takes the room that is left. */
  wide?: boolean
  /** Not said on a phone. */
  deskOnly?: boolean
  /** The cell of the line of totals. */
  total?: ComponentChildren
}

interface Sort {
  key: string
  direction: 'asc' | 'desc'
}

interface DataTableProps<Row> {
  /** What the table lists, said to screen readers and printed. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Opens the row by click and by key. */
  rowHref?: (row: Row) => string | null
  rowTone?: (row: Row) => 'bad' | 'warn' | null
  sort?: Sort | null
  /** Path and query of this page, for sort links (`sort`, `dir`). */
  address?: string
  showCaption?: boolean
}

function SortLink(props: { label: string; sortKey: string; sort: Sort | null; address: string }) {
  const { sort, sortKey } = props
  const active = sort?.key === sortKey ? sort.direction : null
  const words = kitWords[usePage().lang]
  const href = withQuery(props.address, { sort: sortKey, dir: active === 'asc' ? 'desc' : 'asc', page: null })
  return (
    <a class="sort-link" href={href}>
      {props.label}
      <Icon name={active === 'asc' ? 'up' : active === 'desc' ? 'down' : 'sort'} />
      {active ? <span class="sr-only"> ({words.sorted[active]})</span> : null}
    </a>
  )
}

function cellLook<Row>(column: Column<Row>): string {
  const names = [column.numeric ? 'numeric' : '', column.wide ? 'wide' : '', column.deskOnly ? 'desk-only' : '']
  return names.filter(Boolean).join(' ')
}

function Head<Row>({ table }: { table: DataTableProps<Row> }) {
  const sort = table.sort ?? null
  return (
    <thead>
      <tr>
        {table.columns.map((column) => {
          const sorted = column.sortKey !== undefined && sort?.key === column.sortKey ? sort.direction : null
          const canSort = column.sortKey !== undefined && table.address !== undefined
          // a column without words over it (the buttons of a row) heads nothing
          if (column.label === '') return <td key={column.key} class={cellLook(column)} />
          return (
            <th
              key={column.key}
              scope="col"
              class={`${cellLook(column)}${canSort ? ' can-sort' : ''}`}
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
            >
              {canSort ? (
                <SortLink label={column.label} sortKey={column.sortKey!} sort={sort} address={table.address!} />
              ) : (
                column.label
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function Line<Row>({ table, row }: { table: DataTableProps<Row>; row: Row }) {
  const href = table.rowHref?.(row) ?? null
  const tone = table.rowTone?.(row)
  return (
    <tr class={`${href ? 'row-opens' : ''}${tone ? ` row-${tone}` : ''}`}>
      {table.columns.map((column) => {
        const content = column.cell(row)
        if (!column.main) {
          return (
            <td key={column.key} class={cellLook(column)} data-label={column.label}>
              {content}
            </td>
          )
        }
        return (
          <th key={column.key} scope="row" class={`main ${cellLook(column)}`} data-label={column.label}>
            {href ? (
              <a class="row-link" href={href}>
                {content}
              </a>
            ) : (
              content
            )}
          </th>
        )
      })}
    </tr>
  )
}

function Totals<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const words = kitWords[usePage().lang]
  if (!columns.some((column) => column.total !== undefined)) return null
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td key={column.key} class={cellLook(column)} data-label={column.label}>
            {column.total ?? (column.main ? words.total : '')}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

/** A list as a table with a fixed head; where it is narrow each row becomes a card with its labels. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return (
    <div class="table-frame">
      <table class="data-table">
        <caption class={props.showCaption ? '' : 'sr-only'}>{props.caption}</caption>
        <Head table={props} />
        <tbody>
          {props.rows.map((row) => (
            <Line key={props.rowKey(row)} table={props} row={row} />
          ))}
        </tbody>
        <Totals columns={props.columns} />
      </table>
    </div>
  )
}
