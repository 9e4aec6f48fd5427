import { describe, expect, it } from 'vitest'
import type { Day } from '../platform/day.ts'
import { shippedCalendarYears } from './calendar-files.ts'
import { editYearTable, writeYearTable } from './edit-year-table.ts'
import { proposeYear } from './propose-year.ts'
import { parseCalendarYear, readCalendarYear } from './read-calendar-year.ts'

const nothing = { remove: [], add: [], provisional: true, notice: null }

describe('single days of a year', () => {
  it('reads back every shipped year from its text', async () => {
    for (const year of await shippedCalendarYears()) expect(parseCalendarYear(writeYearTable(year)).year).toEqual(year)
  })

  it('puts in a swap with its Saturday, in order of date', () => {
    const edited = editYearTable(proposeYear(2027), {
      ...nothing,
      add: [
        { date: '2027-01-09' as Day, kind: 'workedSaturday', name: '', for: '2027-01-04' as Day, notice: null },
        { date: '2027-01-04' as Day, kind: 'swap', name: 'Hoán đổi', for: '2027-01-09' as Day, notice: null },
      ],
    })
    const { year, problems } = readCalendarYear(edited)
    expect(problems).toEqual([])
    expect(year!.daysOff.map((row) => row.date).slice(0, 2)).toEqual(['2027-01-01', '2027-01-04'])
    expect(year!.workedSaturdays).toEqual([{ date: '2027-01-09', for: '2027-01-04', notice: null }])
  })

  it('leaves a swap without its Saturday to be found by the check', () => {
    const edited = editYearTable(proposeYear(2027), {
      ...nothing,
      add: [{ date: '2027-01-04' as Day, kind: 'swap', name: 'Hoán đổi', for: '2027-01-09' as Day, notice: null }],
    })
    expect(readCalendarYear(edited).problems[0]?.why).toContain('không có trong workedSaturdays')
  })

  it('takes days out, and replaces a day and a notice of the same number', () => {
    const table = proposeYear(2027)
    const first = table.daysOff[0]!
    expect(editYearTable(table, { ...nothing, remove: [first.date] }).daysOff).toEqual(table.daysOff.slice(1))
    const notice = { number: '1/TB-BNV', date: null, about: 'Nghỉ lễ' }
    const renamed = editYearTable(
      { ...table, notices: [{ ...notice, about: 'cũ' }] },
      { ...nothing, provisional: false, notice, add: [{ ...first, name: 'Năm mới', notice: '1/TB-BNV' }] },
    )
    expect(renamed.notices).toEqual([notice])
    expect(renamed.daysOff[0]).toMatchObject({ date: first.date, name: 'Năm mới' })
    expect(renamed.daysOff).toHaveLength(table.daysOff.length)
  })
})
