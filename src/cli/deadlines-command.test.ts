import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { CommanderError } from 'commander'
import { expect, test } from 'vitest'
import { readCalendarFiles } from '../calendar/calendar-files.ts'
import { buildCalendar } from '../calendar/working-calendar.ts'
import { projectRoot } from '../platform/project-root.ts'
import { loadRegulationFiles, regulationFolder } from '../regulations/load-regulation-files.ts'
import { deadlinesCommand } from './deadlines-command.ts'

async function run(...args: string[]) {
  const said = { output: '', errors: '' }
  const into = (part: 'output' | 'errors') =>
    new Writable({
      write(chunk, _encoding, done) {
        said[part] += String(chunk)
        done()
      },
    })
  const command = deadlinesCommand({
    listRegulations: () => loadRegulationFiles(),
    loadCalendar: async () => buildCalendar(await readCalendarFiles(join(projectRoot(), 'calendars'))),
    streams: { output: into('output'), errors: into('errors') },
  })
  try {
    await command.parseAsync(args, { from: 'user' })
    return { ...said, exitCode: 0 }
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { ...said, exitCode: error.exitCode }
  }
}

const catHai = ['--regulation', 'hai-phong-13', '--at', 'conferenceHeld=2025-10-29']

test('--json tells of every deadline when, by which clause and how it was counted', async () => {
  const { output, exitCode } = await run(...catHai, '--at', 'noticeReceived=2025-11-10', '--json')
  const answer = JSON.parse(output)
  const of = (key: string) => answer.deadlines.find((one: { key: string }) => one.key === key)
  expect(exitCode).toBe(0)
  expect(answer.regulation).toEqual({ id: 'hai-phong-13', version: '2025' })
  expect(of('invitation')).toMatchObject({ due: '2025-10-20', strictDue: '2025-10-17', direction: 'before' })
  expect(of('conclusionNotice')).toMatchObject({
    due: '2025-11-12',
    clause: 'Kế hoạch 04/9/2025, mục V.3.a',
    instrument: '13-HD/BTGDVTU',
    instrumentId: 'hai-phong-13',
    anchor: { event: 'conferenceHeld', date: '2025-10-29' },
    amount: 10,
    unit: 'working',
    extended: false,
    movedFrom: null,
    skipped: [
      { date: '2025-11-01', why: 'weekend: thứ Bảy' },
      { date: '2025-11-02', why: 'weekend: Chủ nhật' },
      { date: '2025-11-08', why: 'weekend: thứ Bảy' },
      { date: '2025-11-09', why: 'weekend: Chủ nhật' },
    ],
  })
  expect(of('resultPublication')).toMatchObject({
    due: '2025-11-10',
    movedFrom: '2025-11-08',
    instrument: '72/2025/QH15',
  })
  expect(of('replyLetter').due).toBe('2025-12-01')
  expect(answer.waiting).toEqual([])
})

test('lists no report that was due before the first event given', async () => {
  const dues = async (...at: string[]) => {
    const answer = JSON.parse((await run('--regulation', 'hai-phong-13', ...at, '--json')).output)
    const reports = answer.deadlines.filter((one: { period: string | null }) => one.period !== null)
    return reports.map((one: { due: string }) => one.due)
  }
  const all = await dues('--at', 'conferenceHeld=2025-01-02')
  expect(all.length).toBeGreaterThan(1)
  expect(await dues('--at', 'conferenceHeld=2025-10-29')).toEqual(all.filter((due: string) => due >= '2025-10-29'))
  expect(await dues('--at', 'conferenceHeld=2025-10-29')).not.toEqual(all)
  // the first of several events counts, and a report due on that very day is still to be made
  const [earliest] = all
  expect(await dues('--at', `planIssued=${earliest}`, '--at', 'conferenceHeld=2025-10-29')).toContain(earliest)
})

test('--extended and --complex lengthen what may be lengthened', async () => {
  const extended = await run(...catHai, '--extended', 'conclusionNotice', '--json')
  expect(extended.output).toContain('"due":"2025-11-19"')
  const complex = await run('--regulation', 'lai-chau-06', '--at', 'conferenceHeld=24/4/2025', '--complex', '--json')
  expect(JSON.parse(complex.output).deadlines.find((d: { key: string }) => d.key === 'replyLetter').due).toBe(
    '2025-06-09',
  )
})

test('for people it is a table in Vietnamese, with what still waits for its event', async () => {
  const { output } = await run(...catHai)
  expect(output).toContain('thứ Tư 12/11/2025')
  expect(output).toContain('nhắc từ thứ Sáu 17/10/2025')
  expect(output).toContain('chờ ngày nhận được thông báo kết luận (noticeReceived)')
})

test('a file is taken in place of an id, and answers for its own terms', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'deadlines-command-')), 'quy-che-moi.yaml')
  const shipped = await readFile(join(regulationFolder(), 'hai-phong-13.yaml'), 'utf8')
  await writeFile(file, shipped.replace('id: hai-phong-13', 'id: tinh-moi-1').replace('amount: 10', 'amount: 12'))
  const { output } = await run('--regulation', file, '--at', 'conferenceHeld=2025-10-29', '--json')
  const notice = JSON.parse(output).deadlines.find((one: { key: string }) => one.key === 'conclusionNotice')
  expect(notice).toMatchObject({ due: '2025-11-14', instrumentId: 'tinh-moi-1' })
  await writeFile(file, shipped.replace('amount: 10', 'amount: -1'))
  const bad = await run('--regulation', file, '--at', 'conferenceHeld=2025-10-29')
  expect(bad).toMatchObject({ exitCode: 1, errors: expect.stringContaining('deadlines[2].amount') })
})

test.each([
  [['--regulation', 'hai-phong-13'], 'thiếu mốc tính'],
  [['--at', 'conferenceHeld=2025-10-29'], '--regulation'],
  [['--regulation', 'nowhere', '--at', 'conferenceHeld=2025-10-29'], 'hai-phong-13@2025'],
  [['--regulation', 'hai-phong-13', '--at', 'held=2025-10-29'], 'conferenceHeld, noticeIssued'],
  [['--regulation', 'hai-phong-13', '--at', 'conferenceHeld=2025-02-30'], 'không phải ngày có thật'],
  [['--regulation', 'hai-phong-13', '--at', 'conferenceHeld=2025-10-29=1'], 'không phải ngày có thật'],
  [['--regulation', 'hai-phong-13', '--at', 'toString=2025-10-29'], 'không có mốc'],
  [[...catHai, '--at', 'conferenceHeld=2025-10-30'], 'đã ghi ở trên'],
  [[...catHai, '--extended', 'nothing'], 'invitation, publicNotice, conclusionNotice, replyLetter'],
  [[...catHai, '--extended', 'replyLetter'], 'thời hạn được gia hạn: conclusionNotice'],
  [[...catHai, '--kind', 'yearly'], 'periodic, thematic'],
  [[...catHai, '--authority', 'planet'], 'specialZone'],
])('%j is wrong use: status 2 and what would be right', async (args, why) => {
  const { errors, exitCode, output } = await run(...args)
  expect(exitCode).toBe(2)
  expect(errors).toContain(why)
  expect(output).toBe('')
})
