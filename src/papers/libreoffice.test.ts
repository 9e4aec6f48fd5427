import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { openDemoDatabase } from '../../tests/support/demo-database.ts'
import { conclusionNotice, FRONT_REPORT, MINUTES, STATE_LETTER, STATE_PLAN } from '../../tests/support/paper-samples.ts'
import { wordsOfDocx } from '../../tests/support/read-docx.ts'
import { readPdf } from '../../tests/support/read-pdf.ts'
import { unpackedZip } from '../../tests/support/unpacked-zip.ts'
import { parseDay } from '../platform/day.ts'
import { buildDocx } from './build-docx.ts'
import { buildPdf } from './build-pdf.ts'
import { fillWordForm } from './build-word-form.ts'
import { chooseLayout, layoutById } from './choose-layout.ts'
import { composeSheet } from './compose-sheet.ts'
import { plainText } from './composed.ts'
import { drawPaper } from './draw-paper.ts'
import { fontFile } from './font-metrics.ts'
import type { Layout } from './layout-profile.ts'
import { likelyIssuer } from './likely-issuer.ts'
import { loadLayouts } from './load-layouts.ts'
import { readPaperMark, writePaperMark } from './paper-mark.ts'
import type { Sheet } from './sheet.ts'

const found = spawnSync('soffice', ['--version']).status === 0
// the full proof does without nothing: there a missing LibreOffice is a failure
const tries = found || process.env['PROOF'] === '1'
if (!found) console.warn('SKIPPED: LibreOffice (soffice) is not on this machine; Word papers were not opened by it.')
const layouts = await loadLayouts()

const PAPERS: [string, Sheet, string][] = [
  ['plan', STATE_PLAN, 'state-nd30'],
  ['letter', STATE_LETTER, 'state-nd30'],
  ['minutes', MINUTES, 'state-nd30'],
  ['notice', conclusionNotice(14), 'party-hd36'],
  ['new-notice', conclusionNotice(3), 'party-hd05'],
  ['front', FRONT_REPORT, 'front-mttq'],
]

/** Letters only: how dots and boxes are drawn and where lines break differs. */
const letters = (text: string) => text.normalize('NFC').replace(/[.☐☒×\s\u00a0]/g, '')
const lettersOf = (pages: readonly string[]) => letters(pages.map((page) => page.replace(/^\s*\d+\s/, '')).join(''))

/** Every text of a paper: lines, labels and cells. */
function textsOf(sheet: Sheet, layout: Layout): string[] {
  const pieces = composeSheet(sheet, layout).sections.flatMap((section) => section.pieces)
  return pieces
    .flatMap((piece) => (piece.kind === 'columns' ? piece.rows.flat(2) : [piece]))
    .flatMap((piece) => {
      if (piece.kind === 'line') return [plainText(piece.runs)]
      return piece.kind === 'table' ? [...piece.head, ...piece.rows].flat().map((cell) => plainText(cell.runs)) : []
    })
    .map((text) => letters(text.replaceAll('…', '')))
    .filter((text) => text !== '')
}

/** Times New Roman is not free: its metric twin, which has every letter of Vietnamese, is the only font there. */
async function fontConfig(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf')
  const twin = dirname(dirname(fontFile('400Regular')))
  await writeFile(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${twin}</dir><cachedir>${folder}/fonts</cachedir>
    <alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias></fontconfig>`,
  )
  return file
}

async function convert(folder: string, { files, to, into }: { files: string[]; to: string; into: string }) {
  const own = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', into]
  execFileSync('soffice', [...own, ...files], {
    stdio: 'ignore',
    timeout: 110_000,
    env: { ...process.env, FONTCONFIG_FILE: await fontConfig(folder) },
  })
}

/** The conclusion notice of Cát Hải of 29/10/2025 as the data of the demo give it. */
async function noticeOfCatHai(): Promise<{ sheet: Sheet; layout: Layout }> {
  const demo = await openDemoDatabase()
  try {
    const { id: subjectId, authorityId } = await demo.db
      .selectFrom('dialogue')
      .innerJoin('authority', 'authority.id', 'dialogue.authorityId')
      .select(['dialogue.id', 'authorityId'])
      .where('slug', '=', 'cat-hai')
      .where('heldOn', '=', parseDay('2025-10-29'))
      .executeTakeFirstOrThrow()
    const about = {
      kind: 'conclusionNotice',
      variant: '',
      subjectKind: 'dialogue',
      subjectId,
      today: parseDay('2026-11-20'),
    }
    const issuerAgencyId = (await likelyIssuer(demo.db, authorityId, about))!
    const { sheet, branch } = (await drawPaper(demo.db, authorityId, { ...about, issuerAgencyId }))!
    const asked = { issuerBranch: branch, chairBranch: null, kind: '', issuedOn: parseDay('2025-11-12') }
    return { sheet, layout: chooseLayout(layouts, asked) }
  } finally {
    await demo.close()
  }
}

it.runIf(tries)(
  'gives the conclusion notice of Cát Hải back as it was: words, styles, heads of tables, its mark',
  {
    timeout: 240_000,
  },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-office-'))
    try {
      const { sheet, layout } = await noticeOfCatHai()
      const mark = { paperId: 12, version: 3 }
      const file = join(folder, 'thong-bao.docx')
      const before = await buildDocx(sheet, layout, writePaperMark(mark))
      await writeFile(file, before)
      // and one on an authority's own Word file, as drawn at that moment
      const drawn = { paperId: 12, version: 0, words: '0123456789abcdef' }
      const own = join(folder, 'mau-rieng.docx')
      await writeFile(
        own,
        await fillWordForm(await buildDocx(STATE_PLAN, layout), {}, sheet, layout, writePaperMark(drawn)),
      )
      await convert(folder, { files: [file, own], to: 'docx', into: join(folder, 'back') })
      expect(await readPaperMark(await readFile(join(folder, 'back', 'mau-rieng.docx')))).toEqual(drawn)
      const back = await readFile(join(folder, 'back', 'thong-bao.docx'))
      const shapeOf = async (bytes: Buffer) => {
        const xml = (await unpackedZip(bytes)).get('word/document.xml')!.toString()
        const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0
        return {
          words: letters(await wordsOfDocx(bytes)),
          headings: count(/<w:pStyle w:val="Heading\d"/g),
          tables: count(/<w:tbl>/g),
          heads: count(/<w:tblHeader(?! w:val="(false|0|off)")/g),
          sections: count(/<w:sectPr[ >]/g),
        }
      }
      const shape = await shapeOf(before)
      expect(shape.words.length).toBeGreaterThan(3_000)
      expect(shape.heads).toBeGreaterThan(0)
      const { words, ...styles } = await shapeOf(back)
      expect(words).toBe(shape.words)
      expect({ words, ...styles }).toEqual(shape)
      expect(await readPaperMark(back)).toEqual(mark)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)

it.runIf(tries)('opens in LibreOffice with every text there, on as many pages as our own PDF', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-office-'))
  try {
    for (const [name, sheet, id] of PAPERS)
      await writeFile(join(folder, `${name}.docx`), await buildDocx(sheet, layoutById(layouts, id)))
    const files = PAPERS.map(([name]) => join(folder, `${name}.docx`))
    await convert(folder, { files, to: 'pdf', into: folder })
    for (const [name, sheet, id] of PAPERS) {
      const opened = await readPdf(await readFile(join(folder, `${name}.pdf`)))
      const layout = layoutById(layouts, id)
      const shown = lettersOf(opened.pages)
      expect(
        textsOf(sheet, layout).filter((text) => !shown.includes(text)),
        name,
      ).toEqual([])
      const ours = await readPdf(buildPdf(sheet, layout))
      expect(lettersOf(ours.pages).length, name).toBeGreaterThan(shown.length * 0.9)
      expect(Math.abs(opened.pages.length - ours.pages.length), name).toBeLessThanOrEqual(1)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
