import { load } from 'cheerio'
import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { fuzzedSheet } from '../../../../tests/support/fuzzed-sheet.ts'
import { FRONT_REPORT, STATE_PLAN } from '../../../../tests/support/paper-samples.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { buildCopies } from '../../../papers/build-pdf.ts'
import { layoutById } from '../../../papers/choose-layout.ts'
import { fillTemplate } from '../../../papers/fill-template.ts'
import { formLayout } from '../../../papers/form-layout.ts'
import { loadLayouts } from '../../../papers/load-layouts.ts'
import { loadTemplates, pickTemplate } from '../../../papers/load-templates.ts'
import type { Sheet } from '../../../papers/sheet.ts'
import { formCorner, formSheet } from '../../../procedures/form-sheet.ts'
import { dataNotice } from '../../words/data-notice-words.ts'
import { CONSENTS } from '../forms/form-copies.ts'
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

const LONG =
  'Hội nghị tiếp xúc, đối thoại giữa người đứng đầu cấp ủy, chính quyền với Mặt trận Tổ quốc Việt Nam, các tổ chức chính trị - xã hội và Nhân dân trên địa bàn đặc khu Cát Hải năm 2026'
const labels = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `Giải quyết thủ tục ${at + 1}` }))
const FACTS = {
  values: { title: LONG, time: 'thứ Tư, ngày 29 tháng 10 năm 2026', venue: 'Nhà văn hóa thôn Trân Châu' },
  lists: { ballotGroups: labels(4), ballotScale: labels(4) },
}
const FRAME = {
  ...{ superior: ['Ủy ban nhân dân thành phố Hải Phòng'], issuer: ['Ủy ban nhân dân', 'đặc khu Cát Hải'] },
  ...{ number: null, symbol: null, place: 'Cát Hải', date: null, signatures: [] },
}

it.each(['petitionForm', 'speechRegistration', 'satisfactionBallot'] as const)(
  'sets one form on one page, whatever the layout, with its own serial: %s',
  async (kind) => {
    const notice = { title: 'Dữ liệu cá nhân', lines: dataNotice('vi', 'Đặc khu Cát Hải').lines }
    const further = ['Nộp tại Văn phòng HĐND và UBND đặc khu Cát Hải, chậm nhất ngày 29/10/2026.', 'Quét mã để gửi.']
    const corners = ['7BH6-JMX', 'WC5T-843'].map((serial) =>
      formCorner({
        address: `https://doithoai.haiphong.gov.vn/phieu-giay/${serial}`,
        serial,
        which: 'Phiếu số 12',
        further,
      }),
    )
    const variant = kind === 'speechRegistration' ? 'printed' : undefined
    for (const layout of layouts) {
      const template = pickTemplate(await loadTemplates(), kind, layout.branch, variant)!
      const boxes = { consents: CONSENTS[kind], notice: kind === 'satisfactionBallot' ? null : notice }
      const sheet = formSheet(fillTemplate(template, FACTS, FRAME), boxes)
      const { pages } = await readPdf(buildCopies(sheet, formLayout(layout), corners))
      expect([layout.id, pages.length]).toEqual([layout.id, 2])
      expect([pages[0]!.includes('7BH6-JMX'), pages[1]!.includes('WC5T-843')]).toEqual([true, true])
    }
  },
)
