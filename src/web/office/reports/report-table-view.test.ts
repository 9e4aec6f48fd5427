import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportTable } from '../../../reporting/report-table.ts'
import { rowWriter } from './report-table-view.tsx'

const table: ReportTable = {
  key: 'x',
  title: 'x',
  columns: [
    { label: 'Đơn vị "A"', numeric: false },
    { label: '<b>Số</b>', group: 'Nhóm', numeric: true },
    { label: 'Ghi chú', numeric: false },
  ],
  rows: [],
}
const look = { nameColumn: 0, lang: 'vi' as const, labels: true }

describe('rows written as text', () => {
  it('say what they say, with their labels and the way to the row', () => {
    const write = rowWriter(table, look)
    expect(write(['Cát Hải', 1234, null], '/cat-hai')).toBe(
      '<tr class="row-opens"><th scope="row" class="main" data-label="Đơn vị &quot;A&quot;">' +
        '<a class="row-link" href="/cat-hai">Cát Hải</a></th>' +
        '<td data-label="Nhóm: &lt;b&gt;Số&lt;/b&gt;">1.234</td><td class="words" data-label="Ghi chú"></td></tr>',
    )
  })

  it('hold no markup but their own, whatever the data say', () => {
    const plain = rowWriter(table, { ...look, labels: false })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (name, note, href) => {
        const html = plain([name, 0, note], href || '/x')
        const tags = html.match(/<[^>]*>/g) ?? []
        const shapes = tags.map((tag) => tag.replace(/href="[^"]*"/, 'href'))
        expect(shapes).toEqual([
          ...['<tr>', '<th scope="row">', '<a href>', '</a>', '</th>'],
          ...['<td>', '</td>', note.length > 200 ? '<td class="words long">' : '<td class="words">', '</td>', '</tr>'],
        ])
      }),
      { numRuns: 200 },
    )
  })
})
