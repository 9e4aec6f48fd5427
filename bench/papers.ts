// Papers a second, as the press writes them, in a process of its own (`npm run bench`, or `-- --only papers`).
import { parseArgs } from 'node:util'
import { buildDocx } from '../src/papers/build-docx.ts'
import { buildPdf } from '../src/papers/build-pdf.ts'
import { layoutById } from '../src/papers/choose-layout.ts'
import type { Layout } from '../src/papers/layout-profile.ts'
import { loadLayouts } from '../src/papers/load-layouts.ts'
import type { Sheet } from '../src/papers/sheet.ts'
import { pressProcess, stopPress, writeDocx, writePdf } from '../src/papers/write-paper.ts'
import { conclusionNotice, FRONT_REPORT, MINUTES, STATE_LETTER, STATE_PLAN } from '../tests/support/paper-samples.ts'
import { residentMemory } from './processes.ts'

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '8' } } })
const MANY = 1_000

type Paper = [Sheet, Layout]
const layouts = await loadLayouts()
const paper = (sheet: Sheet, layout: string): Paper => [sheet, layoutById(layouts, layout)]
const mix: Paper[] = [
  paper(STATE_LETTER, 'state-nd30'),
  paper(STATE_PLAN, 'state-nd30'),
  paper(conclusionNotice(20), 'party-hd36'),
  paper(MINUTES, 'state-nd30'),
  paper(FRONT_REPORT, 'front-mttq'),
]

interface Speed {
  /** of the clock and of the processor: a busy machine shows in the first only */
  perSecond: number
  perProcessorSecond: number
}

async function speedOf(work: (paper: Paper) => Promise<number>): Promise<Speed> {
  for (const one of mix) await work(one)
  const began = performance.now()
  const before = process.cpuUsage()
  let done = 0
  for (let at = 0; performance.now() - began < 1_000 * Number(options.seconds); at += 1)
    done += await work(mix[at % mix.length]!)
  const used = process.cpuUsage(before)
  return {
    perSecond: (1_000 * done) / (performance.now() - began),
    perProcessorSecond: (1_000_000 * done) / (used.user + used.system),
  }
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

async function pdfPages([sheet, layout]: Paper): Promise<number> {
  return pagesOf(buildPdf(sheet, layout))
}

async function docxPapers([sheet, layout]: Paper): Promise<number> {
  await buildDocx(sheet, layout)
  return 1
}

async function timeOf(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[1]!
}

/** Resident memory of the press: the most in the first and in the last quarter of many papers, as Word and PDF. */
async function memory(): Promise<{ early: number; late: number }> {
  const most = { early: 0, late: 0 }
  for (let at = 0; at < MANY / 2; at += 1) {
    const [sheet, layout] = mix[at % mix.length]!
    const own: Sheet = { ...sheet, subject: `${sheet.subject} lần ${at}` }
    await writeDocx(own, layout)
    await writePdf(own, layout)
    const resident = residentMemory(pressProcess()!)
    if (at < MANY / 8) most.early = Math.max(most.early, resident)
    if (at >= (3 * MANY) / 8) most.late = Math.max(most.late, resident)
  }
  stopPress()
  return most
}

const docx = await speedOf(docxPapers)
const pdf = await speedOf(pdfPages)
const large = conclusionNotice(300)
const party = layoutById(layouts, 'party-hd36')
const docx300 = await timeOf(() => buildDocx(large, party))
const pdf300 = await timeOf(() => buildPdf(large, party))
const { early, late } = await memory()
const rate = ({ perSecond, perProcessorSecond }: Speed) => `${perSecond.toFixed(0)} | ${perProcessorSecond.toFixed(0)}`
console.log(
  [
    '',
    '| Papers | per second | per second of processor | aim |',
    '|---|---|---|---|',
    `| DOCX | ${rate(docx)} | ≥ 25 |`,
    `| PDF, pages | ${rate(pdf)} | ≥ 100 |`,
    '',
    `- Conclusion notice of 300 items: DOCX ${docx300.toFixed(0)} ms, PDF ${pdf300.toFixed(0)} ms; aim < 1000 ms.`,
    `- Memory of the press over ${MANY} papers: ${early.toFixed(0)} MB at most in the first quarter, ${late.toFixed(0)} MB in the last; aim: flat.`,
  ].join('\n'),
)
