import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unpackedZip } from '../../tests/support/unpacked-zip.ts'
import { fillWording, unknownPlaces, writtenNumber } from './fill-wording.ts'
import { loadReportForms, readReportForm, shippedReportForms } from './load-report-forms.ts'
import { reportCsv } from './report-files.ts'
import type { ReportTable } from './report-table.ts'
import { groupsOf } from './report-table.ts'
import { writeXlsx } from './write-xlsx.ts'

const EVIL = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '－1', '＠x', ' =cmd|x', '\r=1']

const table = (cells: readonly string[]): ReportTable => ({
  key: 'x',
  title: 'Mẫu 1',
  columns: [
    { label: 'STT', numeric: true },
    { label: 'Đơn vị', numeric: false, group: '=nhóm' },
  ],
  rows: cells.map((cell, at) => [at + 1, cell]),
  total: [null, 'Cộng'],
})

const textsOf = (xml: string) => [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1]!)

describe('spreadsheets', () => {
  it('hold no formula, whatever the data say, and every word as text', async () => {
    const files = await unpackedZip(await writeXlsx([table(EVIL)], '=Đơn vị'))
    const xml = [...files].filter(([name]) => name.endsWith('.xml')).map(([, bytes]) => bytes.toString())
    expect(xml.some((one) => one.includes('<f>') || one.includes('<f '))).toBe(false)
    const texts = xml.flatMap(textsOf)
    expect(texts.length).toBeGreaterThan(EVIL.length)
    expect(texts.filter((text) => /^\s*[=+\-@＝＋－＠]/.test(text))).toEqual([])
  })

  it('are well-formed for any text, control characters and half surrogates too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 5 }),
        async (cells) => {
          const files = await unpackedZip(await writeXlsx([table(cells)], 'x'))
          for (const [name, bytes] of files) {
            const text = bytes.toString()
            if (!name.endsWith('.xml')) continue
            // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML may not hold
            expect(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)).toBe(false)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('as CSV carry the mark of UTF-8 and begin no cell as a formula', () => {
    const csv = reportCsv([table(EVIL)], 'Đơn vị')
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(csv).toContain(`"'=1+1"`)
    expect(csv.split('\r\n').filter((line) => /(^|,)"?\s*[=+\-@＝＋－＠]/.test(line))).toEqual([])
  })
})

describe('the forms that come with the program', () => {
  it('are all there and readable', async () => {
    expect([...(await loadReportForms()).keys()].sort()).toEqual(
      ['eventResult', 'narrative', 'narrativeSonLa', 'petitionForm', 'reportForm1', 'reportForm2'].sort(),
    )
  })

  it('name only places and figures that exist', async () => {
    for (const form of (await shippedReportForms()).values())
      if (form.kind === 'narrative')
        for (const section of form.sections) expect(unknownPlaces(section.heading + section.text)).toEqual([])
  })

  it('are refused with the place named when a figure is unknown', () => {
    const source = 'key: x\nversion: "1"\nlabel: x\nlabelEn: x\nkind: units\ncolumns: [{ label: a, figure: nothing }]'
    expect(readReportForm(source, 'x.yaml')).toEqual({ problems: ['x.yaml columns.0.figure — notInList'] })
  })

  it('group neighbouring columns under one label', () => {
    const columns = ['a', 'b', '', 'b', 'b'].map((group) => ({ label: 'x', group: group || undefined, numeric: true }))
    expect(groupsOf(columns)).toEqual([
      { label: 'a', span: 1 },
      { label: 'b', span: 1 },
      { label: '', span: 1 },
      { label: 'b', span: 2 },
    ])
  })
})

describe('wording', () => {
  const facts = {
    ...{ authorityName: 'Văn phòng {held}', year: 2021, figures: { held: 6 }, regulation: null },
    context: { plan: null, instruments: [], disseminations: [] },
    period: { from: '2020-11-20', to: '2021-11-19' } as never,
  }
  it('is filled in once: a place inside data stays text', () => {
    expect(fillWording('{authority}: {held} cuộc năm {nextYear}, {nothing}', facts)).toBe(
      'Văn phòng {held}: 06 cuộc năm 2022, {nothing}',
    )
    expect(unknownPlaces('{held} {nothing} {constructor}')).toEqual(['nothing', 'constructor'])
  })

  it('writes numbers as official papers do', () => {
    expect([0, 3, 35, 1234].map(writtenNumber)).toEqual(['0', '03', '35', '1.234'])
  })
})
