import { describe, expect, it } from 'vitest'
import { shortened } from './shortened.ts'

describe('the opening of a text', () => {
  it('ends at a word and says that there is more', () => {
    expect(shortened('một hai ba bốn', 10)).toBe('một hai ba…')
    expect(shortened('một hai ba bốn', 9)).toBe('một hai…')
    expect(shortened('một hai ba bốn', 14)).toBe('một hai ba bốn')
  })
  it('is one line', () => {
    expect(shortened('  một\n\n hai\tba ', 20)).toBe('một hai ba')
  })
  it('cuts a word that is a line of its own, never half a letter', () => {
    expect(shortened('x'.repeat(50), 30)).toBe(`${'x'.repeat(10)}…`)
    expect(shortened(`a${'😀'.repeat(40)}`, 30)).toBe(`a${'😀'.repeat(4)}…`)
  })
  it('says that there is more behind an opening of blanks', () => {
    expect(shortened(`một${' '.repeat(100)}hai`, 10)).toBe('một…')
  })
})
