import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { insertAuthority } from '../agencies/authority-store.ts'
import type { ActualDialogue } from '../plans/plan-progress.ts'
import { progressOfTarget } from '../plans/plan-progress.ts'
import type { Day } from '../platform/day.ts'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import { findChairModel } from '../regulations/regulation.ts'
import {
  getRegulationVersion,
  listRegulationVersions,
  syncShippedRegulations,
} from '../regulations/regulation-store.ts'
import { listCounted } from './figure-store.ts'
import { figuresOfLine, NO_PETITIONS } from './oversight-figure.ts'
import {
  countedByOversight,
  type FigurePart,
  listPartOfLines,
  OVERSIGHT_FIGURES,
  type OversightFigure,
  PART_FIGURES,
} from './oversight-record-store.ts'
import { listOversightMonths, listOversightParts, readOversight } from './oversight-store.ts'
import { readOversightTree } from './oversight-tree-store.ts'
import { findWrongFigures, gatherFigures } from './rollup-store.ts'

const PERIOD = { from: '2025-01-01' as Day, to: '2025-12-31' as Day, today: '2025-11-10' as Day }
const QUARTERS = [
  { from: '2025-01-01' as Day, to: '2025-03-31' as Day },
  { from: '2025-04-01' as Day, to: '2025-06-30' as Day },
  { from: '2025-07-01' as Day, to: '2025-09-30' as Day },
  { from: '2025-10-01' as Day, to: '2025-12-31' as Day },
]
const KINDS = ['periodic', 'thematic', 'adHoc']
const MODELS = ['partySecretary', 'peoplesCommitteeChair']
const PERIODS = ['year', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'] as const
const AREAS = ['land', 'land', 'environment', null]
const NOBODY = { accountId: null, agencyId: null }
const NO_LAND = { partKey: 'land', received: 0, openPetitions: 0, replies: { onTime: 0, late: 0, open: 0 } }

const inThoseMonths = fc
  .integer({ min: 0, max: 420 })
  .map((n) => new Date(Date.UTC(2024, 11, 1 + n)).toISOString().slice(0, 10) as Day)
/** days at which something begins or ends come more often */
const anyDay = fc.oneof(
  { weight: 3, arbitrary: inThoseMonths },
  fc.constantFrom(...(['2025-01-01', '2025-10-31', '2025-11-01', '2025-11-09', '2025-11-10', '2025-12-31'] as Day[])),
)
const who = fc.nat({ max: 5 })
const anyAct = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('petition' as const), who, day: anyDay, area: fc.constantFrom(...AREAS) }),
  },
  fc.record({ act: fc.constant('area' as const), who, area: fc.constantFrom(...AREAS) }),
  fc.record({ act: fc.constant('answer' as const), who, day: anyDay }),
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('due' as const),
      who,
      day: anyDay,
      met: fc.option(anyDay, { freq: 1 }),
      key: fc.constantFrom('replyLetter', 'replyLetter', 'conclusionNotice', 'invitation', 'gathering'),
    }),
  },
  fc.record({
    act: fc.constant('held' as const),
    who,
    day: anyDay,
    kind: fc.constantFrom(...KINDS),
    model: fc.constantFrom(...MODELS),
    indirect: fc.boolean(),
  }),
  fc.record({ act: fc.constant('called off' as const), who }),
  fc.record({
    act: fc.constant('target' as const),
    who,
    post: fc.constantFrom(...MODELS),
    minimum: fc.nat({ max: 2 }),
    period: fc.constantFrom(...PERIODS),
    indirect: fc.boolean(),
  }),
  fc.record({ act: fc.constant('planned' as const), who, day: anyDay, dropped: fc.boolean() }),
  fc.record({ act: fc.constant('plan' as const), who, state: fc.constantFrom('draft', 'issued', 'published') }),
  fc.record({ act: fc.constant('move' as const), who, under: who }),
  fc.record({ act: fc.constant('gather' as const) }),
)
type AnyAct = typeof anyAct extends fc.Arbitrary<infer T> ? T : never

describe('the sums over a tree of authorities', () => {
  let database: TestDatabase
  let versionId = 0
  let serial = 0
  beforeAll(async () => {
    database = await createTestDatabase()
    await syncShippedRegulations(database.db, await loadRegulationFiles())
    versionId = (await listRegulationVersions(database.db)).find((one) => one.regulationId === 'hai-phong-13')!.id
  })
  afterAll(() => database?.close())

  /** Six authorities: a superior, two under it, one below each of those, and one elsewhere. */
  async function sixAuthorities(): Promise<number[]> {
    const ids: number[] = []
    for (const parent of [null, 0, 0, 1, 2, null]) {
      serial += 1
      const name = `Đơn vị ${serial}`
      const id = await insertAuthority(database.db, {
        ...{ slug: `don-vi-${serial}`, name, shortName: name, kind: 'commune', placeName: name, toDay: null },
        ...{ fromDay: '2024-01-01' as Day, casePrefix: 'DV', voters: null, totpRequired: false, demo: false },
        parentAuthorityId: parent === null ? null : ids[parent]!,
      })
      await database.db
        .insertInto('authorityRegulation')
        .values({ authorityId: id, regulationVersionId: versionId, fromDay: '2024-01-01' as Day })
        .execute()
      const agency = await database.db
        .insertInto('agency')
        .values({
          authorityId: id,
          name,
          shortName: name,
          kind: 'agency',
          level: 'commune',
          fromDay: '2024-01-01' as Day,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await database.db
        .insertInto('plan')
        .values({
          ...{ authorityId: id, year: 2025, title: name, issuerAgencyId: agency.id, state: 'issued' },
          regulationVersionId: versionId,
        })
        .execute()
      ids.push(id)
    }
    return ids
  }

  async function enterPetition(authorityId: number, receivedOn: Day, subjectArea: string | null) {
    serial += 1
    const { db } = database
    const of = { authorityId, receivedOn }
    const { id: petitionerId } = await db
      .insertInto('petitioner')
      .values({ authorityId, kind: 'person', name: 'Người dân' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: submissionId } = await db
      .insertInto('submission')
      .values({ ...of, petitionerId, channel: 'letter', text: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('petition')
      .values({
        ...{ ...of, petitionerId, submissionId, code: `DV-${serial}`, raised: 'before', content: 'x' },
        subjectArea,
      })
      .execute()
  }

  async function perform(ids: readonly number[], act: AnyAct): Promise<void> {
    const { db } = database
    if (act.act === 'gather') return gatherFigures(db)
    const authorityId = ids[act.who]!
    const plan = await db
      .selectFrom('plan')
      .select('id')
      .where('authorityId', '=', authorityId)
      .executeTakeFirstOrThrow()
    const of = { authorityId, planId: plan.id }
    if (act.act === 'petition') return enterPetition(authorityId, act.day, act.area)
    if (act.act === 'area')
      await db.updateTable('petition').set({ subjectArea: act.area }).where('authorityId', '=', authorityId).execute()
    if (act.act === 'answer')
      await db
        .updateTable('petition')
        .set({ state: 'answered', answeredOn: act.day })
        .where('authorityId', '=', authorityId)
        .where('receivedOn', '<=', act.day)
        .execute()
    if (act.act === 'due') await due(authorityId, act)
    if (act.act === 'held')
      await db
        .insertInto('dialogue')
        .values({
          ...{ authorityId, regulationVersionId: versionId, title: 'x', kind: act.kind, chairModel: act.model },
          ...{ state: 'held', form: act.indirect ? 'indirect' : 'inPerson' },
          ...(act.indirect ? { collectionClosesOn: act.day } : { heldOn: act.day }),
        })
        .execute()
    if (act.act === 'called off')
      await db.updateTable('dialogue').set({ state: 'cancelled' }).where('authorityId', '=', authorityId).execute()
    if (act.act === 'target')
      await db
        .insertInto('planTarget')
        .values({
          ...{ ...of, postKind: act.post, label: 'x', minimum: act.minimum, kinds: ['periodic', 'thematic'] },
          ...{ period: act.period, countsIndirect: act.indirect },
        })
        .execute()
    if (act.act === 'planned')
      await db
        .insertInto('plannedDialogue')
        .values({
          ...{ ...of, title: 'x', kind: 'periodic', form: 'inPerson', chairModel: 'partySecretary' },
          ...{ expectedFrom: act.day, expectedTo: act.day, droppedReason: act.dropped ? 'x' : null },
        })
        .execute()
    if (act.act === 'plan') await db.updateTable('plan').set({ state: act.state }).where('id', '=', plan.id).execute()
    // never into a circle: the one elsewhere and the two at the bottom move, under any of the first three
    if (act.act === 'move' && act.who > 2)
      await db
        .updateTable('authority')
        .set({ parentAuthorityId: ids[act.under % 3]! })
        .where('id', '=', authorityId)
        .execute()
  }

  async function due(authorityId: number, { day, met, key }: { day: Day; met: Day | null; key: string }) {
    const findLast = () =>
      database.db
        .selectFrom('petition')
        .select('id')
        .where('authorityId', '=', authorityId)
        .orderBy('id', 'desc')
        .executeTakeFirst()
    if (!(await findLast())) await enterPetition(authorityId, '2025-02-03' as Day, 'land')
    const petition = (await findLast())!
    serial += 1
    await database.db
      .insertInto('deadline')
      .values({
        ...{ authorityId, subjectKind: 'petition', subjectId: petition.id, key, label: 'x' },
        ...{ instrumentId: `x${serial}`, instrument: 'x', clause: 'x', anchorEvent: 'x', anchorOn: day },
        ...{ dueOn: day, firstDueOn: day, direction: 'after', counting: '{}' },
        ...{ state: met ? 'met' : 'open', metOn: met },
      })
      .execute()
  }

  /** What the tree under `top` counts, in plain words. */
  async function recount(top: number) {
    const { db } = database
    const parents = await db.selectFrom('authority').select(['id', 'parentAuthorityId']).execute()
    const tree = [top]
    for (const id of tree) tree.push(...parents.filter((one) => one.parentAuthorityId === id).map((one) => one.id))
    const inYear = (day: Day | null) => day !== null && day >= PERIOD.from && day <= PERIOD.to
    const petitions = await db.selectFrom('petition').selectAll().where('authorityId', 'in', tree).execute()
    const deadlines = await db.selectFrom('deadline').selectAll().where('authorityId', 'in', tree).execute()
    const replies = deadlines.filter((one) => one.key === 'replyLetter')
    const dialogues = await db.selectFrom('dialogue').selectAll().where('authorityId', 'in', tree).execute()
    const plans = await db
      .selectFrom('plan')
      .selectAll()
      .where('authorityId', 'in', tree)
      .where('state', 'in', ['issued', 'published'])
      .execute()
    const planned = await db.selectFrom('plannedDialogue').selectAll().where('authorityId', 'in', tree).execute()
    const targets = await db.selectFrom('planTarget').selectAll().where('authorityId', 'in', tree).execute()
    const { regulation } = await getRegulationVersion(db, versionId)
    const inForce = (planId: number) => plans.some((one) => one.id === planId)
    const states = targets
      .filter((one) => inForce(one.planId) && one.minimum > 0)
      .map((target) => {
        const actual = dialogues
          .filter((one) => one.authorityId === target.authorityId)
          .map((one) => ({
            ...{ ...one, planId: null, plannedDialogueId: null, sessionKind: null, held: one.state === 'held' },
            day: one.form === 'indirect' ? one.collectionClosesOn : one.heldOn,
            ...{ countsFor: findChairModel(regulation, one.chairModel)?.countsFor ?? [], deputyFor: [] },
          })) as ActualDialogue[]
        return progressOfTarget({ ...target, period: target.period as 'year' }, actual, 2025, PERIOD.today).state
      })
    return {
      received: petitions.filter((one) => inYear(one.receivedOn)).length,
      openPetitions: petitions.filter((one) => one.state !== 'answered').length,
      held: dialogues.filter((one) => one.state === 'held' && inYear(one.heldOn ?? one.collectionClosesOn)).length,
      planned: planned.filter((one) => inForce(one.planId) && one.droppedReason === null && inYear(one.expectedTo))
        .length,
      ...{ targets: states.length, targetsMet: states.filter((one) => one === 'met').length },
      overdueNow: deadlines.filter((one) => one.state === 'open' && one.dueOn < PERIOD.today).length,
      onTime: replies.filter((one) => one.state === 'met' && inYear(one.dueOn) && one.metOn! <= one.dueOn).length,
      open: replies.filter((one) => one.state === 'open' && inYear(one.dueOn) && one.dueOn < PERIOD.today).length,
    }
  }

  /** What each figure of an authority itself says, and how much the records add up to that it opens. */
  async function saidAndListed(authorityId: number, part: FigurePart | null) {
    const tree = await readOversightTree(database.db, authorityId)
    const petitions = (await listPartOfLines(database.db, tree, part, PERIOD)).get(authorityId) ?? NO_PETITIONS
    const line = (await readOversight(database.db, tree, PERIOD)).find((one) => one.authorityId === authorityId)!
    const said: Partial<Record<OversightFigure, number>> =
      part === null ? figuresOfLine(line, petitions.answered) : petitions
    const listed: typeof said = {}
    for (const key of part === null ? OVERSIGHT_FIGURES : PART_FIGURES) {
      const counted = countedByOversight(authorityId, key, PERIOD, part)
      const everything = { limit: 1000, offset: 0 }
      const records = await listCounted(database.db, authorityId, counted, NOBODY, everything)
      listed[key] = records.reduce((sum, one) => sum + one.amount, 0)
    }
    return { said, listed }
  }

  it('equal a recount from the records at any time, whatever changes, moves or is put together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 14 }), async (acts) => {
        const ids = await sixAuthorities()
        for (const act of acts) await perform(ids, act)
        expect(await findWrongFigures(database.db)).toEqual([])
        const shown = acts.findLast((act) => act.act === 'due') ?? acts.find((act) => 'who' in act)
        const whose = ids[shown && 'who' in shown ? shown.who : 0]!
        for (const part of [null, { part: 'area' as const, key: 'land' }, { part: 'agency' as const, key: '' }]) {
          const { said, listed } = await saidAndListed(whose, part)
          expect(listed).toEqual(said)
        }
        for (const top of [ids[0]!, ids[1]!, ids[5]!]) {
          const tree = await readOversightTree(database.db, top)
          const lines = await readOversight(database.db, tree, PERIOD)
          const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((all, line) => all + of(line), 0)
          expect({
            ...{ received: sum((one) => one.received), openPetitions: sum((one) => one.openPetitions) },
            ...{ held: sum((one) => one.held), planned: sum((one) => one.planned) },
            ...{ targets: sum((one) => one.targets), targetsMet: sum((one) => one.targetsMet) },
            ...{ overdueNow: sum((one) => one.overdueNow), onTime: sum((one) => one.replies.onTime) },
            open: sum((one) => one.replies.open),
          }).toEqual(await recount(top))
          // the year has a line of its own; the quarters are added up from their months
          const quarters = await Promise.all(
            QUARTERS.map((ends) => readOversight(database.db, tree, { ...PERIOD, ...ends })),
          )
          const byQuarters = quarters
            .flat()
            .filter((one) => lines.some(({ authorityId }) => authorityId === one.authorityId))
          const figures = (all: typeof lines) =>
            (['received', 'held', 'planned', 'continued', 'ratings'] as const)
              .map((key) => all.reduce((total, one) => total + one[key], 0))
              .concat(
                (['onTime', 'late', 'open'] as const).map((key) => all.reduce((n, one) => n + one.replies[key], 0)),
              )
          expect(figures(byQuarters)).toEqual(figures(lines))
          const areas = await listOversightParts(database.db, tree, 'area', PERIOD)
          expect(areas.reduce((all, one) => all + one.received, 0)).toBe(sum((one) => one.received))
          expect(areas.reduce((all, one) => all + one.replies.onTime, 0)).toBe(sum((one) => one.replies.onTime))
          const land = await listPartOfLines(database.db, tree, { part: 'area', key: 'land' }, PERIOD)
          const { replies, ...ofLand } = areas.find((one) => one.partKey === 'land') ?? NO_LAND
          expect([...land.values()].reduce((all, one) => all + one.received, 0)).toBe(ofLand.received)
          expect([...land.values()].reduce((all, one) => all + one.openPetitions, 0)).toBe(ofLand.openPetitions)
          expect([...land.values()].reduce((all, one) => all + one.repliesOpen, 0)).toBe(replies.open)
          const months = await listOversightMonths(database.db, tree, PERIOD)
          expect(months.reduce((all, one) => all + one.received, 0)).toBe(sum((one) => one.received))
        }
      }),
      { numRuns: 25 },
    )
  })
})
