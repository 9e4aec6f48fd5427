import { describe, expect, it } from 'vitest'
import { day, optionalDay } from './form-fields.ts'

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
