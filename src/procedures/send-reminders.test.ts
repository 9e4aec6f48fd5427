import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkWorld, type WorkWorld } from '../../tests/support/work-world.ts'
import { performChange } from '../changes/perform-change.ts'
import { programActor } from '../changes/program-actor.ts'
import type { Day } from '../platform/day.ts'
import { shiftDay } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { openDatabase } from '../platform/db/connection.ts'
import { messageSentence } from '../web/words/message-words.ts'
import { sendReminders } from './send-reminders.ts'

// the ladder of hai-phong-13: 5 and 2 working days before, on the day, 1 and 5 working days late
describe('reminders', () => {
  let world: WorkWorld
  let runs = 0
  beforeEach(async () => {
    world = await createWorkWorld()
  })
  afterEach(async () => world.close())

  const remind = async (day: string, db: Db = world.db) => {
    world.clock.set(new Date(`${day}T07:00:00+07:00`))
    runs += 1
    const request = { actor: programActor(world.authorityId), authorityId: world.authorityId, input: {} }
    await performChange({ db, clock: world.clock }, sendReminders, { ...request, key: `run ${runs}` })
  }
  const sent = async () => {
    const rows = await world.db
      .selectFrom('message')
      .select(['kind', 'agencyId', 'accountId', 'params', 'createdAt'])
      .where('authorityId', '=', world.authorityId)
      .orderBy('id')
      .execute()
    const { agencies, people } = world
    const names = new Map<number | null, string>([
      [agencies.economy, 'economy'],
      [agencies.office, 'office'],
    ])
    return rows.map((row) => {
      const { stage } = row.params as { stage: string }
      const day = new Date(row.createdAt.getTime() + 7 * 3_600_000).toISOString().slice(5, 10)
      const to = row.accountId === people.chair.accountId ? 'chair' : names.get(row.agencyId)
      return `${day} ${stage} → ${to}`
    })
  }
  const replyDue = (dueOn: string) =>
    world.deadline({ subjectKind: 'petition', subjectId: 1, dueOn, agencyId: world.agencies.economy })

  it('tells every reader of a stage once, on its day, night after night', async () => {
    await replyDue('2025-11-14')
    for (let day = '2025-11-03' as Day; day <= '2025-11-24'; day = shiftDay(day, 1)) await remind(day)
    expect(await sent()).toEqual([
      '11-07 fiveDaysBefore → economy',
      '11-12 twoDaysBefore → economy',
      '11-12 twoDaysBefore → office',
      '11-14 onDueDay → economy',
      '11-14 onDueDay → office',
      '11-17 oneDayLate → economy',
      '11-17 oneDayLate → office',
      '11-21 fiveDaysLate → economy',
      '11-21 fiveDaysLate → office',
      '11-21 fiveDaysLate → chair',
    ])
  }, 30_000)

  it('says nothing twice when run fifty times, nor after the program was started anew', async () => {
    await replyDue('2025-11-14')
    for (let run = 0; run < 50; run += 1) await remind('2025-11-12')
    expect(await sent()).toHaveLength(2)
    const restarted = openDatabase(world.url)
    await remind('2025-11-12', restarted)
    await remind('2025-11-13', restarted)
    await restarted.destroy()
    expect(await sent()).toHaveLength(2)
  }, 30_000)

  it('catches up after days without running: the stage that holds now, not those that went by', async () => {
    await replyDue('2025-11-14')
    await remind('2025-11-10')
    await remind('2025-11-18')
    expect(await sent()).toEqual([
      '11-10 fiveDaysBefore → economy',
      '11-18 oneDayLate → economy',
      '11-18 oneDayLate → office',
    ])
  })

  it('reminds of an invitation on the strict date 17/10 and calls it late only after 20/10', async () => {
    const id = await world.deadline({
      subjectKind: 'dialogue',
      subjectId: world.dialogueId,
      dueOn: '2025-10-20',
      key: 'invitation',
    })
    await world.db
      .updateTable('deadline')
      .set({ strictDueOn: '2025-10-17' as Day, direction: 'before' })
      .where('id', '=', id)
      .execute()
    for (const day of ['2025-10-16', '2025-10-17', '2025-10-20', '2025-10-21']) await remind(day)
    expect(await sent()).toEqual([
      '10-16 twoDaysBefore → office',
      '10-17 onDueDay → office',
      '10-21 oneDayLate → office',
    ])
    const kinds = await world.db.selectFrom('message').select('kind').orderBy('id').execute()
    expect(kinds.map((row) => row.kind)).toEqual(['deadline-near', 'deadline-near', 'deadline-late'])
  })

  it('says how long is left on the day it is sent, not the name of the step', async () => {
    await replyDue('2025-11-14')
    for (const day of ['2025-11-15', '2025-11-18']) await remind(day)
    const rows = await world.db.selectFrom('message').select(['kind', 'params']).orderBy('id').execute()
    const said = rows.map((row) => messageSentence(row.kind, row.params as Record<string, unknown>, 'vi'))
    expect([...new Set(said.map((text) => /\((.*)\)$/.exec(text)![1]))]).toEqual([
      'đã quá hạn (hạn là thứ Sáu 14/11/2025)',
      'quá hạn 2 ngày làm việc',
    ])
  })

  it('begins the ladder anew when an event moved the deadline, and stops when it is met', async () => {
    const id = await replyDue('2025-11-14')
    await remind('2025-11-14')
    await world.db
      .updateTable('deadline')
      .set({ dueOn: '2025-11-28' as Day })
      .where('id', '=', id)
      .execute()
    await remind('2025-11-26')
    await world.db
      .updateTable('deadline')
      .set({ state: 'met', metOn: '2025-11-27' as Day })
      .where('id', '=', id)
      .execute()
    await remind('2025-12-01')
    expect(await sent()).toEqual([
      '11-14 onDueDay → economy',
      '11-14 onDueDay → office',
      '11-26 twoDaysBefore → economy',
      '11-26 twoDaysBefore → office',
    ])
  })
})
