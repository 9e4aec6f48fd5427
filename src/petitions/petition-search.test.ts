import { describe, expect, it } from 'vitest'
import { foldText, readSearch } from './petition-search.ts'

describe('what is typed into the search', () => {
  it('folds diacritics, đ included', () => {
    expect(foldText('Đường Nguyễn Huệ, ƯỚC')).toBe('duong nguyen hue, uoc')
  })

  it('takes every word, the last one as a beginning', () => {
    expect(readSearch('  nước   sạ ')).toEqual({ query: 'nuoc & sa:*', folded: 'nuoc sa', exact: 'nước sạ' })
  })

  it('knows no exact text when typed without diacritics', () => {
    expect(readSearch('nuoc sach')?.exact).toBeNull()
  })

  it('cuts codes and signs into their parts and never lets an operator through', () => {
    expect(readSearch('CH-2025-0012')?.query).toBe('ch & 2025 & 0012:*')
    expect(readSearch("a'); drop | ! <-> b")?.query).toBe('a & drop & b:*')
  })

  it('reads decomposed input as the composed one', () => {
    expect(readSearch('nước'.normalize('NFD'))).toEqual(readSearch('nước'))
  })

  it('is null without a word', () => {
    expect(readSearch(' -–… ')).toBeNull()
  })
})
