import fc from 'fast-check'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../platform/day.ts'
import type { ReportTable } from '../../../reporting/report-table.ts'
import type { OfficeRequest } from '../office-route.ts'
import { MissingReports } from './aggregate-standing.tsx'
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

describe('who has not handed in', () => {
  const one = { shortName: 'x', reportId: null, state: null, submittedOn: null, dueOn: '2025-09-12' as Day }
  const owing = { ...one, authorityId: 1, slug: 'nui-voi', name: 'Xã Núi Voi', metOn: null, onPaper: false }
  const paper = { ...one, authorityId: 2, slug: 'ben-nghieng', name: 'Bến Nghiêng', metOn: one.dueOn, onPaper: true }
  const request = {
    ...{ lang: 'vi', today: '2025-11-10', authority: { id: 9 }, actor: { may: () => false } },
  } as unknown as OfficeRequest
  const remind = { post: '/x', hidden: {} }
  const text = (missing: (typeof owing | typeof paper)[], total: number, onPaper: number) =>
    renderToString(h(MissingReports, { request, remind, missing, total, onPaper }))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')

  it('is told apart from whose report came as a paper, and both are counted', () => {
    expect(text([owing, paper], 2, 1)).toBe(
      ' Chưa nộp (1) Xã Núi Voi (hạn 12/09/2025) quá hạn Nộp bằng văn bản, chưa có số liệu (1) Bến Nghiêng ',
    )
    expect(text([paper], 1, 1)).toContain('Mọi đơn vị phải nộp đều đã nộp.')
    expect(text([owing], 5, 1)).toMatch(/Chưa nộp \(4\).* và 3 đơn vị khác.*\(1\) và 1 đơn vị khác/)
  })
})
