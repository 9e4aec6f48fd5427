import { execFileSync } from 'node:child_process'
import { afterAll, expect, it } from 'vitest'
import { readSources } from '../../tests/source-files.ts'
import { MINUTES, STATE_LETTER } from '../../tests/support/paper-samples.ts'
import { readPdf, runningText } from '../../tests/support/read-pdf.ts'
import { unpackedZip } from '../../tests/support/unpacked-zip.ts'
import { layoutById } from './choose-layout.ts'
import { loadLayouts } from './load-layouts.ts'
import type { Sheet } from './sheet.ts'
import { keepSheetSource, sheetSource } from './sheet-source.ts'
import { pressProcess, stopPress, writeDocx, writePdf } from './write-paper.ts'

const state = layoutById(await loadLayouts(), 'state-nd30')

afterAll(stopPress)

it('writes papers in a process of its own, many at once', async () => {
  const [docx, pdf, other] = await Promise.all([
    writeDocx(STATE_LETTER, state),
    writePdf(STATE_LETTER, state),
    writePdf(MINUTES, state),
  ])
  expect((await unpackedZip(docx)).get('word/document.xml')!.toString()).toContain('Kính gửi:')
  expect(runningText((await readPdf(pdf)).pages)).toContain('V/v đôn đốc giải quyết kiến nghị')
  expect(runningText((await readPdf(other)).pages)).toContain('BIÊN BẢN')
  expect(pressProcess()).not.toBe(process.pid)
})

it('says that a paper could not be written and writes the next one', async () => {
  await expect(writePdf({ ...MINUTES, body: null } as unknown as Sheet, state)).rejects.toThrow('not iterable')
  expect((await writePdf(MINUTES, state)).subarray(0, 5).toString()).toBe('%PDF-')
})

it('starts anew after the press was killed in the middle of a paper', async () => {
  await writePdf(MINUTES, state)
  const lost = writePdf(MINUTES, state)
  process.kill(pressProcess()!, 'SIGKILL')
  await expect(lost).rejects.toThrow('the press ended')
  expect((await writeDocx(MINUTES, state)).subarray(0, 2).toString()).toBe('PK')
})

it('sets pages in the template read at the start, whatever becomes of the file', async () => {
  stopPress()
  const source = sheetSource()
  keepSheetSource('Chỉ một dòng.')
  const pdf = await writePdf(MINUTES, state)
  keepSheetSource(source)
  stopPress()
  expect(runningText((await readPdf(pdf)).pages)).toBe('Chỉ một dòng.')
})

it('lets a program end while it idles', () => {
  const script = `import { writePdf } from './src/papers/write-paper.ts'
    import { loadLayouts } from './src/papers/load-layouts.ts'
    const [layout] = await loadLayouts()
    const sheet = { head: null, name: 'Thông báo', subject: null, body: [] }
    console.log((await writePdf(sheet, layout)).length)`
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 60_000 })
  expect(Number(out.toString())).toBeGreaterThan(1_000)
})

it('keeps the libraries of Word and PDF out of the serving process', () => {
  const heavy = /from '(docx|@myriaddreamin\/typst-ts-node-compiler)'/
  // the way into the press ends here: only its types are known, the rest is another process
  const press = readSources('src').find((file) => file.path === 'src/papers/write-paper.ts')!
  expect(press.text).toMatch(/import type \{[^}]*\} from '.\/paper-press.ts'/)
  expect(press.text).not.toMatch(/^import [^t].*paper-press|import\('/m)
  const sources = readSources('src').filter((file) => file.path !== press.path)
  const reached = new Set(sources.filter((file) => heavy.test(file.text)).map((file) => file.path))
  expect(reached.size).toBeGreaterThan(0)
  for (let grew = true; grew; ) {
    const more = sources.filter((file) => !reached.has(file.path) && file.imports.some((one) => reached.has(one)))
    for (const file of more) reached.add(file.path)
    grew = more.length > 0
  }
  expect([...reached].filter((path) => !/^src\/papers\/(build-|docx-|paper-press)/.test(path))).toEqual([])
})
