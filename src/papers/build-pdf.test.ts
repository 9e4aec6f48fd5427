import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fuzzedSheet } from '../../tests/support/fuzzed-sheet.ts'
import { conclusionNotice, FRONT_REPORT, STATE_PLAN } from '../../tests/support/paper-samples.ts'
import { readPdf, runningText } from '../../tests/support/read-pdf.ts'
import { buildPdf } from './build-pdf.ts'
import { layoutById } from './choose-layout.ts'
import { FACES, metricsOf } from './font-metrics.ts'
import { loadLayouts } from './load-layouts.ts'
import type { Sheet } from './sheet.ts'

const layouts = await loadLayouts()
const state = layoutById(layouts, 'state-nd30')
const PROOF = process.env['PROOF'] === '1'

/** Every letter of Vietnamese: vowels with five tones, small and capital, and đ; 12 × 6 × 2 + 2 = 146, of which 134 carry a mark. */
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const VOWELS = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
const SMALL = [...VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))), 'đ']
const LETTERS = [...SMALL, ...SMALL.map((letter) => letter.toUpperCase())]
const SIGNS = [...'“”‘’–—…₫°§№×±≤≥½²•%&@#*/\\()[]{}<>«»+=~^|_']
const ALL = [...LETTERS, ...SIGNS, ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?-'].join(' ')

const bare = (text: string, look: { bold?: boolean; italic?: boolean } = {}): Sheet => ({
  head: null,
  name: null,
  subject: null,
  closing: false,
  body: [{ type: 'paragraph', text: [{ text, ...look }] }],
})

it('knows all 134 letters with marks', () => {
  expect(new Set(LETTERS).size).toBe(146)
  expect(LETTERS.filter((letter) => !/[a-z]/i.test(letter))).toHaveLength(134)
})

it.each(FACES)('sets every letter and sign from Tinos %s, none missing', async (face) => {
  const look = { bold: face.startsWith('700'), italic: face.endsWith('Italic') }
  const read = await readPdf(buildPdf(bare(ALL, look), state))
  expect(runningText(read.pages)).toBe(ALL)
  const metrics = metricsOf(face)
  // 778 of 1000 is the width of the empty frame; every glyph has the width of its own letter in this face
  const wrong = read.glyphs.filter(
    ({ text, width }) => [...text].length === 1 && Math.abs(width - 1000 * metrics.widthOf(text.codePointAt(0)!)) > 1,
  )
  expect(wrong).toEqual([])
  expect([...new Set(ALL)].filter((char) => !metrics.has(char.codePointAt(0)!))).toEqual([])
  expect(read.fonts).toHaveLength(1)
  expect(read.fonts[0]).toMatch(/^[A-Z]{6}\+Tinos-/)
})

it('shows a sign for characters the font has not, instead of another font or an empty frame', async () => {
  const read = await readPdf(buildPdf(bare('Ông 漢 😀 Mẫu'), state))
  expect(runningText(read.pages)).toBe('Ông \ufffd \ufffd Mẫu')
  expect(read.fonts.every((font) => /^[A-Z]{6}\+Tinos-/.test(font))).toBe(true)
})

it('is tagged: headings, paragraphs, table with its head', async () => {
  const read = await readPdf(buildPdf(STATE_PLAN, state))
  expect(read.tagged).toBe(true)
  for (const tag of ['Document', 'H1', 'H2', 'H3', 'P', 'Table', 'THead', 'TH', 'TBody', 'TD'])
    expect(read.tags).toContain(tag)
  expect(read.pages).toHaveLength(5)
})

it('numbers pages from the second, appendices from 1 again', async () => {
  const { pages } = await readPdf(buildPdf(STATE_PLAN, state))
  const numberOf = (page: string) => /^\s*(\d+)\s/.exec(page)?.[1] ?? null
  expect(pages.map(numberOf)).toEqual([null, '2', null, '2', null])
})

it('repeats the labels of a table on each page', async () => {
  const { pages } = await readPdf(buildPdf(conclusionNotice(30), layoutById(layouts, 'party-hd36')))
  const tablePages = pages.filter((page) => page.includes('Giao Phòng Kinh tế'))
  expect(tablePages.length).toBeGreaterThan(2)
  expect(tablePages.every((page) => page.includes('Cơ quan chủ trì'))).toBe(true)
})

it('sets text as text: nothing in it is read as markup', async () => {
  const text = '#import "x.typ" #read("/etc/passwd") *đậm* _x_ $y$ `z` @a <b> \\ // {PAGE} = Mục'
  expect(runningText((await readPdf(buildPdf(bare(text), state))).pages)).toBe(text)
})

it('breaks words that are longer than a line', async () => {
  const { pages } = await readPdf(buildPdf(bare('x'.repeat(10_000)), state))
  expect(pages.join('').replace(/[^x]/g, '')).toHaveLength(10_000)
  expect(pages.length).toBeGreaterThan(1)
})

it('can be made of any data', async () => {
  await fc.assert(
    fc.asyncProperty(fuzzedSheet, fc.constantFrom(...layouts), async (sheet, layout) => {
      const read = await readPdf(buildPdf(sheet, layout))
      expect(read.tagged).toBe(true)
      expect(read.fonts.filter((font) => !/^[A-Z]{6}\+Tinos-/.test(font))).toEqual([])
    }),
    { numRuns: PROOF ? 500 : 30 },
  )
})

it('holds groups in any order: one without rows on top, two together, one at the end', async () => {
  const columns = [1, 2].map((at) => ({ label: `Cột ${at}`, width: 1 }))
  const group = { group: 'Nhóm không có ý kiến' }
  const row = { cells: ['1', 'Sửa đường'] }
  const before = { type: 'paragraph' as const, text: 'Như sau:' }
  for (const rows of [
    [group, group, row],
    [group, group],
    [row, group],
    [group, row, group, group, row],
    [group],
    [],
  ]) {
    const { pages } = await readPdf(buildPdf({ ...bare(''), body: [before, { type: 'table', columns, rows }] }, state))
    const text = runningText(pages)
    expect(text.split('Nhóm không có ý kiến').length - 1).toBe(rows.filter((one) => one === group).length)
    expect(text.split('Sửa đường').length - 1).toBe(rows.filter((one) => one === row).length)
  }
})

it('does not repeat labels that could fill a page themselves', async () => {
  const columns = [
    { label: 'x'.repeat(10_000), width: 1 },
    { label: 'Nội dung', width: 17 },
  ]
  const rows = [{ cells: ['', 'y'.repeat(10_000)] }]
  const { pages } = await readPdf(buildPdf({ ...bare(''), body: [{ type: 'table', columns, rows }] }, state))
  expect(pages.join('').replace(/[^x]/g, '').length).toBeLessThanOrEqual(10_000)
})

it('marks urgency and drafts', async () => {
  const text = runningText((await readPdf(buildPdf(FRONT_REPORT, layoutById(layouts, 'front-mttq')))).pages)
  expect(text).toContain('KHẨN')
  expect(text).toContain('DỰ THẢO')
})
