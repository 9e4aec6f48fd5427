import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formSerial, readSerial, SERIAL_LENGTH } from './form-serial.ts'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ids = fc.integer({ min: 1, max: 2 ** 25 - 1 })
const bare = (id: number) => formSerial(id).replace('-', '')

it('a serial leads back to its sheet, however it was typed or scanned', () => {
  fc.assert(
    fc.property(ids, (id) => {
      const serial = formSerial(id)
      expect(serial).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$/)
      const typed = [
        serial,
        ` ${serial.toLowerCase().replace('-', ' ')} `,
        `https://doithoai.example.vn/phieu-giay/${serial}`,
        serial.replaceAll('0', 'o').replaceAll('1', 'l'),
      ]
      for (const one of typed) expect(readSerial(one)).toEqual({ is: 'serial', id, serial })
    }),
  )
  // neighbours in a pile do not look alike
  expect(new Set(Array.from({ length: 2000 }, (_, at) => formSerial(at + 1))).size).toBe(2000)
  expect(() => formSerial(2 ** 25)).toThrow(RangeError)
})

it('one wrong letter is noticed, found, and the right one known', () => {
  const place = fc.integer({ min: 0, max: SERIAL_LENGTH - 1 })
  fc.assert(
    fc.property(ids, place, fc.constantFrom(...LETTERS), (id, at, letter) => {
      const right = bare(id)
      fc.pre(right[at] !== letter)
      const wrong = right.slice(0, at) + letter + right.slice(at + 1)
      expect(readSerial(wrong)).toMatchObject({ is: 'miskeyed', at: [at + 1], meant: [formSerial(id)] })
    }),
  )
})

it('two neighbours in the wrong order are noticed, and the right order is among what may be meant', () => {
  fc.assert(
    fc.property(ids, fc.integer({ min: 0, max: SERIAL_LENGTH - 2 }), (id, at) => {
      const right = bare(id)
      fc.pre(right[at] !== right[at + 1])
      const wrong = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2)
      const read = readSerial(wrong)
      expect(read.is === 'miskeyed' && read.meant).toContain(formSerial(id))
    }),
  )
})

it('what is no serial is told apart: too short, too long, a letter that no serial has', () => {
  expect(readSerial('')).toEqual({ is: 'length', length: 0 })
  expect(readSerial('K7Q')).toEqual({ is: 'length', length: 3 })
  expect(readSerial('K7QF-9MX2')).toEqual({ is: 'length', length: 8 })
  expect(readSerial('K7QU-9MX')).toEqual({ is: 'letter', at: 4, letter: 'U' })
})
