import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { weekdayOf, yearOf } from '../platform/day.ts'
import { projectRoot } from '../platform/project-root.ts'
import { CalendarFileError, readCalendarFiles } from './calendar-files.ts'
import { parseCalendarYear, readCalendarYear } from './read-calendar-year.ts'

const folder = join(projectRoot(), 'calendars')
const years = await readCalendarFiles(folder)

describe('the year files that come with the program', () => {
  test('all load, one per year from 2023 to 2027', async () => {
    expect(years.map((year) => `${year.year}.yaml`)).toEqual((await readdir(folder)).sort())
    expect(years.map((year) => year.year)).toEqual([2023, 2024, 2025, 2026, 2027])
    expect(years.filter((year) => year.provisional).map((year) => year.year)).toEqual([2027])
  })

  test.each(years)(
    '$year: rows are weekdays of the year, worked days are Saturdays, each swap has its Saturday',
    (year) => {
      for (const row of year.daysOff) {
        expect(yearOf(row.date)).toBe(year.year)
        expect([1, 2, 3, 4, 5]).toContain(weekdayOf(row.date))
        if (row.kind === 'compensation') expect([0, 6]).toContain(weekdayOf(row.for!))
      }
      expect(year.workedSaturdays.every((row) => weekdayOf(row.date) === 6)).toBe(true)
      expect(year.workedSaturdays.map((row) => [row.for, row.date])).toEqual(
        year.daysOff.filter((row) => row.kind === 'swap').map((row) => [row.date, row.for]),
      )
    },
  )

  test('read back equal after being written as YAML or JSON', () => {
    for (const year of years) {
      expect(parseCalendarYear(stringify(year)).year).toEqual(year)
      expect(parseCalendarYear(JSON.stringify(year)).year).toEqual(year)
    }
  })
})

describe('a wrong year file is refused, saying which field and why', () => {
  const good = years.find((year) => year.year === 2025)!
  const withRow = (index: number, change: object) => ({
    ...good,
    daysOff: good.daysOff.map((row, at) => (at === index ? { ...row, ...change } : row)),
  })

  test.each([
    ['a day that does not exist', withRow(0, { date: '2025-02-30' }), 'daysOff[0].date', /không phải ngày có thật/],
    ['another year', withRow(0, { date: '2024-01-01' }), 'daysOff[0].date', /không thuộc năm 2025/],
    ['a row on a Sunday', withRow(0, { date: '2025-01-05' }), 'daysOff[0].date', /Chủ nhật 05\/01\/2025/],
    ['an unknown kind', withRow(1, { kind: 'party' }), 'daysOff[1].kind', /holiday, swap, compensation/],
    ['no name', withRow(1, { name: '  ' }), 'daysOff[1].name', /không được để trống/],
    ['a missing name', withRow(1, { name: undefined }), 'daysOff[1].name', /thiếu/],
    ['a number for a name', withRow(1, { name: 5 }), 'daysOff[1].name', /phải là chữ/],
    ['an unknown field', withRow(1, { note: 'x' }), 'daysOff[1]', /mục không biết: note/],
    ['an unknown notice', withRow(2, { notice: '1/TB' }), 'daysOff[2].notice', /1\/TB không có/],
    ['no notice in an official year', withRow(2, { notice: null }), 'daysOff[2].notice', /thiếu số thông báo/],
    ['the same day twice', withRow(1, { date: '2025-01-01' }), 'daysOff[1].date', /đã ghi ở trên/],
    ['a compensation without its holiday', withRow(6, { kind: 'compensation' }), 'daysOff[6].for', /thiếu/],
    [
      'a compensation for a weekday',
      withRow(6, { kind: 'compensation', for: '2025-04-04' }),
      'daysOff[6].for',
      /không trùng ngày nghỉ hằng tuần/,
    ],
    [
      'a compensation before its holiday',
      withRow(6, { kind: 'compensation', for: '2025-04-12' }),
      'daysOff[6].for',
      /phải sau ngày lễ/,
    ],
    ['a holiday with `for`', withRow(0, { for: '2025-01-04' }), 'daysOff[0].for', /chỉ dùng cho/],
    [
      'a swap whose Saturday is not worked',
      { ...good, workedSaturdays: [] },
      'daysOff[9].for',
      /26\/04\/2025 không có/,
    ],
    [
      'a worked Saturday without its swap',
      { ...good, daysOff: good.daysOff.filter((row) => row.kind !== 'swap') },
      'workedSaturdays[0].for',
      /không có trong daysOff/,
    ],
    [
      'a worked Friday',
      { ...good, workedSaturdays: [{ ...good.workedSaturdays[0], date: '2025-04-25' }] },
      'workedSaturdays[0].date',
      /thứ Sáu 25\/04\/2025 không phải thứ Bảy/,
    ],
    ['no notices though official', { ...good, notices: [] }, 'notices', /ít nhất một thông báo/],
    ['the same notice twice', { ...good, notices: [...good.notices, ...good.notices] }, 'notices[1].number', /đã ghi/],
    ['a year of text', { ...good, year: 'hai nghìn' }, 'year', /số nguyên/],
    ['a list instead of a year', [], '(cả tệp)', /nhóm các mục/],
    ['nothing', null, '(cả tệp)', /nhóm các mục/],
  ])('%s', (_, value, field, why) => {
    const { year, problems } = readCalendarYear(value)
    expect(year).toBeNull()
    expect(problems).toContainEqual({ field, why: expect.stringMatching(why) })
  })

  test('broken YAML names the line', () => {
    expect(parseCalendarYear('year: 2025\nnotices: [').problems[0]).toMatchObject({
      field: expect.stringMatching(/^dòng/),
    })
  })

  test('a swap may be made up for in the year before or after', () => {
    const swap = { date: '2025-12-31', kind: 'swap', name: 'Hoán đổi', for: '2026-01-10', notice: '6150/TB-BLĐTBXH' }
    expect(readCalendarYear({ ...good, daysOff: [...good.daysOff, swap] }).problems).toEqual([])
  })
})

describe('a folder with a wrong file', () => {
  let bad: string
  beforeAll(async () => {
    bad = await mkdtemp(join(tmpdir(), 'calendars-'))
  })
  afterAll(() => rm(bad, { recursive: true }))

  test('is refused by file, field and reason', async () => {
    const text = await readFile(join(folder, '2025.yaml'), 'utf8')
    await writeFile(join(bad, '2025.yaml'), text.replace('date: 2025-01-01', 'date: 2025-01-32'))
    const reading = readCalendarFiles(bad)
    await expect(reading).rejects.toThrow(CalendarFileError)
    await expect(reading).rejects.toThrow(/^2025\.yaml: daysOff\[0\]\.date: không phải ngày có thật/)
    await rm(join(bad, '2025.yaml'))
    await writeFile(join(bad, '2024.yaml'), text)
    await expect(readCalendarFiles(bad)).rejects.toThrow('2024.yaml: year: phải trùng tên tệp')
  })
})
