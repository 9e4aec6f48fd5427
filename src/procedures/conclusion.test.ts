import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../tests/support/dialogue-world.ts'
import { testActor } from '../../tests/support/test-actor.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { verifyLog } from '../changes/verify-log.ts'
import { listDeadlines } from '../deadlines/deadline-store.ts'
import { addConclusionItem } from '../dialogues/add-conclusion-item.ts'
import { findConclusionNotice, listConclusionItems, listNoticeRecipients } from '../dialogues/conclusion-store.ts'
import { conclusionSeen } from '../dialogues/conclusion-version.ts'
import { listExclusions } from '../dialogues/conference-store.ts'
import { confirmNotClassified } from '../dialogues/confirm-not-classified.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import { draftConclusion } from '../dialogues/draft-conclusion.ts'
import { editConclusionItem } from '../dialogues/edit-conclusion-item.ts'
import { moveConclusionItem } from '../dialogues/move-conclusion-item.ts'
import { proposeItemSettlement } from '../dialogues/propose-settlement.ts'
import { recordExclusion } from '../dialogues/record-exclusion.ts'
import { removeConclusionItem } from '../dialogues/remove-conclusion-item.ts'
import { findPaperSheet } from '../documents/paper-sheet-store.ts'
import { getPaper } from '../documents/paper-store.ts'
import { readSheet } from '../papers/sheet.ts'
import { getPetition } from '../petitions/petition-store.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { approveConclusion, approveConclusionOnPaper, withdrawConclusionApproval } from './approve-conclusion.ts'
import { readResultParts } from './clock-event-store.ts'
import { settlePetition } from './commit-to-petition.ts'
import { correctConclusion } from './correct-conclusion.ts'
import { coverPetitions } from './cover-petitions.ts'
import { dropCorrection } from './drop-correction.ts'
import { extendConclusion, extendConclusionOnPaper } from './extend-conclusion.ts'
import { fillConclusion } from './fill-conclusion.ts'
import { holdConference } from './hold-conference.ts'
import { issueConclusion } from './issue-conclusion.ts'
import { confirmSettlement, confirmSettlementOnPaper, reportItemResult } from './item-limit.ts'
import { openDialogue } from './open-dialogue.ts'
import { publishResult } from './publish-result.ts'
import { recordConclusionReceipt } from './record-conclusion-receipt.ts'
import { recordInternalReview } from './record-internal-review.ts'
import { recordNotice } from './record-notice.ts'
import { transferPetition, withdrawPetition } from './refer-petition.ts'
import { sendConclusion } from './send-conclusion.ts'
import { takeWordFile } from './take-word-file.ts'

const counts = { attendanceDelegates: '40', attendancePeople: '160' }
const issue = {
  datedOn: '2025-11-05',
  number: '',
  signerName: 'Người ký Thử',
  signerTitle: 'Bí thư',
  signCapacity: 'T/M',
}

let world: DialogueWorld
let id: number
let code = 0
beforeAll(async () => {
  world = await createDialogueWorld()
  await world.db
    .insertInto('numberBook')
    .values({
      ...{ authorityId: world.authorityId, name: 'Thông báo', issuerAgencyId: world.agencies.party, mode: 'ours' },
      ...{ paperKinds: ['conclusionNotice'], period: 'year', pattern: '{n}-TB/ĐU', fromDay: '2025-01-01' as never },
    })
    .execute()
})
afterAll(() => world.close())

beforeEach(async () => {
  world.at('2025-10-01')
  const opening = { title: 'Đối thoại năm 2025', kind: 'periodic', form: 'inPerson', chairModel: 'coPresiding' }
  id = (await world.done(world.people.clerk, openDialogue, { ...opening, heldOn: '2025-10-29' })).id
  await world.done(world.people.clerk, confirmNotClassified, { id, confirmed: 'on' })
  world.at('2025-10-29')
})

const hold = () => world.done(world.people.secretary, holdConference, { id, heldOn: '2025-10-29', ...counts })
const item = (more: Record<string, unknown> = {}) => ({
  ...{ id, content: 'Cống thoát nước thôn Trân Châu', conclusion: 'Giao khảo sát', disposition: 'verifyAndReplyLater' },
  ...{ leadAgencyId: world.agencies.economy, dueOn: '2025-11-28', ...more },
})
const addItem = async (more: Record<string, unknown> = {}) =>
  (await world.done(world.people.clerk, addConclusionItem, item(more))).itemId
const notice = async () => (await findConclusionNotice(world.db, world.authorityId, id))!
const deadline = async (key: string, instrumentId = 'hai-phong-13') =>
  (await listDeadlines(world.db, world.authorityId, { dialogueId: id, key })).find(
    (one) => one.instrumentId === instrumentId,
  )!

async function putPetition(
  more: { confidential?: boolean; name?: string; leadAgencyId?: number | null } = {},
): Promise<number> {
  const { db, authorityId } = world
  code += 1
  const base = { authorityId, dialogueId: id, receivedOn: '2025-10-10' as never }
  const petitioner = await db
    .insertInto('petitioner')
    .values({ authorityId, kind: 'person', name: more.name ?? `Ông Thử ${code}` })
    .returning('id')
    .executeTakeFirstOrThrow()
  const submission = await db
    .insertInto('submission')
    .values({ ...base, petitionerId: petitioner.id, channel: 'letter', text: 'x' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const row = await db
    .insertInto('petition')
    .values({
      ...{
        ...base,
        petitionerId: petitioner.id,
        submissionId: submission.id,
        code: `TT-2025-${code}`,
        raised: 'before',
      },
      ...{ content: `Kiến nghị ${code}`, state: 'assigned', disposition: 'verifyAndReplyLater' },
      ...{ confidential: more.confidential ?? false, leadAgencyId: more.leadAgencyId ?? world.agencies.economy },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

async function issueIt(): Promise<void> {
  await hold()
  await addItem()
  world.at('2025-11-05')
  await world.done(world.people.chair, approveConclusion, { id })
  await world.done(world.people.records, issueConclusion, { id, ...issue })
}

describe('drafting the conclusion', () => {
  it('begins after the conference, by the office', async () => {
    const draft = { id, version: '', assessment: 'Hội nghị có 200 người dự' }
    await expect(world.perform(world.people.clerk, draftConclusion, draft)).rejects.toThrow('dialogue/not-yet-held')
    await hold()
    await expect(world.perform(world.people.front, draftConclusion, draft)).rejects.toThrow('not permitted')
    await world.done(world.people.clerk, draftConclusion, draft)
    await world.done(world.people.clerk, draftConclusion, { ...draft, version: 1, implementation: 'Theo dõi' })
    await expect(world.perform(world.people.clerk, draftConclusion, { ...draft, version: 1 })).rejects.toMatchObject({
      kind: 'conclusionNotice',
    })
    const paper = await getPaper(world.db, world.authorityId, (await notice()).paperId!)
    expect(paper).toMatchObject({ kind: 'conclusionNotice', state: 'draft', issuerAgencyId: world.agencies.party })
  })

  it('keeps items in order, each with somebody to do it', async () => {
    await hold()
    const first = await addItem()
    const second = await addItem({ content: 'Nước sạch', dueOn: '', openProposal: 'on' })
    expect(await world.refused(world.people.clerk, addConclusionItem, item({ leadAgencyId: '' }))).toEqual({
      leadAgencyId: 'required',
    })
    expect(await world.refused(world.people.clerk, addConclusionItem, item({ dueOn: '' }))).toEqual({
      dueOn: 'conclusion/limit-or-proposal',
    })
    await world.done(world.people.clerk, moveConclusionItem, { rowId: second, direction: 'up' })
    const order = async () => (await listConclusionItems(world.db, world.authorityId, id)).map((one) => one.id)
    expect(await order()).toEqual([second, first])
    await world.done(world.people.clerk, editConclusionItem, {
      ...item({ content: 'Cống và rãnh' }),
      rowId: first,
      version: 1,
    })
    await expect(
      world.perform(world.people.clerk, editConclusionItem, { ...item(), rowId: first, version: 1 }),
    ).rejects.toMatchObject({ kind: 'conclusionItem' })
    await world.done(world.people.clerk, removeConclusionItem, { rowId: second, reason: 'Trùng nội dung' })
    expect(await order()).toEqual([first])
  })

  it('lays out an item for every petition that may be told, once, and none of a confidential one', async () => {
    await putPetition()
    await putPetition({ confidential: true })
    await hold()
    const filled = await world.done(world.people.clerk, fillConclusion, { id })
    expect(filled.added).toBe(1)
    const [laid] = await listConclusionItems(world.db, world.authorityId, id)
    expect(laid).toMatchObject({
      leadAgencyId: world.agencies.economy,
      openProposal: true,
      disposition: 'verifyAndReplyLater',
    })
    await expect(world.perform(world.people.clerk, fillConclusion, { id })).rejects.toThrow(
      'conclusion/nothing-to-fill',
    )
  })
})

describe('what went to another body', () => {
  it('is laid into the conclusion as transferred, with whom it went to and no limit; what went up as reported up', async () => {
    const { db, authorityId, people, agencies } = world
    const passed = await putPetition()
    const up = await putPetition()
    await db.updateTable('petition').set({ state: 'escalated' }).where('id', '=', up).execute()
    await hold()
    const { version } = await getPetition(db, authorityId, passed)
    const transfer = {
      id: passed,
      version,
      toAgencyId: agencies.city,
      transferredOn: '2025-10-20',
      reason: 'Thẩm quyền',
    }
    await world.done(people.clerk, transferPetition, transfer)
    await world.done(people.clerk, fillConclusion, { id })
    const [item, second] = await listConclusionItems(db, authorityId, id)
    expect(item).toMatchObject({ disposition: 'transferred', leadAgencyId: agencies.city, openProposal: false })
    expect(item!.conclusion).toBe('Đã chuyển Ủy ban nhân dân thành phố giải quyết theo thẩm quyền, ngày 20/10/2025.')
    expect(second).toMatchObject({ disposition: 'noteAndReportUp', openProposal: false })
    const edit = { rowId: item!.id, version: item!.version, content: 'x', conclusion: 'y', disposition: 'transferred' }
    expect(await world.refused(people.clerk, editConclusionItem, edit)).toEqual({ leadAgencyId: 'required' })
  })

  it('takes its item of the draft along when it goes after it was laid in; an item of several petitions stays', async () => {
    const { db, authorityId, people, agencies } = world
    const ids = [await putPetition(), await putPetition(), await putPetition()]
    await hold()
    await world.done(people.clerk, fillConclusion, { id })
    const items = await listConclusionItems(db, authorityId, id)
    const joined = items[1]!.id
    await db.updateTable('petition').set({ conclusionItemId: joined }).where('id', '=', ids[2]!).execute()
    for (const petitionId of ids.slice(0, 2)) {
      const { version } = await getPetition(db, authorityId, petitionId)
      const transfer = { id: petitionId, version, toAgencyId: agencies.city, transferredOn: '2025-10-29', reason: 'x' }
      await world.done(people.clerk, transferPetition, transfer)
    }
    const [alone, several] = await listConclusionItems(db, authorityId, id)
    expect(alone).toMatchObject({ disposition: 'transferred', leadAgencyId: agencies.city, openProposal: false })
    expect(alone!.conclusion).toContain('Đã chuyển Ủy ban nhân dân thành phố')
    expect(several!.disposition).toBe('verifyAndReplyLater')
  })
})

describe('approving', () => {
  it('is the chair’s, with items, and then nothing is edited any more', async () => {
    await hold()
    await world.done(world.people.clerk, draftConclusion, { id, version: '' })
    await expect(world.perform(world.people.chair, approveConclusion, { id })).rejects.toThrow('conclusion/no-items')
    await addItem()
    await expect(world.perform(world.people.clerk, approveConclusion, { id })).rejects.toThrow('not permitted')
    const seen = conclusionSeen((await notice())!, await listConclusionItems(world.db, world.authorityId, id))
    await addItem()
    const stale = world.perform(world.people.chair, approveConclusion, { id, seen })
    await expect(stale).rejects.toThrow('conclusion/changed-since-opened')
    await world.done(world.people.chair, approveConclusion, { id })
    expect(await notice()).toMatchObject({ state: 'approved', approvedByName: 'chair' })
    await expect(world.perform(world.people.clerk, addConclusionItem, item())).rejects.toThrow(
      'conclusion/no-longer-draft',
    )
    const paper = await getPaper(world.db, world.authorityId, (await notice()).paperId!)
    expect(paper.body).toContain('Thời hạn: chậm nhất ngày 28/11/2025')
    await world.done(world.people.clerk, withdrawConclusionApproval, { id, reason: 'Sửa lỗi' })
    await addItem()
  })

  it('is nobody’s who wrote in it', async () => {
    const { people, authorityId, agencies } = world
    await hold()
    await addItem()
    const { accountId } = people.chair
    const asClerk = testActor('clerk', { authorityId, agencyId: agencies.partyOffice, accountId })
    await world.done(asClerk, addConclusionItem, item())
    await expect(world.perform(people.chair, approveConclusion, { id })).rejects.toThrow('paper/drafter-approves')
  })

  it('may have happened on paper: then who, when and the page are kept', async () => {
    await hold()
    await addItem()
    const onPaper = { id, paperApprover: 'Bí thư Thử', paperApprovedOn: '2025-10-29' }
    expect(await world.refused(world.people.clerk, approveConclusionOnPaper, onPaper)).toEqual({
      signedPage: 'fileRequired',
    })
    const signedPage = { name: 'trang-ky.pdf', mediaType: 'application/pdf', size: 10, sha256: 'a'.repeat(64) }
    await world.done(world.people.clerk, approveConclusionOnPaper, { ...onPaper, signedPage })
    expect(await notice()).toMatchObject({ state: 'approved', paperApprover: 'Bí thư Thử', approvedBy: null })
  })
})

describe('issuing, sending, receiving', () => {
  it('takes the next number, lays out every addressee and concludes the dialogue', async () => {
    await putPetition({ name: 'Bà Trần Thử' })
    await issueIt()
    expect(await notice()).toMatchObject({
      state: 'issued',
      issuedOn: '2025-11-05',
      paperNumber: expect.stringMatching(/^\d+-TB\/ĐU$/),
    })
    expect((await getDialogue(world.db, world.authorityId, id)).state).toBe('concluded')
    const recipients = await listNoticeRecipients(world.db, world.authorityId, (await notice()).paperId)
    expect(recipients.map((one) => one.purpose)).toEqual([
      'competentAgency',
      'petitioner',
      'board',
      'front',
      'superior',
      'village',
    ])
    expect(recipients[1]!.name).toBe('Bà Trần Thử')
    await expect(world.perform(world.people.records, issueConclusion, { id, ...issue })).rejects.toThrow(
      'dialogue/not-concluded',
    )
  })

  it('is the Word file that was approved, unless what it holds was restricted since; a correction begins without it', async () => {
    const { db, authorityId, people } = world
    const petitionId = await putPetition()
    await hold()
    await addItem()
    const paperId = (await notice()).paperId!
    const files = { open: async () => Readable.from([Buffer.from('PK')]) } as unknown as FileStore
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const file = { name: 'Kết luận.docx', mediaType, size: 2, sha256: 'b'.repeat(64) }
    await world.done(people.clerk, takeWordFile(files), { id: paperId, file })
    world.at('2025-11-05')
    await world.done(people.chair, approveConclusion, { id })
    const restrict = (confidential: boolean) =>
      db.updateTable('petition').set({ confidential }).where('id', '=', petitionId).execute()
    await restrict(true)
    const locked = world.perform(people.records, issueConclusion, { id, ...issue })
    await expect(locked).rejects.toThrow('paper/word-locked')
    await restrict(false)
    await world.done(people.records, issueConclusion, { id, ...issue })
    const sheet = await findPaperSheet(db, authorityId, paperId)
    expect(sheet).toMatchObject({ wordAttachmentId: expect.any(Number), sealedAt: expect.any(Date) })
    expect(readSheet(sheet!.sheet).head!.number).toMatch(/^\d+-TB\/ĐU$/)
    const version = await world.done(people.clerk, correctConclusion, { id, reason: 'Sửa mục 1' })
    expect(await findPaperSheet(db, authorityId, version.paperId)).toBeNull()
  })

  it('is refused before approval and with a date before the conference', async () => {
    await hold()
    await addItem()
    await expect(world.perform(world.people.records, issueConclusion, { id, ...issue })).rejects.toThrow(
      'conclusion/not-approved',
    )
    await world.done(world.people.chair, approveConclusion, { id })
    expect(await world.refused(world.people.records, issueConclusion, { id, ...issue, datedOn: '2025-10-28' })).toEqual(
      {
        datedOn: 'dialogue/before-conference',
      },
    )
    await expect(world.perform(world.people.clerk, issueConclusion, { id, ...issue })).rejects.toThrow('not permitted')
  })

  it('meets its deadline only when the last addressee was sent it (004 V.3.a)', async () => {
    await issueIt()
    const recipients = await listNoticeRecipients(world.db, world.authorityId, (await notice()).paperId)
    const village = recipients.find((one) => one.purpose === 'village')!
    const others = recipients.filter((one) => one !== village).map((one) => String(one.id))
    await world.done(world.people.records, sendConclusion, {
      id,
      recipientIds: others.slice(1),
      sentOn: '2025-11-05',
      channel: 'post',
    })
    expect((await deadline('conclusionNotice')).state).toBe('open')
    world.at('2025-11-07')
    await world.done(world.people.records, sendConclusion, {
      id,
      recipientIds: others[0],
      sentOn: '2025-11-07',
      channel: 'byHand',
    })
    expect(await deadline('conclusionNotice')).toMatchObject({ state: 'met', metOn: '2025-11-07', dueOn: '2025-11-12' })
    await world.done(world.people.records, sendConclusion, { id, sentOn: '2025-11-07', channel: 'villageHead' })
    const again = world.perform(world.people.records, sendConclusion, { id, sentOn: '2025-11-07', channel: 'post' })
    await expect(again).rejects.toThrow('conclusion/nobody-to-send')
  })

  it('tells the villages of the result: sent to all of them, that part of the publication is done', async () => {
    await issueIt()
    const result = { id, times: '1', doneOn: '2025-11-05' }
    await world.done(world.people.clerk, publishResult, { ...result, channel: 'media' })
    await world.done(world.people.clerk, publishResult, { ...result, channel: 'posting' })
    const open = async () => (await deadline('resultPublication', 'law-72')).state
    const parts = async () => Object.keys(await readResultParts(world.db, world.authorityId, id)).sort()
    expect([await open(), await parts()]).toEqual(['open', ['media', 'posting']])
    world.at('2025-11-07')
    const villages = (await listNoticeRecipients(world.db, world.authorityId, (await notice()).paperId)).filter(
      (one) => one.purpose === 'village',
    )
    const sending = { id, recipientIds: villages.map((one) => one.id), sentOn: '2025-11-07', channel: 'villageHead' }
    await world.done(world.people.records, sendConclusion, sending)
    expect(await deadline('resultPublication', 'law-72')).toMatchObject({ state: 'met', metOn: '2025-11-07' })
    expect(await parts()).toEqual(['media', 'posting', 'villageHead'])
  })

  it('starts each agency’s reply clock on the day it received it, the sending counting until then', async () => {
    const petitionId = await putPetition()
    await issueIt()
    await world.done(world.people.records, sendConclusion, { id, sentOn: '2025-11-05', channel: 'post' })
    const reply = async () =>
      (
        await listDeadlines(world.db, world.authorityId, {
          subject: { subjectKind: 'petition', subjectId: petitionId },
          key: 'replyLetter',
        })
      )[0]!
    expect((await reply()).dueOn).toBe('2025-11-26')
    world.at('2025-11-10')
    const [economy] = await listNoticeRecipients(world.db, world.authorityId, (await notice()).paperId)
    const receipt = { id, recipientId: economy!.id, receivedOn: '2025-11-10', note: 'Văn thư ký nhận' }
    await expect(world.perform(world.people.front, recordConclusionReceipt, receipt)).rejects.toThrow('not permitted')
    await world.done(world.people.specialist, recordConclusionReceipt, receipt)
    expect((await reply()).dueOn).toBe('2025-12-01')
    const late = { ...receipt, receivedOn: '2025-12-05' }
    expect(Object.keys(await world.refused(world.people.clerk, recordConclusionReceipt, late))).toEqual(['receivedOn'])
  })
})

describe('the limits of items', () => {
  it('are deadlines beside the legal ones, met by the report', async () => {
    await issueIt()
    const [stored] = await listConclusionItems(world.db, world.authorityId, id)
    const limit = () => deadline('conclusionItem', 'conclusion')
    expect(await limit()).toMatchObject({ dueOn: '2025-11-28', agencyId: world.agencies.economy, state: 'open' })
    const result = { rowId: stored!.id, doneOn: '2025-11-05', result: 'Đã khơi thông' }
    await expect(world.perform(world.people.front, reportItemResult, result)).rejects.toThrow('not permitted')
    expect(await world.refused(world.people.specialist, reportItemResult, { ...result, doneOn: '2025-12-30' })).toEqual(
      {
        doneOn: 'inFuture',
      },
    )
    await world.done(world.people.specialist, reportItemResult, result)
    expect(await limit()).toMatchObject({ state: 'met', metOn: '2025-11-05' })
  })

  it('are met when every petition of the item is settled, on the day of the last (004 V.2(6))', async () => {
    const [first, second, gone] = [await putPetition(), await putPetition(), await putPetition()]
    await hold()
    const rowId = await addItem()
    await world.done(world.people.clerk, coverPetitions, { rowId, petitionIds: [first, second, gone] })
    world.at('2025-11-05')
    await world.done(world.people.chair, approveConclusion, { id })
    await world.done(world.people.records, issueConclusion, { id, ...issue })
    const limit = () => deadline('conclusionItem', 'conclusion')
    const settle = async (petitionId: number, settledOn: string) => {
      const { version } = await getPetition(world.db, world.authorityId, petitionId)
      const done = { id: petitionId, version, settledOn, settlement: `Đã làm ngày ${settledOn}` }
      await world.done(world.people.specialist, settlePetition, done)
    }
    world.at('2025-11-20')
    await settle(first, '2025-11-18')
    await settle(second, '2025-11-12')
    expect(await limit()).toMatchObject({ state: 'open' })
    const { version } = await getPetition(world.db, world.authorityId, gone)
    await world.done(world.people.clerk, withdrawPetition, { id: gone, version, reason: 'Đã xong' })
    expect(await limit()).toMatchObject({ state: 'met', metOn: '2025-11-18' })
    const [item] = await listConclusionItems(world.db, world.authorityId, id)
    expect(item).toMatchObject({ doneOn: '2025-11-18' })
    expect(item!.result).toContain('Đã làm ngày 2025-11-12')
  })

  it('left open are proposed by the agency and confirmed by the chair (004 V.2(6))', async () => {
    await hold()
    const rowId = await addItem({ dueOn: '', openProposal: 'on' })
    world.at('2025-11-05')
    await world.done(world.people.chair, approveConclusion, { id })
    await world.done(world.people.records, issueConclusion, { id, ...issue })
    expect(await deadline('conclusionItem', 'conclusion')).toBeUndefined()
    const confirm = { rowId, dueOn: '2025-12-15' }
    await expect(world.perform(world.people.chair, confirmSettlement, confirm)).rejects.toThrow(
      'conclusion/nothing-proposed',
    )
    const proposal = { rowId, proposedSettlement: 'Lắp cống D800', proposedDueOn: '2025-12-20' }
    expect(
      await world.refused(world.people.specialist, proposeItemSettlement, { ...proposal, proposedDueOn: '2025-11-01' }),
    ).toEqual({
      proposedDueOn: 'dialogue/in-the-past',
    })
    await world.done(world.people.specialist, proposeItemSettlement, proposal)
    await expect(world.perform(world.people.clerk, confirmSettlement, confirm)).rejects.toThrow('not permitted')
    await world.done(world.people.chair, confirmSettlement, confirm)
    expect((await deadline('conclusionItem', 'conclusion')).dueOn).toBe('2025-12-15')
    await expect(world.perform(world.people.specialist, proposeItemSettlement, proposal)).rejects.toThrow(
      'conclusion/already-confirmed',
    )
  })

  it('are confirmed on paper, when the clerk names who decided and when', async () => {
    await hold()
    const rowId = await addItem({ dueOn: '', openProposal: 'on' })
    world.at('2025-11-05')
    await world.done(world.people.chair, approveConclusion, { id })
    await world.done(world.people.records, issueConclusion, { id, ...issue })
    const proposal = { rowId, proposedSettlement: 'Lắp cống D800', proposedDueOn: '2025-12-20' }
    await world.done(world.people.specialist, proposeItemSettlement, proposal)
    world.at('2025-11-12')
    const paper = { rowId, dueOn: '2025-12-15', confirmedOn: '2025-11-10', paperApprover: 'Bí thư Đảng ủy' }
    await expect(world.perform(world.people.specialist, confirmSettlementOnPaper, paper)).rejects.toThrow(
      'not permitted',
    )
    const refused = (more: object) =>
      world.refused(world.people.clerk, confirmSettlementOnPaper, { ...paper, paperNumber: '', ...more })
    expect(await refused({ paperApprover: '' })).toEqual({ paperApprover: 'required' })
    expect(await refused({ confirmedOn: '2025-11-13' })).toEqual({ confirmedOn: 'inFuture' })
    expect(await refused({ dueOn: '2025-11-09' })).toEqual({ dueOn: 'beforeStart' })
    await world.done(world.people.clerk, confirmSettlementOnPaper, { ...paper, paperNumber: '15-CV/ĐU' })
    const stored = (await listConclusionItems(world.db, world.authorityId, id)).find((one) => one.id === rowId)!
    expect(stored).toMatchObject({ paperApprover: 'Bí thư Đảng ủy', paperNumber: '15-CV/ĐU', confirmedBy: null })
    expect(stored).toMatchObject({ confirmedOn: '2025-11-10', dueOn: '2025-12-15' })
    expect((await deadline('conclusionItem', 'conclusion')).dueOn).toBe('2025-12-15')
    const log = await listLogOf(world.db, world.authorityId, 'dialogue', id)
    expect(log.find((line) => line.action === 'conclusion/confirm-settlement-on-paper')!.reason).toContain(
      'Quyết định trên giấy: Bí thư Đảng ủy, ngày 10/11/2025',
    )
  })
})

describe('correcting a notice that is out', () => {
  it('puts a new version in its place: old one void and kept, addressees again, clocks neither lost nor begun anew', async () => {
    const petitionId = await putPetition()
    await issueIt()
    const old = (await notice()).paperId!
    await world.done(world.people.records, sendConclusion, { id, sentOn: '2025-11-05', channel: 'documentAxis' })
    const economyOf = async (paperId: number | null) =>
      (await listNoticeRecipients(world.db, world.authorityId, paperId)).find(
        (one) => one.agencyId === world.agencies.economy,
      )!
    world.at('2025-11-10')
    const receipt = { id, recipientId: (await economyOf(old)).id, receivedOn: '2025-11-10', note: 'x' }
    await world.done(world.people.specialist, recordConclusionReceipt, receipt)
    const reply = async () =>
      (
        await listDeadlines(world.db, world.authorityId, {
          subject: { subjectKind: 'petition', subjectId: petitionId },
          key: 'replyLetter',
        })
      )[0]!
    expect((await reply()).dueOn).toBe('2025-12-01')
    const met = await deadline('conclusionNotice')
    expect(met).toMatchObject({ state: 'met', metOn: '2025-11-05' })

    world.at('2025-11-12')
    await expect(world.perform(world.people.front, correctConclusion, { id, reason: 'x' })).rejects.toThrow(
      'not permitted',
    )
    await world.done(world.people.clerk, correctConclusion, { id, reason: 'Sai thời hạn mục 1' })
    expect(await notice()).toMatchObject({ state: 'draft', paperId: old })
    const [first] = await listConclusionItems(world.db, world.authorityId, id)
    await world.done(world.people.clerk, removeConclusionItem, { rowId: first!.id, reason: 'Ghi lại' })
    await addItem({ dueOn: '2025-12-10' })
    await world.done(world.people.chair, approveConclusion, { id })
    await world.done(world.people.records, issueConclusion, { id, ...issue, datedOn: '2025-11-12' })

    const now = await notice()
    expect(now).toMatchObject({ state: 'issued', correctingPaperId: null, issuedOn: '2025-11-12' })
    expect(now.paperId).not.toBe(old)
    expect(await getPaper(world.db, world.authorityId, old)).toMatchObject({ state: 'void' })
    expect(await economyOf(now.paperId)).toMatchObject({ sentOn: null, receivedOn: null })
    expect((await economyOf(old)).receivedOn).toBe('2025-11-10')
    expect(await deadline('conclusionNotice')).toMatchObject({ state: 'met', metOn: '2025-11-05', dueOn: met.dueOn })
    expect((await reply()).dueOn).toBe('2025-12-01')
    const limits = await listDeadlines(world.db, world.authorityId, { dialogueId: id, key: 'conclusionItem' })
    expect(limits.map((one) => [one.dueOn, one.state])).toEqual([
      ['2025-11-28', 'void'],
      ['2025-12-10', 'open'],
    ])
    await world.done(world.people.records, sendConclusion, { id, sentOn: '2025-11-12', channel: 'documentAxis' })
    world.at('2025-11-14')
    const again = { id, recipientId: (await economyOf(now.paperId)).id, receivedOn: '2025-11-14', note: 'y' }
    await world.done(world.people.specialist, recordConclusionReceipt, again)
    expect((await reply()).dueOn > '2025-12-01').toBe(true)
  })
})

describe('a correction that was begun and is dropped', () => {
  it('leaves the notice in force with its items as issued; draft and added items are kept, with the reason', async () => {
    const { db, authorityId, people, agencies } = world
    const petitionId = await putPetition()
    await issueIt()
    const issued = await notice()
    const [before] = await listConclusionItems(db, authorityId, id)
    const drop = { id, reason: 'Không sai như đã tưởng' }
    await expect(world.perform(people.clerk, dropCorrection, drop)).rejects.toThrow('conclusion/not-correcting')
    await world.done(people.clerk, correctConclusion, { id, reason: 'Sai thời hạn mục 1' })
    const edit = { ...item({ conclusion: 'Khác', dueOn: '2025-12-31' }), rowId: before!.id, version: before!.version }
    await world.done(people.clerk, editConclusionItem, edit)
    const added = await addItem({ content: 'Thêm nhầm' })
    await world.done(people.clerk, moveConclusionItem, { rowId: added, direction: 'up' })
    await world.done(people.clerk, coverPetitions, { rowId: added, petitionIds: [petitionId] })
    const { correctingPaperId, version } = await notice()
    await world.done(people.clerk, draftConclusion, { id, version, assessment: 'Khác', implementation: '' })
    await world.done(people.chair, approveConclusion, { id })

    await expect(world.perform(people.front, dropCorrection, drop)).rejects.toThrow('not permitted')
    await world.done(people.clerk, dropCorrection, drop)
    const after = await notice()
    const { state, paperId, assessment, approvedBy } = issued
    expect(after).toMatchObject({ state, paperId, assessment, approvedBy, correctingPaperId: null })
    expect(after.approvedAt).toEqual(issued.approvedAt)
    const items = await listConclusionItems(db, authorityId, id)
    expect(items.map((one) => [one.id, one.position, one.conclusion, one.dueOn])).toEqual([
      [before!.id, 1, before!.conclusion, '2025-11-28'],
    ])
    const paper = await getPaper(db, authorityId, correctingPaperId!)
    expect(paper).toMatchObject({ state: 'void', voidReason: drop.reason })
    const kept = await db.selectFrom('conclusionItem').selectAll().where('id', '=', added).executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ content: 'Thêm nhầm', withdrawnReason: drop.reason })
    expect((await getPetition(db, authorityId, petitionId)).conclusionItemId).toBeNull()
    const limits = await listDeadlines(db, authorityId, { dialogueId: id, key: 'conclusionItem' })
    expect(limits.map((one) => [one.dueOn, one.state, one.agencyId])).toEqual([
      ['2025-11-28', 'open', agencies.economy],
    ])
    const log = await listLogOf(db, authorityId, 'dialogue', id)
    expect(log.some((line) => line.action === 'conclusion/drop-correction' && line.reason === drop.reason)).toBe(true)
    await expect(world.perform(people.clerk, moveConclusionItem, { rowId: added, direction: 'up' })).rejects.toThrow(
      'conclusion/no-longer-draft',
    )
  })
})

describe('after the dossier is closed', () => {
  it('nothing is proposed or confirmed any more, but what came of an item is recorded with its day', async () => {
    await hold()
    const rowId = await addItem({ dueOn: '', openProposal: 'on' })
    await addItem({ dueOn: '2025-11-28' })
    world.at('2025-11-05')
    await world.done(world.people.chair, approveConclusion, { id })
    await world.done(world.people.records, issueConclusion, { id, ...issue })
    const proposal = { rowId, proposedSettlement: 'Lắp cống D800', proposedDueOn: '2025-12-20' }
    await world.done(world.people.specialist, proposeItemSettlement, proposal)
    await world.db.updateTable('dialogue').set({ state: 'closed' }).where('id', '=', id).execute()
    await expect(world.perform(world.people.specialist, proposeItemSettlement, proposal)).rejects.toThrow(
      'conclusion/dossier-closed',
    )
    const confirm = { rowId, dueOn: '2025-12-15' }
    await expect(world.perform(world.people.chair, confirmSettlement, confirm)).rejects.toThrow(
      'conclusion/dossier-closed',
    )
    const limited = (await listConclusionItems(world.db, world.authorityId, id)).find((item) => item.dueOn !== null)!
    const result = { rowId: limited.id, doneOn: '2025-11-05', result: 'Đã khơi thông' }
    await world.done(world.people.specialist, reportItemResult, result)
    expect(await deadline('conclusionItem', 'conclusion')).toMatchObject({ state: 'met', metOn: '2025-11-05' })
    const [line] = await listLogOf(world.db, world.authorityId, 'dialogue', id, 1)
    expect(line).toMatchObject({ action: 'conclusion/follow-up' })
    const notice = { id, channel: 'posting', doneOn: '2025-11-05', times: '1', place: 'Nhà văn hóa' }
    await world.done(world.people.clerk, publishResult, notice)
  })
})

describe('a longer term for the notice', () => {
  const extension = () => ({ id, reasonKey: 'beyondCompetence', reason: 'Liên quan nhiều sở' })

  it('is the chair’s, once, for a reason of the regulation: 12/11 becomes 19/11', async () => {
    await hold()
    await expect(world.perform(world.people.clerk, extendConclusion, extension())).rejects.toThrow('not permitted')
    expect(await world.refused(world.people.chair, extendConclusion, { ...extension(), reasonKey: 'busy' })).toEqual({
      reasonKey: 'notInList',
    })
    await world.done(world.people.chair, extendConclusion, extension())
    expect(await deadline('conclusionNotice')).toMatchObject({
      dueOn: '2025-11-19',
      firstDueOn: '2025-11-12',
      extended: true,
    })
    await expect(world.perform(world.people.chair, extendConclusion, extension())).rejects.toThrow(
      'conclusion/already-extended',
    )
  })

  it('may be granted on paper, with who and when', async () => {
    await hold()
    const onPaper = { ...extension(), grantedOn: '2025-10-29', grantedByName: 'Bí thư Thử' }
    await world.done(world.people.clerk, extendConclusionOnPaper, onPaper)
    expect((await deadline('conclusionNotice')).dueOn).toBe('2025-11-19')
  })

  it('leaves a sound log behind', async () => {
    expect((await verifyLog(world.db)).problems).toEqual([])
  })
})

describe('under other regulations', () => {
  it('either media or invitation is enough (003), and the internal review is due in five working days', async () => {
    const other = await createDialogueWorld({ regulation: 'lai-chau-06', kind: 'formerDistrict', today: '2023-04-20' })
    try {
      const opening = {
        title: 'Khoen On',
        kind: 'periodic',
        form: 'inPerson',
        chairModel: 'coPresiding',
        heldOn: '2023-05-18',
      }
      const opened = await other.done(other.people.clerk, openDialogue, opening)
      await other.done(other.people.clerk, recordNotice, {
        id: opened.id,
        channel: 'media',
        doneOn: '2023-04-20',
        times: '1',
      })
      const rows = async () => listDeadlines(other.db, other.authorityId, { dialogueId: opened.id })
      expect((await rows()).find((one) => one.key === 'invitation' || one.key === 'publicNotice')).toMatchObject({
        state: 'met',
      })
      expect((await rows()).find((one) => one.key === 'internalReview')?.dueOn).toBe('2023-05-25')
      await other.done(other.people.clerk, confirmNotClassified, { id: opened.id, confirmed: 'on' })
      other.at('2023-05-18')
      await other.done(other.people.secretary, holdConference, { id: opened.id, heldOn: '2023-05-18', ...counts })
      other.at('2023-05-24')
      const review = {
        id: opened.id,
        heldOn: '2023-05-24',
        chairedBy: 'Bí thư',
        content: 'Rút kinh nghiệm',
        assignments: 'Giao việc',
      }
      await other.done(other.people.clerk, recordInternalReview, review)
      expect((await rows()).find((one) => one.key === 'internalReview')).toMatchObject({
        state: 'met',
        metOn: '2023-05-24',
      })
      const extension = { id: opened.id, reasonKey: 'beyondCompetence', reason: 'x' }
      await expect(other.perform(other.people.chair, extendConclusion, extension)).rejects.toThrow(
        'conclusion/no-extension',
      )
    } finally {
      await other.close()
    }
  })

  it('an exclusion is kept by its ground; the name stays out of the log (002 I.3)', async () => {
    const other = await createDialogueWorld({
      ...{ regulation: 'thanh-hoa-2543', kind: 'commune', today: '2023-06-01' },
      agencies: { communeOffice: 'Văn phòng UBND xã' },
      posts: { policeChief: 'Trưởng Công an xã' },
    })
    try {
      const { db, authorityId } = other
      const version = await db
        .selectFrom('authorityRegulation')
        .select('regulationVersionId')
        .where('authorityId', '=', authorityId)
        .executeTakeFirstOrThrow()
      const stored = await db
        .selectFrom('regulationVersion')
        .select('data')
        .where('id', '=', version.regulationVersionId)
        .executeTakeFirstOrThrow()
      const data = stored.data as unknown as {
        chairModels: { key: string }[]
        meetingRules: { exclusionGrounds: { key: string }[] }
      }
      const opening = {
        title: 'Hoằng Phú',
        kind: 'periodic',
        form: 'inPerson',
        chairModel: data.chairModels[0]!.key,
        heldOn: '2023-06-20',
      }
      const opened = await other.done(other.people.clerk, openDialogue, opening)
      const groundKey = data.meetingRules.exclusionGrounds[0]!.key
      const exclusion = { id: opened.id, groundKey, restrictedName: 'Lê Văn Kín', decidedBy: 'Chủ trì' }
      await other.done(other.people.secretary, recordExclusion, exclusion)
      expect(await listExclusions(db, authorityId, opened.id)).toMatchObject([
        { groundKey, restrictedName: 'Lê Văn Kín' },
      ])
      const log = await db.selectFrom('changeLog').selectAll().where('authorityId', '=', authorityId).execute()
      expect(JSON.stringify(log)).not.toContain('Lê Văn Kín')
    } finally {
      await other.close()
    }
  })
})
