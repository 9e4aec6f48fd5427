import { expect, it } from 'vitest'
import { errorPageWords } from './error-page-words.ts'
import { formatMoment, formatNumber, formatShare, formatSize } from './format-values.ts'
import { inputErrorWords, sayInputError } from './input-error-words.ts'
import { kitWords } from './kit-words.ts'
import { defineWords } from './words.ts'

// Held by the type check, which is the first step of `npm test`: without the error the comment below is one itself.
it('refuses a catalogue whose English lacks a key, has one too many, or takes other arguments', () => {
  const lacking = () =>
    // @ts-expect-error English lacks `cancel`
    defineWords({ vi: { save: 'Lưu', cancel: 'Thôi' }, en: { save: 'Save' } })
  const tooMany = () =>
    // @ts-expect-error English has `close` on its own
    defineWords({ vi: { save: 'Lưu' }, en: { save: 'Save', close: 'Close' } })
  const otherKind = () =>
    // @ts-expect-error a number of days is handed in, not a text
    defineWords({ vi: { left: (days: number) => `còn ${days}` }, en: { left: (days: string) => `${days} left` } })
  expect([lacking, tooMany, otherKind]).toHaveLength(3)
})

it('has no empty sentence in either language', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(texts) : []
  for (const text of [kitWords, errorPageWords, inputErrorWords].flatMap(texts)) expect(text.trim()).not.toBe('')
})

it('writes numbers, shares, sizes and moments as each language does', () => {
  expect(formatNumber(1234.5, 'vi')).toBe('1.234,5')
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
  expect(formatShare(7, 8, 'vi')).toBe('87,5%')
  expect(formatShare(0, 0, 'vi')).toBeNull()
  expect(formatSize(3_565_158, 'vi')).toBe('3,4 MB')
  expect(formatMoment(new Date('2025-10-28T18:05:00Z'), 'vi')).toBe('01:05 ngày 29/10/2025')
})

it('turns the code of an input error into a sentence and leaves a sentence alone', () => {
  expect(sayInputError('required', 'vi')).toBe('Cần điền mục này.')
  expect(sayInputError('Đã có số này.', 'vi')).toBe('Đã có số này.')
})
