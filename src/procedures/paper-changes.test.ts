import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DocumentHouse, openDocumentHouse } from '../../tests/support/document-house.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { verifyLog } from '../changes/verify-log.ts'
import { listAttachments } from '../documents/attachment-store.ts'
import { defineNumberBook } from '../documents/define-number-book.ts'
import { draftPaper } from '../documents/draft-paper.ts'
import { listNumberEntries } from '../documents/number-book-store.ts'
import { getPaper, listPapers, listRecipients } from '../documents/paper-store.ts'
import { parseDay } from '../platform/day.ts'
import { BrokenRule, NotFound, NotPermitted, StaleEdit } from '../platform/errors.ts'
import {
  approveOnPaperChange,
  approvePaperChange,
  attachPaperFileChange,
  discardDraftChange,
  draftPaperChange,
  editPaperChange,
  issuePaperChange,
  recordIssuedPaperChange,
  voidPaperChange,
  withdrawApprovalChange,
  withdrawPaperFileChange,
} from './paper-changes.ts'
import { versionToApprove } from './paper-text.ts'
import {
  addRecipientsChange,
  receivePaperChange,
  removeRecipientChange,
  sendPaperChange,
} from './send-paper-changes.ts'

let house: DocumentHouse
let dialogueId: number
let ours: number
let external: number

beforeAll(async () => {
  house = await openDocumentHouse()
  const book = {
    mode: 'ours' as const,
    period: 'year' as const,
    termFrom: null,
    termTo: null,
    toDay: null,
    firstNumber: 1,
  }
  const fromDay = parseDay('2025-01-01')
  ours = await defineNumberBook(house.context(), {
    ...book,
    name: 'Sổ văn bản đi UBND',
    issuerAgencyId: house.committee,
    paperKinds: [],
    pattern: '{n}/{kind}-UBND',
    fromDay,
  })
  external = await defineNumberBook(house.context(), {
    ...book,
    mode: 'external',
    period: 'term',
    termFrom: parseDay('2025-07-01'),
    termTo: parseDay('2030-06-30'),
    name: 'Thông báo của Đảng ủy',
    issuerAgencyId: house.partyOffice,
    paperKinds: ['publicNotice', 'invitation'],
    pattern: '{n}-{kind}/VPĐU',
    fromDay: parseDay('2025-07-01'),
  })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.setDay(parseDay('2025-11-10'))
  dialogueId = await house.dialogue()
})

const draft = (more: object = {}) => ({
  kind: 'taskAssignment',
  subjectKind: 'dialogue',
  subjectId: dialogueId,
  title: 'Phân công chuẩn bị hội nghị',
  body: 'Giao các cơ quan.',
  issuerAgencyId: house.committee,
  ...more,
})
const signing = (more: object = {}) => ({
  datedOn: '10/11/2025',
  number: '',
  signerName: 'Trần Thị Ví Dụ',
  signerTitle: 'CHỦ TỊCH',
  signCapacity: 'TM.',
  lateEntryReason: '',
  ...more,
})
async function drafted(more: object = {}) {
  return (await house.done(draftPaperChange, draft(more))).paperId
}
async function issued(more: object = {}, sign: object = {}) {
  const id = await drafted(more)
  await house.done(approvePaperChange, { id }, 'officeLeader')
  await house.done(issuePaperChange, { id, ...signing(sign) }, 'recordsClerk')
  return id
}
const paper = (id: number) => getPaper(house.db, house.authorityId, id)

describe('from draft to issue', () => {
  test('drafted, approved by another, numbered from the book of its issuer, each step in the log', async () => {
    const id = await issued({ kind: 'conferenceReport' })
    expect(await paper(id)).toMatchObject({
      state: 'issued',
      number: expect.stringMatching(/^\d\d+\/BC-UBND$/),
      datedOn: '2025-11-10',
      approvedBy: house.accounts.leader,
      approvedOnPaper: false,
      issuedBy: house.accounts.records,
      lateEntry: false,
      dialogueId,
    })
    const log = await listLogOf(house.db, house.authorityId, 'paper', id)
    expect(log.map((line) => line.action).reverse()).toEqual(['paper/draft', 'paper/approve', 'paper/issue'])
  })

  test('who drafts does not approve', async () => {
    const id = await drafted()
    const own = { accountId: house.accounts.clerk }
    await expect(house.perform(approvePaperChange, { id }, 'officeLeader', own)).rejects.toThrow(
      new BrokenRule('paper/drafter-approves'),
    )
    expect((await paper(id)).state).toBe('draft')
  })

  test('who changed a draft since it was last approved does not approve it either; another may', async () => {
    const id = await drafted()
    const edit = { id, title: 'Phân công', body: 'Lời của lãnh đạo.', issuerAgencyId: house.committee }
    await house.done(editPaperChange, { ...edit, version: (await paper(id)).version }, 'officeLeader')
    const approve = () => house.perform(approvePaperChange, { id }, 'officeLeader')
    await expect(approve()).rejects.toThrow(new BrokenRule('paper/drafter-approves'))
    await house.done(approvePaperChange, { id }, 'chair', { accountId: house.accounts.records })
    await house.done(withdrawApprovalChange, { id, reason: 'đọc lại' })
    // those words were approved by somebody else meanwhile
    expect(await approve()).toMatchObject({ ok: true })
    await house.done(withdrawApprovalChange, { id, reason: 'thêm tệp' })
    const file = await house.upload('phụ lục')
    await house.done(attachPaperFileChange, { id, file, label: 'annex' }, 'officeLeader')
    await expect(approve()).rejects.toThrow('paper/drafter-approves')
  })

  test('an approval on paper needs name, day and the signed page; then the drafter may record it', async () => {
    const id = await drafted()
    const onPaper = { id, approver: 'Trần Thị Ví Dụ', approvedOn: '09/11/2025' }
    expect(await house.perform(approveOnPaperChange, onPaper)).toEqual({
      ok: false,
      errors: { signedPage: 'fileRequired' },
    })
    expect(await house.perform(approveOnPaperChange, { ...onPaper, approvedOn: '11/11/2025' })).toEqual({
      ok: false,
      errors: { approvedOn: 'inFuture' },
    })
    const typed = { ...(await house.upload()), mediaType: 'text/plain' }
    expect(await house.perform(approveOnPaperChange, { ...onPaper, signedPage: typed })).toEqual({
      ok: false,
      errors: { signedPage: 'notAScan' },
    })
    const asCopy = { id, file: typed, label: 'signedPage' }
    expect(await house.perform(attachPaperFileChange, asCopy)).toEqual({ ok: false, errors: { file: 'notAScan' } })
    await house.done(approveOnPaperChange, { ...onPaper, signedPage: await house.upload() })
    expect(await paper(id)).toMatchObject({
      state: 'approved',
      approvedOnPaper: true,
      paperApprover: 'Trần Thị Ví Dụ',
      paperApprovedOn: '2025-11-09',
      approvedBy: null,
    })
    const [page] = await listAttachments(house.db, house.authorityId, 'paper', id)
    expect(page).toMatchObject({ label: 'signedPage', name: 'trang-ky.pdf' })
  })

  test('an unapproved paper is not issued, an issued one not again', async () => {
    const id = await drafted()
    await expect(house.perform(issuePaperChange, { id, ...signing() }, 'recordsClerk')).rejects.toThrow(
      'paper/not-approved',
    )
    const done = await issued()
    await expect(house.perform(issuePaperChange, { id: done, ...signing() }, 'recordsClerk')).rejects.toThrow(
      'paper/already-issued',
    )
    await expect(house.perform(approvePaperChange, { id: done }, 'officeLeader')).rejects.toThrow(
      'paper/only-draft-is-approved',
    )
  })

  test('a withdrawn approval opens the draft again', async () => {
    const id = await drafted()
    await house.done(approvePaperChange, { id }, 'officeLeader')
    await house.done(withdrawApprovalChange, { id, reason: 'Sai nơi nhận' })
    expect(await paper(id)).toMatchObject({ state: 'draft', approvedBy: null })
    await expect(house.perform(withdrawApprovalChange, { id, reason: 'x' })).rejects.toThrow('paper/not-approved')
  })

  test('a stale edit is refused and shows what is stored; an approved paper is not edited', async () => {
    const id = await drafted()
    const edit = { id, version: 1, title: 'Bản sửa', body: '', issuerAgencyId: house.committee }
    await house.done(editPaperChange, edit)
    await expect(house.perform(editPaperChange, { ...edit, title: 'Bản khác' })).rejects.toThrow(StaleEdit)
    expect((await paper(id)).title).toBe('Bản sửa')
    await house.done(approvePaperChange, { id }, 'officeLeader')
    await expect(house.perform(editPaperChange, { ...edit, version: 3 })).rejects.toThrow('paper/only-draft-is-edited')
  })
})

describe('the date on the paper', () => {
  test.each([
    ['2025-11-11', 'in the future'],
    ['2025-10-10', '31 days back'],
  ])('%s, %s, needs a reason and is marked', async (datedOn) => {
    const id = await drafted()
    await house.done(approvePaperChange, { id }, 'officeLeader')
    expect(await house.perform(issuePaperChange, { id, ...signing({ datedOn }) }, 'recordsClerk')).toEqual({
      ok: false,
      errors: { lateEntryReason: 'reasonRequired' },
    })
    await house.done(issuePaperChange, { id, ...signing({ datedOn, lateEntryReason: 'Nhập bổ sung' }) }, 'recordsClerk')
    expect(await paper(id)).toMatchObject({ lateEntry: true, lateEntryReason: 'Nhập bổ sung', datedOn })
  })

  test('is not before the first day of the authority, unless somebody outside issued the paper', async () => {
    const id = await drafted()
    await house.done(approvePaperChange, { id }, 'officeLeader')
    const early = signing({ datedOn: '2024-12-31', lateEntryReason: 'Nhập bổ sung' })
    expect(await house.perform(issuePaperChange, { id, ...early }, 'recordsClerk')).toEqual({
      ok: false,
      errors: { datedOn: 'beforeAuthority' },
    })
    const outside = await drafted({ issuerAgencyId: house.electricity })
    await house.done(approvePaperChange, { id: outside }, 'officeLeader')
    await house.done(issuePaperChange, { id: outside, ...early }, 'recordsClerk')
  })

  test('30 days back needs none', async () => {
    const id = await issued({}, { datedOn: '2025-10-11', lateEntryReason: 'thừa' })
    expect(await paper(id)).toMatchObject({ lateEntry: false, lateEntryReason: null })
  })
})

describe('numbers', () => {
  const numbersOf = async (book: number, period: string) =>
    (await listNumberEntries(house.db, house.authorityId, book, period)).map((entry) => entry.number)

  test('ours run on without a gap and restart with the year; a number typed is refused', async () => {
    const first = await paper(await issued())
    const second = await paper(await issued())
    expect(Number(second.number!.split('/')[0])).toBe(Number(first.number!.split('/')[0]) + 1)
    house.clock.setDay(parseDay('2026-01-05'))
    expect((await paper(await issued({}, { datedOn: '2026-01-05' }))).number).toBe('01/UBND')
    house.clock.setDay(parseDay('2025-11-10'))
    const id = await drafted()
    await house.done(approvePaperChange, { id }, 'officeLeader')
    expect(await house.perform(issuePaperChange, { id, ...signing({ number: '7' }) }, 'recordsClerk')).toEqual({
      ok: false,
      errors: { number: 'numberGivenByBook' },
    })
    const taken = await numbersOf(ours, '2025')
    expect([...taken].reverse()).toEqual(taken.map((_, index) => index + 1))
  })

  test('a paper of the old year that is issued in the new one takes the next number of the old year', async () => {
    const nextOf = async (year: string) => `${String((await numbersOf(ours, year)).length + 1).padStart(2, '0')}/UBND`
    const [old, fresh] = [await nextOf('2025'), await nextOf('2026')]
    house.clock.setDay(parseDay('2026-01-06'))
    expect((await paper(await issued({}, { datedOn: '2025-12-31' }))).number).toBe(old)
    expect((await paper(await issued({}, { datedOn: '2026-01-06' }))).number).toBe(fresh)
  })

  test('a paper issued by two at the same moment has one number, and none is lost', async () => {
    const id = await drafted()
    await house.done(approvePaperChange, { id }, 'officeLeader')
    const before = await numbersOf(ours, '2025')
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => house.done(issuePaperChange, { id, ...signing() }, 'recordsClerk')),
    )
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    expect(refused).toEqual(Array.from({ length: 2 }, () => expect.stringContaining('paper/already-issued')))
    expect(await numbersOf(ours, '2025')).toHaveLength(before.length + 1)
    expect((await paper(id)).number).toBe(`${String(before.length + 1).padStart(2, '0')}/UBND`)
  })

  test('an external number is typed, unique in its book and period, and may carry a letter', async () => {
    const notice = { kind: 'publicNotice', issuerAgencyId: house.partyOffice }
    expect((await paper(await issued(notice, { number: '12' }))).number).toBe('12-TB/VPĐU')
    expect((await paper(await issued({ ...notice, kind: 'invitation' }, { number: '12a' }))).number).toBe('12a-GM/VPĐU')
    const id = await drafted(notice)
    await house.done(approvePaperChange, { id }, 'officeLeader')
    const refused = async (number: string) =>
      house.perform(issuePaperChange, { id, ...signing({ number }) }, 'recordsClerk')
    expect(await refused('')).toEqual({ ok: false, errors: { number: 'required' } })
    expect(await refused('012')).toEqual({ ok: false, errors: { number: 'numberTaken' } })
    expect(await refused('mười hai')).toEqual({ ok: false, errors: { number: 'notANumber' } })
    expect(await numbersOf(external, '2025-07-01')).toEqual([12, 12])
  })

  test('a kind without any book is refused, one that is kept without a number is not', async () => {
    const id = await drafted({ issuerAgencyId: house.front, kind: 'conferencePlan' })
    await house.done(approvePaperChange, { id }, 'officeLeader')
    await expect(house.perform(issuePaperChange, { id, ...signing() }, 'recordsClerk')).rejects.toThrow(
      'paper/no-number-book',
    )
    expect((await paper(await issued({ issuerAgencyId: house.front, kind: 'minutes' }))).number).toBeNull()
  })

  test('a body outside carries its own number', async () => {
    const outside = await issued({ issuerAgencyId: house.electricity, kind: 'replyLetter' }, { number: '345/ĐLCH-KD' })
    expect((await paper(outside)).number).toBe('345/ĐLCH-KD')
  })
})

describe('to the addressees', () => {
  test('added, sent and received, each day checked against the one before', async () => {
    const id = await drafted({ kind: 'publicNotice', issuerAgencyId: house.partyOffice })
    await house.done(addRecipientsChange, { id, purpose: 'competentAgency', agencyIds: [house.committee, house.front] })
    await house.done(addRecipientsChange, { id, purpose: 'competentAgency', agencyIds: [house.front] })
    await house.done(addRecipientsChange, { id, purpose: 'petitioner', agencyIds: [], name: 'Ông Nguyễn Văn Thử' })
    const [committee, front, petitioner] = await listRecipients(house.db, house.authorityId, id)
    expect(petitioner).toMatchObject({ name: 'Ông Nguyễn Văn Thử', agencyId: null })
    const all = [committee!.id, front!.id]
    const sending = { id, recipientIds: all, sentOn: '10/11/2025', channel: 'documentAxis' }
    await expect(house.perform(sendPaperChange, sending)).rejects.toThrow('paper/not-issued')
    await house.done(removeRecipientChange, { id, recipientId: petitioner!.id })
    await house.done(approvePaperChange, { id }, 'officeLeader')
    await house.done(issuePaperChange, { id, ...signing({ number: '77' }) }, 'recordsClerk')
    expect(await house.perform(sendPaperChange, { ...sending, sentOn: '09/11/2025' })).toMatchObject({
      errors: { sentOn: 'beforePaperDate' },
    })
    expect(await house.perform(sendPaperChange, { ...sending, sentOn: '11/11/2025' })).toMatchObject({
      errors: { sentOn: 'inFuture' },
    })
    expect(await house.perform(sendPaperChange, { ...sending, recipientIds: [] })).toMatchObject({
      errors: { recipientIds: 'required' },
    })
    await house.done(sendPaperChange, sending)
    await expect(house.perform(sendPaperChange, sending)).rejects.toThrow('paper/already-sent')
    await expect(house.perform(removeRecipientChange, { id, recipientId: front!.id })).rejects.toThrow(
      'paper/recipient-stays',
    )
    const receipt = { id, recipientId: front!.id, receivedOn: '10/11/2025', note: 'Văn thư ký nhận' }
    expect(await house.perform(receivePaperChange, { ...receipt, receivedOn: '09/11/2025' })).toMatchObject({
      errors: { receivedOn: 'beforeSending' },
    })
    await house.done(receivePaperChange, receipt)
    house.clock.setDay(parseDay('2025-11-12'))
    expect(await house.perform(receivePaperChange, { ...receipt, receivedOn: '11/11/2025', note: '' })).toMatchObject({
      errors: { note: 'reasonRequired' },
    })
    expect((await listRecipients(house.db, house.authorityId, id))[1]).toMatchObject({
      sentOn: '2025-11-10',
      channel: 'documentAxis',
      receivedOn: '2025-11-10',
      receivedNote: 'Văn thư ký nhận',
    })
  })

  test('a receipt before any sending is refused; an addressee of another paper is not found', async () => {
    const id = await issued()
    const other = await issued()
    await house.done(addRecipientsChange, { id, purpose: 'front', agencyIds: [house.front] })
    const [front] = await listRecipients(house.db, house.authorityId, id)
    const receipt = { recipientId: front!.id, receivedOn: '10/11/2025' }
    await expect(house.perform(receivePaperChange, { ...receipt, id })).rejects.toThrow('paper/not-sent-yet')
    await expect(house.perform(receivePaperChange, { ...receipt, id: other })).rejects.toThrow(NotFound)
    const sending = { id: other, recipientIds: [front!.id], sentOn: '10/11/2025', channel: 'post' }
    await expect(house.perform(sendPaperChange, sending)).rejects.toThrow(NotFound)
  })
})

test('a conclusion notice is drafted and issued by the act of concluding alone', async () => {
  const kept = new BrokenRule('paper/kept-by-conclusion')
  await expect(house.perform(draftPaperChange, draft({ kind: 'conclusionNotice' }))).rejects.toThrow(kept)
  const paperId = await draftPaper(house.context(), { ...draft({ kind: 'conclusionNotice' }), dialogueId })
  await expect(house.perform(approvePaperChange, { id: paperId }, 'officeLeader')).rejects.toThrow(kept)
  await expect(house.perform(issuePaperChange, { id: paperId, ...signing() }, 'recordsClerk')).rejects.toThrow(kept)
  await expect(house.perform(voidPaperChange, { id: paperId, reason: 'x' }, 'recordsClerk')).rejects.toThrow(kept)
})

describe('void and replaced', () => {
  test('a void paper keeps its number and reason and takes nothing more', async () => {
    const id = await issued()
    const { number } = await paper(id)
    await house.done(voidPaperChange, { id, reason: 'Ban hành nhầm' }, 'recordsClerk')
    expect(await paper(id)).toMatchObject({ state: 'void', voidReason: 'Ban hành nhầm', number })
    await expect(house.perform(voidPaperChange, { id, reason: 'x' }, 'recordsClerk')).rejects.toThrow('paper/void')
    await expect(
      house.perform(addRecipientsChange, { id, purpose: 'front', agencyIds: [house.front] }),
    ).rejects.toThrow('paper/void')
    await expect(house.perform(attachPaperFileChange, { id, file: await house.upload() })).rejects.toThrow('paper/void')
  })

  test('what was issued keeps its content: only the signed page and annexes still come', async () => {
    const id = await issued()
    const more = async (label: string) =>
      house.perform(attachPaperFileChange, { id, file: await house.upload(label), label })
    for (const label of ['content', ''])
      expect(await more(label)).toEqual({ ok: false, errors: { label: 'paper/content-stands' } })
    for (const label of ['signedPage', 'annex']) expect(await more(label)).toMatchObject({ ok: true })
    const labels = (await listAttachments(house.db, house.authorityId, 'paper', id)).map((file) => file.label)
    expect(labels).toEqual(['signedPage', 'annex'])
  })

  test('who drafts may drop the draft, but not a paper that was issued', async () => {
    const id = await drafted()
    await house.done(discardDraftChange, { id, reason: 'Không cần nữa' })
    expect(await paper(id)).toMatchObject({ state: 'void', voidReason: 'Không cần nữa', number: null })
    await expect(house.perform(discardDraftChange, { id: await issued(), reason: 'x' })).rejects.toThrow(
      'paper/already-issued',
    )
    await expect(house.perform(voidPaperChange, { id: await issued(), reason: 'x' })).rejects.toThrow(NotPermitted)
  })

  test('a new version takes the addressees over and, issued, makes the old one void', async () => {
    const old = await issued()
    await house.done(addRecipientsChange, { id: old, purpose: 'front', agencyIds: [house.front] })
    const fresh = await drafted({ replacesPaperId: old })
    expect(await listRecipients(house.db, house.authorityId, fresh)).toMatchObject([
      { agencyId: house.front, sentOn: null },
    ])
    expect((await paper(old)).state).toBe('issued')
    await house.done(approvePaperChange, { id: fresh }, 'officeLeader')
    await house.done(issuePaperChange, { id: fresh, ...signing() }, 'recordsClerk')
    expect(await paper(old)).toMatchObject({ state: 'void', voidReason: expect.stringContaining('Được thay thế') })
    await expect(house.perform(draftPaperChange, draft({ replacesPaperId: old }))).rejects.toThrow(
      'paper/only-issued-is-replaced',
    )
  })
})

describe('entering what was issued on paper', () => {
  test('one step gives the issued paper with its signed page; without the page nothing is kept', async () => {
    const input = { ...draft(), ...signing(), approver: 'Trần Thị Ví Dụ', approvedOn: '10/11/2025' }
    expect(await house.perform(recordIssuedPaperChange, input, 'recordsClerk')).toEqual({
      ok: false,
      errors: { signedPage: 'fileRequired' },
    })
    expect(await listPapers(house.db, house.authorityId, { dialogueId })).toEqual([])
    const done = await house.done(
      recordIssuedPaperChange,
      { ...input, signedPage: await house.upload() },
      'recordsClerk',
    )
    expect(await paper(done.paperId)).toMatchObject({ state: 'issued', approvedOnPaper: true, number: done.number })
  })

  test('a refusal late in the step leaves no draft and no number behind', async () => {
    const before = await listNumberEntries(house.db, house.authorityId, ours, '2025')
    const late = { ...draft(), ...signing({ datedOn: '2025-01-02' }), approver: 'A', approvedOn: '10/11/2025' }
    const outcome = await house.perform(
      recordIssuedPaperChange,
      { ...late, signedPage: await house.upload() },
      'recordsClerk',
    )
    expect(outcome).toEqual({ ok: false, errors: { lateEntryReason: 'reasonRequired' } })
    expect(await listPapers(house.db, house.authorityId, { dialogueId })).toEqual([])
    expect(await listNumberEntries(house.db, house.authorityId, ours, '2025')).toEqual(before)
  })
})

describe('files of a paper', () => {
  test('a file is added and, while it is a draft, withdrawn with the reason; another paper’s file is not found', async () => {
    const id = await drafted({ file: await house.upload('content') })
    const other = await drafted({ file: await house.upload('other') })
    const [file] = await listAttachments(house.db, house.authorityId, 'paper', id)
    const [foreign] = await listAttachments(house.db, house.authorityId, 'paper', other)
    const withdrawal = { id, attachmentId: file!.id, reason: 'Nhầm tệp' }
    await expect(house.perform(withdrawPaperFileChange, { ...withdrawal, attachmentId: foreign!.id })).rejects.toThrow(
      NotFound,
    )
    await house.done(withdrawPaperFileChange, withdrawal)
    const [after] = await listAttachments(house.db, house.authorityId, 'paper', id)
    expect(after).toMatchObject({ withdrawnReason: 'Nhầm tệp' })
    expect(after!.withdrawnAt).not.toBeNull()
    await expect(house.perform(withdrawPaperFileChange, withdrawal)).rejects.toThrow('attachment/already-withdrawn')
  })
})

test('what is approved is what was read: a draft changed since the page was opened is read again', async () => {
  const id = await drafted()
  const seen = await versionToApprove(house.db, house.authorityId, await paper(id))
  await house.done(attachPaperFileChange, { id, file: await house.upload('phụ lục'), label: 'annex' })
  const approve = (said: string) => house.perform(approvePaperChange, { id, seen: said }, 'officeLeader')
  await expect(approve(seen)).rejects.toThrow('paper/changed-since-opened')
  expect(await paper(id)).toMatchObject({ state: 'draft' })
  const now = await versionToApprove(house.db, house.authorityId, await paper(id))
  expect(await approve(now)).toMatchObject({ ok: true })
})

test('a wrong scan of an issued paper is taken back with the reason; what was there before the issue stands', async () => {
  const id = await drafted({ file: await house.upload('content') })
  await house.done(approvePaperChange, { id }, 'officeLeader')
  await house.done(issuePaperChange, { id, ...signing() }, 'recordsClerk')
  await house.done(attachPaperFileChange, { id, file: await house.upload('nhầm'), label: 'signedPage' }, 'recordsClerk')
  const [content, scan] = await listAttachments(house.db, house.authorityId, 'paper', id)
  const takeBack = (attachmentId: number) =>
    house.perform(withdrawPaperFileChange, { id, attachmentId, reason: 'Nhầm tệp' }, 'recordsClerk')
  await expect(takeBack(content!.id)).rejects.toThrow('paper/only-draft-is-edited')
  expect(await takeBack(scan!.id)).toMatchObject({ ok: true })
  const after = await listAttachments(house.db, house.authorityId, 'paper', id)
  expect(after.map((file) => file.withdrawnReason)).toEqual([null, 'Nhầm tệp'])
})

describe('who may', () => {
  test('an agency works on its own papers; of another agency’s it learns nothing', async () => {
    const own = await house.done(draftPaperChange, draft(), 'agencySpecialist', { agencyId: house.committee })
    await expect(
      house.perform(draftPaperChange, draft({ issuerAgencyId: house.partyOffice }), 'agencySpecialist', {
        agencyId: house.committee,
      }),
    ).rejects.toThrow(NotPermitted)
    const edit = { id: own.paperId, version: 1, title: 'x', body: '', issuerAgencyId: house.committee }
    await expect(house.perform(editPaperChange, edit, 'agencySpecialist', { agencyId: house.front })).rejects.toThrow(
      NotFound,
    )
    await house.done(editPaperChange, edit, 'agencySpecialist', { agencyId: house.committee })
  })

  test('the paper of a confidential petition is not found by who is not on its list', async () => {
    const petitionId = await house.petition(dialogueId, { confidential: true })
    const input = draft({ subjectKind: 'petition', subjectId: petitionId, kind: 'transferSlip' })
    await expect(house.perform(draftPaperChange, input)).rejects.toThrow(NotPermitted)
    await house.db
      .insertInto('petitionReader')
      .values({ authorityId: house.authorityId, petitionId, accountId: house.accounts.clerk, reason: 'xử lý' })
      .execute()
    const { paperId } = await house.done(draftPaperChange, input)
    expect((await paper(paperId)).dialogueId).toBe(dialogueId)
    await expect(house.perform(approvePaperChange, { id: paperId }, 'officeLeader')).rejects.toThrow(NotFound)
  })

  test('a clerk does not issue, another authority’s paper is not found, a missing subject is said so', async () => {
    const id = await drafted()
    await expect(house.perform(issuePaperChange, { id, ...signing() }, 'clerk')).rejects.toThrow(NotPermitted)
    await expect(house.perform(approvePaperChange, { id: 999_999 }, 'officeLeader')).rejects.toThrow(NotFound)
    expect(await house.perform(draftPaperChange, draft({ subjectId: 999_999 }))).toEqual({
      ok: false,
      errors: { subjectId: 'notInList' },
    })
    expect(await house.perform(draftPaperChange, draft({ kind: 'poem' }))).toEqual({
      ok: false,
      errors: { kind: 'notInList' },
    })
  })
})

test('after all this the log verifies, and the same form posted twice is one paper', async () => {
  const input = draft({ title: 'Gửi hai lần' })
  const both = await Promise.all([1, 2].map(() => house.done(draftPaperChange, input, 'clerk', { key: 'twice' })))
  expect(both[0]).toEqual(both[1])
  const papers = await listPapers(house.db, house.authorityId, { dialogueId })
  expect(papers.filter((one) => one.title === 'Gửi hai lần')).toHaveLength(1)
  expect((await verifyLog(house.db)).problems).toEqual([])
})
