import { load } from 'cheerio'
import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { fuzzedSheet } from '../../../../tests/support/fuzzed-sheet.ts'
import { FRONT_REPORT, STATE_PLAN } from '../../../../tests/support/paper-samples.ts'
import { layoutById } from '../../../papers/choose-layout.ts'
import { loadLayouts } from '../../../papers/load-layouts.ts'
import type { Sheet } from '../../../papers/sheet.ts'
import { SheetPreview } from './sheet-preview.tsx'

const layouts = await loadLayouts()
const shown = (sheet: Sheet, id: string) =>
  load(renderToString(<SheetPreview sheet={sheet} layout={layoutById(layouts, id)} label="Xem trước" />))

it('shows a paper as its files have it: head, headings, tables with their labels, appendices', () => {
  const $ = shown(STATE_PLAN, 'state-nd30')
  expect($('article').attr('aria-label')).toBe('Xem trước')
  expect($('section')).toHaveLength(3)
  expect($('h2').first().text()).toBe('KẾ HOẠCH')
  expect($('h3').first().text()).toBe('I. MỤC ĐÍCH, YÊU CẦU')
  expect($('table[role=presentation]').first().text()).toContain('Số: 05/KH-UBND')
  expect($('th[colspan=2]').text()).toBe('Cơ quan')
  expect($('th[rowspan=2]')).toHaveLength(3)
  expect($('article').text()).toContain('TM. ỦY BAN NHÂN DÂN')
})

it('carries no inline style and reads nothing in a text as markup', () => {
  const text = '<b onclick="x">đậm</b> <script>alert(1)</script>'
  const $ = shown({ ...FRONT_REPORT, body: [{ type: 'paragraph', text }] }, 'front-mttq')
  expect($('[style], script, b')).toHaveLength(0)
  expect($('article').text()).toContain('<script>alert(1)</script>')
})

it('whatever stands in the data, the page holds no link, script, style, control or bidi sign of it', () => {
  fc.assert(
    fc.property(fuzzedSheet, fc.constantFrom(...layouts), (sheet, layout) => {
      const page = renderToString(<SheetPreview sheet={sheet} layout={layout} label="Xem trước" />)
      const $ = load(page)
      expect($('a, img, script, style, iframe, object, form, input, [style], [href], [src], [onclick]')).toHaveLength(0)
      expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u)
    }),
    { numRuns: 60 },
  )
})
