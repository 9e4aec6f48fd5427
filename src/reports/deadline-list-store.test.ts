import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkWorld, type WorkWorld } from '../../tests/support/work-world.ts'
import type { Actor } from '../changes/actor.ts'
import type { Day } from '../platform/day.ts'
import { NotFound } from '../platform/errors.ts'
import { type DeadlineWanted, workDays } from './deadline-filter.ts'
import {
  countDeadlineGroups,
  countVisibleDeadlines,
  getVisibleDeadline,
  listOtherClocks,
  listVisibleDeadlines,
  pageOfDeadlines,
} from './deadline-list-store.ts'
import { deadlineViewer } from './deadline-viewer.ts'

const days = workDays('2025-11-12' as Day)
const first = { sort: 'due' as const, direction: 'asc' as const, page: 1, pageSize: 50 }

describe('the list of deadlines', () => {
  let world: WorkWorld
  let hidden = 0
  beforeAll(async () => {
    world = await createWorkWorld()
    const { agencies } = world
    const open = await world.petition({ state: 'assigned', leadAgencyId: agencies.economy })
    const secret = await world.petition({ state: 'assigned', leadAgencyId: agencies.economy, confidential: true })
    const taken = await world.petition({ state: 'assigned', leadAgencyId: agencies.economy })
    await world.answer(taken, 'prepared', 'draft', world.people.head)
    await world.deadline({ subjectKind: 'petition', subjectId: open, dueOn: '2025-11-11', agencyId: agencies.economy })
    await world.deadline({ subjectKind: 'petition', subjectId: taken, dueOn: '2025-11-12', agencyId: agencies.economy })
    hidden = await world.deadline({
      subjectKind: 'petition',
      subjectId: secret,
      dueOn: '2025-11-10',
      agencyId: agencies.economy,
    })
    await world.deadline({
      subjectKind: 'dialogue',
      subjectId: world.dialogueId,
      dueOn: '2025-11-14',
      key: 'conclusionNotice',
    })
    await world.deadline({
      ...{ subjectKind: 'dialogue', subjectId: world.dialogueId, dueOn: '2025-11-13', key: 'resultPublication' },
      instrumentId: 'law-72',
    })
    await world.deadline({
      subjectKind: 'dialogue',
      subjectId: world.dialogueId,
      dueOn: '2027-01-05',
      key: 'x',
      provisional: true,
    })
    await world.deadline({
      subjectKind: 'dialogue',
      subjectId: world.dialogueId,
      dueOn: '2025-11-03',
      key: 'y',
      state: 'met',
    })
  })
  afterAll(async () => world.close())

  const dues = async (actor: Actor, wanted: Partial<DeadlineWanted> = {}) => {
    const filter: DeadlineWanted = { whose: 'authority', when: 'open', days, ...wanted }
    const viewer = deadlineViewer(actor, world.authorityId)!
    const rows = await listVisibleDeadlines(world.db, viewer, filter, first)
    expect(await countVisibleDeadlines(world.db, viewer, filter)).toBe(rows.length)
    return rows.map((row) => row.dueOn.slice(5))
  }

  it('narrows by state: overdue, today, this week, provisional, met, waiting for others', async () => {
    const { clerk } = world.people
    expect(await dues(clerk)).toEqual(['11-11', '11-12', '11-13', '11-14', '01-05'])
    expect(await dues(clerk, { when: 'overdue' })).toEqual(['11-11'])
    expect(await dues(clerk, { when: 'today' })).toEqual(['11-12'])
    expect(await dues(clerk, { when: 'week' })).toEqual(['11-13', '11-14'])
    expect(await dues(clerk, { when: 'provisional' })).toEqual(['01-05'])
    expect(await dues(clerk, { when: 'met' })).toEqual(['11-03'])
    expect(await dues(clerk, { when: 'waiting' })).toEqual(['11-11', '11-12'])
    expect(await dues(clerk, { whose: 'agency' })).toEqual(['11-13', '11-14', '01-05'])
    const numbers = await countDeadlineGroups(world.db, deadlineViewer(clerk, world.authorityId)!, days)
    expect(numbers).toMatchObject({ open: 5, overdue: 1, today: 1, week: 2, waiting: 2, mine: 3, provisional: 1 })
  })

  it('gives an agency its own, and “mine” without what a colleague has taken up', async () => {
    const { head, specialist, supporter } = world.people
    expect(await dues(specialist)).toEqual(['11-11', '11-12'])
    expect(await dues(specialist, { whose: 'me' })).toEqual(['11-11'])
    expect(await dues(head, { whose: 'me' })).toEqual(['11-11', '11-12'])
    expect(await dues(supporter)).toEqual([])
  })

  it('keeps the deadline of a confidential petition from everybody who may not know of it: list, page, clocks', async () => {
    for (const actor of Object.values(world.people)) {
      const viewer = deadlineViewer(actor, world.authorityId)
      if (!viewer) continue
      await expect(getVisibleDeadline(world.db, viewer, hidden)).rejects.toThrow(NotFound)
    }
    const { authorityId, people, db } = world
    const reader = { authorityId, petitionId: 2, accountId: people.specialist.accountId!, reason: 'giải quyết' }
    await db.insertInto('petitionReader').values(reader).execute()
    const viewer = deadlineViewer(people.specialist, authorityId)!
    expect((await getVisibleDeadline(db, viewer, hidden)).petitionCode).toBe('CH-2025-0002')
    await db.deleteFrom('petitionReader').execute()
  })

  it('answers 404 for another authority’s deadline', async () => {
    const elsewhere = { ...deadlineViewer(world.people.clerk, world.authorityId)!, authorityId: world.authorityId + 1 }
    await expect(getVisibleDeadline(world.db, elsewhere, hidden)).rejects.toThrow(NotFound)
  })

  it('finds the law’s clock beside the province’s', async () => {
    const viewer = deadlineViewer(world.people.clerk, world.authorityId)!
    const rows = await listVisibleDeadlines(world.db, viewer, { whose: 'authority', when: 'week', days }, first)
    const province = rows.find((row) => row.key === 'conclusionNotice')!
    const clocks = await listOtherClocks(world.db, viewer, [province])
    expect(clocks.map((clock) => [clock.instrument, clock.dueOn])).toEqual([['72/2025/QH15', '2025-11-13']])
  })

  it('reads its page of 50,000 deadlines in 100 authorities by the index, without looking at the others', async () => {
    const { db, authorityId } = world
    await sql`
      insert into authority (slug, name, short_name, kind, place_name, from_day, case_prefix)
      select 'dv-' || n, 'Đơn vị ' || n, 'ĐV ' || n, 'commune', 'x', '2020-01-01', 'AB' from generate_series(1, 99) n
    `.execute(db)
    await sql`
      insert into deadline (authority_id, subject_kind, subject_id, dialogue_id, key, label, instrument_id, instrument, clause,
        anchor_event, anchor_on, due_on, first_due_on, direction, counting, state, met_on)
      select a.id, 'petition', n, 1, 'replyLetter', 'Trả lời', 'hai-phong-13', '13-HD', 'V.3', 'noticeReceived', '2025-10-01',
        date '2025-01-01' + n % 700, '2025-11-01', 'after', '{}', case when n % 4 = 0 then 'open' else 'met' end,
        case when n % 4 = 0 then null else date '2025-11-01' end
      from authority a cross join generate_series(1000, 1499) n
    `.execute(db)
    await sql`analyze deadline`.execute(db)
    const plan = async (wanted: Partial<DeadlineWanted>, actor: Actor) => {
      const viewer = deadlineViewer(actor, authorityId)!
      const filter: DeadlineWanted = { whose: 'authority', when: 'open', days, ...wanted }
      const lines = await sql<{ 'QUERY PLAN': string }>`explain ${pageOfDeadlines(db, viewer, filter, first)}`.execute(
        db,
      )
      return lines.rows.map((row) => Object.values(row)[0]).join('\n')
    }
    for (const text of [
      await plan({}, world.people.clerk),
      await plan({ when: 'overdue' }, world.people.clerk),
      await plan({ whose: 'agency' }, world.people.specialist),
    ]) {
      expect(text).not.toMatch(/Seq Scan on deadline/)
      expect(text).toMatch(
        /Index (Only )?Scan using deadline_open(_agency)?|Bitmap Index Scan on deadline_open(_agency)?/,
      )
    }
    expect(await plan({ when: 'met' }, world.people.clerk)).not.toMatch(/Seq Scan on deadline/)
  }, 60_000)
})
