import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { portalSteps } from '../../tests/support/portal-steps.ts'
import { findOwnSubmission, listOwnPetitions } from '../own-record/own-submission-store.ts'
import { SAME_TEXT } from '../petitions/intake-hold.ts'
import { countHeld, listHeldGroups, listHeldOfText } from '../petitions/intake-hold-store.ts'
import { listOpenPetitionsOfText } from '../petitions/petition-code-store.ts'
import { visibilityOf } from '../petitions/petition-scope.ts'
import { fingerprintOf } from '../petitions/submission-receipt.ts'
import { findConsent } from '../petitions/submission-receipt-store.ts'
import { BrokenRule, NotPermitted } from '../platform/errors.ts'
import { hashOfToken, newSecretToken } from '../platform/secret-token.ts'
import { setIntake } from '../reception/set-intake.ts'
import { appealRefusal } from './appeal-refusal.ts'
import { raisePetition } from './raise-petition.ts'
import { joinHeld, judgeAppeal, refuseHeld, takeHeld } from './take-held.ts'

let world: PetitionWorld
let portal: ReturnType<typeof portalSteps>
beforeAll(async () => {
  world = await createPetitionWorld()
  portal = portalSteps(world)
})
afterAll(() => world.close())

const petitionsOf = (submissionId: number) =>
  world.db.selectFrom('petition').selectAll().where('submissionId', '=', submissionId).orderBy('id').execute()

describe('raising through the Portal', () => {
  it('opens each content as a petition of the dialogue that collects, with channel, receipt and consent', async () => {
    const { submissionId, tokenHash } = await portal.raise({ contents: ['Đường hỏng.', 'Thiếu nước sạch.'] })
    const petitions = await petitionsOf(submissionId)
    expect(petitions).toMatchObject([
      { content: 'Đường hỏng.', dialogueId: world.dialogueId, state: 'received', enteredBy: null },
      { content: 'Thiếu nước sạch.', raised: 'before' },
    ])
    const own = await findOwnSubmission(world.db, world.authorityId, tokenHash)
    const receivedAt = world.clock.now()
    const text = 'Đường hỏng.\n\nThiếu nước sạch.'
    expect(own).toMatchObject({ opens: 'everything', text, receivedAt, hold: null })
    expect(own!.fingerprint).toBe(fingerprintOf({ authorityId: world.authorityId, submissionId, text, receivedAt }))
    const consent = await findConsent(world.db, world.authorityId, 'submission', submissionId)
    expect(consent).toMatchObject({ noticeVersion: '2026-1', publishName: false })
    expect(await listOwnPetitions(world.db, world.authorityId, tokenHash)).toHaveLength(2)
  })

  it('sent twice makes one', async () => {
    const input = portal.form({ contents: ['Gửi hai lần.'] })
    const [first, second] = await Promise.all([
      portal.done(raisePetition, input, 'twice'),
      portal.done(raisePetition, input, 'twice'),
    ])
    expect(second).toEqual(first)
    expect(await petitionsOf(first.submissionId)).toHaveLength(1)
  })

  it('keeps no secret of the receipt anywhere in the database', async () => {
    const secret = newSecretToken()
    const input = portal.form({ contents: ['Bí mật.'] }, secret)
    await portal.done(raisePetition, input)
    const { rows } = await world.db.executeQuery<{ hit: number }>({
      sql: `select count(*)::int as hit from change_log where after::text like '%' || $1 || '%'`,
      parameters: [secret],
    } as never)
    expect(rows[0]!.hit).toBe(0)
    expect(await findOwnSubmission(world.db, world.authorityId, hashOfToken(secret))).toBeNull()
  })

  it('keeps a confidential one from everybody but the leader', async () => {
    const { submissionId } = await portal.raise({ confidential: 'on' })
    const [petition] = await petitionsOf(submissionId)
    const readers = await world.db
      .selectFrom('petitionReader')
      .select('accountId')
      .where('petitionId', '=', petition!.id)
      .execute()
    expect(petition!.confidential).toBe(true)
    expect(readers.map((one) => one.accountId)).toEqual([world.people.leader.accountId])
  })

  it('asks of a group who speaks for it and how many they are, and says it beside the fields', async () => {
    const refused = await portal.perform(raisePetition, portal.form({ petitionerKind: 'group' }))
    expect(refused).toMatchObject({ ok: false, errors: { representative: 'required' } })
    const phone = await portal.perform(raisePetition, portal.form({ phone: 'gọi chị Lan' }))
    expect(phone).toMatchObject({ ok: false, errors: { phone: 'notAPhone' } })
  })

  it('is nobody’s of the office to call, and no citizen calls what is the office’s', async () => {
    await expect(world.perform(world.people.clerk, raisePetition, portal.form())).rejects.toThrow(NotPermitted)
    await expect(portal.perform(takeHeld, { submissionIds: [1] })).rejects.toThrow(NotPermitted)
  })
})

describe('what is looked at first', () => {
  it('holds what is suspicious whole, and opens it with the day on which it was sent', async () => {
    const { submissionId, held, tokenHash } = await portal.raise({ why: ['tooFast'], contents: ['Quá nhanh.', 'Hai.'] })
    expect(held).toBe(true)
    expect(await petitionsOf(submissionId)).toEqual([])
    expect(await findOwnSubmission(world.db, world.authorityId, tokenHash)).toMatchObject({ hold: { state: 'held' } })
    const sentOn = '2025-10-20'
    world.clock.setDay('2025-10-22' as never)
    await world.done(world.people.clerk, takeHeld, { submissionIds: [submissionId] })
    expect(await petitionsOf(submissionId)).toMatchObject([{ content: 'Quá nhanh.', receivedOn: sentOn }, {}])
    const again = world.perform(world.people.clerk, takeHeld, { submissionIds: [submissionId] })
    await expect(again).rejects.toThrow(BrokenRule)
  })

  it('groups the same text of many, whatever its signs, and answers all of them with one petition', async () => {
    const texts = ['Xin mở lại chợ  đêm!', 'XIN MỞ LẠI CHỢ ĐÊM', 'xin mo lai cho dem.']
    const sent = []
    for (let at = 0; at < SAME_TEXT.most + 4; at += 1)
      sent.push(await portal.raise({ contents: [texts[at % 3]], petitionerName: `Người thứ ${at}` }))
    const held = sent.filter((one) => one.held)
    expect(held).toHaveLength(4)
    const group = (await listHeldGroups(world.db, world.authorityId)).find((one) => one.why.includes('sameText'))!
    expect(group).toMatchObject({ count: 4, senders: ['Người thứ 5', 'Người thứ 6', 'Người thứ 7'] })
    const members = await listHeldOfText(world.db, world.authorityId, group.textHash)
    const into = (await petitionsOf(sent[0]!.submissionId))[0]!
    const visibility = visibilityOf(world.people.clerk, world.authorityId)!
    const there = await listOpenPetitionsOfText(world.db, visibility, group.textHash)
    expect([there.length, there[0]?.id]).toEqual([SAME_TEXT.most, into.id])
    const submissionIds = members.map((one) => one.submissionId)
    const joined = await world.done(world.people.clerk, joinHeld, { submissionIds, intoId: into.id })
    expect(joined).toEqual({ petitionId: into.id, joined: 4 })
    for (const one of held) {
      const own = await listOwnPetitions(world.db, world.authorityId, one.tokenHash)
      expect(own).toMatchObject([{ id: into.id, joined: true, content: '' }])
    }
    const behind = await world.db
      .selectFrom('petitionCopetitioner')
      .selectAll()
      .where('petitionId', '=', into.id)
      .execute()
    expect(behind).toHaveLength(4)
  })

  it('joins into the first of them when there is no petition yet', async () => {
    const sent = [
      await portal.raise({ why: ['flood'], contents: ['A.'] }),
      await portal.raise({ why: ['flood'], contents: ['A.'] }),
    ]
    const { petitionId } = await world.done(world.people.clerk, joinHeld, {
      submissionIds: sent.map((one) => one.submissionId),
    })
    expect((await petitionsOf(sent[0]!.submissionId)).map((one) => one.id)).toEqual([petitionId])
    expect(await petitionsOf(sent[1]!.submissionId)).toEqual([])
  })

  it('refuses with a published reason; the second look is somebody else’s and takes it in', async () => {
    const { submissionId, tokenHash } = await portal.raise({ why: ['hiddenField'] })
    const refusal = { submissionIds: [submissionId], reasonKey: 'noContent', note: '' }
    await world.done(world.people.leader, refuseHeld, refusal)
    await portal.done(appealRefusal, { tokenHash, appeal: 'Tôi là người thật.' })
    await expect(portal.perform(appealRefusal, { tokenHash, appeal: 'Lần nữa' })).rejects.toThrow('already-appealed')
    const judge = { submissionId, decision: 'take', note: 'Nhận lại.' }
    await expect(world.perform(world.people.clerk, judgeAppeal, judge)).rejects.toThrow(NotPermitted)
    await expect(world.perform(world.people.leader, judgeAppeal, judge)).rejects.toThrow('own-refusal')
    await world.done(world.people.chair, judgeAppeal, judge)
    expect(await petitionsOf(submissionId)).toHaveLength(1)
    expect(await findOwnSubmission(world.db, world.authorityId, tokenHash)).toMatchObject({
      hold: { state: 'taken', appealNote: 'Nhận lại.' },
    })
  })

  it('leaves what is confidential to the leader', async () => {
    const { submissionId } = await portal.raise({ why: ['tooMany'], confidential: 'on' })
    const input = { submissionIds: [submissionId] }
    await expect(world.perform(world.people.clerk, takeHeld, input)).rejects.toThrow('intake/confidential')
    await world.done(world.people.leader, takeHeld, input)
    expect(await petitionsOf(submissionId)).toMatchObject([{ confidential: true }])
  })

  it('lets nobody be lost: everything held was decided', async () => {
    expect(await countHeld(world.db, world.authorityId)).toBe(0)
  })
})

it('a closed intake takes nothing and must say where else to go', async () => {
  const close = { open: 'no', closedReason: 'Nâng cấp', elsewhere: '', contestDays: 30, version: 0 }
  const silent = await world.perform(world.people.clerk, setIntake, close)
  expect(silent).toMatchObject({ ok: false, errors: { elsewhere: 'required' } })
  await world.done(world.people.clerk, setIntake, { ...close, elsewhere: 'Bộ phận Một cửa, số 1 Hùng Vương.' })
  await expect(portal.perform(raisePetition, portal.form())).rejects.toThrow('intake/closed')
  await world.done(world.people.clerk, setIntake, { ...close, open: 'yes', version: 1 })
  expect((await portal.raise({ contents: ['Mở lại.'] })).held).toBe(false)
})
