import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Pagination, pagesToShow } from './pagination.tsx'

it('shows the ends, the neighbours and gaps only where pages are left out', () => {
  expect(pagesToShow(1, 1)).toEqual([1])
  expect(pagesToShow(5, 52)).toEqual([1, null, 4, 5, 6, null, 52])
  expect(pagesToShow(3, 5)).toEqual([1, 2, 3, 4, 5])
  expect(pagesToShow(4, 6)).toEqual([1, 2, 3, 4, 5, 6])
})

it('says where one is, in Vietnamese figures, and keeps the filters in its links', () => {
  const html = renderToString(
    <Pagination address="/petitions?field=land&page=52" page={52} pageSize={25} total={1284} />,
  )
  expect(html).toContain('1.276–1.284 trong 1.284')
  expect(html).toContain('href="/petitions?field=land&amp;page=51"')
  expect(html).not.toContain('Trang sau')
})
