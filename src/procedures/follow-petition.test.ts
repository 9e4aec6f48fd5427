import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { NOTICE, portalSteps } from '../../tests/support/portal-steps.ts'
import { verifyLog } from '../changes/verify-log.ts'
import { listSpeeches } from '../dialogues/conference-store.ts'
import { eraseRequestName } from '../dialogues/erase-request-name.ts'
import { findSpeechByToken } from '../dialogues/portal-register-store.ts'
import { listRequests } from '../dialogues/request-store.ts'
import { readOwnCourse } from '../own-record/own-course-store.ts'
import { listOwnPetitions } from '../own-record/own-submission-store.ts'
import { readPossibleActs } from '../own-record/possible-acts.ts'
import { readAdditions } from '../petitions/read-additions.ts'
import type { Day } from '../platform/day.ts'
import { NotFound, NotPermitted } from '../platform/errors.ts'
import { hashOfToken, newSecretToken } from '../platform/secret-token.ts'
import { contestTermOf } from '../reception/contest-term.ts'
import { getRegulationVersion, insertRegulationVersion } from '../regulations/regulation-store.ts'
import { addInformation } from './add-information.ts'
import { assignPetition } from './assign-petition.ts'
import { contestAnswer } from './contest-answer.ts'
import { erasePerson } from './erase-person.ts'
import { giveOpinion } from './give-opinion.ts'
import { recordAnswerAtConference } from './record-answer-at-conference.ts'
import { askForDialogue, registerToSpeak } from './register-on-portal.ts'
import { signRequest, withdrawOwnRequest } from './sign-request.ts'
import { withdrawOwn } from './withdraw-own.ts'
import { withdrawOwnSpeech } from './withdraw-own-speech.ts'

let world: PetitionWorld
let portal: ReturnType<typeof portalSteps>
beforeAll(async () => {
  world = await createPetitionWorld()
  portal = portalSteps(world)
})
afterAll(() => world.close())

const own = (tokenHash: string) => listOwnPetitions(world.db, world.authorityId, tokenHash)

/** Raised and given to the economy division; optionally answered in the hall. */
async function given(contents = ['Đèn đường hỏng.']) {
  world.clock.setDay('2025-10-20' as Day)
  await world.held('preparing')
  const { tokenHash, codeHash } = await portal.raise({ contents })
  const [petition] = await own(tokenHash)
  const row = () => world.db.selectFrom('petition').selectAll().where('id', '=', petition!.id).executeTakeFirstOrThrow()
  const classified = await row()
  await world.done(world.people.clerk, assignPetition, {
    id: petition!.id,
    version: classified.version,
    leadAgencyId: world.agencies.economy,
  })
  const answered = async () => {
    world.clock.setDay('2025-10-30' as Day)
    await world.held()
    const { version } = await row()
    await world.done(world.people.clerk, recordAnswerAtConference, {
      id: petition!.id,
      version,
      text: 'Sẽ thay trước Tết.',
      answeredByName: 'Nguyễn Văn Chủ',
      answeredOn: '29/10/2025',
    })
  }
  return { tokenHash, codeHash, petitionId: petition!.id, row, answered }
}

describe('following by the receipt', () => {
  it('shows what happened, who has it and until when, and no draft', async () => {
    const { petitionId, tokenHash } = await given()
    const course = await readOwnCourse(world.db, world.authorityId, petitionId)
    expect(course.steps.map((step) => [step.action, step.agency])).toEqual([
      ['petition/receive', null],
      ['petition/assign', 'Phòng Kinh tế'],
    ])
    expect(course.answers).toEqual([])
    expect(await own(tokenHash)).toMatchObject([{ leadAgency: 'Phòng Kinh tế', state: 'assigned' }])
  })

  it('adds words that the agency is told of and the office marks as read; the short code opens nothing', async () => {
    const { petitionId, tokenHash, codeHash } = await given()
    await expect(portal.perform(addInformation, { tokenHash: codeHash, petitionId, text: 'x' })).rejects.toThrow(
      NotFound,
    )
    const other = await given()
    const foreign = { tokenHash: other.tokenHash, petitionId, text: 'của người khác' }
    await expect(portal.perform(addInformation, foreign)).rejects.toThrow(NotFound)
    await portal.done(addInformation, { tokenHash, petitionId, text: 'Cột số 12.' })
    const told = await world.db.selectFrom('message').select('agencyId').where('kind', '=', 'petition-added').execute()
    expect(told).toEqual([{ agencyId: world.agencies.economy }])
    await world.done(world.people.clerk, readAdditions, { id: petitionId })
    const { additions } = await readOwnCourse(world.db, world.authorityId, petitionId)
    expect(additions).toMatchObject([{ text: 'Cột số 12.', readByName: 'clerk' }])
  })

  it('takes it back', async () => {
    const { petitionId, tokenHash, row } = await given()
    await portal.done(withdrawOwn, { tokenHash, petitionId, reason: 'Đã xong.' })
    expect(await row()).toMatchObject({ state: 'withdrawn' })
    await expect(portal.perform(withdrawOwn, { tokenHash, petitionId })).rejects.toThrow('already-withdrawn')
  })
})

describe('after the answer', () => {
  it('says whether it was solved, once, and is asked again after a while', async () => {
    const { petitionId, tokenHash, answered, row } = await given()
    const opinion = { tokenHash, petitionId, solved: 'no', clear: 'partly', said: 'Chưa thay.' }
    await expect(portal.perform(giveOpinion, opinion)).rejects.toThrow('opinion-not-asked')
    await answered()
    await portal.done(giveOpinion, opinion)
    expect(await row()).toMatchObject({ petitionerAgrees: false, petitionerSaid: 'Chưa thay.' })
    await expect(portal.perform(giveOpinion, opinion)).rejects.toThrow('opinion-not-asked')
    world.clock.setDay('2025-11-29' as Day)
    await portal.done(giveOpinion, { ...opinion, solved: 'yes' })
    expect(await row()).toMatchObject({ petitionerAgrees: true })
  })

  it('contests within the time, once, as a continued petition under the same receipt', async () => {
    const { petitionId, tokenHash, answered } = await given(['Cầu yếu.'])
    const contest = { tokenHash, petitionId, reason: 'Chưa nói khi nào sửa.' }
    await expect(portal.perform(contestAnswer, contest)).rejects.toThrow('not-answered')
    await answered()
    const { code } = await portal.done(contestAnswer, contest)
    await expect(portal.perform(contestAnswer, contest)).rejects.toThrow('already-continued')
    const [earlier, later] = await own(tokenHash)
    expect(earlier).toMatchObject({ continuedBy: code })
    expect(later).toMatchObject({ code, continues: earlier!.code, content: 'Chưa nói khi nào sửa.' })
    const links = await world.db.selectFrom('petitionLink').selectAll().where('otherId', '=', petitionId).execute()
    expect(links).toMatchObject([{ kind: 'continued' }])
    // the later one too is the holder's
    await portal.done(withdrawOwn, { tokenHash, petitionId: later!.id })
  })

  it('is too late after the thirtieth day, moved to a working day', async () => {
    const { petitionId, tokenHash, answered } = await given(['Chợ.'])
    await answered()
    // 30 days after Wednesday 29/10 is Friday 28/11
    world.clock.setDay('2025-11-29' as Day)
    const contest = { tokenHash, petitionId, reason: 'Muộn.' }
    await expect(portal.perform(contestAnswer, contest)).rejects.toThrow('contest-late')
    world.clock.setDay('2025-11-28' as Day)
    await portal.done(contestAnswer, contest)
  })

  it('takes the time from the regulation that the dialogue keeps, and only where that is silent from the authority', async () => {
    const { petitionId, tokenHash, answered } = await given(['Trạm y tế.'])
    await answered()
    const { regulationVersionId } = await world.db
      .selectFrom('dialogue')
      .select('regulationVersionId')
      .where('id', '=', world.dialogueId)
      .executeTakeFirstOrThrow()
    const { regulation } = await getRegulationVersion(world.db, regulationVersionId)
    const stating = {
      ...regulation,
      version: 'gui-tiep',
      contest: { amount: 5, unit: 'working', clause: 'Điều 9' } as const,
    }
    const origin = {
      origin: 'edited',
      ownerAuthorityId: null,
      basedOnId: regulationVersionId,
      enteredBy: null,
    } as const
    const id = await insertRegulationVersion(world.db, { regulation: stating, ...origin })
    const keep = (version: number) => world.db.updateTable('dialogue').set({ regulationVersionId: version }).execute()
    await keep(id)
    // five working days after Wednesday 29/10 end on Wednesday 05/11
    world.clock.setDay('2025-11-06' as Day)
    const contest = { tokenHash, petitionId, reason: 'Vẫn chưa có bác sĩ.' }
    await expect(portal.perform(contestAnswer, contest)).rejects.toThrow('contest-late')
    const [petition] = await own(tokenHash)
    const acts = (today: Day) =>
      readPossibleActs(world.db, world.authorityId, { petition: petition!, course: { opinions: [] }, today })
    expect(await acts('2025-11-06' as Day)).toMatchObject({
      contest: false,
      contestLate: true,
      contestUntil: '2025-11-05',
    })
    expect(await acts('2025-11-05' as Day)).toMatchObject({
      ...{ contest: true, contestUntil: '2025-11-05' },
      contestClause: { clause: 'Điều 9', number: regulation.number },
    })
    const of = { dialogueId: world.dialogueId, on: '2025-10-29' as Day }
    expect((await contestTermOf(world.db, world.authorityId, of)).statedBy).toMatchObject({ clause: 'Điều 9' })
    await keep(regulationVersionId)
    await portal.done(contestAnswer, contest)
  })
})

describe('registering to speak', () => {
  const form = (more: Record<string, unknown> = {}) => ({
    id: world.dialogueId,
    speakerName: 'Bà Hoa',
    village: 'Thôn Trân Châu',
    content: 'Nước sạch.',
    phone: '0912345678',
    notice: NOTICE,
    agree: 'yes',
    tokenHash: hashOfToken(newSecretToken()),
    ...more,
  })

  it('gives a place in the order of the office’s own list, one for each contact, and takes it back', async () => {
    world.clock.setDay('2025-10-20' as Day)
    await world.held('preparing')
    const first = form()
    await portal.done(registerToSpeak, first)
    await expect(portal.perform(registerToSpeak, form({ phone: '+84 912 345 678' }))).rejects.toThrow(
      'already-registered',
    )
    const second = form({ speakerName: 'Ông Tư', phone: '', email: 'tu@example.vn' })
    await portal.done(registerToSpeak, second)
    const placeOf = async (tokenHash: string) =>
      (await findSpeechByToken(world.db, world.authorityId, tokenHash))?.place
    expect([await placeOf(first.tokenHash), await placeOf(second.tokenHash)]).toEqual([1, 2])
    await portal.done(withdrawOwnSpeech, { tokenHash: first.tokenHash })
    expect(await placeOf(second.tokenHash)).toBe(1)
    const list = await listSpeeches(world.db, world.authorityId, world.dialogueId)
    expect(list).toMatchObject([
      { state: 'withdrawn' },
      { speakerName: 'Ông Tư', fromPortal: true, registered: 'before' },
    ])
  })

  it('asks for one way to be reached, together with all else that is missing', async () => {
    const refused = await portal.perform(registerToSpeak, form({ phone: '', speakerName: '', agree: undefined }))
    const errors = { phone: 'contactRequired', speakerName: 'required', agree: 'agreeNeeded' }
    expect(refused, 'all that is missing is said at once').toEqual({ ok: false, errors })
  })
})

describe('asking for a dialogue', () => {
  it('counts each contact once and is taken back by who asked', async () => {
    const [token, sign] = [newSecretToken(), newSecretToken()]
    await portal.done(askForDialogue, {
      requesterKind: 'voters',
      requesterName: 'Nguyễn Văn Ba',
      content: 'Đối thoại về quy hoạch.',
      phone: '0987654321',
      notice: NOTICE,
      agree: 'yes',
      tokenHash: hashOfToken(token),
      signTokenHash: hashOfToken(sign),
    })
    const name = { signTokenHash: hashOfToken(sign), name: 'Trần Thị Tám', village: '', notice: NOTICE, agree: 'yes' }
    expect(await portal.done(signRequest, { ...name, contact: 'tam@example.vn' })).toEqual({ signerCount: 2 })
    await expect(portal.perform(signRequest, { ...name, contact: '0987 654 321' })).rejects.toThrow('already-signed')
    const unreachable = await portal.perform(signRequest, { ...name, contact: 'nhà ở đầu làng' })
    expect(unreachable).toMatchObject({ ok: false, errors: { contact: 'contactRequired' } })
    const silent = await portal.perform(signRequest, { ...name, contact: '0987111222', agree: undefined })
    expect(silent, 'a name is left only with consent').toMatchObject({ ok: false, errors: { agree: 'agreeNeeded' } })
    await portal.done(withdrawOwnRequest, { tokenHash: hashOfToken(token) })
    expect(await listRequests(world.db, world.authorityId)).toMatchObject([{ state: 'withdrawn', signerCount: 2 }])
  })
})

describe('being forgotten', () => {
  const PHONE = '0966 111 222'
  const asking = (more: Record<string, unknown>) => ({
    ...{ requesterKind: 'voters', content: 'Đối thoại về bến cảng.', notice: NOTICE, agree: 'yes', ...more },
    tokenHash: hashOfToken(newSecretToken()),
    signTokenHash: hashOfToken(newSecretToken()),
  })
  /** The tables in which any of these words stands. */
  async function tablesHolding(words: readonly string[]): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(world.db)
    const holds = async ({ name }: { name: string }) => {
      const { rows: found } = await sql`select 1 from ${sql.table(name)} t
        where t::text ~ ${words.join('|')} limit 1`.execute(world.db)
      return found.length > 0 ? [name] : []
    }
    return (await Promise.all(rows.map(holds))).flat()
  }

  it('reaches what the same contact registered, asked for and signed on the Portal; the log still verifies', async () => {
    world.clock.setDay('2025-10-20' as Day)
    await world.held('preparing')
    const raised = await portal.raise({ contents: ['Chuyện riêng ở bến.'], petitionerName: 'Hồ Thị Xóa', phone: PHONE })
    const [petition] = await own(raised.tokenHash)
    await portal.done(withdrawOwn, { tokenHash: raised.tokenHash, petitionId: petition!.id, reason: '' })
    const speech = { id: world.dialogueId, speakerName: 'Bà Xóa Bến', village: 'Xóm Xóa', content: 'Lời định nói.' }
    const consent = { notice: NOTICE, agree: 'yes' }
    const spoken = { ...speech, ...consent, phone: '+84966111222', tokenHash: hashOfToken(newSecretToken()) }
    await portal.done(registerToSpeak, spoken)
    const asked = asking({ requesterName: 'Hồ Xóa', phone: PHONE, village: 'Xóm Xóa' })
    await portal.done(askForDialogue, asked)
    const others = asking({ requesterName: 'Lê Văn Khác', phone: '0977000111' })
    const { requestId } = await portal.done(askForDialogue, others)
    const sign = {
      ...{ signTokenHash: others.signTokenHash, name: 'Hồ T. Xóa', village: 'Xóm Xóa', contact: '0966.111.222' },
      ...consent,
    }
    expect(await portal.done(signRequest, sign)).toEqual({ signerCount: 2 })
    const { petitionerId } = await world.db
      .selectFrom('petition')
      .select('petitionerId')
      .where('id', '=', petition!.id)
      .executeTakeFirstOrThrow()
    const erase = { id: petitionerId, reason: 'Theo yêu cầu', alsoContents: 'on' }
    // what waits for its decision is taken back first
    await expect(world.perform(world.people.leader, erasePerson, erase)).rejects.toThrow('request/withdraw-first')
    await portal.done(withdrawOwnRequest, { tokenHash: asked.tokenHash })
    await world.done(world.people.leader, erasePerson, erase)
    expect(await tablesHolding(['Xóa', '966.?111.?222', 'Chuyện riêng', 'Lời định nói'])).toEqual([])
    expect(await findSpeechByToken(world.db, world.authorityId, spoken.tokenHash)).toBeNull()
    const rows = await listRequests(world.db, world.authorityId)
    // a signature without a name counts no more; words that went leave their hash
    expect(rows.find((one) => one.id === requestId)).toMatchObject({ signerCount: 1, requesterName: 'Lê Văn Khác' })
    expect(rows.some((one) => /^\(đã xóa dữ liệu cá nhân\) SHA-256 [0-9a-f]{64}$/.test(one.content))).toBe(true)
    expect((await verifyLog(world.db)).problems).toEqual([])
    await portal.done(withdrawOwnRequest, { tokenHash: others.tokenHash })
    const byName = { id: requestId, name: 'Lê Văn Khác', reason: 'Theo yêu cầu', alsoContents: '' }
    await expect(world.perform(world.people.clerk, eraseRequestName, byName)).rejects.toThrow(NotPermitted)
    expect(await world.done(world.people.leader, eraseRequestName, byName)).toEqual({ rows: 2 })
    await expect(world.perform(world.people.leader, eraseRequestName, byName)).rejects.toThrow('name-not-found')
    expect(await tablesHolding(['Lê Văn Khác'])).toEqual([])
  })
})
