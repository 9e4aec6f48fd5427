import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzedSheet } from '../../tests/support/fuzzed-sheet.ts'
import { conclusionNotice, STATE_PLAN } from '../../tests/support/paper-samples.ts'
import { readSheet, type Sheet, sheetSchema } from './sheet.ts'
import { editSheet, sheetFields } from './sheet-edits.ts'
import { sheetDifference, sheetLines } from './sheet-text.ts'

const sheet = (body: Sheet['body'], more: Partial<Sheet> = {}): Sheet => ({
  ...{ head: null, name: 'THÔNG BÁO', subject: 'về việc thử', body },
  ...more,
})
const untouched = (one: Sheet) => Object.fromEntries(sheetFields(one).map(({ path, value }) => [path, value]))

describe('editing the words of a paper', () => {
  it('leaves a paper as it is when nothing was typed anew, with all its looks', () => {
    for (const one of [STATE_PLAN, conclusionNotice(3)]) expect(editSheet(one, untouched(one))).toEqual(one)
  })

  it('takes out an emptied paragraph and makes two of one with an empty line', () => {
    const before = sheet([
      { type: 'paragraph', text: 'một' },
      { type: 'paragraph', text: 'hai' },
    ])
    const after = editSheet(before, { 'body.0': ' ', 'body.1': 'hai\n\nba\nbốn' })
    expect(after.body).toEqual([
      { type: 'paragraph', text: 'hai' },
      { type: 'paragraph', text: 'ba\nbốn' },
    ])
  })

  it('writes the recipients with their purpose, and the bases one a line', () => {
    const before = sheet([], { bases: ['Luật'], recipients: { items: [{ name: 'UBND' }], archive: 'VT' } })
    const after = editSheet(before, { bases: 'Luật\nNghị định\n', recipients: 'Thành ủy (để b/c)\nUBND', archive: '' })
    expect(after.bases).toEqual(['Luật', 'Nghị định'])
    expect(after.recipients).toEqual({
      items: [{ name: 'Thành ủy', purpose: 'để b/c' }, { name: 'UBND' }],
      archive: null,
    })
  })

  it('touches no table and nothing that has no field', () => {
    const table = { type: 'table' as const, columns: [{ label: 'A', width: 1 }], rows: [{ cells: ['x'] }] }
    const before = sheet([table])
    expect(editSheet(before, { 'body.0': 'y', 'head.number': '1', 'body.9.text': 'z' })).toEqual(before)
  })

  it('gives a paper for anything typed', () => {
    fc.assert(
      fc.property(fuzzedSheet, fc.array(fc.string({ unit: 'grapheme' })), (one, words) => {
        fc.pre(sheetSchema.safeParse(one).success)
        const typed = Object.fromEntries(
          sheetFields(one).map(({ path }, at) => [path, words[at % (words.length || 1)] ?? '']),
        )
        expect(() => readSheet(editSheet(one, typed))).not.toThrow()
      }),
      { numRuns: 100 },
    )
  })
})

describe('what changed between two papers', () => {
  it('names each line that came or went, as often as it did, and not what moved', () => {
    const lines = (...words: string[]) => sheet(words.map((text) => ({ type: 'paragraph' as const, text })))
    const difference = sheetDifference(lines('a', 'b', 'b', 'c'), lines('c', 'b', 'd', 'a'))
    expect(difference).toEqual({ gone: ['b'], added: ['d'] })
    expect(sheetDifference(lines('a', 'b'), lines('b', 'a'))).toEqual({ gone: [], added: [] })
  })

  it('reads tables row by row', () => {
    const table = {
      ...{
        type: 'table' as const,
        columns: [
          { label: 'A', width: 1 },
          { label: 'B', width: 1 },
        ],
      },
      rows: [{ group: 'Nhóm 1' }, { cells: ['x', [{ text: 'y', bold: true }]] }],
    }
    expect(sheetLines(sheet([table]))).toEqual(['THÔNG BÁO', 'về việc thử', 'Nhóm 1', 'x | y'])
  })
})
