import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkWorld, type WorkWorld } from '../../tests/support/work-world.ts'
import type { Day } from '../platform/day.ts'
import { listCounted } from './figure-store.ts'
import { countedByOversight, type OversightFigure } from './oversight-record-store.ts'
import { listOversightMonths, listOversightParts, readOversight } from './oversight-store.ts'
import { type OversightTree, readOversightTree } from './oversight-tree-store.ts'

const day = (text: string) => text as Day
const YEAR = { from: day('2025-01-01'), to: day('2025-12-31'), today: day('2025-11-10') }

describe('authorities side by side', () => {
  let world: WorkWorld
  let tree: OversightTree
  let serial = 1000
  const nextId = () => {
    serial += 1
    return serial
  }
  beforeAll(async () => {
    world = await createWorkWorld()
    const { db, authorityId } = world
    const { regulationVersionId } = await db
      .selectFrom('dialogue')
      .select('regulationVersionId')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('authorityRegulation')
      .values({ authorityId, regulationVersionId, fromDay: day('2025-08-06') })
      .execute()
    const due = (dueOn: string, key: string, values: { state?: string; metOn?: string } = {}) =>
      world.deadline({ subjectKind: 'petition', subjectId: nextId(), dueOn, key, ...values }).then((id) =>
        values.metOn
          ? db
              .updateTable('deadline')
              .set({ metOn: day(values.metOn) })
              .where('id', '=', id)
              .execute()
          : null,
      )
    await due('2025-10-15', 'replyLetter', { state: 'met' })
    await due('2025-10-16', 'replyLetter', { state: 'met', metOn: '2025-10-20' })
    await due('2025-10-20', 'replyLetter')
    // of the running month: overdue, due today, due later
    await due('2025-11-03', 'replyLetter')
    await due('2025-11-10', 'replyLetter')
    await due('2025-11-28', 'replyLetter')
    await due('2025-11-04', 'conclusionNotice')
    await due('2025-10-01', 'mediaNotice', { state: 'met' })
    await due('2024-12-30', 'invitation')
    await world.petition({ state: 'answered', answeredOn: day('2025-11-05') })
    await world.petition({ leadAgencyId: world.agencies.economy, state: 'assigned' })
    await world.petition({ kind: 'denunciation' })
    tree = await readOversightTree(db, authorityId)
  })
  afterAll(async () => world.close())

  it('show what was due: in time, late, overdue; what falls due today or later is none of them', async () => {
    const lines = await readOversight(world.db, tree, YEAR)
    expect(lines.map((one) => [one.authorityId, one.below])).toEqual([[world.authorityId, 0]])
    expect(lines[0]).toMatchObject({
      ...{ received: 2, openPetitions: 1, continued: 0, planned: 0 },
      replies: { onTime: 1, late: 1, open: 2 },
      conclusions: { onTime: 0, late: 0, open: 1 },
      notices: { onTime: 1, late: 0, open: 0 },
      // the invitation of last year too
      overdueNow: 4,
    })
  })

  it('count what went up to the superior as open until it is answered, as the reports and the list do', async () => {
    const before = (await readOversight(world.db, tree, YEAR))[0]!.openPetitions
    const id = await world.petition({ state: 'escalated' })
    const open = async () => (await readOversight(world.db, tree, YEAR))[0]!.openPetitions - before
    expect(await open()).toBe(1)
    await world.db
      .updateTable('petition')
      .set({ answeredOn: day('2025-11-05') })
      .where('id', '=', id)
      .execute()
    expect(await open()).toBe(0)
    await world.db.deleteFrom('petition').where('id', '=', id).execute()
  })

  it('count only the time asked for', async () => {
    const third = { from: day('2025-07-01'), to: day('2025-09-30'), today: YEAR.today }
    const [line] = await readOversight(world.db, tree, third)
    expect(line).toMatchObject({
      received: 0,
      replies: { onTime: 0, late: 0, open: 0 },
      overdueNow: 4,
      openPetitions: 1,
    })
  })

  it('tell petitions by field and by agency, and month by month', async () => {
    const agencies = await listOversightParts(world.db, tree, 'agency', YEAR)
    const economy = agencies.find((one) => one.partKey === String(world.agencies.economy))
    expect(economy).toMatchObject({ received: 1, answered: 0, openPetitions: 1 })
    const areas = await listOversightParts(world.db, tree, 'area', YEAR)
    expect(areas.map((one) => [one.partKey, one.received])).toEqual([['', 2]])
    const months = await listOversightMonths(world.db, tree, YEAR)
    expect(months.map((one) => `${one.month} ${one.received} ${one.answered}`)).toEqual([
      '2025-10-01 2 0',
      '2025-11-01 0 1',
    ])
  })

  it('open the ballots they add up, and the deadlines without the names of what is confidential', async () => {
    const { db, authorityId, dialogueId } = world
    const scale = [
      { key: 'good', positive: true },
      { key: 'bad', positive: false },
    ]
    const { id: surveyId } = await db
      .insertInto('survey')
      .values({
        ...{ authorityId, dialogueId, title: 'Phiếu đánh giá', form: JSON.stringify({ scale }) },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const tally = (pass: number, answerKey: string, count: number) => ({
      ...{ authorityId, surveyId, pass, groupKey: 'g', answerKey, count },
    })
    await db
      .insertInto('surveyTally')
      .values([tally(1, 'good', 99), tally(2, 'good', 30), tally(2, 'bad', 12)])
      .execute()
    const settled = { state: 'settled', settledPass: 2, settledOn: day('2025-11-03') }
    await db.updateTable('survey').set(settled).where('id', '=', surveyId).execute()
    const [line] = await readOversight(world.db, tree, YEAR)
    const nobody = { accountId: null, agencyId: null }
    const open = (key: OversightFigure) =>
      listCounted(db, authorityId, countedByOversight(authorityId, key, YEAR, null), nobody, { limit: 100, offset: 0 })
    expect([line!.ratings, line!.satisfied]).toEqual([42, 30])
    expect(await open('ratings')).toMatchObject([{ id: surveyId, pageId: dialogueId, amount: 42, hidden: false }])
    expect(await open('satisfied')).toMatchObject([{ amount: 30, day: '2025-11-03' }])
    const secret = await world.petition({ confidential: true, content: 'chuyện kín' })
    await world.deadline({ subjectKind: 'petition', subjectId: secret, dueOn: '2025-11-02', key: 'replyLetter' })
    const overdue = await open('overdueNow')
    expect(overdue).toHaveLength((await readOversight(world.db, tree, YEAR))[0]!.overdueNow)
    expect(await open('repliesOpen')).toHaveLength(3)
    expect(overdue.filter((one) => one.hidden).map((one) => one.name)).toEqual([null])
    expect(JSON.stringify(await open('received'))).not.toContain('chuyện kín')
  })

  it('count the targets of their year, not those of a plan for the next', async () => {
    const targets = (month: string, n: number) => ({ authorityId: world.authorityId, month: day(month), targets: n })
    await world.db
      .insertInto('figureMonth')
      .values([targets('2025-01-01', 2), targets('1025-01-01', 2), targets('2026-01-01', 3)])
      .onConflict((one) =>
        one.columns(['authorityId', 'month']).doUpdateSet((set) => ({ targets: set.ref('excluded.targets') })),
      )
      .execute()
    for (const to of ['2025-12-31', '2025-06-30'])
      expect((await readOversight(world.db, tree, { ...YEAR, to: day(to) }))[0]).toMatchObject({ targets: 2 })
    const january = { ...YEAR, today: day('2025-01-20') }
    expect((await readOversight(world.db, tree, january))[0]).toMatchObject({ targets: 2 })
  })
})
