import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { testActor } from '../../tests/support/test-actor.ts'
import { listDeadlines } from '../deadlines/deadline-store.ts'
import { findPaperSheet } from '../documents/paper-sheet-store.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, NotFound, NotPermitted, StaleEdit } from '../platform/errors.ts'
import { actViewer } from '../supervision/act-viewer.ts'
import { recordNote } from '../supervision/record-note.ts'
import { recordSupervisionResult } from '../supervision/record-supervision-result.ts'
import { recordVisit } from '../supervision/record-visit.ts'
import { accountState } from '../supervision/supervision-act.ts'
import { getAct, listActs, listOverdueByAgency, listOverdueDuties } from '../supervision/supervision-store.ts'
import { answerAccount, withdrawAccountRequest } from './answer-account.ts'
import { askForAccount } from './ask-for-account.ts'
import { drawAgain } from './paper-from-data.ts'
import { receiveSubmission } from './receive-submission.ts'
import { urgeAgency } from './urge-agency.ts'

const TODAY = '2025-10-20' as Day
let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world.close())

async function newPetition(values: Record<string, unknown> = {}): Promise<number> {
  const received = await world.done(world.people.clerk, receiveSubmission, {
    dialogueId: world.dialogueId,
    receivedOn: '18/10/2025',
    channel: 'letter',
    raised: 'before',
    petitionerKind: 'person',
    petitionerName: 'Nguyễn Thị Lan',
    text: 'Đường vào thôn hỏng.',
  })
  const id = received.petitionIds[0]!
  if (Object.keys(values).length > 0)
    await world.db
      .updateTable('petition')
      .set(values)
      .where('id', '=', id)
      .where('authorityId', '=', world.authorityId)
      .execute()
  return id
}

const ask = (input: Record<string, unknown> = {}) =>
  world.done(world.people.front, askForAccount, {
    dialogueId: world.dialogueId,
    toAgencyId: world.agencies.economy,
    answerDueOn: '27/10/2025',
    content: 'Vì sao chưa sửa đường?',
    ...input,
  })

const deadlinesOf = (id: number) =>
  listDeadlines(world.db, world.authorityId, { subject: { subjectKind: 'supervisionAct', subjectId: id } })

const viewer = (actor: PetitionWorld['people']['front']) => actViewer(actor, world.authorityId)!

describe('asking for an account', () => {
  it('makes the day a deadline of the agency asked, and tells it', async () => {
    const act = await ask()
    expect(await deadlinesOf(act.id)).toMatchObject([
      {
        key: 'accountDue',
        dueOn: '2025-10-27',
        agencyId: world.agencies.economy,
        state: 'open',
        dialogueId: world.dialogueId,
      },
    ])
    const told = await world.db
      .selectFrom('message')
      .select(['agencyId', 'kind'])
      .where('subjectId', '=', act.id)
      .execute()
    expect(told).toEqual([{ agencyId: world.agencies.economy, kind: 'account-asked' }])
  })

  it('refuses a day that is past and an agency of nobody', async () => {
    const past = await world.perform(world.people.front, askForAccount, {
      toAgencyId: world.agencies.economy,
      answerDueOn: '19/10/2025',
      content: 'x',
    })
    expect(past).toEqual({ ok: false, errors: { answerDueOn: 'beforeStart' } })
    const nobody = await world.perform(world.people.front, askForAccount, {
      toAgencyId: 999_999,
      answerDueOn: '27/10/2025',
      content: 'x',
    })
    expect(nobody).toEqual({ ok: false, errors: { toAgencyId: 'notFound' } })
  })

  it('is not for the lead office', async () => {
    await expect(
      world.perform(world.people.clerk, askForAccount, {
        toAgencyId: world.agencies.economy,
        answerDueOn: '27/10/2025',
        content: 'x',
      }),
    ).rejects.toThrow(NotPermitted)
  })

  it('is met on the day of the answer, once', async () => {
    const { id } = await ask()
    const answer = { id, version: 1, answeredOn: '20/10/2025', answer: 'Đã bố trí vốn.' }
    await world.done(world.people.head, answerAccount, answer)
    expect(await deadlinesOf(id)).toMatchObject([{ state: 'met', metOn: '2025-10-20' }])
    expect(accountState(await getAct(world.db, world.authorityId, id), '2025-12-01' as Day)).toBe('answered')
    await expect(world.perform(world.people.head, answerAccount, { ...answer, version: 2 })).rejects.toThrow(BrokenRule)
  })

  it('is answered only by the agency asked, or by the lead office for it', async () => {
    const { id } = await ask()
    const answer = { id, version: 1, answeredOn: '20/10/2025', answer: 'Thay lời.' }
    await expect(world.perform(world.people.supporter, answerAccount, answer)).rejects.toThrow(NotFound)
    await expect(world.perform(world.people.front, answerAccount, answer)).rejects.toThrow(NotPermitted)
    await expect(world.perform(world.people.head, answerAccount, { ...answer, version: 7 })).rejects.toThrow(StaleEdit)
    await world.done(world.people.clerk, answerAccount, answer)
  })

  it('keeps a request that is given up, with its reason, and lets the deadline fall away', async () => {
    const { id } = await ask()
    await expect(
      world.perform(world.people.front, withdrawAccountRequest, { id, version: 1, reason: '' }),
    ).resolves.toMatchObject({ ok: false })
    await world.done(world.people.front, withdrawAccountRequest, { id, version: 1, reason: 'Đã rõ.' })
    expect(await deadlinesOf(id)).toMatchObject([{ state: 'void', voidReason: 'Đã rõ.' }])
    expect(accountState(await getAct(world.db, world.authorityId, id), TODAY)).toBe('withdrawn')
  })
})

describe('notes, visits and results', () => {
  it('keeps what was found, by whom and on which day', async () => {
    const visit = await world.done(world.people.front, recordVisit, {
      dialogueId: world.dialogueId,
      onDay: '19/10/2025',
      participants: 'Đoàn giám sát',
      content: 'Đường đã đổ đá cấp phối.',
    })
    const result = await world.done(world.people.front, recordSupervisionResult, {
      dialogueId: world.dialogueId,
      onDay: '20/10/2025',
      content: 'Đã thực hiện 20/25 nội dung.',
    })
    const acts = await listActs(world.db, viewer(world.people.clerk), { dialogueId: world.dialogueId, today: TODAY })
    expect(acts.find((act) => act.id === visit.id)).toMatchObject({
      kind: 'visit',
      participants: 'Đoàn giám sát',
      byAgencyId: world.agencies.front,
    })
    expect(acts.find((act) => act.id === result.id)).toMatchObject({ kind: 'result' })
  })

  it('refuses a visit to come and a petition of another dialogue', async () => {
    const future = await world.perform(world.people.front, recordVisit, {
      onDay: '21/10/2025',
      participants: 'x',
      content: 'x',
    })
    expect(future).toEqual({ ok: false, errors: { onDay: 'inFuture' } })
    await expect(
      world.perform(world.people.front, recordNote, { petitionId: 999_999, onDay: '20/10/2025', content: 'x' }),
    ).rejects.toThrow(NotFound)
  })

  it('acts for a superior as the superior body among the agencies', async () => {
    const superior = testActor('superior', {
      authorityId: world.authorityId + 1000,
      authoritiesBelow: [world.authorityId],
    })
    const note = await world.done(superior, recordNote, {
      dialogueId: world.dialogueId,
      onDay: '20/10/2025',
      content: 'Đề nghị khẩn trương.',
    })
    expect(note.byAgencyId).toBe(world.agencies.city)
  })
})

describe('urging', () => {
  it('is kept, tells the agency, and drafts the letter where wanted', async () => {
    const urged = await world.done(world.people.clerk, urgeAgency, {
      dialogueId: world.dialogueId,
      toAgencyId: world.agencies.economy,
      content: 'Đề nghị trả lời trước 25/10.',
      withLetter: 'yes',
    })
    const paper = await world.db
      .selectFrom('paper')
      .selectAll()
      .where('id', '=', urged.paperId!)
      .executeTakeFirstOrThrow()
    expect(paper).toMatchObject({
      kind: 'urgingLetter',
      subjectKind: 'dialogue',
      subjectId: world.dialogueId,
      state: 'draft',
      issuerAgencyId: world.agencies.office,
    })
    expect((await getAct(world.db, world.authorityId, urged.id)).paperId).toBe(paper.id)
    const to = await world.db.selectFrom('paperRecipient').select('agencyId').where('paperId', '=', paper.id).execute()
    expect(to).toEqual([{ agencyId: world.agencies.economy }])
  })

  it('has its letter drawn from the data of the act, in place of what was typed', async () => {
    const petitionId = await newPetition()
    const urged = await world.done(world.people.clerk, urgeAgency, {
      ...{ petitionId, toAgencyId: world.agencies.economy, content: 'Khẩn trương trả lời.', withLetter: 'on' },
    })
    await world.done(world.people.clerk, drawAgain, { id: urged.paperId!, sheetVersion: 0 })
    const stored = await findPaperSheet(world.db, world.authorityId, urged.paperId!)
    expect(stored).toMatchObject({ about: 'supervisionAct', aboutId: urged.id, variant: 'act' })
    expect(JSON.stringify(stored!.sheet)).toContain('Phòng Kinh tế')
    const again = world.done(world.people.clerk, drawAgain, { id: urged.paperId!, sheetVersion: 0 })
    await expect(again).rejects.toBeInstanceOf(StaleEdit)
  })

  it('wants a dialogue or petition for a letter, and is not for the agencies', async () => {
    const general = { toAgencyId: world.agencies.economy, content: 'Đề nghị.', withLetter: 'yes' }
    await expect(world.perform(world.people.clerk, urgeAgency, general)).rejects.toThrow(
      'supervision/letter-needs-subject',
    )
    await expect(world.perform(world.people.head, urgeAgency, general)).rejects.toThrow(NotPermitted)
  })
})

describe('who sees what', () => {
  it('hides acts and duties about a confidential petition from everybody not on its list', async () => {
    const petitionId = await newPetition()
    const { id } = await ask({ petitionId, content: 'CANARY-4711' })
    const seenBy = async (actor: PetitionWorld['people']['front']) =>
      (await listActs(world.db, viewer(actor), { today: TODAY })).some((act) => act.id === id)
    expect(await seenBy(world.people.clerk)).toBe(true)
    expect(await seenBy(world.people.head)).toBe(true)
    await world.db.updateTable('petition').set({ confidential: true }).where('id', '=', petitionId).execute()
    expect(await seenBy(world.people.clerk)).toBe(false)
    expect(await seenBy(world.people.front)).toBe(false)
    const late = await listOverdueDuties(world.db, viewer(world.people.front), { today: '2025-12-01' as Day })
    expect(late.some((duty) => duty.subjectKind === 'supervisionAct' && duty.subjectId === id)).toBe(false)
    await expect(
      world.perform(world.people.front, recordNote, { petitionId, onDay: '20/10/2025', content: 'x' }),
    ).rejects.toThrow(NotFound)
  })

  it('hides from an agency what a petition says against it', async () => {
    const petitionId = await newPetition({ accusedAgencyId: world.agencies.economy })
    const note = await world.done(world.people.front, recordNote, {
      petitionId,
      toAgencyId: world.agencies.economy,
      onDay: '20/10/2025',
      content: 'x',
    })
    const acts = await listActs(world.db, viewer(world.people.head), { today: TODAY })
    expect(acts.some((act) => act.id === note.id)).toBe(false)
  })

  it('shows an agency its own acts only, and the Front what is overdue by agency', async () => {
    const { id } = await ask({ answerDueOn: '21/10/2025' })
    const ofSupporter = await listActs(world.db, viewer(world.people.supporter), { today: TODAY })
    expect(ofSupporter).toEqual([])
    const later = '2025-10-30' as Day
    const overdue = await listOverdueByAgency(world.db, viewer(world.people.front), later)
    const economy = overdue.find((row) => row.agencyId === world.agencies.economy)!
    expect(economy.overdue).toBeGreaterThanOrEqual(1)
    expect(economy.oldestDue).toBe('2025-10-21')
    expect(economy.lastUrgedOn).toBe('2025-10-20')
    const duties = await listOverdueDuties(world.db, viewer(world.people.front), {
      today: later,
      agencyId: world.agencies.economy,
    })
    expect(duties.some((duty) => duty.subjectId === id && duty.subjectKind === 'supervisionAct')).toBe(true)
    expect(await listOverdueByAgency(world.db, viewer(world.people.supporter), later)).toEqual([])
  })

  it('finds by words without diacritics and by what waits', async () => {
    const { id } = await ask({ content: 'Tiến độ hồ chứa nước Phù Long' })
    const found = await listActs(world.db, viewer(world.people.clerk), {
      words: 'ho chua phu long',
      account: 'waiting',
      today: TODAY,
    })
    expect(found.map((act) => act.id)).toEqual([id])
    const answered = await listActs(world.db, viewer(world.people.clerk), {
      words: 'ho chua',
      account: 'answered',
      today: TODAY,
    })
    expect(answered).toEqual([])
  })
})
