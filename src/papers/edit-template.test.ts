import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTemplate } from './check-template.ts'
import { editTemplate, fieldOfPath } from './edit-template.ts'
import { vocabularyOf } from './facts/fact-vocabulary.ts'
import { fillTemplate } from './fill-template.ts'
import { type PaperTemplate, paperTemplateSchema } from './paper-template.ts'
import { sampleFacts } from './sample-facts.ts'
import { readSheet } from './sheet.ts'
import { wordingFields } from './template-fields.ts'

const template: PaperTemplate = paperTemplateSchema.parse({
  ...{ kind: 'other', source: 'practice', about: 'dialogue', name: 'BÁO CÁO', subject: 'Thử {title}', symbol: 'BC' },
  ...{ bases: ['Luật'], recipients: [{ name: 'UBND', purpose: 'để b/c' }] },
  body: [
    { text: 'Mở đầu' },
    { any: 'topic', blocks: [{ text: 'Chủ đề {topic}' }] },
    {
      table: 'conclusionItems',
      columns: [
        { field: 'rowNumber', label: 'STT', width: 1 },
        { field: 'content', label: 'Nội dung', width: 5 },
        { field: 'dueOn', label: 'Hạn', width: 2 },
      ],
      none: 'Không.',
    },
  ],
})
const untouched = Object.fromEntries(wordingFields(template).map(({ path, value }) => [path, value]))
const edited = (typed: Record<string, string>) => {
  const result = editTemplate(template, typed)
  if ('wrong' in result) throw new Error(JSON.stringify(result.wrong))
  return result.template
}

describe('editing the wording of a kind of paper', () => {
  it('leaves it as it is when nothing was typed anew', () => {
    expect(edited(untouched)).toEqual(template)
  })

  it('takes out what was emptied, a condition with its last paragraph', () => {
    const after = edited({ 'body.0.text': '', 'body.1.blocks.0.text': '', bases: '' })
    expect(after.body).toHaveLength(1)
    expect(after.bases).toEqual([])
  })

  it('puts columns in the order typed, without those that have none, with one that is added', () => {
    const at = 'body.2.columns'
    const after = edited({
      ...{ [`${at}.0.order`]: '', [`${at}.1.order`]: '3', [`${at}.2.order`]: '1', [`${at}.2.width`]: '2,5' },
      ...{ 'body.2.add.field': 'note', 'body.2.add.label': 'Ghi chú' },
    })
    expect(after.body[2]).toMatchObject({
      columns: [
        { field: 'dueOn', width: 2.5 },
        { field: 'content', label: 'Nội dung' },
        { field: 'note', label: 'Ghi chú', width: 3 },
      ],
    })
  })

  it('says of a number that it is none, at its field', () => {
    expect(editTemplate(template, { 'body.2.columns.1.width': 'rộng' })).toEqual({
      wrong: { 'body.2.columns.1.width': 'notANumber' },
    })
  })

  it('writes nothing where there is no field', () => {
    expect(edited({ kind: 'minutes', about: 'plan', 'body.2.table': 'petitions', __proto__: 'x' })).toEqual(template)
  })

  it('tells the field of a problem by its place', () => {
    const after = editTemplate(template, { bases: 'Luật\nNghị định {nguoiLa}' })
    if ('wrong' in after) throw new Error('refused')
    const [problem] = checkTemplate(after.draft, vocabularyOf('dialogue'))
    expect(problem).toMatchObject({ name: 'nguoiLa' })
    expect(fieldOfPath(Object.keys(untouched), problem!.path)).toBe('bases')
  })

  it('gives a wording that can be filled for anything typed, or says where it cannot be used', () => {
    const vocabulary = vocabularyOf('dialogue')
    const frame = { issuer: ['Ủy ban nhân dân'], number: null, place: 'Ví Dụ', date: null, signatures: [] }
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (words) => {
        const typed = Object.fromEntries(Object.keys(untouched).map((path, at) => [path, words[at % words.length]!]))
        const result = editTemplate(template, typed)
        if ('wrong' in result) {
          expect(Object.keys(result.wrong).length).toBeGreaterThan(0)
          return
        }
        expect(() => readSheet(fillTemplate(result.template, sampleFacts(vocabulary), frame, vocabulary))).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })
})
