import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { portalSteps } from '../../tests/support/portal-world.ts'
import type { Actor } from '../changes/actor.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { verifyLog } from '../changes/verify-log.ts'
import { findPaperSheet } from '../documents/paper-sheet-store.ts'
import { readSheet } from '../papers/sheet.ts'
import { approveReply, approveReplyOnPaper, submitReply } from '../petitions/approve-answer.ts'
import { askPetitioner } from '../petitions/ask-petitioner.ts'
import { draftReply } from '../petitions/draft-answer.ts'
import { erasePetitioner } from '../petitions/erase-petitioner.ts'
import { nextActions } from '../petitions/petition-actions.ts'
import { findPetitionScopes, getPetition, getPetitionFacts } from '../petitions/petition-store.ts'
import type { Day } from '../platform/day.ts'
import { NotPermitted } from '../platform/errors.ts'
import { findPublicEntry } from '../public-record/public-entry-store.ts'
import { getRegulationVersion, insertRegulationVersion } from '../regulations/regulation-store.ts'
import { assignPetition, assignPetitions } from './assign-petition.ts'
import { recordPromise, settlePetition } from './commit-to-petition.ts'
import { extendReply } from './extend-reply.ts'
import { followEscalation, followTransfer } from './follow-referral.ts'
import { issueReply } from './issue-reply.ts'
import { markComplex, markComplexOnPaper } from './mark-complex.ts'
import { draftFromData } from './paper-from-data.ts'
import { receiveSubmission } from './receive-submission.ts'
import { recordAnswerAtConference, recordResolvedBefore } from './record-answer-at-conference.ts'
import {
  escalatePetition,
  handOverPetition,
  mergePetitions,
  transferPetition,
  withdrawPetition,
} from './refer-petition.ts'
import { sendPaperChange } from './send-paper-changes.ts'
import { sendReply } from './send-reply.ts'

// Than Uyên's rules: fifteen working days from the conference, thirty if complex (003 4.3).
let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld({ regulation: 'lai-chau-06' })
  world.clock.setDay('2025-10-30' as Day)
  await world.held()
})
afterAll(() => world.close())

async function receive(more: Record<string, unknown> = {}) {
  const { petitionIds, petitionerId } = await world.done(world.people.clerk, receiveSubmission, {
    dialogueId: world.dialogueId,
    receivedOn: '2025-10-10',
    channel: 'fatherlandFront',
    raised: 'before',
    petitionerKind: 'person',
    petitionerName: 'Lò Thị Mai',
    phone: '0912345678',
    text: 'Bà Lò Thị Mai: đề nghị xây cầu qua suối.',
    ...more,
  })
  return { id: petitionIds[0]!, petitionerId }
}
const read = (id: number) => getPetition(world.db, world.authorityId, id)
const version = async (id: number) => (await read(id)).version
const deadlines = (id: number) =>
  world.db
    .selectFrom('deadline')
    .select(['key', 'dueOn', 'state', 'metOn', 'agencyId', 'instrumentId'])
    .where('subjectKind', '=', 'petition')
    .where('subjectId', '=', id)
    .orderBy('id')
    .execute()
const replyDue = async (id: number) => (await deadlines(id)).find((row) => row.key === 'replyLetter')

async function assigned(more: Record<string, unknown> = {}) {
  const { id, petitionerId } = await receive(more)
  await world.done(world.people.clerk, assignPetition, {
    id,
    version: await version(id),
    leadAgencyId: world.agencies.economy,
  })
  return { id, petitionerId }
}

/** While it runs the dialogue goes by a version of the regulation that lets the reply be extended to 20 days. */
async function withExtension(run: () => Promise<void>) {
  const { regulationVersionId } = await world.db
    .selectFrom('dialogue')
    .select('regulationVersionId')
    .executeTakeFirstOrThrow()
  const { regulation } = await getRegulationVersion(world.db, regulationVersionId)
  const reason = { key: 'manyAgencies', label: 'Liên quan nhiều cơ quan' }
  const extension = { amount: 20, reasons: [reason], clause: 'Điều 4' }
  const deadlines = regulation.deadlines.map((rule) => (rule.key === 'replyLetter' ? { ...rule, extension } : rule))
  const origin = { origin: 'edited', ownerAuthorityId: null, basedOnId: regulationVersionId, enteredBy: null } as const
  const edited = { ...regulation, version: 'gia-han', deadlines }
  const id = await insertRegulationVersion(world.db, { regulation: edited, ...origin })
  const set = (versionId: number) => world.db.updateTable('dialogue').set({ regulationVersionId: versionId }).execute()
  await set(id)
  await run()
  await set(regulationVersionId)
}

describe('the clock of a reply', () => {
  it('starts for the agency it is given to, goes longer when complex, and asks the chair for that', async () => {
    const { id } = await assigned()
    expect(await replyDue(id)).toMatchObject({ dueOn: '2025-11-19', state: 'open', agencyId: world.agencies.economy })
    const mark = { id, version: await version(id), reason: 'nhiều cơ quan' }
    await expect(world.perform(world.people.clerk, markComplex, mark)).rejects.toBeInstanceOf(NotPermitted)
    await world.done(world.people.chair, markComplex, mark)
    expect((await replyDue(id))!.dueOn > '2025-11-19').toBe(true)
    expect((await read(id)).complexReason).toBe('nhiều cơ quan')
    const paper = { paperApprover: 'Bí thư', paperApprovedOn: '2025-10-30' }
    await expect(
      world.perform(world.people.clerk, markComplexOnPaper, { ...mark, ...paper, version: await version(id) }),
    ).rejects.toMatchObject({ code: 'petition/not-now' })
  })

  it('is not extended where the regulation knows no extension', async () => {
    const { id } = await assigned()
    await expect(
      world.perform(world.people.chair, extendReply, { id, reasonKey: 'complex', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'petition/no-extension' })
    const offered = async (actor: Actor) => {
      const facts = await getPetitionFacts(world.db, world.authorityId, id)
      return nextActions(actor, facts, (await findPetitionScopes(world.db, world.authorityId, id))!)
    }
    expect(await offered(world.people.chair)).not.toContain('extend')
    expect(await offered(world.people.head)).not.toContain('extendOnPaper')
    await withExtension(async () => {
      expect(await offered(world.people.chair)).toContain('extend')
      await world.done(world.people.chair, extendReply, { id, reasonKey: 'manyAgencies', reason: 'phải hỏi nhiều nơi' })
      expect(await offered(world.people.chair)).not.toContain('extend')
      // what may be told to everybody is the reason in the words of the regulation, not what was typed
      const { reasonLabel } = await world.db
        .selectFrom('deadlineExtension')
        .select('reasonLabel')
        .where('subjectId', '=', id)
        .executeTakeFirstOrThrow()
      const [entryId] = await portalSteps(world).publish([id])
      expect(reasonLabel).not.toBe('')
      expect(await findPublicEntry(world.db, world.authorityId, entryId!)).toMatchObject({ longerWhy: reasonLabel })
    })
  })

  it('is given to many at once, all or none', async () => {
    const one = await receive()
    const two = await receive()
    const secret = await receive({ confidential: 'on', confidentialReason: 'kín' })
    const give = { leadAgencyId: world.agencies.culture }
    await world.done(world.people.clerk, assignPetitions, { ...give, petitionIds: [one.id, two.id] })
    expect((await replyDue(two.id))!.agencyId).toBe(world.agencies.culture)
    const outcome = await world.perform(world.people.leader, assignPetitions, { ...give, petitionIds: [999_999] })
    expect(outcome).toEqual({ ok: false, errors: { petitionIds: 'notFound' } })
    expect((await read(secret.id)).state).toBe('received')
  })
})

describe('answers at and before the conference', () => {
  it('keep who answered and the words; no reply is owed any more', async () => {
    const { id } = await assigned()
    const input = { id, version: await version(id), text: 'Đã bố trí vốn 2026.', answeredByName: 'Chủ tịch UBND huyện' }
    expect(await world.perform(world.people.clerk, recordAnswerAtConference, { ...input, text: ' ' })).toEqual({
      ok: false,
      errors: { text: 'required' },
    })
    await world.done(world.people.clerk, recordAnswerAtConference, input)
    expect(await read(id)).toMatchObject({
      state: 'answered',
      answeredHow: 'atConference',
      answeredOn: '2025-10-29',
      disposition: 'answeredAtConference',
    })
    expect((await replyDue(id))!.state).toBe('void')
    const answers = await world.db
      .selectFrom('petitionAnswer')
      .select(['text', 'answeredByName'])
      .where('petitionId', '=', id)
      .execute()
    expect(answers).toEqual([{ text: 'Đã bố trí vốn 2026.', answeredByName: 'Chủ tịch UBND huyện' }])
    await expect(
      world.perform(world.people.clerk, recordAnswerAtConference, { ...input, version: await version(id) }),
    ).rejects.toMatchObject({ code: 'petition/already-answered' })
  })

  it('are settled before it only while it is being prepared', async () => {
    const { id } = await assigned()
    const input = { id, version: await version(id), text: 'Đã sửa xong.', settledOn: '2025-10-20' }
    await expect(world.perform(world.people.clerk, recordResolvedBefore, input)).rejects.toMatchObject({
      code: 'petition/not-now',
    })
    await world.held('preparing')
    await world.done(world.people.clerk, recordResolvedBefore, input)
    await world.held()
    expect(await read(id)).toMatchObject({ resolvedBefore: true, answeredOn: '2025-10-20', settledOn: '2025-10-20' })
  })
})

describe('promise, settlement and what the petitioner says', () => {
  it('are four facts of their own', async () => {
    const { id } = await assigned()
    const promise = { id, version: await version(id), promise: 'Xong trước Tết', promisedOn: '2025-11-05' }
    // given at the conference of 29/10, it is for no day before it
    const slip = await world.perform(world.people.chair, recordPromise, { ...promise, promisedOn: '2025-10-28' })
    expect(slip).toEqual({ ok: false, errors: { promisedOn: 'promiseTooEarly' } })
    await world.done(world.people.chair, recordPromise, promise)
    expect((await deadlines(id)).map((row) => [row.key, row.dueOn])).toEqual([
      ['replyLetter', '2025-11-19'],
      ['promise', '2025-11-05'],
    ])
    await world.done(world.people.specialist, settlePetition, {
      id,
      version: await version(id),
      settledOn: '2025-10-30',
      settlement: 'Đã làm xong.',
    })
    expect((await deadlines(id)).map((row) => row.state)).toEqual(['open', 'met'])
    expect(await read(id)).toMatchObject({
      state: 'assigned',
      answeredOn: null,
      settledOn: '2025-10-30',
      petitionerAgrees: null,
    })
    await world.done(world.people.front, askPetitioner, {
      id,
      version: await version(id),
      petitionerAskedOn: '2025-10-30',
      petitionerAgrees: 'no',
      petitionerSaid: 'Chưa xong',
    })
    const told = await world.db
      .selectFrom('message')
      .select('agencyId')
      .where('kind', '=', 'petition-not-solved')
      .execute()
    expect(told).toEqual([{ agencyId: world.agencies.economy }])
  })
})

describe('going elsewhere', () => {
  it('a transfer names whose it is, tells the petitioner, copies the Front and takes the answer back', async () => {
    const { id } = await assigned()
    const transfer = {
      id,
      version: await version(id),
      toAgencyId: world.agencies.power,
      transferredOn: '2025-10-30',
      reason: 'lưới điện',
    }
    expect(await world.perform(world.people.clerk, transferPetition, { ...transfer, toAgencyId: '' })).toMatchObject({
      errors: { toAgencyId: 'required' },
    })
    await world.done(world.people.clerk, transferPetition, transfer)
    expect((await read(id)).state).toBe('transferred')
    expect((await replyDue(id))!.state).toBe('void')
    await world.done(world.people.clerk, followTransfer, {
      id,
      petitionerToldOn: '2025-10-30',
      frontCopiedOn: '2025-10-30',
    })
    expect(await world.perform(world.people.clerk, followTransfer, { id, answerReceivedOn: '2025-10-30' })).toEqual({
      ok: false,
      errors: { answer: 'required' },
    })
    await world.done(world.people.clerk, followTransfer, {
      id,
      answerReceivedOn: '2025-10-30',
      answer: 'Đã nâng trạm.',
    })
    await expect(
      world.perform(world.people.clerk, followTransfer, { id, frontCopiedOn: '2025-10-30' }),
    ).rejects.toMatchObject({ code: 'petition/already-transferred' })
  })

  it('an escalation is answered only once the petitioner was told what came back', async () => {
    const { id } = await assigned()
    await world.done(world.people.clerk, escalatePetition, {
      id,
      version: await version(id),
      toAgencyId: world.agencies.city,
      sentOn: '2025-10-30',
      content: 'Vượt thẩm quyền',
    })
    const back = { id, answerReceivedOn: '2025-10-30', answer: 'Thành phố đồng ý.' }
    await world.done(world.people.clerk, followEscalation, back)
    expect(await read(id)).toMatchObject({ state: 'escalated', answeredOn: null, competence: 'beyond' })
    await world.done(world.people.clerk, followEscalation, { ...back, petitionerToldOn: '2025-10-30' })
    expect(await read(id)).toMatchObject({ state: 'escalated', answeredOn: '2025-10-30', answeredHow: 'inWriting' })
  })

  it('a denunciation is handed over to its procedure and not answered here', async () => {
    const { id } = await receive({ kinds: 'denunciation', contents: 'Tố cáo …' })
    await expect(
      world.perform(world.people.clerk, assignPetition, { id, version: 1, leadAgencyId: world.agencies.economy }),
    ).rejects.toMatchObject({ code: 'petition/own-procedure' })
    await world.done(world.people.clerk, handOverPetition, {
      id,
      version: 1,
      procedure: 'Luật Tố cáo',
      procedureBody: 'Thanh tra',
      procedureOn: '2025-10-30',
      petitionerToldOn: '2025-10-30',
    })
    expect(await read(id)).toMatchObject({
      state: 'handedOver',
      procedureBody: 'Thanh tra',
      petitionerToldOn: '2025-10-30',
    })
  })

  it('a withdrawn one keeps its reason and owes nothing', async () => {
    const { id } = await assigned()
    await world.done(world.people.clerk, withdrawPetition, {
      id,
      version: await version(id),
      reason: 'đã tự giải quyết',
    })
    expect((await read(id)).state).toBe('withdrawn')
    expect((await replyDue(id))!.state).toBe('void')
  })
})

describe('the written reply', () => {
  async function replied(id: number, text = 'UBND xin trả lời …') {
    await world.done(world.people.specialist, draftReply, { id, text })
    await world.done(world.people.specialist, submitReply, { id, answerVersion: 1 })
    await world.done(world.people.head, approveReply, { id, answerVersion: 2 })
    await world.db
      .insertInto('numberBook')
      .values({
        authorityId: world.authorityId,
        name: 'Công văn',
        issuerAgencyId: world.agencies.economy,
        paperKinds: ['replyLetter'],
        mode: 'ours',
        period: 'year',
        pattern: '{n}/PKT',
        fromDay: '2025-01-01' as Day,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return world.done(world.people.specialist, issueReply, {
      id,
      version: await version(id),
      title: 'V/v trả lời kiến nghị',
      datedOn: '2025-10-30',
      signerName: 'Lê Văn Sơn',
      signerTitle: 'Trưởng phòng',
      signCapacity: 'head',
      localityAgencyId: world.agencies.village,
      reportAgencyIds: [world.agencies.office],
    })
  }
  const recipients = (paperId: number) =>
    world.db
      .selectFrom('paperRecipient')
      .select(['id', 'purpose', 'name'])
      .where('paperId', '=', paperId)
      .orderBy('id')
      .execute()

  it('is met only when sent to petitioner and locality; the later day counts', async () => {
    const target = await assigned()
    const same = await assigned({ petitionerName: 'Lò Văn Pâng' })
    await world.done(world.people.clerk, mergePetitions, {
      id: same.id,
      version: await version(same.id),
      intoId: target.id,
      reason: 'cùng nội dung',
    })
    const { paperId, number } = await replied(target.id)
    expect(number).toMatch(/\/PKT$/)
    // its history names as approver nobody who did not approve
    const acts = (await listLogOf(world.db, world.authorityId, 'paper', paperId)).map((line) => line.action)
    expect(acts).toContain('petition/issue-reply')
    expect(acts).not.toContain('paper/approve')
    const all = await recipients(paperId)
    expect(all.map((one) => [one.purpose, one.name])).toEqual([
      ['petitioner', 'Ông (Bà) Lò Thị Mai'],
      ['petitioner', 'Lò Văn Pâng'],
      ['locality', 'Thôn Trân Châu'],
      // whom the wording names, too: who was ticked among them is reported to
      ['other', 'Ban Thường vụ Huyện ủy'],
      ['other', 'Ủy ban nhân dân huyện'],
      ['other', 'Văn phòng Đảng ủy'],
      ['front', 'Ủy ban MTTQ Việt Nam'],
    ])
    const { to, recipients: printed } = readSheet((await findPaperSheet(world.db, world.authorityId, paperId))!.sheet)
    // who petitioned by himself does not learn from it who else did
    const named = all.map((one) => (one.name === 'Lò Văn Pâng' ? 'Các ông (bà) cùng kiến nghị' : one.name))
    expect([...to!, ...printed!.items.map(({ name }) => name)]).toEqual(named)
    const send = (ids: number[], sentOn: string, channel: string, more = {}) =>
      world.done(world.people.specialist, sendReply, { id: target.id, recipientIds: ids, sentOn, channel, ...more })
    world.clock.setDay('2025-11-05' as Day)
    expect(await send([all[0]!.id, all[2]!.id], '2025-11-03', 'post')).toEqual({ metOn: null })
    expect((await read(target.id)).state).toBe('assigned')
    const signed = { receivedOn: '2025-11-05', receivedNote: 'ông Pâng ký nhận' }
    expect(await send([all[1]!.id], '2025-11-05', 'villageHead', signed)).toEqual({ metOn: '2025-11-05' })
    expect(await read(target.id)).toMatchObject({
      state: 'answered',
      answeredOn: '2025-11-05',
      answeredHow: 'inWriting',
    })
    expect(await replyDue(target.id)).toMatchObject({ state: 'met', metOn: '2025-11-05' })
    const again = world.perform(world.people.specialist, sendReply, {
      id: target.id,
      recipientIds: [all[1]!.id],
      sentOn: '2025-11-05',
      channel: 'post',
    })
    await expect(again).rejects.toMatchObject({ code: 'paper/already-sent' })
    expect((await deadlines(same.id)).every((row) => row.state === 'void')).toBe(true)
    world.clock.setDay('2025-10-30' as Day)
  })

  it('written as a paper from the start answers the petition too, with its words, once it is sent on its page', async () => {
    const { id } = await assigned({ petitionerKind: 'unnamed', petitionerName: '' })
    const { db, authorityId, agencies, people } = world
    const paper = await db
      .insertInto('paper')
      .values({
        ...{ authorityId, kind: 'replyLetter', subjectKind: 'petition', subjectId: id, dialogueId: world.dialogueId },
        ...{ title: 'V/v trả lời', body: 'Đã lắp đèn.', issuerAgencyId: agencies.office, state: 'issued' },
        datedOn: '2025-10-30' as Day,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const row = { authorityId, paperId: paper.id, agencyId: agencies.village, name: 'Thôn', purpose: 'locality' }
    const addressee = await db.insertInto('paperRecipient').values(row).returning('id').executeTakeFirstOrThrow()
    const sending = { id: paper.id, recipientIds: [addressee.id], sentOn: '2025-10-30', channel: 'post' }
    await world.done(people.clerk, sendPaperChange, sending)
    expect(await read(id)).toMatchObject({ state: 'answered', answeredHow: 'inWriting', answeredOn: '2025-10-30' })
    const answers = await db
      .selectFrom('petitionAnswer')
      .select(['text', 'paperId'])
      .where('petitionId', '=', id)
      .execute()
    expect(answers).toEqual([{ text: 'Đã lắp đèn.', paperId: paper.id }])
  })

  it('is not issued before it is approved, nor sent to somebody it is not addressed to', async () => {
    const { id } = await assigned()
    await world.done(world.people.specialist, draftReply, { id, text: 'Nháp' })
    const issue = {
      id,
      version: await version(id),
      title: 'x',
      datedOn: '2025-10-30',
      signerName: 'a',
      signerTitle: 'b',
      signCapacity: 'head',
    }
    await expect(
      world.perform(world.people.specialist, issueReply, { ...issue, localityAgencyId: world.agencies.village }),
    ).rejects.toMatchObject({ code: 'petition/not-now' })
    const stray = { id, recipientIds: [1], sentOn: '2025-10-30', channel: 'post' }
    expect(await world.perform(world.people.specialist, sendReply, stray)).toEqual({
      ok: false,
      errors: { recipientIds: 'notFound' },
    })
    await world.done(world.people.clerk, approveReplyOnPaper, {
      id,
      answerVersion: 1,
      paperApprover: 'Trưởng phòng',
      paperApprovedOn: '2025-10-30',
    })
  })

  it('keeps nothing of a person whose data are erased: neither the letter, nor its draft, nor their log', async () => {
    const { id, petitionerId } = await assigned({ petitionerName: 'Lò Thị Canh', text: 'Bà Lò Thị Canh: xin điện.' })
    const { paperId } = await replied(id, 'Kính gửi bà Lò Thị Canh: đã kéo điện.')
    await world.done(world.people.specialist, sendReply, {
      ...{
        id,
        sentOn: '2025-10-30',
        channel: 'post',
        receivedNote: 'bà Lò Thị Canh ký nhận',
        receivedOn: '2025-10-30',
      },
      recipientIds: (await recipients(paperId)).map((row) => row.id),
    })
    const { db } = world
    const digest = { kind: 'petitionDigest', subjectKind: 'dialogue', subjectId: world.dialogueId }
    const issuer = world.people.clerk.agencyId
    const drawn = await world.done(world.people.clerk, draftFromData, { ...digest, issuerAgencyId: issuer })
    const stored = await findPaperSheet(db, world.authorityId, drawn.paperId)
    expect(JSON.stringify(stored)).toContain('Lò Thị Canh')
    const everything = async () =>
      JSON.stringify([
        await db.selectFrom('paper').selectAll().execute(),
        await db.selectFrom('paperSheet').selectAll().execute(),
        await db.selectFrom('paperRecipient').selectAll().execute(),
        await db.selectFrom('petitionAnswer').selectAll().execute(),
        await db.selectFrom('petition').selectAll().execute(),
        await db.selectFrom('changeLog').selectAll().execute(),
        await db.selectFrom('changeLogPersonal').selectAll().execute(),
        await db.selectFrom('message').selectAll().execute(),
      ])
    expect((await everything()).includes('Lò Thị Canh')).toBe(true)
    const erase = { id: petitionerId, reason: 'theo yêu cầu', alsoContents: 'on' }
    await world.done(world.people.leader, erasePetitioner, erase)
    expect((await everything()).includes('Lò Thị Canh')).toBe(false)
    expect((await verifyLog(db)).problems).toEqual([])
  })
})

describe('merging', () => {
  it('is refused into itself, into what is closed, and of a confidential into an open one', async () => {
    const one = await assigned()
    const done = await assigned()
    await world.done(world.people.clerk, withdrawPetition, {
      id: done.id,
      version: await version(done.id),
      reason: 'x',
    })
    const merge = { id: one.id, version: await version(one.id), reason: 'trùng' }
    const refusal = (intoId: number) => world.perform(world.people.clerk, mergePetitions, { ...merge, intoId })
    await expect(refusal(one.id)).rejects.toMatchObject({ code: 'petition/merge-into-itself' })
    await expect(refusal(done.id)).rejects.toMatchObject({ code: 'petition/merge-into-closed' })
    const secret = await receive({ confidential: 'on', confidentialReason: 'kín' })
    await expect(refusal(secret.id)).rejects.toMatchObject({ code: 'petition/merge-confidential' })
    // one letter would name each of two who petition in confidence to the other
    const other = await receive({ confidential: 'on', confidentialReason: 'kín', petitionerName: 'Người Khác' })
    const together = { id: other.id, version: await version(other.id), reason: 'trùng', intoId: secret.id }
    const merged = world.perform(world.people.clerk, mergePetitions, together)
    await expect(merged).rejects.toMatchObject({ code: 'petition/merge-confidential' })
    const again = await receive({ confidential: 'on', confidentialReason: 'kín', petitionerId: secret.petitionerId })
    await world.done(world.people.clerk, mergePetitions, {
      ...together,
      id: again.id,
      version: await version(again.id),
    })
    expect(await refusal(999_999)).toEqual({ ok: false, errors: { intoId: 'notFound' } })
  })
})

describe('erasing a person', () => {
  it('waits while a petition is open; then name, contacts and words are gone and the chain still verifies', async () => {
    const { id, petitionerId } = await assigned({
      petitionerName: 'Người Xin Xóa',
      phone: '0999888777',
      text: 'Lời của Người Xin Xóa',
    })
    const erase = { id: petitionerId, reason: 'theo yêu cầu', alsoContents: 'on' }
    await expect(world.perform(world.people.leader, erasePetitioner, erase)).rejects.toMatchObject({
      code: 'petitioner/has-open-petitions',
    })
    await expect(world.perform(world.people.clerk, erasePetitioner, erase)).rejects.toBeInstanceOf(NotPermitted)
    await world.done(world.people.clerk, withdrawPetition, { id, version: await version(id), reason: 'rút' })
    await world.done(world.people.leader, erasePetitioner, erase)
    const { db } = world
    const everything = JSON.stringify([
      await db.selectFrom('petitioner').selectAll().where('id', '=', petitionerId).execute(),
      await db.selectFrom('submission').selectAll().execute(),
      await db.selectFrom('petition').selectAll().execute(),
      await db.selectFrom('changeLog').selectAll().execute(),
      await db.selectFrom('changeLogPersonal').selectAll().execute(),
      await db.selectFrom('idempotencyKey').selectAll().execute(),
    ])
    expect(everything).not.toContain('Người Xin Xóa')
    expect(everything).not.toContain('0999888777')
    expect((await verifyLog(db)).problems).toEqual([])
  })
})
