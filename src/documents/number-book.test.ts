import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDay } from '../platform/day.ts'
import {
  chooseBook,
  firstNumberOf,
  type NumberBook,
  overlapOf,
  periodOf,
  readTypedNumber,
  writeNumber,
} from './number-book.ts'

const book = (more: Partial<NumberBook>): NumberBook => ({
  id: 1,
  name: 'Sổ',
  issuerAgencyId: 1,
  paperKinds: [],
  mode: 'ours',
  period: 'year',
  termFrom: null,
  termTo: null,
  pattern: '{n}/{kind}-UBND',
  firstNumber: 1,
  fromDay: parseDay('2025-01-01'),
  toDay: null,
  version: 1,
  ...more,
})

test('state numbers: slash before the type, a zero under 10, letters without type', () => {
  expect(writeNumber('{n}/{kind}-UBND', 5, '', 'conclusionNotice')).toBe('05/TB-UBND')
  expect(writeNumber('{n}/{kind}-UBND', 12, '', 'replyLetter')).toBe('12/UBND')
  expect(writeNumber('{n}/TB-UBND', 112, 'a', 'conclusionNotice')).toBe('112a/TB-UBND')
})

test('party numbers: hyphen before the type, slash before the body', () => {
  expect(writeNumber('{n}-{kind}/ĐU', 5, '', 'annualPlan')).toBe('05-KH/ĐU')
  expect(writeNumber('{n}-{kind}/VPĐU', 3, '', 'taskAssignment')).toBe('03-CV/VPĐU')
  // drawn from data its wording says THÔNG BÁO, TỜ TRÌNH; typed ones are often letters
  expect(writeNumber('{n}-{kind}/VPĐU', 3, '', 'taskAssignment', '')).toBe('03-TB/VPĐU')
  expect(writeNumber('{n}/{kind}-VP', 4, '', 'timePlaceNotice', '')).toBe('04/TTr-VP')
  expect(writeNumber('{n}/{kind}-VP', 4, '', 'timePlaceNotice', 'decided')).toBe('04/TB-VP')
})

test('a number given elsewhere is read with or without its symbol', () => {
  expect(readTypedNumber('12')).toEqual({ number: 12, suffix: '' })
  expect(readTypedNumber(' 05 ')).toEqual({ number: 5, suffix: '' })
  expect(readTypedNumber('12A/TB-UBND')).toEqual({ number: 12, suffix: 'a' })
  expect(readTypedNumber('7-KH/ĐU')).toEqual({ number: 7, suffix: '' })
  for (const wrong of ['', '0', 'TB', '-1', '12 34', '1.5', '12abc', '12đ']) expect(readTypedNumber(wrong)).toBeNull()
})

test('what is written is read back the same', () => {
  const suffix = fc.constantFrom('', 'a', 'b', 'bs')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), suffix, (number, letters) => {
      expect(readTypedNumber(writeNumber('{n}-{kind}/ĐU', number, letters, 'minutes'))).toEqual({
        number,
        suffix: letters,
      })
    }),
  )
})

test('state books count by the year, party books by the term of office', () => {
  expect(periodOf(book({}), parseDay('2025-12-31'))).toBe('2025')
  const term = book({ period: 'term', termFrom: parseDay('2025-07-01'), termTo: parseDay('2030-06-30') })
  expect(periodOf(term, parseDay('2027-03-02'))).toBe('2025-07-01')
  expect(periodOf(term, parseDay('2025-06-30'))).toBeNull()
  expect(periodOf(term, parseDay('2030-07-01'))).toBeNull()
  expect(periodOf(book({ toDay: parseDay('2025-06-30') }), parseDay('2025-07-01'))).toBeNull()
})

test('the book of the next term begins where the last one ends, whether somebody closed that or not', () => {
  const of = (from: string, to: string) =>
    book({
      ...{ period: 'term', termFrom: parseDay(from), termTo: parseDay(to), fromDay: parseDay(from) },
      pattern: '{n}-{kind}/ĐU',
    })
  const [last, next] = [of('2025-07-01', '2030-06-30'), of('2030-07-01', '2035-06-30')]
  expect(overlapOf(last, next)).toEqual([])
  expect(overlapOf(last, of('2030-06-30', '2035-06-30'))).toEqual(['*'])
  for (const [day, found] of [
    ['2030-06-30', last],
    ['2030-07-01', next],
  ] as const)
    expect(chooseBook([last, next], 'annualPlan', parseDay(day))).toBe(found)
  expect(firstNumberOf(next, periodOf(next, parseDay('2031-01-01'))!)).toBe(1)
})

test('a book taken over in the middle of a year goes on from there, and begins at 1 the next', () => {
  const taken = book({ firstNumber: 38, fromDay: parseDay('2025-07-01') })
  expect(firstNumberOf(taken, '2025')).toBe(38)
  expect(firstNumberOf(taken, '2026')).toBe(1)
})

test('a book that names the kind comes before the one for all others', () => {
  const all = book({ id: 1 })
  const notices = book({ id: 2, paperKinds: ['conclusionNotice'] })
  const day = parseDay('2025-11-10')
  expect(chooseBook([all, notices], 'conclusionNotice', day)?.id).toBe(2)
  expect(chooseBook([all, notices], 'annualPlan', day)?.id).toBe(1)
  expect(chooseBook([notices], 'annualPlan', day)).toBeNull()
  expect(chooseBook([all], 'annualPlan', parseDay('2024-12-31'))).toBeNull()
})
