import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { CommanderError } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCalendarFiles } from '../calendar/calendar-files.ts'
import { buildCalendar } from '../calendar/working-calendar.ts'
import { projectRoot } from '../platform/project-root.ts'
import { calendarCommand } from './calendar-command.ts'

const folder = join(projectRoot(), 'calendars')
const calendar = buildCalendar(await readCalendarFiles(folder))

function collector() {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      done()
    },
  })
  return { stream, text: () => text }
}

/** Runs the command in this process as `doi-thoai calendar …` would. */
async function run(words: string[], stdin: string | Buffer[] = '') {
  const output = collector()
  const errors = collector()
  const input = Readable.from(typeof stdin === 'string' ? [Buffer.from(stdin)] : stdin)
  const command = calendarCommand(async () => calendar, { input, output: output.stream, errors: errors.stream })
  let status = 0
  try {
    await command.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    status = error.exitCode
  }
  return { status, out: output.text(), err: errors.text() }
}

describe('calendar add', () => {
  test('answers JSON: the date, what was skipped and why, provisional or not', async () => {
    const { status, out } = await run(['add', '2025-10-29', '15', '--json'])
    expect(status).toBe(0)
    expect(out).toBe(
      `${JSON.stringify({
        date: '2025-11-19',
        skipped: [
          { date: '2025-11-01', why: 'weekend: thứ Bảy' },
          { date: '2025-11-02', why: 'weekend: Chủ nhật' },
          { date: '2025-11-08', why: 'weekend: thứ Bảy' },
          { date: '2025-11-09', why: 'weekend: Chủ nhật' },
          { date: '2025-11-15', why: 'weekend: thứ Bảy' },
          { date: '2025-11-16', why: 'weekend: Chủ nhật' },
        ],
        provisional: false,
      })}\n`,
    )
  })

  test('gives kind, name and notice as the reason', async () => {
    const skipped = async (...words: string[]) =>
      JSON.parse((await run(['add', ...words, '--json'])).out).skipped.map((day: { why: string }) => day.why)
    expect(await skipped('2025-08-29', '1')).toContain('holiday: Quốc khánh (6150/TB-BLĐTBXH)')
    expect(await skipped('2026-04-26', '1')).toEqual(['compensation: Nghỉ bù Giỗ Tổ Hùng Vương (9441/TB-BNV)'])
    expect(await skipped('2026-08-28', '1')).toContain('swap: Hoán đổi, làm bù thứ Bảy 22/8 (9441/TB-BNV)')
    expect(await skipped('2026-12-31', '1')).toContain('holiday: Tết Dương lịch')
  })

  test('counts back with a negative number, before or after the options', async () => {
    expect(JSON.parse((await run(['add', '2025-10-29', '-7', '--json'])).out).date).toBe('2025-10-20')
    expect(JSON.parse((await run(['add', '--json', '2025-10-29', '-7'])).out).date).toBe('2025-10-20')
  })

  test('counts plain days with --unit calendar, which do not move off a day off', async () => {
    const { out } = await run(['add', '2025-10-29', '10', '--unit', 'calendar', '--json'])
    expect(JSON.parse(out)).toEqual({ date: '2025-11-08', skipped: [], provisional: false })
  })

  test('tells a person weekday, reasons, worked Saturdays and what is provisional', async () => {
    const { out } = await run(['add', '24/4/2025', '5'])
    expect(out).toBe(
      [
        'Kết quả: thứ Hai 05/05/2025',
        'Từ thứ Năm 24/04/2025 (ngày này không tính), đếm tới 5 ngày làm việc.',
        'Không tính 6 ngày nghỉ:',
        '  Chủ nhật 27/04/2025 – nghỉ hằng tuần',
        '  thứ Tư 30/04/2025 – nghỉ lễ, tết: Ngày Chiến thắng (6150/TB-BLĐTBXH)',
        '  thứ Năm 01/05/2025 – nghỉ lễ, tết: Ngày Quốc tế lao động (6150/TB-BLĐTBXH)',
        '  thứ Sáu 02/05/2025 – Hoán đổi, làm bù thứ Bảy 26/4 (6150/TB-BLĐTBXH)',
        '  thứ Bảy 03/05/2025 – nghỉ hằng tuần',
        '  Chủ nhật 04/05/2025 – nghỉ hằng tuần',
        'Có tính ngày làm bù: thứ Bảy 26/04/2025.',
        '',
      ].join('\n'),
    )
    const late = await run(['add', '2026-11-20', '30'])
    expect(late.out).toContain('TẠM TÍNH')
    expect(late.out).toContain('Lịch chính thức đến hết 31/12/2026.')
  })

  test.each([
    [['add', '2025-02-30', '5'], /^DATE: “2025-02-30” không phải ngày có thật/],
    [['add', '2025-02-28', 'năm'], /^N: “năm” không phải số nguyên/],
    [['add', '2025-02-28', '1.5'], /^N: /],
    [['add', '2025-02-28', '999999999999'], /^N: .*quá lớn/],
    [['add', '0001-02-28', '-7'], /^DATE: .*1900/],
    [['add', '2025-02-28', '5', '--unit', 'hours'], /^UNIT: “hours” không có, chỉ có working, calendar/],
    [['add', '2025-02-28'], /^N: thiếu/],
    [['add'], /^DATE: thiếu/],
    [['add', '2025-02-28', '5', '6'], /too many arguments/],
    [['add', '2025-02-28', '5', '--jsn'], /unknown option/],
    [['add', '2025-02-28', '5', '--stdin'], /^DATE: không dùng cùng với --stdin/],
    [['add', '--stdin', '--unit', 'x'], /^UNIT: /],
    [['show', 'nay'], /^YEAR: “nay”/],
    [['show'], /missing required argument/],
    [['check', '/nowhere/2025.yaml'], /^FILE: không đọc được \/nowhere\/2025\.yaml \(ENOENT\)/],
    [['none'], /unknown command/],
  ])('%j is wrong use: status 2, nothing on the output, the field and why among the errors', async (words, why) => {
    const { status, out, err } = await run(words)
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(why)
  })

  test('--help is no error', async () => {
    const { status, out } = await run(['add', '--help'])
    expect(status).toBe(0)
    expect(out).toContain('--stdin')
  })
})

describe('calendar add --stdin', () => {
  test('answers every line in its place, a bad one with its number and why', async () => {
    const lines = [
      '2025-10-29 15',
      '2025-10-29 -7 working',
      'bad',
      '',
      '2025-10-29 10 calendar',
      '2025-10-29 1 x',
      '2025-10-29 1 working 2',
    ]
    const { status, out, err } = await run(['add', '--stdin'], lines.join('\r\n'))
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map((answer) => answer.date ?? answer.line)).toEqual([
      '2025-11-19',
      '2025-10-20',
      3,
      4,
      '2025-11-08',
      6,
      7,
    ])
    expect(answers[2].error).toMatch(/^DATE: “bad”/)
    expect(answers[5].error).toMatch(/^UNIT: “x”/)
    expect(answers[6].error).toMatch(/thừa “2”/)
    expect(status).toBe(1)
    expect(err).toContain('4 dòng sai')
  })

  test('reads lines cut anywhere between two chunks, inside a letter too', async () => {
    const bytes = Buffer.from('2025-10-29 15\n2025-10-29 bảy\n2025-10-29 5\n')
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const { out } = await run(['add', '--stdin'], [bytes.subarray(0, cut), bytes.subarray(cut)])
      const answers = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(answers).toHaveLength(3)
      expect(answers[1]).toEqual({ line: 2, error: 'N: “bảy” không phải số nguyên, ví dụ 15 hoặc -7' })
      expect(answers[2].date).toBe('2025-11-05')
    }
  })

  test('answers a line before the next one is sent', async () => {
    const input = new PassThrough()
    const output = new PassThrough({ encoding: 'utf8' })
    const done = calendarCommand(async () => calendar, { input, output, errors: output }).parseAsync(
      ['add', '--stdin'],
      { from: 'user' },
    )
    for (const [asked, date] of [
      ['2025-10-29 15\n', '2025-11-19'],
      ['2025-10-29 10\n', '2025-11-12'],
    ]) {
      const answered = new Promise<string>((resolve) => output.once('data', resolve))
      input.write(asked)
      expect(JSON.parse(await answered).date).toBe(date)
    }
    input.end()
    await done
  })

  test('answers 100,000 lines', async () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, index) => `20${23 + (index % 4)}-0${1 + (index % 9)}-15 ${index % 31}\n`,
    )
    const { status, out } = await run(['add', '--stdin'], lines.join(''))
    expect(status).toBe(0)
    expect(out.trimEnd().split('\n')).toHaveLength(100_000)
  })
})

describe('calendar show', () => {
  test('lists the days off and worked Saturdays of a year', async () => {
    const { out } = await run(['show', '2026', '--json'])
    const table = JSON.parse(out)
    expect(table).toMatchObject({ year: 2026, provisional: false, workedSaturdays: ['2026-01-10', '2026-08-22'] })
    expect(table.daysOff).toHaveLength(14)
    expect((await run(['show', '2026'])).out).toContain('Làm bù: thứ Bảy 10/01/2026, thứ Bảy 22/08/2026')
    expect((await run(['show', '2027'])).out).toContain('Năm 2027 (TẠM TÍNH, chưa có thông báo)')
  })
})

describe('calendar check', () => {
  let own: string
  beforeAll(async () => {
    own = await mkdtemp(join(tmpdir(), 'calendar-check-'))
  })
  afterAll(() => rm(own, { recursive: true }))

  test('passes the files that come with the program', async () => {
    expect(await run(['check', join(folder, '2026.yaml')])).toMatchObject({ status: 0, err: '' })
  })

  test('names file, field and reason of what is wrong, status 1', async () => {
    const file = join(own, '2028.yaml')
    await writeFile(
      file,
      'year: 2028\nprovisional: true\nnotices: []\nworkedSaturdays: []\ndaysOff: [{ date: 2028-01-01, kind: holiday, name: Tết }]',
    )
    const { status, err } = await run(['check', file])
    expect(status).toBe(1)
    expect(err).toMatch(/2028\.yaml: daysOff\[0\]\.date: thứ Bảy 01\/01\/2028 vốn là ngày nghỉ hằng tuần/)
    const json = JSON.parse((await run(['check', file, '--json'])).out)
    expect(json.problems[0].field).toBe('daysOff[0].date')
  })
})
