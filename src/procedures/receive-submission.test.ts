import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { splitPetition } from '../petitions/split-petition.ts'
import { countSiblings } from '../petitions/submission-store.ts'
import { wholeTextIsOpen } from '../petitions/whole-text.ts'
import { NotPermitted } from '../platform/errors.ts'
import { receiveSubmission } from './receive-submission.ts'

let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world.close())

const base = () => ({
  dialogueId: world.dialogueId,
  receivedOn: '18/10/2025',
  channel: 'letter',
  raised: 'before',
  petitionerKind: 'person',
  petitionerName: 'Nguyễn Thị Lan',
  villageAgencyId: world.agencies.village,
  text: 'Đường vào thôn hỏng; nước sạch chưa có.',
})

describe('receiving a submission', () => {
  it('splits it into as many petitions as it has contents, each with its code', async () => {
    const received = await world.done(world.people.clerk, receiveSubmission, {
      ...base(),
      contents: ['Đường vào thôn hỏng', '', 'Nước sạch chưa có'],
      kinds: ['request', '', 'feedback'],
      subjectAreas: ['transport', '', ''],
    })
    const rows = await world.db
      .selectFrom('petition')
      .select(['code', 'content', 'kind', 'subjectArea', 'state'])
      .where('id', 'in', received.petitionIds)
      .orderBy('id')
      .execute()
    expect(rows).toMatchObject([
      { content: 'Đường vào thôn hỏng', kind: 'request', subjectArea: 'transport', state: 'received' },
      { content: 'Nước sạch chưa có', kind: 'feedback', subjectArea: null },
    ])
    expect(rows.map((row) => row.code)).toEqual(['CH-2025-0001', 'CH-2025-0002'])
  })

  it('takes the whole text as one content when nothing is split', async () => {
    const { petitionIds } = await world.done(world.people.front, receiveSubmission, base())
    expect(petitionIds).toHaveLength(1)
  })

  it('is refused beside the day when it is dated before the first day of the authority', async () => {
    const dated = (receivedOn: string) =>
      world.perform(world.people.clerk, receiveSubmission, { ...base(), receivedOn, raised: 'before' })
    expect(await dated('31/12/2019')).toEqual({ ok: false, errors: { receivedOn: 'beforeAuthority' } })
    expect(await dated('01/01/2020')).toMatchObject({ ok: true })
  })

  it('takes one without a name, and one for a known petitioner', async () => {
    const unnamed = await world.done(world.people.clerk, receiveSubmission, {
      ...base(),
      petitionerKind: 'unnamed',
      petitionerName: 'không được giữ',
    })
    const petitioner = await world.db
      .selectFrom('petitioner')
      .select(['name', 'phone'])
      .where('id', '=', unnamed.petitionerId)
      .executeTakeFirstOrThrow()
    expect(petitioner).toEqual({ name: '', phone: null })
    const again = await world.done(world.people.clerk, receiveSubmission, {
      ...base(),
      petitionerId: unnamed.petitionerId,
    })
    expect(again.petitionerId).toBe(unnamed.petitionerId)
  })

  it('shows nobody a person by a guessed id', async () => {
    const { petitionerId, submissionId } = await world.done(world.people.clerk, receiveSubmission, {
      ...{ ...base(), petitionerName: 'Người xin giữ kín', phone: '0900000000' },
      ...{ contents: ['Điều kín', 'Điều mở'], confidential: 'on', confidentialReason: 'Sợ bị trả thù' },
    })
    for (const actor of [world.people.villager, world.people.front]) {
      const guessed = await world.perform(actor, receiveSubmission, { ...base(), petitionerId })
      expect(guessed).toEqual({ ok: false, errors: { petitionerId: 'notFound' } })
    }
    const own = await world.perform(world.people.clerk, receiveSubmission, { ...base(), petitionerId })
    expect(own.ok).toBe(true)
    expect(await countSiblings(world.db, world.authorityId, submissionId)).toBe(2)
  })

  it('keeps interpreter, writer and the office that forwarded it', async () => {
    const { submissionId } = await world.done(world.people.clerk, receiveSubmission, {
      ...base(),
      writtenBy: 'Trần Văn Hùng',
      interpreterNeeded: 'tiếng Thái',
      forwardedByAgencyId: world.agencies.front,
      consentToPublishName: 'on',
    })
    const stored = await world.db
      .selectFrom('submission')
      .select(['writtenBy', 'interpreterNeeded', 'forwardedByAgencyId', 'consentToPublishName', 'enteredBy'])
      .where('id', '=', submissionId)
      .executeTakeFirstOrThrow()
    expect(stored).toEqual({
      writtenBy: 'Trần Văn Hùng',
      interpreterNeeded: 'tiếng Thái',
      forwardedByAgencyId: world.agencies.front,
      consentToPublishName: true,
      enteredBy: world.people.clerk.accountId,
    })
  })

  it('refuses a name left out, a day to come, an unknown channel, a foreign agency, each beside its field', async () => {
    const errors = async (more: Record<string, unknown>) => {
      const outcome = await world.perform(world.people.clerk, receiveSubmission, { ...base(), ...more })
      return outcome.ok ? {} : outcome.errors
    }
    expect(await errors({ petitionerName: ' ' })).toEqual({ petitionerName: 'required' })
    expect(await errors({ receivedOn: '21/10/2025' })).toEqual({ receivedOn: 'inFuture' })
    expect(await errors({ channel: 'pigeon' })).toEqual({ channel: 'notInList' })
    expect(await errors({ forwardedByAgencyId: 999999 })).toEqual({ forwardedByAgencyId: 'notFound' })
    expect(await errors({ dialogueId: 999999 })).toEqual({ dialogueId: 'notFound' })
    expect(await errors({ confidential: 'on' })).toEqual({ confidentialReason: 'reasonRequired' })
    expect(await errors({ text: '' })).toEqual({ text: 'required' })
  })

  it('is not for an agency that only settles', async () => {
    await expect(world.perform(world.people.specialist, receiveSubmission, base())).rejects.toBeInstanceOf(NotPermitted)
  })

  it('makes one record of fifty posts with one key', async () => {
    const count = async () =>
      Number(
        (
          await world.db
            .selectFrom('submission')
            .select((eb) => eb.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    const before = await count()
    const posts = Array.from({ length: 50 }, () =>
      world.perform(world.people.clerk, receiveSubmission, base(), 'one-and-the-same-key'),
    )
    const outcomes = await Promise.all(posts)
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.submissionId)).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  it('never gives a code twice, nor leaves a gap, under twenty workers', async () => {
    const base2024 = { ...base(), receivedOn: '18/10/2024', contents: ['một', 'hai'] }
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let n = 0; n < 3; n += 1) await world.done(world.people.clerk, receiveSubmission, base2024)
      }),
    )
    const rows = await world.db
      .selectFrom('petition')
      .select('code')
      .where('code', 'like', 'CH-2024-%')
      .orderBy('code')
      .execute()
    const expected = Array.from({ length: 120 }, (_, at) => `CH-2024-${String(at + 1).padStart(4, '0')}`)
    expect(rows.map((row) => row.code)).toEqual(expected)
  })

  it('is refused by a dialogue whose dossier is closed', async () => {
    await world.held('closed')
    await expect(world.perform(world.people.clerk, receiveSubmission, base())).rejects.toMatchObject({
      code: 'petition/dossier-closed',
    })
    await world.held('preparing')
  })

  it('splits further later, into the same submission', async () => {
    const { petitionIds, submissionId } = await world.done(world.people.clerk, receiveSubmission, base())
    const more = await world.done(world.people.clerk, splitPetition, { id: petitionIds[0], contents: ['Điện yếu'] })
    const row = await world.db
      .selectFrom('petition')
      .select(['submissionId', 'content'])
      .where('id', '=', more.petitionIds[0]!)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ submissionId, content: 'Điện yếu' })
  })
})

describe('the whole text of a submission', () => {
  const open = { confidential: false }
  const secret = { confidential: true }

  it('is read by those who may know of every petition it was split into', () => {
    expect(wholeTextIsOpen(open, [open, open], 2)).toBe(true)
    expect(wholeTextIsOpen(open, [open], 2)).toBe(false)
  })

  it('stands on no open page when a part of it is confidential', () => {
    expect(wholeTextIsOpen(open, [open, secret], 2)).toBe(false)
    expect(wholeTextIsOpen(secret, [open, secret], 2)).toBe(true)
  })
})
