import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spellAll, spellAs, USUAL_SPELLING } from './paper-spelling.ts'

const OTHER = { uy: 'y', oa: 'a' } as const

it.each([
  ['Ủy ban nhân dân, ĐẢNG ỦY, thủy lợi, lũy kế', 'Uỷ ban nhân dân, ĐẢNG UỶ, thuỷ lợi, luỹ kế'],
  ['văn hóa, hòa giải, HỎA TỐC, xóa đói, tọa đàm', 'văn hoá, hoà giải, HOẢ TỐC, xoá đói, toạ đàm'],
  ['sức khỏe, xòe ô', 'sức khoẻ, xoè ô'],
])('%s ↔ %s', (usual, other) => {
  expect(spellAs(usual, OTHER)).toBe(other)
  expect(spellAs(other, USUAL_SPELLING)).toBe(usual)
  expect(spellAs(usual.normalize('NFD'), OTHER)).toBe(other)
})

it('what is not open, or has only one way, stays', () => {
  const text = 'quý vị, quỹ, hoàn thành, khoản, toàn dân, thuyết, khuya, khuỷu, ngoằn ngoèo, của, oa, uy, {policeName}'
  expect(spellAs(text, OTHER)).toBe(text)
  expect(spellAs(text, USUAL_SPELLING)).toBe(text)
})

it('each habit by itself', () => {
  expect(spellAs('Đảng ủy, văn hóa', { uy: 'y', oa: 'o' })).toBe('Đảng uỷ, văn hóa')
  expect(spellAll({ a: ['Đảng ủy'], n: 3, b: 'văn hóa' }, { uy: 'u', oa: 'a' })).toEqual({
    ...{ a: ['Đảng ủy'], n: 3, b: 'văn hoá' },
  })
})

it('whatever the text, spelling twice is spelling once, and back again gives the usual one', () => {
  const letters = fc.constantFrom(...'uùúủũụyỳýỷỹỵoòóỏõọaàáảãạeèéẻẽẹqQUỦYỶOỎAẢ n'.split(''))
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
      const other = spellAs(text, OTHER)
      expect(spellAs(other, OTHER)).toBe(other)
      expect(spellAs(other, USUAL_SPELLING)).toBe(spellAs(text, USUAL_SPELLING))
    }),
    { numRuns: 500 },
  )
})
