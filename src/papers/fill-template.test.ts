import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TEST_FRAME, tablesOf, textsOf } from '../../tests/support/filled-papers.ts'
import { parseDay } from '../platform/day.ts'
import { checkTemplate } from './check-template.ts'
import { vocabularyOf } from './facts/fact-vocabulary.ts'
import { fillTemplate } from './fill-template.ts'
import { shippedTemplates } from './load-templates.ts'
import type { FactVocabulary, PaperFacts } from './paper-facts.ts'
import { type PaperTemplate, paperTemplateSchema } from './paper-template.ts'
import { readSheet } from './sheet.ts'

const vocabulary: FactVocabulary = {
  values: { title: { vi: 'Tên', en: 'Title' }, heldOn: { vi: 'Ngày', en: 'Day', blank: 'ngày … tháng … năm ……' } },
  lists: {
    rows: {
      label: { vi: 'Các dòng', en: 'Rows' },
      fields: { name: { vi: 'Tên', en: 'Name' }, group: { vi: 'Nhóm', en: 'Group' } },
    },
  },
}

function template(body: unknown[], more: Record<string, unknown> = {}): PaperTemplate {
  const fixed = { kind: 'publicNotice', source: 'practice', about: 'dialogue', name: 'THÔNG BÁO', symbol: 'TB' }
  return paperTemplateSchema.parse({ ...fixed, subject: null, body, ...more })
}

const facts = (values: Record<string, string>, rows: Record<string, string>[] = []): PaperFacts => ({
  values: { title: '', heldOn: '', ...values },
  lists: { rows },
})

const filled = (body: unknown[], data: PaperFacts, more: Record<string, unknown> = {}) =>
  fillTemplate(template(body, more), data, TEST_FRAME, vocabulary)

describe('filling a wording', () => {
  it('leaves room to write where nothing is known: the blank of the name, else dots', () => {
    const sheet = filled([{ text: 'Hội nghị {title} tổ chức {heldOn}.' }], facts({}))
    expect(sheet.body).toEqual([{ type: 'paragraph', text: 'Hội nghị ……………… tổ chức ngày … tháng … năm …….' }])
    expect(filled([{ text: '{title}' }], facts({})).body).toEqual([{ type: 'dottedLines', lines: 3 }])
  })

  it('never reads data as a place, and braces of the wording as themselves', () => {
    const sheet = filled([{ text: '{{ngoặc}} {title}' }], facts({ title: '{heldOn} {{x}}', heldOn: '05/6/2023' }))
    expect(sheet.body).toEqual([{ type: 'paragraph', text: '{ngoặc} {heldOn} {{x}}' }])
  })

  it('makes a paragraph of each line and puts one mark at the end', () => {
    const sheet = filled([{ text: 'Kết luận: {title}.' }], facts({ title: 'Một.\n\n  Hai  việc.  ' }))
    expect(sheet.body).toEqual([
      { type: 'paragraph', text: 'Kết luận: Một.' },
      { type: 'paragraph', text: 'Hai việc.' },
    ])
  })

  it('lays tables across the page only when they are long or of many columns', () => {
    const across = [{ landscape: [{ table: 'rows', columns: [{ field: 'name', label: 'Tên', width: 1 }] }] }]
    const rows = (n: number) => Array.from({ length: n }, () => ({ name: 'a', group: '' }))
    expect(filled(across, facts({}, rows(3))).body.map(({ type }) => type)).toEqual(['table'])
    expect(filled(across, facts({}, rows(4))).body.map(({ type }) => type)).toEqual(['landscape'])
  })

  it('writes what stands only if any is there', () => {
    const body = [
      { any: 'title', blocks: [{ text: 'có' }] },
      { no: 'title', blocks: [{ text: 'không' }] },
      { any: 'rows', blocks: [{ text: 'có dòng' }] },
    ]
    expect(textsOf(filled(body, facts({ title: '0' })).body)).toEqual(['không'])
    expect(textsOf(filled(body, facts({ title: 'x' }, [{ name: 'a' }])).body)).toEqual(['có', 'có dòng'])
  })

  it('numbers rows, puts those of one group together and ends a list with a full stop', () => {
    const rows = [
      { name: 'a', group: 'I' },
      { name: 'b', group: 'II' },
      { name: 'c', group: 'I' },
    ]
    const columns = [
      { field: 'rowNumber', label: 'STT', width: 1 },
      { field: 'name', label: 'Tên', width: 3 },
      { field: 'blank', label: 'Ký', width: 2 },
    ]
    const sheet = filled(
      [
        { table: 'rows', groupBy: 'group', columns, emptyRows: 1 },
        { each: 'rows', item: '{name};' },
      ],
      facts({}, rows),
    )
    expect(tablesOf(sheet)[0]!.rows).toEqual([
      { group: 'I' },
      { cells: ['1', 'A', ''] },
      { cells: ['2', 'C', ''] },
      { group: 'II' },
      { cells: ['3', 'B', ''] },
      { cells: ['\u00a0', '\u00a0', '\u00a0'] },
    ])
    expect(sheet.body.at(-1)).toEqual({ type: 'list', items: ['A;', 'B;', 'C.'] })
    expect(filled([{ each: 'rows', item: '{name}', none: 'Không.' }], facts({})).body).toEqual([
      { type: 'paragraph', text: 'Không.' },
    ])
  })

  it('says of an appendix to which paper it belongs, with blanks before it has a number', () => {
    const appendices = [{ label: 'Phụ lục', title: 'Danh sách', body: [{ text: 'x' }] }]
    const draft = filled([{ text: 'x' }], facts({}), { appendices })
    expect(draft.appendices![0]!.attachedTo).toBe(
      'Kèm theo Thông báo số ……/XX-VP ngày … tháng … năm 2025 của Văn phòng Ủy ban nhân dân thành phố',
    )
    const issued = fillTemplate(template([{ text: 'x' }], { appendices }), facts({}), {
      ...TEST_FRAME,
      number: '05/TB-VP',
      date: parseDay('2023-06-05'),
    })
    expect(issued.appendices![0]!.attachedTo).toBe(
      'Kèm theo Thông báo số 05/TB-VP ngày 05 tháng 6 năm 2023 của Văn phòng Ủy ban nhân dân thành phố',
    )
  })

  it('takes signatures, recipients and addressees of the wording where it names them', () => {
    const sheet = filled([{ text: 'x' }], facts({ title: 'Văn phòng' }), {
      to: ['{title}'],
      signatures: [{ post: 'Thư ký', name: '{heldOn}' }],
      recipients: [
        ...[{ name: '{title}', purpose: 'để b/c' }, { name: '{heldOn}' }],
        ...[{ name: 'mặt trận' }, { name: 'Mặt trận', purpose: 'để giám sát' }],
      ],
      archive: '{title}',
    })
    expect(sheet.to).toEqual(['Văn phòng'])
    expect(sheet.signatures).toEqual([{ post: 'Thư ký', name: null }])
    // who is written to stands in “Như trên”, nobody stands twice
    expect(sheet.recipients).toEqual({ items: [{ name: 'Mặt trận' }], archive: 'Văn phòng' })
  })

  it('keeps whatever data say as text, in every wording of the program', async () => {
    const templates = await shippedTemplates()
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('{leadOffice}', '{{', '}}', '\u0000\u202e', '=1+1', 'MERGEFIELD x', '\ud800', ' \n \n ', '\t'),
      fc.constant('x'.repeat(10_000)),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: templates.length - 1 }),
        fc.array(nasty, { minLength: 1, maxLength: 7 }),
        (at, texts) => {
          const one = templates[at]!
          const sheet = fillTemplate(one, madeOf(vocabularyOf(one.about), texts), TEST_FRAME, vocabularyOf(one.about))
          expect(() => readSheet(sheet)).not.toThrow()
          if (texts.every((text) => text === '{leadOffice}')) expect(textsOf(sheet).join(' ')).toContain('{leadOffice}')
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** Facts in which every name holds one of the texts, in turn. */
function madeOf({ values, lists }: FactVocabulary, texts: readonly string[]): PaperFacts {
  let at = 0
  const next = () => texts[at++ % texts.length]!
  const row = (names: object) => Object.fromEntries(Object.keys(names).map((name) => [name, next()]))
  const rows = Object.entries(lists).map(([name, { fields }]) => [name, [row(fields), row(fields)]])
  return { values: row(values), lists: Object.fromEntries(rows) }
}

describe('checking a wording', () => {
  const problems = (body: unknown[]) => checkTemplate(template(body), vocabulary)

  it('names the place and the name that is not known', () => {
    expect(problems([{ text: 'x' }, { each: 'rows', item: '{nam}' }])).toMatchObject([
      { path: 'body.1.item', code: 'unknownField', name: 'nam' },
    ])
    expect(problems([{ text: '{titel}' }])).toMatchObject([
      { path: 'body.0.text', code: 'unknownValue', name: 'titel' },
    ])
    expect(problems([{ each: 'row', item: 'x' }])).toMatchObject([{ path: 'body.0.each', code: 'unknownList' }])
    expect(problems([{ any: 'nothing', blocks: [{ text: '{x}' }] }])).toMatchObject([
      { path: 'body.0.any', name: 'nothing' },
      { path: 'body.0.blocks.0.text', name: 'x' },
    ])
    const columns = [
      { field: 'name', label: 'Tên', width: 1 },
      { field: 'nothing', label: 'x', width: 1 },
    ]
    expect(problems([{ table: 'rows', columns }])).toMatchObject([{ path: 'body.0.columns.1.field', name: 'nothing' }])
  })

  it('finds braces that do not fit', () => {
    for (const text of ['{title', 'title}', '{ title }', '{Title}', '{}'])
      expect(problems([{ text }])).toMatchObject([{ path: 'body.0.text', code: 'braces' }])
    expect(problems([{ text: '{{title}} {title}' }])).toEqual([])
  })
})
