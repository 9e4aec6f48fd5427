import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDemoDatabase } from '../../../../tests/support/demo-database.ts'
import { type DemoPaper, demoPapers } from '../../../../tests/support/demo-papers.ts'
import { textsOf } from '../../../../tests/support/filled-papers.ts'
import { wordsOfDocx } from '../../../../tests/support/read-docx.ts'
import { buildDocx } from '../../../papers/build-docx.ts'
import { buildPdf } from '../../../papers/build-pdf.ts'
import { composeSheet } from '../../../papers/compose-sheet.ts'
import type { DrawnPaper } from '../../../papers/draw-paper.ts'
import { typstData } from '../../../papers/typst-data.ts'
import { parseDay } from '../../../platform/day.ts'
import { layoutOf } from '../../../procedures/paper-text.ts'
import { SheetPreview } from './sheet-preview.tsx'

const today = parseDay('2026-11-20')
/** A folder to look at them all: `PAPERS_TO=/tmp/x npm test -- every-kind` */
const TO = process.env['PAPERS_TO']
let demo: Awaited<ReturnType<typeof openDemoDatabase>>
const papers: DemoPaper[] = []

beforeAll(async () => {
  demo = await openDemoDatabase()
  for await (const paper of demoPapers(demo.db, today)) papers.push(paper)
}, 240_000)
afterAll(() => demo.close())

const called = ({ slug, kind, variant }: DemoPaper) => [slug, kind, variant].filter(Boolean).join(' ')

it('draws every kind that is offered, for each of the four authorities', () => {
  const slugs = new Set(papers.map(({ slug }) => slug))
  expect(slugs.size).toBeGreaterThanOrEqual(4)
  for (const slug of slugs) {
    const kinds = new Set(papers.filter((one) => one.slug === slug).map(({ kind }) => kind))
    expect([slug, kinds.size]).toEqual([slug, expect.toSatisfy((n: number) => n >= 35)])
  }
})

/** Everybody a paper goes to, those written to first. */
const namesOf = ({ sheet }: DrawnPaper) => [
  ...(sheet.to ?? []),
  ...(sheet.recipients?.items ?? []).map(({ name }) => name),
]

it('goes to nobody twice, not to its own issuer, and to nobody of another kind of place', () => {
  const wrong: string[] = []
  for (const paper of papers) {
    const names = namesOf(paper.drawn)
    const said = (what: string) => wrong.push(`${called(paper)}: ${what}`)
    if (new Set(names).size < names.length) said(`twice in ${names.join(' | ')}`)
    if (names.includes(paper.drawn.facts.values['issuer']!)) said('to its issuer')
    // thôn in Hoằng Phú, bản in Than Uyên, rooms in an office: nobody there heads a “tổ dân phố”
    if (paper.slug !== 'cat-hai' && names.some((name) => /tổ dân phố/i.test(name))) said(names.join(' | '))
    const to = paper.drawn.sheet.to ?? []
    if (to.length > 1 && to.some((name) => /^…+$/.test(name))) said('a blank among names')
  }
  expect(wrong).toEqual([])
})

it('says no day twice, asks nothing about none, and is issued by no single officer', () => {
  const wrong: string[] = []
  for (const paper of papers) {
    const { sheet } = paper.drawn
    for (const text of textsOf(sheet)) {
      if (/ngày (\d\S*) ngày \1/.test(text)) wrong.push(`${called(paper)}: ${text}`)
      if (/(còn|chỉ đạo|trách nhiệm đối với|phân công|hoàn thiện trả lời) 0 /.test(text))
        wrong.push(`${called(paper)}: ${text}`)
      // a cell begins with a capital, so does the name of whoever acts
      if (/^(người chủ trì|tổ thư ký|định kỳ)$/.test(text)) wrong.push(`${called(paper)}: ${text}`)
    }
    const organ = sheet.head?.issuer.join(' ') ?? ''
    if (/^công chức|^phòng tổng hợp|\(/i.test(organ)) wrong.push(`${called(paper)}: ${organ}`)
    if (/[()]|HUTU/.test(sheet.head?.symbol ?? '')) wrong.push(`${called(paper)}: ${sheet.head?.symbol}`)
  }
  expect(wrong).toEqual([])
})

it('writes each as page, Word and PDF: no letter missing, no place of the wording left open', {
  timeout: 240_000,
}, async () => {
  const wrong: string[] = []
  for (const paper of papers) {
    const { sheet, branch } = paper.drawn
    const layout = await layoutOf(branch, today)
    const page = renderToString(<SheetPreview sheet={sheet} layout={layout} label="x" />).replace(/<[^>]*>/g, ' ')
    const docx = await buildDocx(sheet, layout)
    const pdf = buildPdf(sheet, layout)
    const typeset = JSON.stringify(typstData(composeSheet(sheet, layout)))
    for (const [where, text] of [
      ['page', page],
      ['Word', await wordsOfDocx(docx)],
      ['PDF', typeset.replace(/"[a-zA-Z]+":|[{}]/g, ' ')],
    ] as const)
      if (/[{}\ufffd]|undefined|\bNaN\b|\[object/.test(text)) wrong.push(`${called(paper)}: ${where}`)
    if (pdf.subarray(0, 5).toString() !== '%PDF-') wrong.push(`${called(paper)}: no PDF`)
    if (TO) await keep(paper, { docx, pdf })
  }
  expect(wrong).toEqual([])
})

async function keep(paper: DemoPaper, files: { docx: Buffer; pdf: Buffer }) {
  await mkdir(TO!, { recursive: true })
  const name = `${called(paper).replaceAll(' ', '-')}-${paper.drawn.aboutId}`
  await writeFile(join(TO!, `${name}.docx`), files.docx)
  await writeFile(join(TO!, `${name}.pdf`), files.pdf)
}
