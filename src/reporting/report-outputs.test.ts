import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { unpackedZip } from '../../tests/support/unpacked-zip.ts'
import type { Day } from '../platform/day.ts'
import { clashesOf } from './check-figures.ts'
import { fillWording, unknownPlaces, writtenNumber } from './fill-wording.ts'
import { loadReportForms, readReportForm, shippedReportForms } from './load-report-forms.ts'
import { onTimeRate, rateOf, trendBegins, trendOf } from './oversight.ts'
import { reportCsv } from './report-files.ts'
import type { ReportTable } from './report-table.ts'
import { groupsOf } from './report-table.ts'
import { drawPicture } from './trend-picture.ts'
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
    // 1/1 would be New Year’s Day in a spreadsheet
    const shares = reportCsv([table(['1/1', '3/5 (60%)', '28/10/2026', 'Ngõ 2/3'])], 'Đơn vị')
    for (const said of ['"1 trên 1"', '"3 trên 5 (60%)"', '"28/10/2026"', '"Ngõ 2/3"']) expect(shares).toContain(said)
  })
})

describe('authorities side by side', () => {
  it('have a rate from five cases on, and n always', () => {
    expect(rateOf(4, 4)).toEqual({ part: 4, n: 4, rate: null })
    expect(rateOf(4, 5)).toEqual({ part: 4, n: 5, rate: 0.8 })
    // what is overdue counts as not in time
    expect(onTimeRate({ onTime: 3, late: 1, open: 2 })).toEqual({ part: 3, n: 6, rate: 0.5 })
  })

  it('have a trend of every quarter, with zeros, a month in the quarter it belongs to', () => {
    const month = (first: string, received: number) => ({
      ...{ month: first as Day, received, held: 1, answered: 0, repliesOnTime: 0, repliesLate: 0 },
    })
    const months = [
      ...[month('2024-12-01', 1), month('2025-01-01', 2), month('2025-03-01', 4)],
      ...[month('2025-04-01', 8), month('2025-09-01', 16), month('2025-10-01', 32)],
    ]
    const told = trendOf(months, '2025-09-30' as Day, 5).map((one) => [one.year, one.quarter, one.received, one.held])
    expect(told).toEqual([
      [2024, 3, 0, 0],
      [2024, 4, 1, 1],
      [2025, 1, 6, 2],
      [2025, 2, 8, 1],
      [2025, 3, 16, 1],
    ])
    expect(trendBegins('2025-09-30' as Day, 5)).toBe('2024-07-01')
    expect(trendBegins('2025-01-15' as Day, 8)).toBe('2023-04-01')
  })

  it('are drawn as a picture that says every number, whatever a name holds, and reaches nowhere', () => {
    const svg = drawPicture({
      ...{ title: 'Tiếp nhận <và> "trả lời"', description: 'Quý I: 7 & 0\u0000', series: ['Tiếp nhận', 'Trả lời'] },
      groups: [
        { label: 'Quý I/2025', values: [7, 0] },
        { label: '</text><script>', values: [130, 12] },
      ],
    })
    const texts: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => expect.fail(error.message))
    parser.on('text', (text) => texts.push(text))
    parser.write(svg).close()
    expect(texts.slice(0, 2)).toEqual(['Tiếp nhận <và> "trả lời"', 'Quý I: 7 & 0'])
    for (const said of ['7', '0', '130', '12', 'Quý I/2025', '</text><script>', 'Trả lời'])
      expect(texts).toContain(said)
    expect(svg).not.toMatch(/<script|href|style=|url\(/)
    // a bar is as high as its number: 130 fills more than half of the plot, zero nothing
    const heights = [...svg.matchAll(/<rect x="[^"]*" y="[^"]*" width="[^"]*" height="([^"]*)" fill/g)].map((match) =>
      Number(match[1]),
    )
    const bars = heights.slice(0, 4)
    expect(bars[1]).toBe(0)
    expect(bars[2]! / bars[0]!).toBeCloseTo(130 / 7, 0)
  })
})

describe('figures that a hand corrected', () => {
  const counted = {
    ...{ held: 3, inPerson: 2, online: 0, indirect: 1, carriedOver: 2, received: 4 },
    ...{ resolved: 3, transferred: 1, remainingInTime: 1, remainingOverdue: 1, periodic: 1, thematic: 1, adHoc: 1 },
  }
  const shown = new Set(Object.keys(counted))
  it('that add up are not named', () => expect(clashesOf(counted, shown)).toEqual([]))
  it('that do not are, with both sums', () => {
    expect(clashesOf({ ...counted, received: 5 }, shown)).toEqual([
      {
        ...{ whole: ['carriedOver', 'received'], wholeSum: 7, partsSum: 6 },
        parts: ['resolved', 'transferred', 'remainingInTime', 'remainingOverdue'],
      },
    ])
  })
  it('of which a part is not shown may be less, never more', () => {
    // dialogues on request have no column
    expect(clashesOf({ ...counted, adHoc: 0 }, shown)).toEqual([])
    expect(clashesOf({ ...counted, adHoc: 2 }, shown).map((one) => one.parts)).toEqual([
      ['periodic', 'thematic', 'adHoc'],
    ])
    expect(clashesOf({ ...counted, held: 9 }, new Set(['held']))).toEqual([])
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
    context: { plan: null, instruments: [], disseminations: [], issued: [] },
    period: { from: '2020-11-20', to: '2021-11-19' } as never,
  }
  it('is filled in once: a place inside data stays text', () => {
    expect(fillWording('{authority}: {held} cuộc năm {nextYear}, {nothing}', facts)).toBe(
      'Văn phòng {held}: 06 cuộc năm 2022, {nothing}',
    )
    expect(unknownPlaces('{held} {nothing} {constructor}')).toEqual(['nothing', 'constructor'])
  })

  it('looks from the first half of a year to its second, from a year to the next', () => {
    const words = 'NHIỆM VỤ {nextPeriod}: {nextWork}'
    expect(fillWording(words, { ...facts, firstHalf: true })).toBe(
      'NHIỆM VỤ 6 THÁNG CUỐI NĂM 2021: Tiếp tục thực hiện kế hoạch đối thoại năm 2021',
    )
    expect(fillWording(words, facts)).toBe('NHIỆM VỤ NĂM 2022: Xây dựng kế hoạch đối thoại năm 2022')
  })

  it('names what else was issued under the plan up to the end of the period, nothing where there is nothing', () => {
    const paper = (number: string, datedOn: string, title: string) => ({
      number,
      datedOn: datedOn as never,
      issuer: 'Văn phòng',
      title,
    })
    const issued = [
      paper('28/KH-VPUB', '2021-02-25', 'Kế hoạch kiểm tra công tác dân vận'),
      paper('90/TB-VPUB', '2021-12-01', 'Thông báo lịch tiếp công dân'),
    ]
    expect(fillWording('{issued}', { ...facts, context: { ...facts.context, issued } })).toBe(
      'Đồng thời ban hành các văn bản: Kế hoạch số 28/KH-VPUB ngày 25/02/2021 của Văn phòng về kiểm tra công tác dân vận.',
    )
    expect(fillWording('{issued}', facts)).toBe('')
    // a law is cited without its number (NĐ 30/2020/NĐ-CP, Phụ lục I)
    const law = {
      ...{ number: '72/2025/QH15', datedOn: '2025-06-16' as never, issuer: 'Quốc hội' },
      title: 'Luật Tổ chức chính quyền địa phương',
    }
    expect(fillWording('{instruments}', { ...facts, context: { ...facts.context, instruments: [law] } })).toBe(
      'Luật Tổ chức chính quyền địa phương ngày 16/6/2025',
    )
  })

  it('writes numbers as official papers do', () => {
    expect([0, 3, 35, 1234].map(writtenNumber)).toEqual(['0', '03', '35', '1.234'])
  })
})
