import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { petitionSteps } from '../../../../tests/support/petition-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../../../../tests/support/petition-world.ts'
import { signedIn } from '../../../../tests/support/signed-in.ts'
import { createTestOffice } from '../../../../tests/support/test-office.ts'
import { verifyLog } from '../../../changes/verify-log.ts'
import { findConclusionNotice, listConclusionItems } from '../../../dialogues/conclusion-store.ts'
import { editConclusionItem } from '../../../dialogues/edit-conclusion-item.ts'
import { listAttachments } from '../../../documents/attachment-store.ts'
import { findPaperSheet } from '../../../documents/paper-sheet-store.ts'
import { getPaper } from '../../../documents/paper-store.ts'
import { erasePetitioner } from '../../../petitions/erase-petitioner.ts'
import { nameAccused } from '../../../petitions/name-accused.ts'
import { restrictPetition } from '../../../petitions/restrict-petition.ts'
import { parseDay } from '../../../platform/day.ts'
import { approveConclusion } from '../../../procedures/approve-conclusion.ts'
import { fillConclusion } from '../../../procedures/fill-conclusion.ts'
import {
  approvePaperChange,
  discardDraftChange,
  draftPaperChange,
  issuePaperChange,
  withdrawApprovalChange,
} from '../../../procedures/paper-changes.ts'
import { draftFromData, drawAgain, editText } from '../../../procedures/paper-from-data.ts'
import { dropWordFile, takeWordFile } from '../../../procedures/take-word-file.ts'
import { searchEverything } from '../../../reports/search-store.ts'
import { gateRoutes, officeRoutes } from '../office-routes.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SECRET = 'bơm cát trộm ban đêm'
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let clerk: Awaited<ReturnType<typeof signedIn>>
const { read, assigned } = petitionSteps(() => world)

beforeAll(async () => {
  world = await createPetitionWorld({ password: PASSWORD })
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
  later()
  clerk = await signedIn(office.server, `clerk-${world.authorityId}`, PASSWORD)
}, 60_000)
afterAll(async () => {
  await office?.close()
  await world?.close()
})

let minutes = 0
/** One minute on, so that what is done stands after what was drawn. */
function later() {
  minutes += 1
  world.clock.setDay(parseDay('2025-10-22'), `10:${String(minutes).padStart(2, '0')}`)
}

const paperOf = (id: number) => getPaper(world.db, world.authorityId, id)
const sheetOf = async (id: number) => (await findPaperSheet(world.db, world.authorityId, id))!
const saidBy = async (id: number) => JSON.stringify([await sheetOf(id), await paperOf(id)])

/** A draft about the whole dialogue that holds a petition, edited in Word. */
async function draftNaming(more: { kind?: string; variant?: string } = {}) {
  const petitionId = await assigned({ text: `Tàu lạ ${SECRET} ở bến.`, petitionerName: 'Cà Thị Thử' })
  const about = { subjectKind: 'dialogue', subjectId: world.dialogueId, issuerAgencyId: world.agencies.office }
  const asked = { kind: 'petitionDigest', ...about, ...more }
  const { paperId } = await world.done(world.people.clerk, draftFromData, asked)
  expect(await saidBy(paperId)).toContain(SECRET)
  later()
  return { petitionId, paperId }
}

const items = () => listConclusionItems(world.db, world.authorityId, world.dialogueId)

async function edited(paperId: number) {
  const kept = await office.files.put(Buffer.from(`PK ${SECRET} ${paperId}`))
  const file = { name: 'sửa.docx', mediaType: DOCX, ...kept }
  await world.done(world.people.clerk, takeWordFile(office.files), { id: paperId, file })
  return (await sheetOf(paperId)).wordAttachmentId!
}

async function restricted(id: number) {
  const petition = { id, version: (await read(id)).version, reason: 'bảo vệ người phản ánh' }
  await world.done(world.people.leader, restrictPetition, { ...petition, confidential: 'on', readerIds: '' })
}

const signing = { datedOn: '22/10/2025', signerName: 'A', signerTitle: 'CHÁNH VĂN PHÒNG', signCapacity: 'head' }
const version = async (id: number) => ({ id, sheetVersion: (await sheetOf(id)).version })

describe('a draft drawn before a petition of it became confidential', () => {
  it('is read by nobody: page, Word, PDF, edited file, editing, what an update would change, search', async () => {
    const { petitionId, paperId } = await draftNaming()
    const at = `/cat-hai/van-ban/${paperId}`
    await world.done(world.people.clerk, editText, { ...(await version(paperId)), texts: { subject: `về ${SECRET}` } })
    const fileId = await edited(paperId)
    const file = `/cat-hai/tep/${fileId}`
    expect([await clerk.open(file), await clerk.open(`${at}/van-ban.docx`)]).toEqual([200, 200])
    const find = () => searchEverything(world.db, world.people.clerk, world.authorityId, SECRET, parseDay('2025-10-22'))
    expect((await find())!.papers).toHaveLength(1)
    await restricted(petitionId)
    for (const one of [file, `${at}/van-ban.docx`, `${at}/van-ban.pdf`, `${at}/noi-dung`])
      expect([one, await clerk.open(one)]).toEqual([one, 404])
    for (const page of [at, `${at}/cap-nhat`, `/cat-hai/van-ban`]) {
      await clerk.open(page)
      expect(clerk.text()).not.toContain(SECRET)
    }
    await clerk.open(at)
    expect(clerk.text()).toContain('Nội dung dự thảo đã khóa')
    expect(clerk.text()).toContain('Soạn lại từ dữ liệu')
    expect(JSON.stringify(await find())).not.toContain(SECRET)
    await world.done(world.people.clerk, discardDraftChange, { id: paperId, reason: 'thôi' })
    await clerk.open(at)
    expect(clerk.text()).not.toContain(SECRET)
    expect(await clerk.open(file)).toBe(404)
  })

  it('is neither edited nor approved nor issued until it is drawn again, and then holds nothing of it', async () => {
    const { petitionId, paperId } = await draftNaming()
    const { people } = world
    await edited(paperId)
    await world.done(people.leader, approvePaperChange, { id: paperId })
    await restricted(petitionId)
    const issue = () => world.perform(people.records, issuePaperChange, { id: paperId, ...signing })
    await expect(issue()).rejects.toThrow('paper/text-locked')
    expect((await paperOf(paperId)).state).toBe('approved')
    await world.done(people.clerk, withdrawApprovalChange, { id: paperId, reason: 'soạn lại' })
    await expect(world.perform(people.leader, approvePaperChange, { id: paperId })).rejects.toThrow('paper/text-locked')
    const edit = { ...(await version(paperId)), texts: { subject: 'khác' } }
    await expect(world.perform(people.clerk, editText, edit)).rejects.toThrow('paper/text-locked')
    await world.done(people.clerk, drawAgain, await version(paperId))
    expect(await saidBy(paperId)).not.toContain(SECRET)
    const files = await listAttachments(world.db, world.authorityId, 'paper', paperId)
    expect(files.map((file) => file.erasedAt !== null)).toEqual([true])
    const log = await world.db
      .selectFrom('changeLog')
      .leftJoin('changeLogPersonal', 'changeLogPersonal.seq', 'changeLog.seq')
      .selectAll()
      .where('subjectKind', '=', 'paper')
      .where('subjectId', '=', paperId)
      .execute()
    expect(JSON.stringify(log)).not.toContain(SECRET)
    await clerk.open(`/cat-hai/van-ban/${paperId}`)
    expect(clerk.text()).not.toContain('Nội dung dự thảo đã khóa')
    await world.done(people.leader, approvePaperChange, { id: paperId })
    await world.done(people.records, issuePaperChange, { id: paperId, ...signing })
    expect((await verifyLog(world.db)).problems).toEqual([])
  })
})

describe('what locks a draft, and what does not', () => {
  it.each([{ kind: 'petitionDigest' }, { kind: 'answerReport' }, { kind: 'minutes' }])(
    'an accused person locks $kind',
    async (asked) => {
      const issuerAgencyId = asked.kind === 'answerReport' ? world.agencies.economy : world.agencies.office
      const id = await assigned({ text: `Tàu lạ ${SECRET} ở bến.` })
      const about = { subjectKind: 'dialogue', subjectId: world.dialogueId, issuerAgencyId }
      const actor = world.people.clerk
      const { paperId } = await world.done(actor, draftFromData, { ...asked, ...about })
      later()
      const accused = {
        id,
        version: (await read(id)).version,
        accusedAgencyId: world.agencies.culture,
        reason: 'nêu tên',
      }
      await world.done(world.people.leader, nameAccused, accused)
      const approve = world.perform(world.people.leader, approvePaperChange, { id: paperId })
      await expect(approve).rejects.toThrow('paper/text-locked')
      await world.done(actor, drawAgain, await version(paperId))
      await world.done(world.people.leader, approvePaperChange, { id: paperId })
    },
  )

  it('erased data lock it and take its Word file away', async () => {
    const { petitionId, paperId } = await draftNaming()
    const fileId = await edited(paperId)
    await world.db
      .updateTable('petition')
      .set({ state: 'answered', answeredOn: parseDay('2025-10-22') })
      .where('id', '=', petitionId)
      .execute()
    const { petitionerId } = await read(petitionId)
    await world.done(world.people.leader, erasePetitioner, {
      id: petitionerId,
      reason: 'theo yêu cầu',
      alsoContents: 'on',
    })
    const [file] = await listAttachments(world.db, world.authorityId, 'paper', paperId)
    expect(file).toMatchObject({ id: fileId, erasedAt: expect.any(Date) })
    await clerk.open(`/cat-hai/van-ban/${paperId}`)
    expect(clerk.text()).toContain('dữ liệu cá nhân của người có kiến nghị đã được xóa')
    const approve = () => world.perform(world.people.leader, approvePaperChange, { id: paperId })
    await expect(approve()).rejects.toThrow('paper/text-locked')
    later()
    await world.done(world.people.clerk, drawAgain, await version(paperId))
    expect(await saidBy(paperId)).not.toContain('Cà Thị Thử')
    await approve()
  })

  it('what was issued before stays as it is, and a petition not in the text locks nothing', async () => {
    const { petitionId, paperId } = await draftNaming()
    const { people } = world
    await world.done(people.leader, approvePaperChange, { id: paperId })
    await world.done(people.records, issuePaperChange, { id: paperId, ...signing })
    const plan = { kind: 'securityPlan', subjectKind: 'dialogue', subjectId: world.dialogueId }
    const other = await world.done(people.clerk, draftFromData, { ...plan, issuerAgencyId: world.agencies.office })
    const fresh = await assigned({ text: 'Việc mới nêu sau.' })
    await restricted(fresh)
    await world.done(people.leader, approvePaperChange, { id: other.paperId })
    await restricted(petitionId)
    expect(await clerk.open(`/cat-hai/van-ban/${paperId}/van-ban.docx`)).toBe(200)
  })
})

it('a conclusion edited in Word is locked likewise; without the file it is drawn from the data again', async () => {
  const { people, dialogueId: id } = world
  const petitionId = await assigned({ text: `Tàu lạ ${SECRET} ở bến.` })
  await world.held()
  await world.done(people.clerk, fillConclusion, { id })
  for (const { id: rowId, version: stands, content, disposition } of await items()) {
    const values = { content, disposition, conclusion: 'Giao khảo sát', leadAgencyId: world.agencies.economy }
    await world.done(people.clerk, editConclusionItem, { rowId, version: stands, ...values, openProposal: 'on' })
  }
  const paperId = (await findConclusionNotice(world.db, world.authorityId, id))!.paperId!
  const fileId = await edited(paperId)
  later()
  await clerk.open(`/cat-hai/hoi-nghi/${id}/ket-luan`)
  expect(clerk.text()).toContain('tệp Word đã sửa: sửa.docx')
  await restricted(petitionId)
  const approve = () => world.perform(people.chair, approveConclusion, { id })
  await expect(approve()).rejects.toThrow('paper/word-locked')
  for (const file of [`/cat-hai/tep/${fileId}`, `/cat-hai/van-ban/${paperId}/van-ban.docx`])
    expect([file, await clerk.open(file)]).toEqual([file, 404])
  for (const page of [`/cat-hai/hoi-nghi/${id}/ket-luan`, `/cat-hai/van-ban/${paperId}`]) {
    await clerk.open(page)
    expect(clerk.text()).toContain('Bản Word đã khóa')
  }
  const file = { name: 'sửa.docx', mediaType: DOCX, ...(await office.files.put(Buffer.from('PK khác'))) }
  const again = world.perform(people.clerk, takeWordFile(office.files), { id: paperId, file })
  await expect(again).rejects.toThrow('paper/word-locked')
  await world.done(people.clerk, dropWordFile, { id: paperId, reason: 'đã khóa' })
  const [gone] = await listAttachments(world.db, world.authorityId, 'paper', paperId)
  expect(gone).toMatchObject({ id: fileId, erasedAt: expect.any(Date) })
  await approve()
})

it('shows the words of a typed draft that go when its text comes from the data', async () => {
  const typed = { subjectKind: 'dialogue', subjectId: world.dialogueId, issuerAgencyId: world.agencies.office }
  const body = 'Kính mời dự hội nghị.\n\nMang theo giấy mời này.'
  const { paperId } = await world.done(world.people.clerk, draftPaperChange, {
    ...{ ...typed, kind: 'invitation', title: 'Giấy mời', body },
  })
  await clerk.open(`/cat-hai/van-ban/${paperId}/cap-nhat`)
  expect(clerk.text()).toContain('Sẽ bỏ (2)')
  expect(clerk.text()).toContain('Mang theo giấy mời này.')
})
