import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { DataTable } from './data-table.tsx'

const ROWS = [
  { id: 1, title: 'Đường liên thôn', count: 3 },
  { id: 2, title: 'Nước sạch', count: 5 },
]

function table(sort: { key: string; direction: 'asc' | 'desc' } | null) {
  return renderToString(
    <DataTable
      caption="Kiến nghị"
      address="/petitions?field=land&page=4"
      sort={sort}
      rows={ROWS}
      rowKey={(row) => String(row.id)}
      rowHref={(row) => `/petitions/${row.id}`}
      columns={[
        { key: 'title', label: 'Nội dung', cell: (row) => row.title, main: true, sortKey: 'title' },
        { key: 'count', label: 'Số người', cell: (row) => row.count, numeric: true, total: 8 },
      ]}
    />,
  )
}

it('sorts by links that keep the filters, begin at the first page and turn the direction', () => {
  expect(table(null)).toContain('href="/petitions?field=land&amp;sort=title&amp;dir=asc"')
  expect(table(null)).not.toContain('aria-sort')
  expect(table({ key: 'title', direction: 'asc' })).toContain('dir=desc')
  expect(table({ key: 'title', direction: 'asc' })).toContain('aria-sort="ascending"')
})

it('opens each row by one link in its head, names each cell for the phone, and adds the totals', () => {
  const html = table(null)
  expect(html).toContain('<a class="row-link" href="/petitions/2">Nước sạch</a>')
  expect(html.match(/scope="row"/g)).toHaveLength(2)
  expect(html).toContain('data-label="Số người">5</td>')
  expect(html).toContain('data-label="Nội dung">Cộng</td>')
  expect(html).toContain('data-label="Số người">8</td>')
})
