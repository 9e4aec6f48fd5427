import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkWorld, type WorkWorld } from '../../tests/support/work-world.ts'
import type { Day } from '../platform/day.ts'
import { findWrongFigures } from './rollup-store.ts'

const STATES = ['received', 'classified', 'assigned', 'answered', 'transferred', 'escalated', 'merged', 'withdrawn']
const AREAS = ['land', 'environment', null]

/** A day of three months. */
const anyDay = fc.integer({ min: 0, max: 89 }).map((n) => new Date(Date.UTC(2025, 8, 1 + n)).toISOString().slice(0, 10))
const anyChange = fc.record({
  what: fc.constantFrom('petition', 'deadline', 'dialogue', 'delete', 'nothing'),
  at: fc.nat({ max: 5 }),
  day: anyDay,
  other: anyDay,
  state: fc.constantFrom(...STATES),
  area: fc.constantFrom(...AREAS),
  flag: fc.boolean(),
})
type AnyChange = typeof anyChange extends fc.Arbitrary<infer T> ? T : never

describe('the rollups of the figures', () => {
  let world: WorkWorld
  const petitions: number[] = []
  const deadlines: number[] = []
  beforeAll(async () => {
    world = await createWorkWorld()
    for (let at = 0; at < 6; at += 1) petitions.push(await world.petition())
    for (let at = 0; at < 6; at += 1)
      deadlines.push(
        await world.deadline({
          subjectKind: 'petition',
          subjectId: petitions[at]!,
          dueOn: '2025-11-01',
          key: ['replyLetter', 'conclusionNotice', 'invitation'][at % 3]!,
        }),
      )
  })
  afterAll(async () => world.close())

  const perform = async (db: WorkWorld['db'], { what, at, day, other, state, area, flag }: AnyChange) => {
    const on = day as Day
    if (what === 'petition')
      await db
        .updateTable('petition')
        .set({
          ...{ state, receivedOn: on, subjectArea: area, continued: flag, kind: flag ? 'request' : 'complaint' },
          ...{ answeredOn: state === 'answered' || flag ? (other as Day) : null, settledOn: flag ? on : null },
          leadAgencyId: flag ? world.agencies.office : null,
        })
        .where('id', '=', petitions[at]!)
        .execute()
    if (what === 'deadline')
      await db
        .updateTable('deadline')
        .set({ state: flag ? 'met' : 'open', dueOn: on, metOn: flag ? (other as Day) : null })
        .where('id', '=', deadlines[at]!)
        .execute()
    if (what === 'dialogue')
      await db
        .updateTable('dialogue')
        .set({ state: flag ? 'held' : 'preparing', heldOn: on, attendancePeople: at * 10, kind: 'thematic' })
        .execute()
    if (what === 'delete' && petitions.length > 6)
      await db.deleteFrom('petition').where('id', '=', petitions.pop()!).execute()
  }

  it('equal a recount after any changes, also several of one record in one transaction', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 8 }), fc.boolean(), async (changes, fails) => {
        await world.db
          .transaction()
          .execute(async (transaction) => {
            for (const change of changes) await perform(transaction, change)
            if (fails) throw new Error('rolled back')
          })
          .catch((error: Error) => expect(error.message).toBe('rolled back'))
        expect(await findWrongFigures(world.db)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('are named where they differ', async () => {
    const { authorityId } = world
    await world.db
      .updateTable('figureMonth')
      .set({ received: 999 })
      .where('month', '=', '2025-10-01' as Day)
      .execute()
    await world.petition()
    const wrong = await findWrongFigures(world.db)
    expect(wrong).toContainEqual({ authorityId, month: '2025-10-01', below: false, part: '', partKey: '' })
    expect(wrong).toHaveLength(1)
  })
})
