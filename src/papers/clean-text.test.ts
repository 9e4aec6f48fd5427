import { expect, it } from 'vitest'
import { cleanLine, cleanText } from './clean-text.ts'

it('composes letters and keeps what people write', () => {
  expect(cleanText('Hội nghị đối thoại'.normalize('NFD'))).toBe('Hội nghị đối thoại')
  expect(cleanText('“Dân biết” – 5.000 ₫ … a < b & c\n{MERGEFIELD x}')).toBe(
    '“Dân biết” – 5.000 ₫ … a < b & c\n{MERGEFIELD x}',
  )
})

it('takes out what turns the reading, cannot be seen or may not stand in XML', () => {
  expect(cleanText('a\u202eb\u2066c\u200bd\u0000e\u001bf\ufeffg\uffffh\u00adi\u{e0041}j')).toBe('abcdefghij')
  expect(cleanText('nửa \ud800 chữ')).toBe('nửa \ufffd chữ')
  expect(cleanText('một\r\nhai\u2028ba\tbốn')).toBe('một\nhai\nba bốn')
})

it('makes one line', () => {
  expect(cleanLine('  Ủy ban \n nhân dân ')).toBe('Ủy ban nhân dân')
})

it('a pile of marks over one letter is cut to three, the letters of Vietnamese stay', () => {
  expect(cleanText(`a${'\u0316'.repeat(10_000)}b`)).toBe(`a${'\u0316'.repeat(3)}b`)
  expect(cleanText('Ngườ\u031b\u0300i ệ ẫ'.normalize('NFD'))).toBe(cleanText('Ngườ\u031b\u0300i ệ ẫ'))
  expect(cleanText('Lò Thị Ứng, ệ ậ ỗ ữ'.normalize('NFD'))).toBe('Lò Thị Ứng, ệ ậ ỗ ữ')
})
