import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { give, petitionSteps } from '../../tests/support/petition-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { NotPermitted } from '../platform/errors.ts'
import { approveAnswer, approveAnswerOnPaper, returnAnswer, sendBackAnswer, submitAnswer } from './approve-answer.ts'
import { contributeToAnswer } from './contribute-to-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { nameAccused } from './name-accused.ts'
import { getPetitionFacts } from './petition-store.ts'

let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world.close())

const { read, receive, assigned } = petitionSteps(() => world)

describe('assigning', () => {
  it('tells the lead and the supporting agency, and asks a reason when it moves', async () => {
    const id = await assigned()
    const messages = await world.db
      .selectFrom('message')
      .select(['kind', 'agencyId'])
      .where('subjectId', '=', id)
      .orderBy('id')
      .execute()
    expect(messages).toEqual([
      { kind: 'petition-assigned', agencyId: world.agencies.economy },
      { kind: 'petition-support-asked', agencyId: world.agencies.culture },
    ])
    const again = { id, version: (await read(id)).version, leadAgencyId: world.agencies.culture }
    const outcome = await world.perform(world.people.clerk, give, again)
    expect(outcome).toEqual({ ok: false, errors: { reason: 'reasonRequired' } })
    await world.done(world.people.clerk, give, { ...again, reason: 'đúng lĩnh vực' })
    expect((await read(id)).leadAgencyId).toBe(world.agencies.culture)
  })

  it('never gives it to the agency it accuses', async () => {
    const id = await receive({ accusedAgencyId: world.agencies.economy })
    await expect(
      world.perform(world.people.clerk, give, { id, version: 2, leadAgencyId: world.agencies.economy }),
    ).rejects.toMatchObject({ code: 'petition/accused-handles' })
    const other = await assigned()
    await expect(
      world.perform(world.people.clerk, nameAccused, {
        id: other,
        version: (await read(other)).version,
        accusedAgencyId: world.agencies.economy,
        reason: 'nội dung tố',
      }),
    ).rejects.toMatchObject({ code: 'petition/accused-leads' })
  })
})

describe('the prepared answer', () => {
  it('goes from draft to submitted to approved by the head, and makes the petition ready', async () => {
    const id = await assigned()
    const { answerVersion } = await world.done(world.people.specialist, draftAnswer, {
      id,
      text: 'Sẽ sửa trong quý IV.',
    })
    await world.done(world.people.specialist, submitAnswer, { id, answerVersion })
    await world.done(world.people.head, approveAnswer, { id, answerVersion: answerVersion + 1 })
    expect((await read(id)).state).toBe('answerPrepared')
  })

  it('is not approved by who drafted it, nor by another agency, nor before it is submitted', async () => {
    const id = await assigned()
    const { answerVersion } = await world.done(world.people.head, draftAnswer, { id, text: 'Tự viết.' })
    await expect(world.perform(world.people.head, approveAnswer, { id, answerVersion })).rejects.toMatchObject({
      code: 'petition/not-now',
    })
    await world.done(world.people.head, submitAnswer, { id, answerVersion })
    await expect(
      world.perform(world.people.head, approveAnswer, { id, answerVersion: answerVersion + 1 }),
    ).rejects.toMatchObject({ code: 'petition/drafter-approves' })
    await expect(
      world.perform(world.people.specialist, approveAnswer, { id, answerVersion: answerVersion + 1 }),
    ).rejects.toBeInstanceOf(NotPermitted)
  })

  it('is not approved by who wrote it before somebody else went on with it', async () => {
    const id = await assigned()
    await world.done(world.people.head, draftAnswer, { id, text: 'Tự viết.' })
    const more = { id, text: 'Tự viết, thêm một dấu.', answerVersion: 1 }
    const { answerVersion } = await world.done(world.people.specialist, draftAnswer, more)
    await world.done(world.people.specialist, submitAnswer, { id, answerVersion })
    const own = world.perform(world.people.head, approveAnswer, { id, answerVersion: answerVersion + 1 })
    await expect(own).rejects.toMatchObject({ code: 'petition/drafter-approves' })
    const { preparedBy, replyBy } = await getPetitionFacts(world.db, world.authorityId, id)
    const writers = [world.people.head.accountId, world.people.specialist.accountId]
    expect([[...preparedBy].sort(), replyBy]).toEqual([writers.sort(), []])
  })

  it('shows both texts when somebody else wrote meanwhile', async () => {
    const id = await assigned()
    await world.done(world.people.specialist, draftAnswer, { id, text: 'Bản một.' })
    await world.done(world.people.head, draftAnswer, { id, text: 'Bản hai.', answerVersion: 1 })
    await expect(
      world.perform(world.people.specialist, draftAnswer, { id, text: 'Bản ba.', answerVersion: 1 }),
    ).rejects.toMatchObject({ kind: 'petition-answer', current: { text: 'Bản hai.' } })
  })

  it('comes back with a reason from the head, and from the lead office when it consolidates', async () => {
    const id = await assigned()
    await world.done(world.people.specialist, draftAnswer, { id, text: 'Ngắn.' })
    await world.done(world.people.specialist, submitAnswer, { id, answerVersion: 1 })
    await world.done(world.people.head, returnAnswer, { id, answerVersion: 2, reason: 'chưa nêu thời hạn' })
    await world.done(world.people.specialist, draftAnswer, { id, text: 'Xong trước 30/11.', answerVersion: 3 })
    await world.done(world.people.specialist, submitAnswer, { id, answerVersion: 4 })
    await world.done(world.people.head, approveAnswer, { id, answerVersion: 5 })
    await world.done(world.people.clerk, sendBackAnswer, { id, answerVersion: 6, reason: 'thiếu căn cứ' })
    expect((await read(id)).state).toBe('assigned')
  })

  it('may have been approved on paper: signer and day are kept and it is told apart', async () => {
    const id = await assigned()
    await world.done(world.people.clerk, draftAnswer, { id, text: 'Điện lực trả lời: đã nâng công suất.' })
    const future = await world.perform(world.people.clerk, approveAnswerOnPaper, {
      id,
      answerVersion: 1,
      paperApprover: 'Lê Văn Sơn',
      paperApprovedOn: '2026-01-01',
    })
    expect(future).toEqual({ ok: false, errors: { paperApprovedOn: 'inFuture' } })
    await world.done(world.people.clerk, approveAnswerOnPaper, {
      id,
      answerVersion: 1,
      paperApprover: 'Lê Văn Sơn',
      paperApprovedOn: '17/10/2025',
    })
    const answer = await world.db
      .selectFrom('petitionAnswer')
      .selectAll()
      .where('petitionId', '=', id)
      .executeTakeFirstOrThrow()
    expect(answer).toMatchObject({
      approvedOnPaper: true,
      approvedBy: null,
      paperApprover: 'Lê Văn Sơn',
      paperApprovedOn: '2025-10-17',
    })
  })

  it('takes the part of a supporting agency, and of none that was not asked', async () => {
    const id = await assigned()
    await world.done(world.people.supporter, contributeToAnswer, { id, contribution: 'Về phần văn hóa: …' })
    const support = await world.db
      .selectFrom('petitionSupport')
      .select('contributedOn')
      .where('petitionId', '=', id)
      .executeTakeFirstOrThrow()
    expect(support.contributedOn).toBe('2025-10-20')
    await expect(
      world.perform(world.people.clerk, contributeToAnswer, { id, agencyId: world.agencies.front, contribution: 'x' }),
    ).rejects.toMatchObject({ code: 'petition/not-supporting' })
  })
})
