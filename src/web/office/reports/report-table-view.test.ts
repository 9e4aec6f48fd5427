import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportTable } from '../../../reporting/report-table.ts'
import { cardLabels } from './card-labels.ts'
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
const look = { nameColumn: 0, lang: 'vi' as const, cards: true }

describe('rows written as text', () => {
  it('say what they say, with the way to the row', () => {
    const write = rowWriter(table, look)
    expect(write(['Cát Hải', 1234, null], '/cat-hai')).toBe(
      '<tr class="row-opens"><th scope="row" class="main"><a class="row-link" href="/cat-hai">Cát Hải</a></th>' +
        '<td>1.234</td><td class="words"></td></tr>',
    )
  })

  it('hold no markup but their own, whatever the data say', () => {
    const plain = rowWriter(table, { ...look, cards: false })
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

describe('labels of cards', () => {
  it('name each column by its place, whatever stands in them', () => {
    expect(cardLabels(table.columns, 'cards-0')).toBe(
      '@media screen{@container table (max-width:44rem){' +
        '.cards-0 :is(tbody,tfoot) tr>:nth-child(1)::before{content:"Đơn vị \\22 A\\22 "}' +
        '.cards-0 :is(tbody,tfoot) tr>:nth-child(2)::before{content:"Nhóm\\3a  \\3c b\\3e Số\\3c \\2f b\\3e "}' +
        '.cards-0 :is(tbody,tfoot) tr>:nth-child(3)::before{content:"Ghi chú"}}}',
    )
  })

  it('stay inside their string', () => {
    const [before, after] = cardLabels([{ label: '', numeric: true }], 'x').split('""') as [string, string]
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (label) => {
        const css = cardLabels([{ label, numeric: true }], 'x')
        expect(css.slice(before.length + 1, css.length - after.length - 1)).toMatch(
          /^(?:[\p{L}\p{N}\p{M} ]|\\[0-9a-f]{1,6} )*$/u,
        )
      }),
    )
  })
})
