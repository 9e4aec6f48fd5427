import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCalendarFiles } from '../calendar/calendar-files.ts'
import { buildCalendar, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { parseDay } from '../platform/day.ts'
import { projectRoot } from '../platform/project-root.ts'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import { readRegulation } from '../regulations/read-regulation.ts'
import { findDeadlineRule, findRegulation, type Regulation } from '../regulations/regulation.ts'
import { serializeRegulation } from '../regulations/serialize-regulation.ts'
import { computeAllDeadlines, type DeadlineOptions, listWaitingRules } from './dialogue-deadlines.ts'
import { type Anchors, citeRule, computeDue } from './due-date.ts'

let all: Regulation[]
let calendar: WorkingCalendar

beforeAll(async () => {
  all = await loadRegulationFiles()
  calendar = buildCalendar(await readCalendarFiles(join(projectRoot(), 'calendars')))
})

function anchorsOf(anchors: Record<string, string>): Anchors {
  return Object.fromEntries(Object.entries(anchors).map(([event, date]) => [event, parseDay(date)]))
}

function compute(ref: string, anchors: Record<string, string>, options: DeadlineOptions = {}) {
  const [id, version] = ref.split('@')
  return computeAllDeadlines(findRegulation(all, id!, version)!, all, anchorsOf(anchors), calendar, options)
}

function dues(ref: string, anchors: Record<string, string>, options: DeadlineOptions = {}) {
  return Object.fromEntries(
    compute(ref, anchors, options).map((d) => [d.period?.startsWith('Q') ? `${d.key}:${d.period}` : d.key, d.due]),
  )
}

describe('Cát Hải, conference on 29/10/2025 (counting 13)', () => {
  test('every deadline of the guidance and of the law, by hand', () => {
    expect(dues('hai-phong-13', { conferenceHeld: '2025-10-29', noticeReceived: '2025-11-10' })).toEqual({
      'quarterReport:Q3': '2025-09-12',
      invitation: '2025-10-20',
      publicNotice: '2025-10-20',
      mediaNotice: '2025-10-22',
      resultPublication: '2025-11-10',
      conclusionNotice: '2025-11-12',
      annualReport: '2025-11-14',
      replyLetter: '2025-12-01',
      'quarterReport:Q4': '2025-12-12',
    })
  })

  test('the extended notice, the strict reminder and the move off Saturday 08/11', () => {
    const found = compute('hai-phong-13', { conferenceHeld: '2025-10-29' }, { extended: ['conclusionNotice'] })
    const of = (key: string) => found.find((due) => due.key === key)!
    expect(of('conclusionNotice')).toMatchObject({ due: '2025-11-19', extended: true, amount: 15 })
    expect(of('invitation')).toMatchObject({ due: '2025-10-20', strictDue: '2025-10-17' })
    expect(of('resultPublication')).toMatchObject({
      due: '2025-11-10',
      movedFrom: '2025-11-08',
      instrumentId: 'law-72',
    })
  })

  test('without a receipt the reply waits; with the sending day it counts from it and says so', () => {
    const regulation = findRegulation(all, 'hai-phong-13')!
    const anchors = anchorsOf({ conferenceHeld: '2025-10-29' })
    expect(listWaitingRules(regulation, all, anchors).map(({ rule, event }) => [rule.key, event])).toEqual([
      ['replyLetter', 'noticeReceived'],
    ])
    const sent = compute('hai-phong-13', {
      conferenceHeld: '2025-10-29',
      noticeSent: '2025-11-07',
      noticeIssued: '2025-11-06',
    })
    const reply = sent.find((due) => due.key === 'replyLetter')!
    expect(reply).toMatchObject({ due: '2025-11-28', insteadOf: 'noticeReceived', anchor: { event: 'noticeSent' } })
    expect(reply.explanation).toContain('chưa ghi nhận ngày nhận được thông báo kết luận')
  })

  test('the closing day of an indirect dialogue is the anchor of notice and replies; nothing is due before it', () => {
    const found = dues('hai-phong-13', { collectionClosed: '2025-10-29' }, { withoutReports: true })
    expect(found).toEqual({ conclusionNotice: '2025-11-12' })
  })

  test('an ad hoc dialogue keeps notice and replies and skips the lead time of the invitation', () => {
    const found = dues('hai-phong-13', { conferenceHeld: '2025-10-29' }, { kind: 'adHoc', withoutReports: true })
    expect(Object.keys(found).sort()).toEqual(['conclusionNotice', 'mediaNotice', 'resultPublication'])
  })
})

describe('the worked examples of counting, through the regulations', () => {
  const rows: [string, string, string, string, string, string, string][] = [
    ['2025-04-24', '2025-04-15', '2025-05-05', '2025-05-12', '2025-05-19', '2025-06-09', '2025-05-05'],
    ['2026-08-20', '2026-08-11', '2026-08-26', '2026-09-07', '2026-09-14', '2026-10-05', '2026-09-03'],
    ['2026-11-20', '2026-11-11', '2026-11-30', '2026-12-07', '2026-12-14', '2027-01-05', '2026-11-30'],
  ]
  test.each(rows)('a conference on %s', (held, invite, five, ten, fifteen, thirty, result) => {
    const laiChau = dues('lai-chau-06', { conferenceHeld: held }, { withoutReports: true })
    expect(laiChau).toMatchObject({ invitation: invite, internalReview: five, replyLetter: fifteen })
    expect(dues('lai-chau-06', { conferenceHeld: held }, { complex: true })['replyLetter']).toBe(thirty)
    const haiPhong = dues('hai-phong-13', { conferenceHeld: held }, { withoutReports: true })
    expect(haiPhong).toMatchObject({ invitation: invite, conclusionNotice: ten })
    const law = findRegulation(all, 'law-72')!
    const rule = citeRule(law, findDeadlineRule(law, 'resultPublication')!)
    expect(computeDue(rule, anchorsOf({ conferenceHeld: held }), calendar)?.due).toBe(result)
  })

  test('a date that crosses into 2027 is provisional, and only that one', () => {
    const found = compute('lai-chau-06', { conferenceHeld: '2026-11-20' }, { complex: true, withoutReports: true })
    expect(found.filter((due) => due.provisional).map((due) => [due.key, due.due])).toEqual([
      ['replyLetter', '2027-01-05'],
    ])
    expect(found.at(-1)?.explanation).toContain('tạm tính')
  })

  test('the loudspeaker notice of Hoằng Phú counts seven calendar days back and never moves', () => {
    expect(dues('thanh-hoa-2543', { conferenceHeld: '2023-05-27' })).toEqual({ loudspeaker: '2023-05-20' })
  })
})

describe('reports “trước ngày” (counting 6 and 7)', () => {
  test('before 15/11/2025, 10/6/2023 and 20/11/2023: the last good day before', () => {
    expect(dues('hai-phong-13', { conferenceHeld: '2025-10-29' })['annualReport']).toBe('2025-11-14')
    expect(dues('son-la-12@2023', { conferenceHeld: '2023-03-01' })).toEqual({
      sixMonthReport: '2023-06-09',
      annualReport: '2023-11-17',
    })
  })

  test('Sơn La 2021 stands outside the official table: provisional', () => {
    const found = compute('son-la-12@2021', { conferenceHeld: '2021-03-01' })
    expect(found.map((due) => [due.key, due.due, due.provisional])).toEqual([
      ['sixMonthReport', '2021-06-09', true],
      ['annualReport', '2021-11-19', true],
    ])
  })

  test('the annual report precedes that of the fourth quarter, and figures count to the last good day', () => {
    const found = compute('hai-phong-13', { conferenceHeld: '2026-10-29' }).filter((due) => due.period)
    expect(found.map((due) => [due.period, due.due, due.cutoff])).toEqual([
      ['Q1', '2026-03-13', '2026-03-13'],
      ['Q2', '2026-06-12', '2026-06-12'],
      ['Q3', '2026-09-14', '2026-09-14'],
      ['year', '2026-11-13', '2026-11-13'],
      ['Q4', '2026-12-14', '2026-12-14'],
    ])
  })
})

describe('the law lies over commune-level units from 16/6/2025', () => {
  const lawKeys = (ref: string, held: string, options: DeadlineOptions = {}) =>
    compute(ref, { conferenceHeld: held }, options).filter((due) => due.instrumentId === 'law-72').length

  test('not before, not over a former district or a provincial office, but over communes, wards and special zones', () => {
    expect(lawKeys('thanh-hoa-2543', '2025-06-13')).toBe(0)
    expect(lawKeys('thanh-hoa-2543', '2025-06-16')).toBe(2)
    expect(lawKeys('son-la-12@2023', '2025-10-29')).toBe(0)
    expect(lawKeys('lai-chau-06', '2025-10-29', { authorityKinds: ['formerDistrict'] })).toBe(0)
    expect(lawKeys('lai-chau-06', '2025-10-29', { authorityKinds: ['commune'] })).toBe(2)
  })
})

test('the strict reading as a setting makes the earlier day the due date, without a reminder of its own', () => {
  const shipped = findRegulation(all, 'hai-phong-13')!
  const strict = { ...shipped, reading: { ...shipped.reading, backwardReading: 'strict' as const } }
  const read = readRegulation(serializeRegulation(strict), 'strict.yaml').regulation!
  const found = computeAllDeadlines(read, [], anchorsOf({ conferenceHeld: '2025-10-29' }), calendar)
  const invitation = found.find((due) => due.key === 'invitation')!
  expect(invitation.due).toBe('2025-10-17')
  expect(invitation.strictDue).toBeUndefined()
})

test('the explanation tells start, days passed over, result and clause', () => {
  const notice = compute('hai-phong-13', { conferenceHeld: '2025-04-24' }).find(
    (due) => due.key === 'conclusionNotice',
  )!
  for (const part of [
    'Chậm nhất thứ Hai 12/05/2025: 10 ngày làm việc sau ngày tổ chức hội nghị đối thoại thứ Năm 24/04/2025',
    'ngày này không tính, đếm từ thứ Sáu 25/04/2025',
    'không tính 8 ngày nghỉ: Chủ nhật 27/04/2025, thứ Tư 30/04/2025 (',
    'thứ Sáu 02/05/2025',
    '6150/TB-BLĐTBXH',
    'Chủ nhật 11/05/2025; căn cứ 13-HD/BTGDVTU, Kế hoạch 04/9/2025, mục V.3.a.',
  ])
    expect(notice.explanation).toContain(part)
  expect(notice.explanation).not.toContain('26/04/2025')
})

test('Quy định 11-QĐi/TW, imported, lays a third clock over the petition', async () => {
  const { readFile } = await import('node:fs/promises')
  const file = join(projectRoot(), 'samples/regulations/quy-dinh-11.yaml')
  const overlay = readRegulation(await readFile(file, 'utf8'), file).regulation!
  const anchors = anchorsOf({ petitionReceived: '2026-08-20' })
  const found = computeAllDeadlines(findRegulation(all, 'hai-phong-13')!, [...all, overlay], anchors, calendar, {
    withoutReports: true,
  })
  expect(found.map((due) => [due.key, due.due, due.instrument])).toEqual([
    ['petitionAcknowledgement', '2026-09-07', '11-QĐi/TW'],
  ])
})
