import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DocumentHouse, openDocumentHouse } from '../../tests/support/document-house.ts'
import { insertAuthority } from '../agencies/authority-store.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { performChange } from '../changes/perform-change.ts'
import { findDeadlines } from '../deadlines/deadline-store.ts'
import type { Day } from '../platform/day.ts'
import { NotFound, NotPermitted } from '../platform/errors.ts'
import { listRegulationVersions } from '../regulations/regulation-store.ts'
import { quarterReportedAt, readReportSubject, reportSubjectId } from '../regulations/report-period.ts'
import { isLate } from '../reporting/aggregate.ts'
import { listMissingReports, listReportsBelow } from '../reporting/aggregate-store.ts'
import { getReport } from '../reporting/report-store.ts'
import { countFigures } from '../reports/figure-store.ts'
import { beginReport } from './begin-report.ts'
import { draftReport, recordSentReport } from './hand-in-report.ts'
import { keepReportDeadlines, openReportYear } from './open-report-deadlines.ts'
import { approvePaperChange, issuePaperChange, voidPaperChange } from './paper-changes.ts'
import { listReportDuties } from './report-duties.ts'
import { sendPaperChange } from './send-paper-changes.ts'
import { returnReport, submitReport } from './submit-report.ts'

const TODAY = '2025-11-10' as Day
const ANNUAL = reportSubjectId(2025, 'year')

describe('a period of reporting', () => {
  it('has one number, which leads back to it', () => {
    expect(reportSubjectId(2025, 'Q1')).toBe(20251)
    expect(ANNUAL).toBe(20256)
    expect(readReportSubject(20256)).toEqual({ year: 2025, period: 'year' })
    expect(readReportSubject(20250)).toBeNull()
    expect(readReportSubject(20257)).toBeNull()
    expect(readReportSubject(6)).toBeNull()
  })

  it('is asked for from the month on in which its reports are due, until the next one is', () => {
    const asked = (day: string) => quarterReportedAt(day as Day)
    expect(asked('2025-02-28')).toBe(20244)
    expect(asked('2025-03-01')).toBe(20251)
    expect([asked('2025-09-01'), asked('2025-11-30')]).toEqual([20253, 20253])
    expect([asked('2025-12-01'), asked('2026-01-01')]).toEqual([20254, 20254])
  })
})

describe('reports owed upward', () => {
  let house: DocumentHouse
  beforeAll(async () => {
    house = await openDocumentHouse()
    const values = {
      authorityId: house.authorityId,
      regulationVersionId: house.regulationVersionId,
      fromDay: '2025-08-06' as Day,
    }
    await house.db.insertInto('authorityRegulation').values(values).execute()
  })
  afterAll(async () => house.close())

  const deadlines = async () => {
    const rows = await house.db
      .selectFrom('deadline')
      .select(['subjectId', 'key', 'dueOn', 'state', 'metOn'])
      .where('authorityId', '=', house.authorityId)
      .where('subjectKind', '=', 'report')
      .orderBy('dueOn')
      .execute()
    return rows.map((row) => `${row.subjectId} ${row.key} ${row.dueOn} ${row.state}${row.metOn ? ` ${row.metOn}` : ''}`)
  }

  it('are due on the last working day before the fixed date; figures run from cut-off to cut-off', async () => {
    const told = async (year: number) =>
      (await listReportDuties(house.db, house.authorityId, year, TODAY)).map(
        (duty) => `${duty.period} ${duty.due.due} ${duty.from}–${duty.to}`,
      )
    // 15/9 and 15/12/2025 are Mondays, 15/11/2025 a Saturday; the guidance is of 06/8/2025
    expect(await told(2025)).toEqual([
      'Q3 2025-09-12 2025-01-01–2025-09-12',
      'year 2025-11-14 2025-01-01–2025-11-14',
      'Q4 2025-12-12 2025-09-13–2025-12-12',
    ])
    // 15/3 and 15/11/2026 are Sundays
    expect((await told(2026)).filter((line) => !/Q[23]/.test(line))).toEqual([
      'Q1 2026-03-13 2025-12-13–2026-03-13',
      'year 2026-11-13 2025-11-15–2026-11-13',
      'Q4 2026-12-14 2026-09-15–2026-12-14',
    ])
  })

  it('stand among the deadlines from this quarter on, once, however many nights pass', async () => {
    await house.done(keepReportDeadlines, {}, 'clerk')
    await house.done(keepReportDeadlines, {}, 'clerk')
    expect(await deadlines()).toEqual(['20256 annualReport 2025-11-14 open', '20254 quarterReport 2025-12-12 open'])
    await house.done(openReportYear, { year: '2025' }, 'clerk')
    expect((await deadlines())[0]).toBe('20253 quarterReport 2025-09-12 open')
  })

  it('are met when the paper is issued and sent to every addressee, on the day it went', async () => {
    const { paperId } = await house.done(draftReport, {
      id: ANNUAL,
      key: 'annualReport',
      title: 'Báo cáo năm 2025',
      body: 'I. Lãnh đạo, triển khai',
      issuerAgencyId: house.electricity,
    })
    await house.done(approvePaperChange, { id: paperId }, 'officeLeader')
    const signed = {
      datedOn: '2025-11-07',
      number: '12-BC/BTGDV',
      signerName: 'Người ký',
      signerTitle: 'Trưởng ban',
      signCapacity: 'head',
    }
    await house.done(issuePaperChange, { id: paperId, ...signed }, 'recordsClerk')
    expect(await deadlines()).toContain('20256 annualReport 2025-11-14 open')
    const recipients = await house.db.selectFrom('paperRecipient').select('id').where('paperId', '=', paperId).execute()
    expect(recipients).toHaveLength(1)
    await house.done(
      sendPaperChange,
      { id: paperId, recipientIds: recipients.map((one) => String(one.id)), sentOn: '2025-11-10', channel: 'post' },
      'recordsClerk',
    )
    expect(await deadlines()).toContain('20256 annualReport 2025-11-14 met 2025-11-10')
    await house.done(voidPaperChange, { id: paperId, reason: 'Ban hành nhầm' }, 'recordsClerk')
    expect(await deadlines()).toContain('20256 annualReport 2025-11-14 open')
  })

  it('can be recorded as signed and sent on paper, with number, day and the signed page', async () => {
    const input = {
      id: reportSubjectId(2025, 'Q3'),
      key: 'quarterReport',
      title: 'Báo cáo quý III năm 2025',
      issuerAgencyId: house.electricity,
      datedOn: '2025-10-20',
      number: '09-BC/BTGDV',
      signerName: 'Người ký',
      signerTitle: 'Trưởng ban',
      signCapacity: 'head',
      sentOn: '2025-10-21',
      channel: 'documentAxis',
    }
    expect(await house.perform(recordSentReport, input, 'recordsClerk')).toEqual({
      ok: false,
      errors: { signedPage: 'fileRequired' },
    })
    const signedPage = await house.upload()
    await house.done(recordSentReport, { ...input, signedPage }, 'recordsClerk')
    expect(await deadlines()).toContain('20253 quarterReport 2025-09-12 met 2025-10-21')
    const moves = await findDeadlines(house.db, house.authorityId, { subjectKind: 'report', subjectId: input.id })
    expect(moves[0]!.firstDueOn).toBe('2025-09-12')
  })

  it('sent on paper are so for the superior too, though a record was begun; late is what came after its day', async () => {
    const { db, authorityId } = house
    const parentAuthorityId = await insertAuthority(db, {
      ...{ slug: 'cap-tren', name: 'Cấp trên', shortName: 'Cấp trên', kind: 'province', placeName: 'x', voters: null },
      ...{ parentAuthorityId: null, fromDay: '2025-01-01' as Day, toDay: null, casePrefix: 'CT', demo: false },
      totpRequired: false,
    })
    await db.updateTable('authority').set({ parentAuthorityId }).where('id', '=', authorityId).execute()
    const Q3 = reportSubjectId(2025, 'Q3')
    const seen = async () => {
      const [child] = await listReportsBelow(db, parentAuthorityId, Q3, TODAY)
      const { state, onPaper, dueOn, metOn } = child!
      return { state, onPaper, dueOn, metOn, late: isLate(child!, TODAY) }
    }
    const sent = { onPaper: true, dueOn: '2025-09-12', metOn: '2025-10-21', late: true }
    expect(await seen()).toEqual({ state: null, ...sent })
    await house.done(beginReport, { id: Q3, key: 'quarterReport' })
    expect(await seen()).toEqual({ state: 'draft', ...sent })
    for (const most of [0, 1, 10]) {
      const { missing, onPaper } = await listMissingReports(db, parentAuthorityId, Q3, most)
      expect([missing.length, onPaper]).toEqual([Math.min(1, most), 1])
    }
  })

  it('follow a calendar that moves while they are written; what was handed in keeps its days', async () => {
    const { db, authorityId } = house
    const { reportId } = await house.done(beginReport, { id: reportSubjectId(2025, 'Q4'), key: 'quarterReport' })
    const moved = { fromDay: '2025-09-12' as Day, toDay: '2025-12-11' as Day, dueOn: '2025-12-11' as Day }
    const datesIn = async (state: string) => {
      await db
        .updateTable('report')
        .set({ state, ...moved, submittedOn: state === 'submitted' ? TODAY : null })
        .where('id', '=', reportId)
        .execute()
      await house.done(openReportYear, { year: '2025' })
      const { fromDay, toDay, dueOn } = await getReport(db, authorityId, reportId)
      return `${fromDay}–${toDay}, ${dueOn}`
    }
    expect(await datesIn('draft')).toBe('2025-09-13–2025-12-12, 2025-12-12')
    expect(await datesIn('returned')).toBe('2025-09-13–2025-12-12, 2025-12-12')
    expect(await datesIn('submitted')).toBe('2025-09-12–2025-12-11, 2025-12-11')
    const log = await listLogOf(db, authorityId, 'reportRecord', reportId)
    expect(log.filter((line) => line.action === 'report/open-year')).toHaveLength(2)
  })

  it('end on the day they are handed in early, which is asked first; what comes after is in the next one', async () => {
    const { db, authorityId } = house
    const late = async (dueOn: string) =>
      db
        .insertInto('deadline')
        .values({
          ...{ authorityId, subjectKind: 'dialogue', subjectId: 1, key: 'conclusionNotice', label: dueOn },
          ...{ instrumentId: dueOn, instrument: 'x', clause: 'x', anchorEvent: 'x', anchorOn: TODAY, state: 'open' },
          ...{ dueOn: dueOn as Day, firstDueOn: dueOn as Day, direction: 'after', counting: '{}' },
        })
        .execute()
    // before it is handed in, on that day, before its own last day, on it, and after
    for (const dueOn of ['2025-11-07', '2025-11-10', '2025-11-12', '2025-11-14', '2025-11-17']) await late(dueOn)
    const { reportId } = await house.done(beginReport, { id: ANNUAL, key: 'annualReport' })
    const submit = async (early: boolean) => {
      const { version } = await getReport(db, authorityId, reportId)
      return house.done(submitReport, { id: reportId, version, early }, 'officeLeader')
    }
    await expect(submit(false)).rejects.toThrow('report/still-running')
    await submit(true)
    const days = async () => {
      const { fromDay, toDay } = await getReport(db, authorityId, reportId)
      const next = (await listReportDuties(db, authorityId, 2026, TODAY)).find((duty) => duty.period === 'year')!
      return [`${fromDay}–${toDay}`, `${next.from}–${next.to}`]
    }
    const lateIn = async () =>
      Promise.all(
        (await days()).map(async (both) => {
          const [from, to] = both.split('–') as [Day, Day]
          const asOf = from < TODAY ? TODAY : to
          return (await countFigures(db, authorityId, ['conclusionsLate'], { from, to, asOf }))['conclusionsLate']
        }),
      )
    expect(await days()).toEqual(['2025-01-01–2025-11-10', '2025-11-11–2026-11-13'])
    expect(await lateIn()).toEqual([1, 4])
    const { version } = await getReport(db, authorityId, reportId)
    const above = await db.selectFrom('authority').select('id').where('slug', '=', 'cap-tren').executeTakeFirstOrThrow()
    await performChange(house.runtime, returnReport, {
      ...{ authorityId, input: { id: reportId, version, remark: 'Nộp khi hết kỳ' }, key: 'returned' },
      actor: { ...house.actor('superior'), homeAuthorityId: above.id },
    })
    expect(await days()).toEqual(['2025-01-01–2025-11-14', '2025-11-15–2026-11-13'])
    house.clock.set(new Date('2025-11-18T09:00:00+07:00'))
    await submit(false)
    expect(await days()).toEqual(['2025-01-01–2025-11-14', '2025-11-15–2026-11-13'])
    const handedIn = await getReport(db, authorityId, reportId)
    const next = { from: '2025-11-15' as Day, to: '2026-11-13' as Day }
    const after = await countFigures(db, authorityId, ['conclusionsLate'], next)
    // that of its last day, missed at midnight, is late in the next one
    expect([handedIn.figures['conclusionsLate'], after['conclusionsLate']]).toEqual([3, 2])
    house.clock.set(new Date(`${TODAY}T09:00:00+07:00`))
  })

  it('are handed in by those who may, and only where one is owed', async () => {
    const draft = { id: ANNUAL, key: 'annualReport', title: 'x', body: '', issuerAgencyId: house.electricity }
    await expect(house.perform(draftReport, draft, 'agencySpecialist')).rejects.toThrow(NotPermitted)
    await expect(house.perform(draftReport, { ...draft, key: 'sixMonthReport' })).rejects.toThrow(NotFound)
    await expect(house.perform(draftReport, { ...draft, id: 20257 })).rejects.toThrow(NotFound)
  })

  it('of the Sơn La office fall on Friday 9/6/2023 and Friday 17/11/2023', async () => {
    const versions = await listRegulationVersions(house.db)
    const sonLa = versions.find((version) => version.regulationId === 'son-la-12' && version.version === '2023')!
    const values = {
      authorityId: house.authorityId,
      regulationVersionId: sonLa.id,
      fromDay: '2023-01-01' as Day,
      toDay: '2025-08-05' as Day,
    }
    await house.db.insertInto('authorityRegulation').values(values).execute()
    const duties = await listReportDuties(house.db, house.authorityId, 2023, TODAY)
    expect(duties.map((duty) => `${duty.rule.key} ${duty.due.due}`)).toEqual([
      'sixMonthReport 2023-06-09',
      'annualReport 2023-11-17',
    ])
  })

  it('of a past year are told by the regulation before, where that of its end came too late to ask for anything', async () => {
    const versions = await listRegulationVersions(house.db)
    const sonLa = versions.find((version) => version.regulationId === 'son-la-12' && version.version === '2021')!
    const values = {
      authorityId: house.authorityId,
      regulationVersionId: sonLa.id,
      fromDay: '2020-01-06' as Day,
      toDay: '2021-12-29' as Day,
    }
    await house.db.insertInto('authorityRegulation').values(values).execute()
    const duties = await listReportDuties(house.db, house.authorityId, 2021, TODAY)
    expect(duties.map((duty) => duty.rule.key)).toEqual(['sixMonthReport', 'annualReport'])
    expect(duties[1]!.rule.recipients).toEqual(['massMobilizationBoard', 'homeAffairsDepartment'])
  })
})
