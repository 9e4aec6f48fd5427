import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { zip } from '../../tests/support/awkward-sheets.ts'
import { fuzzedSheet } from '../../tests/support/fuzzed-sheet.ts'
import { conclusionNotice, FRONT_REPORT, STATE_PLAN } from '../../tests/support/paper-samples.ts'
import { unpackedZip } from '../../tests/support/unpacked-zip.ts'
import { buildDocx } from './build-docx.ts'
import { fillWordForm } from './build-word-form.ts'
import { layoutById } from './choose-layout.ts'
import type { Layout } from './layout-profile.ts'
import { loadLayouts } from './load-layouts.ts'
import { readPaperMark, writePaperMark } from './paper-mark.ts'
import type { Sheet } from './sheet.ts'
import { faultsOfForm } from './word-form-faults.ts'
import { formTexts } from './word-form-places.ts'

const layouts = await loadLayouts()
const state = layoutById(layouts, 'state-nd30')
const PROOF = process.env['PROOF'] === '1'

interface Unpacked {
  parts: Map<string, string>
  document: string
}

async function unpacked(sheet: Sheet, layout: Layout): Promise<Unpacked> {
  const files = await unpackedZip(await buildDocx(sheet, layout))
  const parts = new Map([...files].map(([name, content]) => [name, content.toString('utf8')]))
  return { parts, document: parts.get('word/document.xml')! }
}

/** Throws for a part that is no well-formed XML with its namespaces. */
function parse(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

/** Everything by which a document could reach outside or compute something. */
function findReach({ parts }: Unpacked): string[] {
  return [...parts].flatMap(([name, xml]) => [
    ...(xml.match(/TargetMode="External"/g) ?? []).map((one) => `${name}: ${one}`),
    ...(xml.match(/<w:(?:hyperlink|fldSimple|object|pict|altChunk|sdt|attachedTemplate)[ />]/g) ?? []).map(
      (one) => `${name}: ${one}`,
    ),
    ...[...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)]
      .filter((match) => match[1]!.trim() !== 'PAGE')
      .map((match) => `${name}: field ${match[1]}`),
  ])
}

it('underlines “Nơi nhận:” of the Party and none of the names under it', async () => {
  const { document } = await unpacked(conclusionNotice(1), layoutById(layouts, 'party-hd05'))
  const names = document.match(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="NoiNhan"\/>(?:(?!<\/w:p>).)*<\/w:p>/g)!
  expect(names.length).toBeGreaterThan(2)
  const [label, ...entries] = names
  expect(label).not.toContain('w:val="none"')
  for (const entry of entries) expect(entry).toContain('<w:u w:val="none"/>')
})

it('is well-formed and reaches nowhere, whatever the data are', async () => {
  await fc.assert(
    fc.asyncProperty(fuzzedSheet, fc.constantFrom(...layouts), async (sheet, layout) => {
      const made = await unpacked(sheet, layout)
      for (const [name, xml] of made.parts) if (/\.(xml|rels)$/.test(name)) parse(xml)
      expect(findReach(made)).toEqual([])
      expect(made.document.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u)
    }),
    { numRuns: PROOF ? 1_000 : 60 },
  )
})

it('is known again by the mark of its draft, and carries none where none was given', async () => {
  const mark = { paperId: 12, version: 3 }
  expect(await readPaperMark(await buildDocx(STATE_PLAN, state, writePaperMark(mark)))).toEqual(mark)
  expect(await readPaperMark(await buildDocx(STATE_PLAN, state))).toBeNull()
  expect(await readPaperMark(Buffer.from('PK no file'))).toBeNull()
})

it('bears its mark on an own Word file, too: in place of another paper’s, beside the file’s own properties', async () => {
  const parts = await unpackedZip(await buildDocx(STATE_PLAN, state, writePaperMark({ paperId: 7, version: 1 })))
  const room = '<property fmtid="{x}" pid="9" name="Phòng"><vt:lpwstr>VP</vt:lpwstr></property></Properties>'
  const withRoom = parts.get('docProps/custom.xml')!.toString().replace('</Properties>', room)
  const marked = await zip(Object.fromEntries([...parts, ['docProps/custom.xml', withRoom]]))
  const mark = { paperId: 12, version: 0, words: '0123456789abcdef' }
  const customOf = async (form: Buffer) => {
    const made = await fillWordForm(form, {}, { ...STATE_PLAN, head: null }, state, writePaperMark(mark))
    expect(await readPaperMark(made)).toEqual(mark)
    const files = await unpackedZip(made)
    const [custom, types, relations] = ['docProps/custom.xml', '[Content_Types].xml', '_rels/.rels'].map((name) =>
      files.get(name)!.toString(),
    )
    for (const xml of [custom!, types!, relations!]) parse(xml)
    expect(types!.match(/custom-properties\+xml/g)).toHaveLength(1)
    expect(relations!.match(/custom-properties"/g)).toHaveLength(1)
    return custom!
  }
  expect((await customOf(await buildDocx(STATE_PLAN, state))).match(/<property /g)).toHaveLength(1)
  const kept = await customOf(marked)
  expect(kept.match(/DoiThoaiVanBan/g)).toHaveLength(1)
  expect(kept).toMatch(/pid="9" name="Phòng".*pid="10" name="DoiThoaiVanBan"/)
})

it('is fit to be an own Word file; what fetches from elsewhere, embeds files or breaks a place is named', async () => {
  expect(await faultsOfForm(await buildDocx(STATE_PLAN, state))).toEqual([])
  const faultsOf = async (parts: Record<string, string>) =>
    (await faultsOfForm(await zip(parts))).map(({ fault, said }) => `${fault} ${said}`)
  const words = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
  const relation = (type: string, target: string) =>
    `<Relationship Id="rId9" Type="http://x/relationships/${type}" Target="${target}" TargetMode="External"/>`
  expect(
    await faultsOf({
      'word/document.xml': `${words('{{so}} {{noiDung}}')}<w:instrText> PAGE </w:instrText>`,
      'word/_rels/document.xml.rels': relation('hyperlink', 'https://cathai.example'),
    }),
  ).toEqual([])
  expect(
    await faultsOf({
      'word/document.xml': `${words('Số {{so}, {{ngay}}')}${words('{{nguoi')}${words('Ky}}')}
        <w:instrText xml:space="preserve"> INCLUDETEXT "\\\\x\\y.docx" </w:instrText><w:object>`,
      'word/header1.xml': '<w:fldSimple w:instr="DDEAUTO cmd x"/>',
      'word/_rels/header1.xml.rels': relation('image', 'https://evil.example/a.png'),
      'word/embeddings/oleObject1.bin': 'x',
    }),
  ).toEqual([
    'field INCLUDETEXT',
    'embedded object',
    'brace Số {{so},',
    'brace {{nguoi',
    'brace Ky}}',
    'field DDEAUTO',
    'outside https://evil.example/a.png',
    'embedded oleObject1.bin',
  ])
})

it('fills an own Word file wherever its places stand; what data hold stays words and never becomes a place', async () => {
  const cell = new TableCell({ children: [new Paragraph('{{ngay}}')] })
  const form = await Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('{{coQuan}}')] }) },
          children: [
            // Word splits a place over runs where somebody typed it in two goes
            new Paragraph({ children: [new TextRun('Số {{s'), new TextRun({ text: 'o}}', bold: true })] }),
            new Table({ rows: [new TableRow({ children: [cell] })] }),
            new Paragraph('{{ noiDung }}'),
            new Paragraph('{{nguoiKy}}'),
          ],
        },
      ],
    }),
  )
  const odd = fc.oneof(
    fc.constantFrom(
      '{{nguoiKy}}',
      '{{{{so}}}}',
      '<w:hyperlink r:id="x"/>',
      '{ MERGEFIELD A }',
      'a\nb',
      'ả'.repeat(10_000),
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.record({ coQuan: odd, so: odd, ngay: odd, nguoiKy: odd }), odd, async (given, said) => {
      const texts = { ...given, nguoiKy: `Vừa tròn ${given.nguoiKy}` }
      const sheet = { ...STATE_PLAN, head: null, body: [{ type: 'paragraph' as const, text: `Trước ${said} sau` }] }
      const files = await unpackedZip(await fillWordForm(form, texts, sheet, state))
      const parts = new Map([...files].map(([name, content]) => [name, content.toString('utf8')]))
      for (const [name, xml] of parts) if (/\.(xml|rels)$/.test(name)) parse(xml)
      const made = { parts, document: parts.get('word/document.xml')! }
      expect(findReach(made)).toEqual([])
      const header = [...parts].find(([name]) => /^word\/header\d+\.xml$/.test(name))![1]
      for (const xml of [made.document, header]) expect(xml).not.toMatch(/\{\{|\}\}/)
      expect(made.document).toContain('Trước ')
      // a place that stood in the data would have been filled by what another place holds
      expect(made.document.split('Vừa tròn').length - 1).toBe(1)
    }),
    { numRuns: PROOF ? 300 : 20 },
  )
  const texts = { coQuan: 'CƠ QUAN', so: '05/TB', ngay: 'ngày 01', nguoiKy: 'Trần Thị Ví Dụ' }
  const plain = await unpackedZip(await fillWordForm(form, texts, { ...STATE_PLAN, head: null }, state))
  const all = [...plain]
    .filter(([name]) => /^word\/(document|header\d+)\.xml$/.test(name))
    .map(([, xml]) => xml.toString())
  for (const text of Object.values(texts)) expect(all.join('')).toContain(text)
})

it('says on an own Word file what the layout of its branch says: marks, joiner, recipients with the archive', () => {
  const sheet: Sheet = {
    ...conclusionNotice(1),
    head: {
      superior: [],
      issuer: ['Đảng ủy'],
      number: null,
      symbol: 'TB/ĐU',
      place: 'Cát Hải',
      date: '2025-02-03' as never,
      year: null,
    },
    signatures: [
      {
        ...{
          capacities: [
            { capacity: 'onBehalf', of: 'Ban Thường vụ' },
            { capacity: 'deputyFor', of: 'Bí thư' },
          ],
        },
        ...{ post: 'Phó Bí thư', name: 'Ví Dụ' },
      },
    ],
    recipients: { items: [{ name: 'Thành ủy', purpose: 'để b/c' }], archive: 'VPĐU' },
  }
  const places = ['so', 'ngay', 'chucVuNguoiKy', 'noiNhan', 'nguoiLa']
  const facts = { values: { nguoiLa: '' }, lists: {} } as never
  expect(formTexts(places, sheet, layoutById(layouts, 'party-hd05'), facts)).toEqual({
    ...{ so: '……-TB/ĐU', ngay: 'Cát Hải, ngày 03 tháng 02 năm 2025', nguoiLa: '……' },
    chucVuNguoiKy: 'T/M BAN THƯỜNG VỤ\nK/T BÍ THƯ\nPHÓ BÍ THƯ',
    noiNhan: '- Thành ủy (để b/c),\n- Lưu VPĐU.',
  })
  expect(formTexts(['so', 'chucVuNguoiKy'], sheet, state, facts)).toEqual({
    so: '……/TB/ĐU',
    chucVuNguoiKy: 'TM. BAN THƯỜNG VỤ\nKT. BÍ THƯ\nPHÓ BÍ THƯ',
  })
})

it('keeps field codes and markup of the data as words', async () => {
  const text = '{MERGEFIELD Ten} <w:t>&amp; “5.000 ₫”'
  const { document } = await unpacked({ ...STATE_PLAN, body: [{ type: 'paragraph', text }] }, state)
  expect(document).toContain('{MERGEFIELD Ten} &lt;w:t&gt;&amp;amp; “5.000 ₫”')
})

it('has real headings and styles, in Times New Roman', async () => {
  const { document, parts } = await unpacked(STATE_PLAN, state)
  expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(2)
  expect(document).toContain('<w:pStyle w:val="Title"/>')
  const styles = parts.get('word/styles.xml')!
  expect(styles).toContain('w:styleId="Heading1"')
  expect(styles).toMatch(/w:styleId="Heading1".*?<w:outlineLvl w:val="0"\/>/)
  expect(styles).toMatch(/<w:docDefaults>.*w:ascii="Times New Roman"/)
  const fonts = new Set([...(document + styles).matchAll(/w:ascii="([^"]+)"/g)].map((match) => match[1]))
  expect([...fonts].filter((font) => font !== 'Segoe UI Symbol')).toEqual(['Times New Roman'])
})

it('shows the page number from the second page, in the top margin, and starts appendices at 1', async () => {
  const { document, parts } = await unpacked(STATE_PLAN, state)
  const sections = document.match(/<w:sectPr.*?<\/w:sectPr>/g)!
  expect(sections).toHaveLength(3)
  for (const section of sections) {
    expect(section).toContain('<w:titlePg/>')
    expect(section).toContain('<w:pgNumType w:start="1"/>')
  }
  expect(sections[1]).toContain('w:orient="landscape"')
  expect(sections[0]).toMatch(/w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/)
  const headers = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml)
  expect(headers.filter((xml) => xml.includes('PAGE'))).toHaveLength(3)
  expect(headers.filter((xml) => xml.includes('PAGE')).every((xml) => xml.includes('<w:jc w:val="center"/>'))).toBe(
    true,
  )
})

it('repeats the labels of tables and keeps rows together, unless a row could be longer than a page', async () => {
  const { document } = await unpacked(conclusionNotice(3), state)
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  const table = {
    type: 'table' as const,
    columns: [{ label: 'A', width: 1 }],
    rows: [{ cells: ['dài '.repeat(2_000)] }],
  }
  const long = (await unpacked({ ...FRONT_REPORT, head: null, signatures: [], recipients: null, body: [table] }, state))
    .document
  expect(long.match(/<w:cantSplit\/>/g)).toHaveLength(1)
  expect(document).not.toContain('<w:u ')
})
