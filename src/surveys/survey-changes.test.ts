import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { NotFound, NotPermitted, StaleEdit } from '../platform/errors.ts'
import { countBallots } from './count-ballots.ts'
import { enterTally } from './enter-tally.ts'
import { openSurvey } from './open-survey.ts'
import { reopenSurvey, settleSurvey } from './settle-survey.ts'
import { findSurvey, listTallies } from './survey-store.ts'

let world: PetitionWorld
let id: number
beforeAll(async () => {
  world = await createPetitionWorld({ regulation: 'thanh-hoa-2543' })
  const { clerk } = world.people
  id = (await world.done(clerk, openSurvey, { dialogueId: world.dialogueId, title: 'Phiếu đợt 1' })).id
})
afterAll(() => world.close())

const survey = async () => (await findSurvey(world.db, world.authorityId, id))!
const GROUPS = ['conduct', 'procedures', 'patrols', 'reports']

/** A whole tally: every group the same, except what `change` says. */
function cells(change: Record<string, unknown> = {}): Record<string, unknown> {
  const all = GROUPS.flatMap((group) => [
    [`n.${group}.verySatisfied`, '300'],
    [`n.${group}.satisfied`, '200'],
    [`n.${group}.neutral`, '20'],
    [`n.${group}.notSatisfied`, '2'],
  ])
  return { ...Object.fromEntries(all), ...change }
}

describe('the satisfaction ballot of the police forum', () => {
  it('opens once, and only where the regulation has a forum', async () => {
    await expect(
      world.perform(world.people.clerk, openSurvey, { dialogueId: world.dialogueId, title: 'x' }),
    ).rejects.toThrow('survey/already-open')
    const without = await createPetitionWorld({ slug: 'khac' })
    await expect(
      without.perform(without.people.clerk, openSurvey, { dialogueId: without.dialogueId, title: 'x' }),
    ).rejects.toThrow('survey/no-forum')
    await without.close()
    await expect(world.perform(world.people.clerk, openSurvey, { dialogueId: 999_999, title: 'x' })).rejects.toThrow(
      NotFound,
    )
    await expect(
      world.perform(world.people.front, openSurvey, { dialogueId: world.dialogueId, title: 'x' }),
    ).rejects.toThrow(NotPermitted)
  })

  it('wants the ballots counted before a tally', async () => {
    await expect(
      world.perform(world.people.clerk, enterTally, { id, version: 1, pass: 1, cells: cells() }),
    ).rejects.toThrow('survey/count-ballots-first')
  })

  it('refuses more valid than returned and more returned than issued', async () => {
    const wrong = await world.perform(world.people.clerk, countBallots, {
      id,
      version: 1,
      issued: '530',
      returned: '531',
      valid: '532',
    })
    expect(wrong).toMatchObject({
      ok: false,
      errors: { returned: 'survey/more-returned-than-issued', valid: 'survey/more-valid-than-returned' },
    })
    await world.done(world.people.clerk, countBallots, {
      id,
      version: 1,
      issued: '530',
      returned: '525',
      valid: '522',
      comments: 'Nhiệt tình.',
    })
    expect(await survey()).toMatchObject({ issued: 530, returned: 525, valid: 522, version: 2 })
    await expect(
      world.perform(world.people.clerk, countBallots, { id, version: 1, issued: '530', returned: '525', valid: '521' }),
    ).rejects.toThrow(StaleEdit)
  })

  it('takes a whole tally only, with no group above the valid ballots', async () => {
    const refused = async (change: Record<string, unknown>) => {
      const outcome = await world.perform(world.people.clerk, enterTally, {
        id,
        version: 2,
        pass: 1,
        cells: cells(change),
      })
      return outcome.ok ? null : outcome.errors
    }
    expect(await refused({ 'n.patrols.neutral': '' })).toEqual({ 'n.patrols.neutral': 'required' })
    expect(await refused({ 'n.patrols.neutral': '-3' })).toEqual({ 'n.patrols.neutral': 'notANumber' })
    expect(await refused({ 'n.patrols.neutral': '21' })).toEqual({
      'n.patrols.verySatisfied': 'survey/more-than-valid',
    })
    expect(await listTallies(world.db, world.authorityId, id)).toEqual([])
  })

  it('is tallied by two persons, never the same', async () => {
    await world.done(world.people.clerk, enterTally, { id, version: 2, pass: 1, cells: cells() })
    await expect(
      world.perform(world.people.clerk, enterTally, { id, version: 2, pass: 2, cells: cells() }),
    ).rejects.toThrow('survey/same-person')
    await expect(
      world.perform(world.people.specialist, enterTally, { id, version: 2, pass: 2, cells: cells() }),
    ).rejects.toThrow(NotPermitted)
    await expect(world.perform(world.people.clerk, settleSurvey, { id, version: 2 })).rejects.toThrow(
      'survey/needs-two-tallies',
    )
    await world.done(world.people.leader, enterTally, {
      id,
      version: 2,
      pass: 2,
      cells: cells({ 'n.reports.satisfied': '199' }),
    })
    const tallies = await listTallies(world.db, world.authorityId, id)
    expect(tallies.map((one) => one.enteredBy)).toEqual([world.people.clerk.accountId, world.people.leader.accountId])
  })

  it('cannot be settled over a difference without a reason', async () => {
    const refused = await world.perform(world.people.leader, settleSurvey, {
      id,
      version: 2,
      settledPass: 1,
      reason: '',
    })
    expect(refused).toEqual({ ok: false, errors: { reason: 'reasonRequired' } })
    await world.done(world.people.leader, settleSurvey, {
      id,
      version: 2,
      settledPass: 2,
      reason: 'Đếm lại phiếu: 199.',
    })
    expect(await survey()).toMatchObject({ state: 'settled', settledPass: 2, settledReason: 'Đếm lại phiếu: 199.' })
  })

  it('changes nothing any more once settled, until it is taken back with a reason', async () => {
    await expect(
      world.perform(world.people.clerk, enterTally, { id, version: 3, pass: 1, cells: cells() }),
    ).rejects.toThrow('survey/settled')
    await expect(
      world.perform(world.people.clerk, countBallots, { id, version: 3, issued: '1', returned: '1', valid: '1' }),
    ).rejects.toThrow('survey/settled')
    await world.done(world.people.leader, reopenSurvey, { id, version: 3, reason: 'Sót một tập phiếu.' })
    await world.done(world.people.leader, enterTally, { id, version: 4, pass: 2, cells: cells() })
    await world.done(world.people.leader, settleSurvey, { id, version: 4 })
    expect(await survey()).toMatchObject({ state: 'settled', settledPass: 1, settledReason: null })
  })

  it('does not let the valid ballots fall below what was tallied', async () => {
    await world.done(world.people.leader, reopenSurvey, { id, version: 5, reason: 'Kiểm tra.' })
    const fewer = await world.perform(world.people.leader, countBallots, {
      id,
      version: 6,
      issued: '530',
      returned: '525',
      valid: '500',
    })
    expect(fewer).toEqual({ ok: false, errors: { valid: 'survey/fewer-valid-than-tallied' } })
  })
})
