import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { petitionSteps } from '../../tests/support/petition-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { verifyLog } from '../changes/verify-log.ts'
import { listDeadlines } from '../deadlines/deadline-store.ts'
import { listNotices } from '../dialogues/conference-store.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import { editPetition } from '../petitions/edit-petition.ts'
import { erasePetitioner } from '../petitions/erase-petitioner.ts'
import { restrictPetition } from '../petitions/restrict-petition.ts'
import type { Day } from '../platform/day.ts'
import { settlePetition } from '../procedures/commit-to-petition.ts'
import { dialogueSource, publishDialogue } from '../procedures/publish-dialogue.ts'
import { publishEntries } from '../procedures/publish-entries.ts'
import { recordAnswerAtConference } from '../procedures/record-answer-at-conference.ts'
import { withdrawPetition } from '../procedures/refer-petition.ts'
import { findsOf, hashOfTexts } from './publication.ts'
import { listPetitionSources } from './publication-source-store.ts'
import { listPublications } from './publication-store.ts'
import { takeBack } from './take-back.ts'

let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.setDay('2025-10-20' as Day)
})

const { assigned, read, receive } = petitionSteps(() => world)
const WORDS = 'Bến phà quá tải, gọi 0912345678 cho bà Vũ Thị Mận.'

async function sourceOf(id: number) {
  return (await listPetitionSources(world.db, world.authorityId, { ids: [id] }))[0]!
}

async function entryOf(id: number, keep: (kind: string) => string | null = () => null) {
  const source = await sourceOf(id)
  const decisions = findsOf(source).map(({ field, start, kind }) => {
    const reason = keep(kind)
    return { field, start, keep: reason !== null, reason: reason ?? '' }
  })
  return { kind: 'petition', id, hash: hashOfTexts(source), alsoHide: '', decisions }
}

async function publish(ids: number[], keep?: (kind: string) => string | null) {
  const entries = await Promise.all(ids.map((id) => entryOf(id, keep)))
  return world.done(world.people.leader, publishEntries, { dialogueId: world.dialogueId, entries })
}

const copyOf = (petitionId: number) =>
  world.db
    .selectFrom('publicEntry')
    .selectAll()
    .where('authorityId', '=', world.authorityId)
    .where('kind', '=', 'petition')
    .where('subjectId', '=', petitionId)
    .executeTakeFirst()

const decisionOn = async (petitionId: number) =>
  (await listPublications(world.db, world.authorityId, 'petition', [petitionId])).get(petitionId)!

describe('publishing petitions', () => {
  it('is the leader’s alone', async () => {
    const id = await assigned({ contents: WORDS, text: WORDS })
    const input = { dialogueId: world.dialogueId, entries: [await entryOf(id)] }
    for (const who of ['clerk', 'chair', 'specialist', 'front'] as const)
      await expect(world.perform(world.people[who], publishEntries, input)).rejects.toThrow('not permitted')
  })

  it('asks for a decision on every find, and for a reason where words are kept', async () => {
    const id = await assigned({ contents: WORDS, text: WORDS })
    const entry = await entryOf(id)
    const send = (decisions: unknown) =>
      world.perform(world.people.leader, publishEntries, {
        dialogueId: world.dialogueId,
        entries: [{ ...entry, decisions }],
      })
    const none = await send([])
    const [phone, name] = entry.decisions
    const key = (find: { start: number }) => `find-petition-${id}-content-${find.start}`
    expect(none).toEqual({
      ok: false,
      errors: { [key(phone!)]: 'publication/find-undecided', [key(name!)]: 'publication/find-undecided' },
    })
    const bare = await send([phone, { ...name, keep: true, reason: '' }])
    expect(bare).toEqual({ ok: false, errors: { [`${key(name!)}-reason`]: 'required' } })
    expect(await copyOf(id)).toBeUndefined()
  })

  it('writes a copy in which hidden words are gone, and no name without consent', async () => {
    const id = await assigned({ contents: WORDS, text: WORDS, petitionerName: 'Vũ Thị Mận' })
    await publish([id], (kind) => (kind === 'name' ? 'Bà Mận đề nghị nêu tên' : null))
    const copy = (await copyOf(id))!
    expect(copy.content).toBe('Bến phà quá tải, gọi [đã che số điện thoại] cho bà Vũ Thị Mận.')
    expect(copy).toMatchObject({
      person: null,
      state: 'assigned',
      agency: 'Phòng Kinh tế',
      code: (await read(id)).code,
    })
    expect(copy.supporting).toEqual(['Phòng Văn hóa - Xã hội'])
    // what was decided is kept, the words are not
    const { finds, edition } = await decisionOn(id)
    expect(edition).toBe(1)
    expect(JSON.stringify(finds)).toContain('Bà Mận đề nghị nêu tên')
    expect(JSON.stringify(finds)).not.toContain('0912345678')
  })

  it('names the person with consent, and hides further words the publisher names', async () => {
    const id = await assigned({
      contents: 'Quán Cây Đa ồn',
      text: 'x',
      consentToPublishName: 'on',
      petitionerName: 'Lê Sao',
    })
    const entry = { ...(await entryOf(id)), alsoHide: 'quán cây đa\n\n' }
    await world.done(world.people.leader, publishEntries, { dialogueId: world.dialogueId, entries: [entry] })
    expect(await copyOf(id)).toMatchObject({ person: 'Lê Sao', content: '[đã che] ồn' })
  })

  it('refuses words that were edited after they were looked at, and marks copies of older words', async () => {
    const id = await assigned({ contents: WORDS, text: WORDS })
    const entry = await entryOf(id)
    const edited = { id, version: (await read(id)).version, content: 'Bến phà', kind: 'request', reason: 'Gọn lời' }
    await world.done(world.people.clerk, editPetition, edited)
    const stale = world.perform(world.people.leader, publishEntries, { dialogueId: world.dialogueId, entries: [entry] })
    await expect(stale).rejects.toThrow('publication/source-changed')
    await publish([id])
    await world.done(world.people.clerk, editPetition, {
      ...edited,
      version: (await read(id)).version,
      content: 'Bến phà Gót, gọi 0987654321',
    })
    // the copy does not follow words, only a decision does
    expect((await copyOf(id))!.content).toBe('Bến phà')
    expect((await decisionOn(id)).sourceHash).not.toBe(hashOfTexts(await sourceOf(id)))
    await publish([id])
    expect((await decisionOn(id)).edition).toBe(2)
    expect((await copyOf(id))!.content).toBe('Bến phà Gót, gọi [đã che số điện thoại]')
  })

  it('publishes nothing confidential, nothing with a procedure of its own, nothing of another dialogue', async () => {
    const secret = await receive({ confidential: 'on', confidentialReason: 'sợ trả thù' })
    const complaint = await receive({ kinds: 'complaint' })
    for (const id of [secret, complaint]) {
      const refused = world.perform(world.people.leader, publishEntries, {
        ...{ dialogueId: world.dialogueId, entries: [await entryOf(id)] },
      })
      await expect(refused).rejects.toThrow(/publication\/(confidential|own-procedure)/)
    }
    const lone = { dialogueId: null, entries: [await entryOf(await assigned())] }
    await expect(world.perform(world.people.leader, publishEntries, lone)).rejects.toThrow('publication/gone')
    // all or nothing: one that cannot be published stops the others
    const good = await assigned()
    const both = { dialogueId: world.dialogueId, entries: [await entryOf(good), await entryOf(secret)] }
    await expect(world.perform(world.people.leader, publishEntries, both)).rejects.toThrow('publication/confidential')
    expect(await copyOf(good)).toBeUndefined()
  })
})

describe('a published copy', () => {
  it('follows the life of its petition in the same transaction', async () => {
    const id = await assigned()
    await publish([id])
    await world.held()
    world.clock.setDay('2025-10-29' as Day)
    const answer = { id, version: (await read(id)).version, text: 'Đã rõ.', agencyId: world.agencies.economy }
    await world.done(world.people.clerk, recordAnswerAtConference, { ...answer, answeredByName: 'Ông Trưởng phòng' })
    expect(await copyOf(id)).toMatchObject({ state: 'answered', answeredOn: '2025-10-29', answer: null })
    await world.done(world.people.clerk, settlePetition, {
      ...{ id, version: (await read(id)).version, settledOn: '2025-10-29', settlement: 'Đã nâng cấp bến.' },
    })
    // the day is a fact; what was said of it waits for a decision
    expect(await copyOf(id)).toMatchObject({ state: 'settled', settledOn: '2025-10-29', settlement: null })
    await publish([id])
    expect(await copyOf(id)).toMatchObject({ answer: 'Đã rõ.', settlement: 'Đã nâng cấp bến.' })
    await world.held('preparing')
  })

  it('tells the day the person was promised as the deadlines move', async () => {
    const id = await assigned()
    await publish([id])
    const deadlines = await listDeadlines(world.db, world.authorityId, {
      subject: { subjectKind: 'petition', subjectId: id },
    })
    const open = deadlines.filter((row) => row.state === 'open').map((row) => row.dueOn)
    expect((await copyOf(id))!.dueOn).toBe(open.sort()[0] ?? null)
  })

  it('names the agencies asked to support, the agency as it is called now, and counts who asks for the same', async () => {
    const { db, authorityId, agencies } = world
    const id = await assigned()
    await publish([id])
    const of = { authorityId, petitionId: id }
    await db
      .insertInto('petitionSupport')
      .values({ ...of, agencyId: agencies.office, askedOn: '2025-10-20' as Day })
      .execute()
    expect((await copyOf(id))!.supporting).toEqual(['Phòng Văn hóa - Xã hội', 'Văn phòng Đảng ủy'])
    await db
      .deleteFrom('petitionSupport')
      .where('petitionId', '=', id)
      .where('agencyId', '=', agencies.office)
      .execute()
    expect((await copyOf(id))!.supporting).toEqual(['Phòng Văn hóa - Xã hội'])
    for (const contactHash of ['a', 'b'])
      await db
        .insertInto('petitionSeconding')
        .values({ ...of, contactHash, at: world.clock.now() })
        .execute()
    expect((await copyOf(id))!.seconded).toBe(2)
    const rename = (name: string) => db.updateTable('agency').set({ name }).where('id', '=', agencies.economy).execute()
    await rename('Phòng Kinh tế và Hạ tầng')
    expect((await copyOf(id))!.agency).toBe('Phòng Kinh tế và Hạ tầng')
    await rename('Phòng Kinh tế')
  })

  it('is gone when it becomes confidential, is withdrawn, or consent is taken back', async () => {
    const [a, b, c, d] = [
      await assigned(),
      await assigned(),
      await assigned({ consentToPublishName: 'on' }),
      await assigned(),
    ]
    await publish([a, b, c, d])
    await world.done(world.people.leader, restrictPetition, {
      ...{
        id: a,
        version: (await read(a)).version,
        confidential: 'on',
        reason: 'Người dân xin giữ kín',
        readerIds: [],
      },
    })
    expect(await copyOf(a)).toBeUndefined()
    expect(await decisionOn(a)).toMatchObject({ state: 'takenBack', takenBackReason: 'confidential' })
    await world.done(world.people.clerk, withdrawPetition, {
      ...{ id: b, version: (await read(b)).version, reason: 'Người dân rút' },
    })
    expect(await copyOf(b)).toBeUndefined()
    const { submissionId } = await read(c)
    await world.db
      .updateTable('submission')
      .set({ consentToPublishName: false })
      .where('authorityId', '=', world.authorityId)
      .where('id', '=', submissionId)
      .execute()
    expect(await copyOf(c)).toBeUndefined()
    expect(await decisionOn(c)).toMatchObject({ takenBackReason: 'consent' })
    expect(await copyOf(d)).toBeDefined()
  })

  it('is gone when the person’s data are erased', async () => {
    const id = await assigned({ consentToPublishName: 'on' })
    await publish([id])
    const { petitionerId } = await read(id)
    await world.done(world.people.clerk, withdrawPetition, { id, version: (await read(id)).version, reason: 'x' })
    const second = await assigned()
    await publish([second])
    await world.db
      .updateTable('petition')
      .set({ petitionerId, state: 'answered', answeredOn: '2025-10-20' as Day })
      .where('id', '=', second)
      .execute()
    expect(await copyOf(second)).toBeDefined()
    await world.done(world.people.leader, erasePetitioner, {
      id: petitionerId,
      reason: 'Theo yêu cầu',
      alsoContents: 'on',
    })
    expect(await copyOf(second)).toBeUndefined()
    expect(await decisionOn(second)).toMatchObject({ state: 'takenBack', takenBackReason: 'erased' })
  })

  it('is taken back by the leader with a reason, and may be published again', async () => {
    const id = await assigned()
    await publish([id])
    const { id: publicationId } = await decisionOn(id)
    const back = { id: publicationId, reason: 'Công khai nhầm' }
    await expect(world.perform(world.people.clerk, takeBack, back)).rejects.toThrow('not permitted')
    await world.done(world.people.leader, takeBack, back)
    expect(await copyOf(id)).toBeUndefined()
    await expect(world.perform(world.people.leader, takeBack, back)).rejects.toThrow('publication/not-published')
    await publish([id])
    expect(await decisionOn(id)).toMatchObject({ state: 'published', edition: 2, takenBackReason: null })
    const { problems } = await verifyLog(world.db)
    expect(problems).toEqual([])
  })
})

describe('the first results of a dialogue at the Portal', () => {
  it('stand once in its log of notices', async () => {
    const [a, b] = [await assigned(), await assigned()]
    await world.held('concluded')
    world.clock.setDay('2025-11-03' as Day)
    await publish([a])
    await publish([b])
    const results = await listNotices(world.db, world.authorityId, world.dialogueId, 'result')
    expect(results.map(({ channel }) => channel)).toEqual(['portal'])
    await world.held('preparing')
  })
})

describe('announcing a dialogue', () => {
  it('keeps one line in the office’s log of notices, follows its day, and says so when it is called off', async () => {
    const { db, authorityId, dialogueId } = world
    await db.deleteFrom('publicNotice').where('authorityId', '=', authorityId).execute()
    const announce = async (takingPart: string, keep: boolean) => {
      const dialogue = await getDialogue(db, authorityId, dialogueId)
      const source = dialogueSource(dialogue, { agenda: [], takingPart, names: [] })
      const hash = hashOfTexts({ ...source, texts: { ...source.texts, takingPart: '' } })
      const decisions = findsOf(source).map(({ field, start }) => ({ field, start, keep, reason: 'Số của cơ quan' }))
      return world.done(world.people.leader, publishDialogue, {
        id: dialogueId,
        hash,
        takingPart,
        alsoHide: '',
        decisions,
      })
    }
    const copy = () =>
      db.selectFrom('publicDialogue').selectAll().where('dialogueId', '=', dialogueId).executeTakeFirst()
    await announce('Hỏi 0225 3888 000', false)
    await announce('Hỏi 0225 3888 000', true)
    expect((await copy())!.takingPart).toBe('Hỏi 0225 3888 000')
    expect((await listNotices(db, authorityId, dialogueId, 'announcement')).map((one) => one.channel)).toEqual([
      'portal',
    ])
    await db
      .updateTable('dialogue')
      .set({ venue: 'Nhà văn hóa', startsAt: '09:00' })
      .where('id', '=', dialogueId)
      .execute()
    expect(await copy()).toMatchObject({ venue: 'Nhà văn hóa', startsAt: '09:00', state: 'preparing' })
    await db.updateTable('dialogue').set({ state: 'cancelled' }).where('id', '=', dialogueId).execute()
    expect((await copy())!.state).toBe('cancelled')
    await world.held('preparing')
  })
})
