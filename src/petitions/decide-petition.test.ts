import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { petitionSteps } from '../../tests/support/petition-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { NotFound, NotPermitted, StaleEdit } from '../platform/errors.ts'
import { classifyPetition } from './classify-petition.ts'
import { decidePetition, decidePetitionOnPaper } from './decide-petition.ts'
import { deferPetition, verifyPetition } from './defer-petition.ts'
import { editPetition } from './edit-petition.ts'
import { linkRepeat } from './link-repeat.ts'

let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world.close())

const { read, receive, assigned } = petitionSteps(() => world)

describe('classifying', () => {
  it('puts it into its field and group; a field the regulation calls sensitive makes it sensitive', async () => {
    const id = await receive()
    await world.done(world.people.clerk, classifyPetition, {
      id,
      version: 1,
      kind: 'feedback',
      subjectArea: 'land',
      disposition: 'verifyAndReplyLater',
      sphere: 'government',
    })
    expect(await read(id)).toMatchObject({ state: 'classified', subjectArea: 'land', kind: 'feedback', version: 2 })
  })

  it('refuses keys that are not in the regulation, and a version that is old', async () => {
    const id = await receive()
    const outcome = await world.perform(world.people.clerk, classifyPetition, {
      id,
      version: 1,
      kind: 'request',
      subjectArea: 'moon',
    })
    expect(outcome).toEqual({ ok: false, errors: { subjectArea: 'notInList' } })
    await world.done(world.people.clerk, editPetition, { id, version: 1, content: 'Sửa đường thôn', reason: 'gọn lại' })
    await expect(
      world.perform(world.people.clerk, classifyPetition, { id, version: 1, kind: 'request' }),
    ).rejects.toBeInstanceOf(StaleEdit)
  })

  it('does not exist for an agency that has nothing to do with it', async () => {
    const id = await receive()
    await expect(
      world.perform(world.people.specialist, classifyPetition, { id, version: 1, kind: 'request' }),
    ).rejects.toBeInstanceOf(NotFound)
  })
})

describe('decisions', () => {
  it('within or beyond competence are the chair’s, or recorded from paper', async () => {
    const id = await assigned()
    const { version } = await read(id)
    await expect(
      world.perform(world.people.clerk, decidePetition, { id, version, competence: 'beyond', direction: 'báo cáo' }),
    ).rejects.toBeInstanceOf(NotPermitted)
    await world.done(world.people.chair, decidePetition, {
      id,
      version,
      competence: 'beyond',
      direction: 'Báo cáo UBND thành phố.',
    })
    expect(await read(id)).toMatchObject({ competence: 'beyond', disposition: 'noteAndReportUp' })
    await world.done(world.people.clerk, decidePetitionOnPaper, {
      id,
      version: version + 1,
      competence: 'within',
      direction: 'Giao Phòng Kinh tế.',
      paperApprover: 'Bí thư',
      paperApprovedOn: '2025-10-19',
    })
    expect((await read(id)).competence).toBe('within')
  })

  it('to defer keep the reason; what arose at the conference is verified', async () => {
    const id = await assigned({ raised: 'atConference' })
    const { version } = await read(id)
    await world.done(world.people.chair, deferPetition, { id, version, reason: 'cần kiểm tra hiện trạng' })
    expect(await read(id)).toMatchObject({
      disposition: 'verifyAndReplyLater',
      deferredReason: 'cần kiểm tra hiện trạng',
    })
    await world.done(world.people.specialist, verifyPetition, {
      id,
      version: 3,
      report: 'Đã kiểm tra.',
      verifiedOn: '2025-10-20',
    })
    const answer = await world.db
      .selectFrom('petitionAnswer')
      .select('kind')
      .where('petitionId', '=', id)
      .executeTakeFirstOrThrow()
    expect(answer.kind).toBe('verification')
  })

  it('to link a repeat count “lần thứ n”, and only to an earlier one', async () => {
    const first = await receive({ receivedOn: '2025-01-05' })
    const second = await receive({ receivedOn: '2025-05-05' })
    const third = await receive()
    await world.done(world.people.clerk, linkRepeat, { id: second, version: 1, earlierId: first })
    await world.done(world.people.clerk, linkRepeat, { id: third, version: 1, earlierId: second, continued: 'on' })
    expect(await read(third)).toMatchObject({ repeatNumber: 3, continued: true, repeatOfId: second })
    await expect(
      world.perform(world.people.clerk, linkRepeat, { id: first, version: 1, earlierId: third }),
    ).rejects.toMatchObject({ code: 'petition/repeat-not-earlier' })
  })
})
