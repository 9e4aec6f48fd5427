import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { getAuthority, insertAuthority } from '../agencies/authority-store.ts'
import type { Day } from '../platform/day.ts'
import { findWrongReports, gatherFigures } from '../reports/rollup-store.ts'
import { aggregateTable, isLate } from './aggregate.ts'
import { listMissingReports, listReportsBelow, sumReports } from './aggregate-store.ts'
import { countReport } from './count-report.ts'
import { shippedReportForms } from './load-report-forms.ts'
import type { UnitsForm } from './report-form.ts'
import type { ReportState } from './report-record.ts'
import { deleteCorrection, insertReport, writeCorrection } from './report-store.ts'

const FROM = '2025-06-13' as Day
const TO = '2025-09-12' as Day
const PERIOD = 20253
const FIGURES = ['received', 'carriedOver', 'resolved', 'remaining', 'complaints', 'repliesLate']

const anyPetition = fc.record({
  receivedOn: fc.constantFrom('2025-05-01', '2025-06-13', '2025-09-12', '2025-09-13'),
  answeredOn: fc.constantFrom(null, '2025-06-01', '2025-07-01', '2025-09-13'),
  kind: fc.constantFrom('request', 'complaint'),
})
type AnyPetition = typeof anyPetition extends fc.Arbitrary<infer T> ? T : never

const anyAuthority = fc.record({
  /** whose child: 0 is the superior itself, n the n-th authority before this one */
  under: fc.nat({ max: 6 }),
  /** its way up and back, as far as it came; none: it has no report */
  states: fc.array(fc.constantFrom<ReportState>('draft', 'returned', 'submitted', 'accepted'), { maxLength: 4 }),
  petitions: fc.array(anyPetition, { maxLength: 4 }),
  correction: fc.option(fc.nat({ max: 50 })),
  /** the correction is taken back again */
  undone: fc.boolean(),
  moves: fc.boolean(),
  /** comes under another superior for good, after it handed in or before */
  leaves: fc.boolean(),
})

/** The same figures counted in plain words, from what was generated. */
function recount(petitions: readonly AnyPetition[]): number[] {
  const answered = (one: AnyPetition) =>
    one.answeredOn !== null && one.answeredOn < one.receivedOn ? null : one.answeredOn
  const seen = petitions.filter((one) => one.receivedOn <= TO)
  const counted = seen.filter((one) => one.kind === 'request')
  const isNew = (one: AnyPetition) => one.receivedOn >= FROM
  const carried = counted.filter((one) => !isNew(one) && (answered(one) === null || answered(one)! >= FROM))
  const inHand = [...carried, ...counted.filter(isNew)]
  const done = inHand.filter((one) => answered(one) !== null && answered(one)! <= TO)
  return [
    counted.filter(isNew).length,
    carried.length,
    done.length,
    inHand.length - done.length,
    seen.filter((one) => isNew(one) && one.kind === 'complaint').length,
    0,
  ]
}

describe('a report of an authority', () => {
  it.each([
    { dueOn: '2025-12-12', metOn: null, today: '2025-12-12', late: false },
    { dueOn: '2025-12-12', metOn: null, today: '2025-12-13', late: true },
    { dueOn: '2025-12-12', metOn: '2025-12-12', today: '2026-02-01', late: false },
    { dueOn: '2025-12-12', metOn: '2025-12-13', today: '2026-02-01', late: true },
    { dueOn: null, metOn: null, today: '2026-02-01', late: false },
  ])('due on $dueOn, come on $metOn, is late on $today: $late', ({ late, today, ...one }) => {
    expect(isLate(one as Parameters<typeof isLate>[0], today as Day)).toBe(late)
  })
})

describe('the table of a superior', () => {
  let database: TestDatabase
  let serial = 0
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database?.close())

  const authority = async (parentAuthorityId: number | null) => {
    serial += 1
    const name = `Đơn vị ${serial}`
    const slug = `don-vi-${serial}`
    return insertAuthority(database.db, {
      ...{ slug, name, shortName: name, kind: 'commune', placeName: name, parentAuthorityId, toDay: null },
      ...{ fromDay: '2025-01-01' as Day, casePrefix: 'DV', voters: null, totpRequired: false, demo: false },
    })
  }

  const enter = async (authorityId: number, { receivedOn, answeredOn, kind }: AnyPetition) => {
    serial += 1
    const { db } = database
    const { id: petitionerId } = await db
      .insertInto('petitioner')
      .values({ authorityId, kind: 'person', name: 'Người dân' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const base = { authorityId, petitionerId, receivedOn: receivedOn as Day }
    const { id: submissionId } = await db
      .insertInto('submission')
      .values({ ...base, channel: 'letter', text: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const done = answeredOn !== null && answeredOn >= receivedOn
    await db
      .insertInto('petition')
      .values({
        ...{ ...base, submissionId, kind, code: `DV-${serial}`, raised: 'before', content: 'x' },
        ...(done
          ? { state: 'answered', answeredOn: answeredOn as Day, answeredHow: 'inWriting' }
          : { state: 'received' }),
      })
      .execute()
  }

  it('is the sum of what was handed in, equal to a recount from the records, over any tree', async () => {
    const forms = [(await shippedReportForms()).get('reportForm1')!]
    const { db } = database
    await fc.assert(
      fc.asyncProperty(fc.array(anyAuthority, { minLength: 1, maxLength: 7 }), async (authorities) => {
        const top = await authority(null)
        const ids = [top]
        const other = await authority(null)
        const made: { id: number; handedTo: number | null; begun: boolean; stated: number[] }[] = []
        for (const [at, one] of authorities.entries()) {
          const id = await authority(ids[one.under % (at + 1)]!)
          ids.push(id)
          for (const petition of one.petitions) await enter(id, petition)
          const state = one.states.at(-1)
          if (state === undefined) continue
          const about = { authorityId: id, forms, texts: {}, fromDay: FROM, toDay: TO }
          const submittedOn = '2025-09-12' as Day
          const reportId = await insertReport(db, {
            ...about,
            ...{ subjectId: PERIOD, ruleKey: 'quarterReport', label: 'Báo cáo quý', dueOn: TO },
            ...{ figures: await countReport(db, about, null, TO), countedAt: new Date() },
          })
          const above = ids[one.under % (at + 1)]!
          for (const way of one.states) {
            const handedToId = way === 'submitted' || way === 'accepted' ? above : null
            const values = { state: way, submittedOn, handedToId }
            await db.updateTable('report').set(values).where('id', '=', reportId).execute()
          }
          const stated = recount(one.petitions)
          if (one.correction !== null) {
            const counted = stated[0]!
            const of = { authorityId: id, reportId, accountId: null, at: new Date() }
            await writeCorrection(db, of, { figure: 'received', counted, corrected: one.correction, reason: 'x' })
            if (one.undone) await deleteCorrection(db, id, reportId, 'received')
            else stated[0] = one.correction
          }
          const handedIn = state === 'submitted' || state === 'accepted'
          made.push({ id, handedTo: handedIn ? above : null, begun: !handedIn, stated })
          const under = (parentAuthorityId: number | null) =>
            db.updateTable('authority').set({ parentAuthorityId }).where('id', '=', id).execute()
          if (one.moves) {
            // under another superior and back again
            await under(null)
            await under(above)
          }
          if (one.leaves) await under(other)
        }
        const rows = await db.selectFrom('authority').select(['id', 'parentAuthorityId']).execute()
        const parents = new Map(rows.map((row) => [row.id, row.parentAuthorityId]))
        const within = (id: number | null | undefined, superior: number): boolean =>
          id != null && (id === superior || within(parents.get(id), superior))
        const read = async (superior: number) => {
          const children = await listReportsBelow(db, superior, PERIOD, TO)
          const of = { top: superior, subjectId: PERIOD, keys: FIGURES }
          return { children, of, ...(await sumReports(db, of, children, children)) }
        }
        const inOrder = ({ children, sums }: Awaited<ReturnType<typeof read>>) =>
          children.map((child, at) => [child.authorityId, sums[at]]).sort(([a], [b]) => Number(a) - Number(b))
        for (const superior of [top, other]) {
          // what was handed in counts for whom it went to, wherever its authority stands now
          const counted = made.filter((one) => within(one.handedTo, superior))
          const sums = FIGURES.map((_, at) => counted.reduce((sum, one) => sum + one.stated[at]!, 0))
          const table = await read(superior)
          const { children, of } = table
          expect(FIGURES.map((_, at) => table.sums.reduce((sum, line) => sum + line[at]!, 0))).toEqual(sums)
          expect(table.total).toEqual(sums)
          expect(children.reduce((sum, child) => sum + child.handedIn, 0)).toBe(counted.length)
          // a page shows some of them, and the sum of all
          const page = await sumReports(db, of, children, children.slice(-1))
          expect(page).toEqual({ sums: table.sums.slice(-1), total: sums })
          const begun = made.filter((one) => one.begun && within(parents.get(one.id), superior)).length
          expect((await listMissingReports(db, superior, PERIOD, 100)).missing).toHaveLength(begun)
          expect(children.reduce((sum, child) => sum + child.owed - child.handedIn, 0)).toBe(begun)
        }
        expect(await findWrongReports(db)).toEqual([])
        const before = inOrder(await read(top))
        await gatherFigures(db)
        expect(inOrder(await read(top))).toEqual(before)
      }),
      { numRuns: 25 },
    )
  })

  it('says where the report went of an authority that came from another superior', async () => {
    const { db } = database
    const form = (await shippedReportForms()).get('reportForm1')!
    const [former, now] = [await authority(null), await authority(null)]
    const id = await authority(former)
    const reportId = await insertReport(db, {
      ...{ authorityId: id, forms: [form], texts: {}, fromDay: FROM, toDay: TO, countedAt: new Date() },
      ...{ subjectId: PERIOD, ruleKey: 'quarterReport', label: 'Báo cáo quý', dueOn: TO, figures: {} },
    })
    const handedIn = { state: 'submitted' as const, submittedOn: TO, handedToId: former }
    await db.updateTable('report').set(handedIn).where('id', '=', reportId).execute()
    await db.updateTable('authority').set({ parentAuthorityId: now }).where('id', '=', id).execute()
    const firstCells = async (superior: number) => {
      const children = await listReportsBelow(db, superior, PERIOD, TO)
      const sums = await sumReports(db, { top: superior, subjectId: PERIOD, keys: FIGURES }, children, children)
      return aggregateTable(form as UnitsForm, children, sums).rows.map((row) => row.slice(1, 3))
    }
    const { shortName } = await getAuthority(db, id)
    expect(await firstCells(former)).toEqual([[shortName, 0]])
    expect(await firstCells(now)).toEqual([[`${shortName} (đã nộp cho cấp trên trước)`, null]])
  })

  it('is found wrong where its sums are not those of the reports', async () => {
    const { db } = database
    expect(await findWrongReports(db)).toEqual([])
    const spoil = async (statement: RawBuilder<unknown>) => {
      const found: unknown[] = []
      await db
        .transaction()
        .execute(async (transaction) => {
          await statement.execute(transaction)
          found.push(...(await findWrongReports(transaction)))
          throw new Error('undone')
        })
        .catch((error: Error) => expect(error.message).toBe('undone'))
      return found.length
    }
    expect(await spoil(sql`update report_below set handed_in = handed_in + 1 where handed_in > 0`)).toBeGreaterThan(0)
    expect(await spoil(sql`update report_taken set figures = '{"received": 999}' where handed_in = 1`)).toBeGreaterThan(
      0,
    )
    expect(await spoil(sql`delete from report_taken`)).toBeGreaterThan(0)
  })
})
