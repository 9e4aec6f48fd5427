import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkWorld, type WorkWorld } from '../../tests/support/work-world.ts'
import type { Day } from '../platform/day.ts'
import { countedByReport, countFigures, listCounted, sumCounted } from './figure-store.ts'
import { findFigure, listFigures } from './figures.ts'
import type { CountedPeriod } from './report-count-store.ts'

const day = (text: string) => text as Day
const period = { from: day('2025-09-13'), to: day('2025-12-12') }
const KEYS = [...listFigures(null).map((figure) => figure.key), 'session:flagCeremony']

describe('the figures of a period', () => {
  let world: WorkWorld
  const count = (at: CountedPeriod = period) => countFigures(world.db, world.authorityId, KEYS, at)
  const change = (id: number, values: Record<string, unknown>) =>
    world.db.updateTable('petition').set(values).where('id', '=', id).execute()
  beforeAll(async () => {
    world = await createWorkWorld()
  })
  afterAll(async () => world.close())

  it('are all zero, and stated, where nothing happened', async () => {
    const figures = await count({ from: day('2020-01-01'), to: day('2020-12-31') })
    expect(Object.keys(figures).sort()).toEqual([...KEYS].sort())
    expect(new Set(Object.values(figures))).toEqual(new Set([0]))
  })

  it('carry over what was open before, and add up: carried + received = resolved + transferred + remaining', async () => {
    const before = '2025-08-01'
    await change(await world.petition(), { receivedOn: before })
    await change(await world.petition({ state: 'answered', answeredOn: day('2025-10-29') }), {
      receivedOn: before,
      answeredHow: 'atConference',
    })
    await change(await world.petition({ state: 'answered', answeredOn: day('2025-09-12') }), { receivedOn: before })
    // answered after the last day: in this period it still remains
    await world.petition({ state: 'answered', answeredOn: day('2025-12-13') })
    const sent = await world.petition({ state: 'transferred' })
    await world.db
      .insertInto('petitionTransfer')
      .values({
        authorityId: world.authorityId,
        petitionId: sent,
        toAgencyId: world.agencies.office,
        transferredOn: day('2025-10-20'),
        reason: 'x',
      })
      .execute()
    const late = await world.petition()
    await world.deadline({ subjectKind: 'petition', subjectId: late, dueOn: '2025-12-01' })
    await world.petition({ kind: 'denunciation' })
    await world.petition({ state: 'withdrawn' })
    const figures = await count()
    expect(figures).toMatchObject({
      ...{ carriedOver: 2, received: 3, inHand: 5, resolved: 1, answeredAtConference: 1, transferred: 1, remaining: 3 },
      ...{ remainingInTime: 2, remainingOverdue: 1, denunciations: 1, repliesLate: 1, repliesOnTime: 0 },
    })
    // counted while the period still runs: what is due on a day to come is not overdue, and not late
    const running = { remainingInTime: 3, remainingOverdue: 0, repliesLate: 0, remaining: 3 }
    expect(await count({ ...period, asOf: day('2025-11-20') })).toMatchObject(running)
    expect(await count({ ...period, asOf: day('2025-12-02') })).toMatchObject({ remainingOverdue: 1, repliesLate: 1 })
    const { carriedOver, received, inHand, resolved, transferred, remaining } = figures as Record<string, number>
    expect(carriedOver! + received!).toBe(inHand)
    expect(resolved! + transferred! + remaining!).toBe(inHand)
    // what remains is what the next period is carried over
    const next = await count({ from: day('2025-12-13'), to: day('2026-03-13') })
    expect(next['carriedOver']).toBe(remaining)
  })

  it('count dialogues by kind, form and chair, and the people in them', async () => {
    const { db, authorityId } = world
    const { regulationVersionId } = await db
      .selectFrom('dialogue')
      .select('regulationVersionId')
      .executeTakeFirstOrThrow()
    const add = (kind: string, chairModel: string, heldOn: string, more: Record<string, unknown> = {}) =>
      db
        .insertInto('dialogue')
        .values({
          ...{ authorityId, title: kind, kind, form: 'inPerson', chairModel, regulationVersionId, state: 'held' },
          ...{ heldOn: day(heldOn), attendancePeople: 100, attendanceWomen: 40, attendanceDelegates: 25, ...more },
        })
        .execute()
    await add('periodic', 'partySecretary', '2025-10-29')
    await add('adHoc', 'coPresiding', '2025-12-12', { form: 'online' })
    await add('periodic', 'officeChief', '2025-11-01')
    await add('withinRegularMeeting', 'officeChief', '2025-11-03', { sessionKind: 'flagCeremony' })
    await add('periodic', 'partySecretary', '2025-12-13')
    await add('periodic', 'partySecretary', '2025-11-02', { state: 'cancelled' })
    expect(await count()).toMatchObject({
      ...{ held: 3, periodic: 2, adHoc: 1, withinRegularMeeting: 1, 'session:flagCeremony': 1, inPerson: 2, online: 1 },
      ...{ partyChair: 1, governmentChair: 0, coChaired: 1, otherChair: 1, people: 400, women: 160, attendance: 500 },
    })
  })

  it('are each the sum of the records they open, whoever asks', async () => {
    await world.petition({ confidential: true, content: 'chuyện kín' })
    const figures = await count()
    const nobody = { accountId: null, agencyId: null }
    const everything = { limit: 10_000, offset: 0 }
    const counted = (key: string) => countedByReport(world.authorityId, key, period)
    const list = (key: string, window = everything) =>
      listCounted(world.db, world.authorityId, counted(key), nobody, window)
    for (const key of KEYS) {
      const records = await list(key)
      expect(`${key} ${records.reduce((sum, one) => sum + one.amount, 0)}`).toBe(`${key} ${figures[key]}`)
      const sums = await sumCounted(world.db, counted(key))
      expect([key, sums]).toEqual([key, { count: records.length, sum: figures[key] }])
      expect(await list(key, { limit: 2, offset: 1 })).toEqual(records.slice(1, 3))
      expect(JSON.stringify(records)).not.toContain('chuyện kín')
    }
    const received = await list('received')
    expect(received.filter((one) => one.hidden)).toHaveLength(1)
  })

  it('know no key but those of the catalogue', async () => {
    expect(await countFigures(world.db, world.authorityId, ['held; drop table x', 'constructor'], period)).toEqual({})
    expect(findFigure('session:1 or 1=1', null)).toBeNull()
  })
})
