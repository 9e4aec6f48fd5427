import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { defineChange } from '../changes/define-change.ts'
import { NotFound, NotPermitted, StaleEdit } from '../platform/errors.ts'
import { approveAnswer, approveAnswerOnPaper, returnAnswer, sendBackAnswer, submitAnswer } from './approve-answer.ts'
import { classifyPetition } from './classify-petition.ts'
import { contributeToAnswer } from './contribute-to-answer.ts'
import { decidePetition, decidePetitionOnPaper } from './decide-petition.ts'
import { deferPetition, verifyPetition } from './defer-petition.ts'
import { draftAnswer } from './draft-answer.ts'
import { editPetition } from './edit-petition.ts'
import { givePetition } from './give-petition.ts'
import { linkRepeat } from './link-repeat.ts'
import { nameAccused } from './name-accused.ts'
import { assignForm } from './petition-forms.ts'
import { scopeOf } from './petition-record.ts'
import { getPetition } from './petition-store.ts'
import { receiveSubmission } from './receive-submission.ts'

let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world.close())

/** The body alone, without the deadlines of the procedure. */
const give = defineChange({
  name: 'petition/assign',
  permission: 'petition:assign',
  input: assignForm,
  scope: scopeOf('given'),
  run: (context: ChangeContext, input) => givePetition(context, input),
})

async function receive(more: Record<string, unknown> = {}) {
  const { petitionIds } = await world.done(world.people.clerk, receiveSubmission, {
    dialogueId: world.dialogueId,
    receivedOn: '2025-10-10',
    channel: 'letter',
    raised: 'before',
    petitionerKind: 'person',
    petitionerName: 'Phạm Văn Bình',
    text: 'Đề nghị sửa đường.',
    ...more,
  })
  return petitionIds[0]!
}
const read = (id: number) => getPetition(world.db, world.authorityId, id)

async function assigned(more: Record<string, unknown> = {}) {
  const id = await receive(more)
  await world.done(world.people.clerk, give, {
    id,
    version: (await read(id)).version,
    leadAgencyId: world.agencies.economy,
    supportingAgencyIds: [world.agencies.culture],
  })
  return id
}

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
