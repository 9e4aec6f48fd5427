import { describe, expect, it } from 'vitest'
import { day, optionalDay, personName, text } from './form-fields.ts'

const codes = (field: ReturnType<typeof day> | ReturnType<typeof optionalDay>, typed: string) =>
  field.safeParse(typed).error?.issues.map((issue) => issue.message)

describe('a day typed into a form', () => {
  it('is a real day in a year of the calendar', () => {
    expect(day().parse('29/10/2025')).toBe('2025-10-29')
    expect(codes(day(), '31/02/2026')).toEqual(['notADay'])
    for (const slip of ['09/12/9999', '09/12/0026', '31/12/1899', '01/01/2201'])
      expect([slip, codes(day(), slip)]).toEqual([slip, ['yearOutOfRange']])
  })

  it('may be left out where it is optional, with the same bounds', () => {
    expect(optionalDay().parse(' ')).toBeNull()
    expect(optionalDay().parse('2200-12-31')).toBe('2200-12-31')
    expect(codes(optionalDay(), '2025-13-01')).toEqual(['notADay'])
    expect(codes(optionalDay(), '9999-12-09')).toEqual(['yearOutOfRange'])
  })
})

describe('a text typed into a form', () => {
  it('keeps nothing nobody sees, however it is hidden', () => {
    const hidden = ['\u200B', '\u202E', '\u2066', '\u00AD', '\uFEFF', '\u061C', '\u{E0041}', '\u200D', '\0', '\u0007']
    for (const sign of hidden) expect(text().parse(`0912${sign}345678`)).toBe('0912345678')
    expect(personName().parse('Lan\u200B  Anh\u202E')).toBe('Lan Anh')
    expect(text().safeParse('\u200B\u202E ').success).toBe(false)
  })

  it('keeps what people write: marks in either form, several lines, emoji of several parts', () => {
    expect(text().parse('To\u0302i\r\ncũng vậy ')).toBe('Tôi\ncũng vậy')
    expect(text().parse('👨‍👩‍👧 ❤️‍🔥')).toBe('👨‍👩‍👧 ❤️‍🔥')
  })
})
