import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkWorld, type WorkWorld } from '../../tests/support/work-world.ts'
import type { Day } from '../platform/day.ts'
import { countDialoguesHeld, countPetitionsReceived, countTimeliness } from './report-count-store.ts'
import { dialogueFigures } from './report-figures.ts'

const day = (text: string) => text as Day
const quarter = { from: day('2025-09-13'), to: day('2025-12-12') }

describe('the figures of a period', () => {
  let world: WorkWorld
  beforeAll(async () => {
    world = await createWorkWorld()
  })
  afterAll(async () => world.close())

  it('count dialogues by kind, form and chair, zeros stated; what is not held or falls outside is not counted', async () => {
    const { db, authorityId, dialogueId } = world
    const { regulationVersionId } = await db
      .selectFrom('dialogue')
      .select('regulationVersionId')
      .where('id', '=', dialogueId)
      .executeTakeFirstOrThrow()
    const add = (values: {
      heldOn?: string
      closesOn?: string
      kind: string
      form: string
      state?: string
      chair?: string
    }) =>
      db
        .insertInto('dialogue')
        .values({
          authorityId,
          title: values.kind,
          kind: values.kind,
          form: values.form,
          chairModel: values.chair ?? 'partySecretary',
          regulationVersionId,
          state: values.state ?? 'held',
          heldOn: values.heldOn ? day(values.heldOn) : null,
          collectionClosesOn: values.closesOn ? day(values.closesOn) : null,
          attendancePeople: 100,
          attendanceWomen: 40,
          attendanceDelegates: 25,
        })
        .execute()
    await add({ kind: 'periodic', form: 'inPerson', heldOn: '2025-10-29' })
    await add({
      kind: 'adHoc',
      form: 'inPerson',
      heldOn: '2025-12-12',
      state: 'closed',
      chair: 'peoplesCommitteeChair',
    })
    await add({ kind: 'periodic', form: 'indirect', closesOn: '2025-09-13', state: 'concluded' })
    await add({ kind: 'periodic', form: 'inPerson', heldOn: '2025-12-13' })
    await add({ kind: 'periodic', form: 'inPerson', heldOn: '2025-11-01', state: 'cancelled' })
    const figures = dialogueFigures(await countDialoguesHeld(db, authorityId, quarter), ['partySecretary', 'coChair'])
    expect(figures.byKind.map((line) => [line.key, line.held, line.people])).toEqual([
      ['periodic', 2, 200],
      ['thematic', 0, 0],
      ['adHoc', 1, 100],
      ['onRequest', 0, 0],
      ['withinRegularMeeting', 0, 0],
    ])
    expect(figures.byForm.map((line) => [line.key, line.held])).toEqual([
      ['inPerson', 2],
      ['online', 0],
      ['indirect', 1],
    ])
    expect(figures.byChair.map((line) => [line.key, line.held])).toEqual([
      ['partySecretary', 2],
      ['coChair', 0],
      ['peoplesCommitteeChair', 1],
    ])
    expect(figures).toMatchObject({
      held: 3,
      people: 300,
      women: 120,
      delegates: 75,
      outsidePlan: 3,
      presidedByDeputy: 0,
    })
  })

  it('tell complaints, merged and withdrawn petitions apart; states add up to the total', async () => {
    await world.petition()
    await world.petition({ state: 'assigned' })
    await world.petition({ state: 'answered', answeredOn: day('2025-10-29') })
    await world.petition({ state: 'transferred' })
    await world.petition({ state: 'withdrawn' })
    await world.petition({ kind: 'denunciation', state: 'handedOver' })
    await world.petition({ kind: 'complaint' })
    await world.petition({ confidential: true, state: 'escalated' })
    const counts = await countPetitionsReceived(world.db, world.authorityId, quarter)
    expect(counts).toMatchObject({ total: 5, complaints: 1, denunciations: 1, withdrawn: 1, merged: 0 })
    const { received, classified, assigned, answerPrepared, answered, transferred, escalated } = counts
    expect(received + classified + assigned + answerPrepared + answered + transferred + escalated).toBe(counts.total)
    const before = { from: day('2025-01-01'), to: day('2025-10-09') }
    expect((await countPetitionsReceived(world.db, world.authorityId, before)).total).toBe(0)
  })

  it('count as n the deadlines that fell due in the period; a promise is no legal date', async () => {
    const one = (dueOn: string, more: { state?: string; key?: string; instrumentId?: string } = {}) =>
      world.deadline({ subjectKind: 'petition', subjectId: 1, dueOn, ...more })
    await one('2025-11-14', { state: 'met', key: 'a' })
    await world.db
      .updateTable('deadline')
      .set({ metOn: day('2025-11-20') })
      .where('id', '=', await one('2025-11-17', { state: 'met', key: 'b' }))
      .execute()
    await one('2025-12-12', { key: 'c' })
    await one('2025-12-13', { key: 'd' })
    await one('2025-11-01', { key: 'promise', instrumentId: 'promise' })
    expect(await countTimeliness(world.db, world.authorityId, quarter)).toMatchObject({
      ...{ fellDue: 3, onTime: 1, late: 1, open: 1, extended: 0, requests: 0, lateEntries: 0 },
    })
  })
})
