import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DocumentHouse, openDocumentHouse } from '../../tests/support/document-house.ts'
import { insertAgency } from '../agencies/agency-store.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { listDeadlines } from '../deadlines/deadline-store.ts'
import { listAttachments } from '../documents/attachment-store.ts'
import { defineNumberBook } from '../documents/define-number-book.ts'
import { findPaperSheet } from '../documents/paper-sheet-store.ts'
import { getPaper, listRecipients } from '../documents/paper-store.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, NotFound, NotPermitted, StaleEdit } from '../platform/errors.ts'
import { approvePlan, approvePlanOnPaper, returnPlan } from '../procedures/approve-plan.ts'
import { issuePlan } from '../procedures/issue-plan.ts'
import { publishPlan } from '../procedures/publish-plan.ts'
import { dropWordFile, takeWordFile } from '../procedures/take-word-file.ts'
import { insertAdoption } from '../regulations/regulation-store.ts'
import { citeBases } from './cite-bases.ts'
import { draftPlan } from './draft-plan.ts'
import { editPlan } from './edit-plan.ts'
import { addLegalBasis, editLegalBasis } from './keep-legal-basis.ts'
import { listLegalBases, listPlanBases } from './legal-basis-store.ts'
import { disseminatePlan } from './make-plan-known.ts'
import { listDisseminations, listOpenPlanTasks, listPlanned, listPlanTasks, listTargets } from './plan-part-store.ts'
import { getPlan } from './plan-store.ts'
import { addTarget, editTarget, removeTarget } from './plan-targets.ts'
import { addPlanTask, editPlanTask, removePlanTask, reportPlanTask } from './plan-tasks.ts'
import {
  addPlannedDialogue,
  dropPlannedDialogue,
  editPlannedDialogue,
  removePlannedDialogue,
} from './planned-dialogues.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
let house: DocumentHouse
let ownBoard: number
beforeAll(async () => {
  house = await openDocumentHouse()
  const { db, authorityId, regulationVersionId } = house
  const adoption = { authorityId, regulationVersionId, fromDay: '2025-08-06' as Day, toDay: null }
  await insertAdoption(db, adoption)
  ownBoard = await insertAgency(db, {
    authorityId,
    parentId: null,
    name: 'Ban Tuyên giáo và Dân vận Đảng ủy',
    shortName: 'Ban TG&DV',
    kind: 'partyBody',
    roleKey: 'informationEducationMassMobilizationBoard',
    level: 'commune',
    external: false,
    fromDay: '2025-07-01' as Day,
    toDay: null,
  })
  await defineNumberBook(house.context(), {
    name: 'Kế hoạch của Đảng ủy',
    issuerAgencyId: house.committee,
    paperKinds: ['annualPlan'],
    mode: 'ours',
    period: 'year',
    termFrom: null,
    termTo: null,
    pattern: '{n}-KH/ĐU',
    firstNumber: 1,
    fromDay: '2025-01-01' as Day,
    toDay: null,
  })
})
afterAll(() => house.close())

const planned = {
  title: 'Đối thoại định kỳ',
  kind: 'periodic',
  form: 'inPerson',
  chairModel: 'coPresiding',
  audience: ['people'],
  period: 'Q4',
}

function draft(input: Record<string, unknown> = {}) {
  return house.done(draftPlan, { year: 2025, title: 'Kế hoạch 2025', issuerAgencyId: house.committee, ...input })
}
const plan = (id: number) => getPlan(house.db, house.authorityId, id)
const target = (id: number) => listTargets(house.db, house.authorityId, id)
const versionOf = async (id: number) => (await plan(id)).version

async function approved(id: number) {
  await house.done(approvePlan, { id, version: await versionOf(id) }, 'officeLeader')
  return id
}
const signature = { datedOn: '04/11/2025', signerName: 'Nguyễn Văn Thử', signerTitle: 'Bí thư', signCapacity: 'T/M' }
async function issued(id: number) {
  await approved(id)
  await house.done(issuePlan, { id, version: await versionOf(id), ...signature }, 'recordsClerk')
  return id
}

describe('drafting a plan', () => {
  test('lays out targets, bases and texts of the regulation and of the law over it', async () => {
    const id = await draft()
    expect(await plan(id)).toMatchObject({
      year: 2025,
      state: 'draft',
      motto: expect.stringContaining('dân thụ hưởng'),
    })
    expect((await target(id)).map((one) => one.clause)).toEqual([
      expect.stringContaining('13-HD/BTGDVTU'),
      expect.stringContaining('13-HD/BTGDVTU'),
      expect.stringContaining('72/2025/QH15'),
    ])
    const numbers = (await listPlanBases(house.db, house.authorityId, id)).map((basis) => basis.number)
    expect(numbers[0]).toBe('13-HD/BTGDVTU')
    expect(numbers.some((number) => number.startsWith('72/2025'))).toBe(true)
  })

  test('puts down its paper with the recipients of the regulation', async () => {
    const id = await draft()
    const paper = await getPaper(house.db, house.authorityId, (await plan(id)).paperId!)
    expect(paper).toMatchObject({ kind: 'annualPlan', subjectKind: 'plan', subjectId: id, state: 'draft' })
    const recipients = await listRecipients(house.db, house.authorityId, paper.id)
    expect(recipients.map((one) => one.name)).toContain('UBMTTQ Việt Nam và các đoàn thể đặc khu')
    expect(recipients.find((one) => one.agencyId === ownBoard)).toBeDefined()
    expect(recipients.some((one) => one.name.startsWith('Lưu'))).toBe(false)
  })

  test('does not enter a known instrument into the library twice', async () => {
    await draft()
    const before = (await listLegalBases(house.db, house.authorityId)).length
    await draft()
    expect(await listLegalBases(house.db, house.authorityId)).toHaveLength(before)
  })

  test('copies an earlier plan into the new year', async () => {
    const source = await draft()
    await house.done(addPlannedDialogue, { id: source, ...planned })
    await house.done(addPlanTask, {
      id: source,
      agencyId: house.front,
      role: 'lead',
      content: 'Lấy ý kiến',
      dueOn: '15/10/2025',
    })
    const edit = { id: source, version: await versionOf(source), title: 'x', issuerAgencyId: house.committee }
    await house.done(editPlan, { ...edit, purpose: 'Riêng', requirements: 'y', motto: '', closing: '' })
    const id = await draft({ year: 2026, copyFromPlanId: source })
    expect(await plan(id)).toMatchObject({ year: 2026, purpose: 'Riêng', replacesPlanId: null })
    expect(await listPlanned(house.db, house.authorityId, id)).toMatchObject([
      {
        expectedFrom: '2026-10-01',
        expectedTo: '2026-12-31',
        replacesPlannedId: null,
        leadAgencyId: house.partyOffice,
      },
    ])
    expect(await listPlanTasks(house.db, house.authorityId, id)).toMatchObject([{ dueOn: '2026-10-15', doneOn: null }])
  })

  test('copies with the successor of an agency that has ended, and says so', async () => {
    const { db, authorityId } = house
    const agency = (name: string, toDay: Day | null) =>
      insertAgency(db, {
        ...{ authorityId, parentId: null, name, shortName: name, kind: 'partyBody', roleKey: null, level: 'commune' },
        ...{ external: false, fromDay: '2025-07-01' as Day, toDay },
      })
    const [old, gone, heir] = [
      await agency('Ban cũ', null),
      await agency('Tổ tạm', null),
      await agency('Ban mới', null),
    ]
    const source = await draft()
    await house.done(addPlannedDialogue, { id: source, ...planned })
    await db.updateTable('plannedDialogue').set({ leadAgencyId: old }).where('planId', '=', source).execute()
    for (const agencyId of [old, gone]) {
      await house.done(addPlanTask, { id: source, agencyId, role: 'lead', content: 'Lấy ý kiến', dueOn: '15/10/2025' })
    }
    await db
      .updateTable('agency')
      .set({ toDay: '2025-11-30' as Day })
      .where('id', 'in', [old, gone])
      .execute()
    const succession = { authorityId, fromAgencyId: old, toAgencyId: heir, onDay: '2025-12-01' as Day, basis: 'QĐ' }
    await db.insertInto('agencySuccession').values(succession).execute()
    const id = await draft({ year: 2026, copyFromPlanId: source })
    expect((await listPlanned(db, authorityId, id)).map((one) => one.leadAgencyId)).toEqual([heir])
    expect((await listPlanTasks(db, authorityId, id)).map((one) => one.agencyId)).toEqual([heir, gone])
    const copied = (await listLogOf(db, authorityId, 'plan', id)).find((line) => line.action === 'plan/copy')
    expect(copied?.after).toMatchObject({ succeeded: [{ from: 'Ban cũ', to: 'Ban mới' }], withoutHeir: ['Tổ tạm'] })
    // in 2025 both still existed: a copy within that year keeps them
    const same = await draft({ year: 2025, copyFromPlanId: source })
    expect((await listPlanTasks(db, authorityId, same)).map((one) => one.agencyId)).toEqual([old, gone])
  })

  test('is refused before the authority, without a regulation, for a foreign issuer or an unknown version', async () => {
    await expect(draft({ year: 2024 })).rejects.toThrow('plan/before-authority')
    expect(await house.perform(draftPlan, { year: 2025, title: 'x', issuerAgencyId: house.electricity })).toMatchObject(
      {
        errors: { issuerAgencyId: 'notInList' },
      },
    )
    const unknown = { year: 2025, title: 'x', issuerAgencyId: house.committee, regulationVersionId: 9999 }
    expect(await house.perform(draftPlan, unknown)).toMatchObject({ errors: { regulationVersionId: 'notInList' } })
    await expect(house.perform(draftPlan, { ...unknown, regulationVersionId: '' }, 'front')).rejects.toThrow(
      NotPermitted,
    )
    await expect(draft({ copyFromPlanId: 123_456 })).rejects.toThrow(NotFound)
  })
})

describe('editing a draft', () => {
  let id: number
  beforeEach(async () => {
    id = await draft()
  })
  const texts = { title: 'Mới', purpose: 'a', requirements: 'b', motto: 'c', closing: 'd' }

  test('keeps what differed, and refuses a stale form', async () => {
    const input = { id, version: await versionOf(id), issuerAgencyId: house.committee, ...texts }
    await house.done(editPlan, input)
    expect(await plan(id)).toMatchObject(texts)
    await expect(house.perform(editPlan, input)).rejects.toThrow(StaleEdit)
    expect((await listLogOf(house.db, house.authorityId, 'plan', id))[0]).toMatchObject({
      action: 'plan/edit',
      before: { title: 'Kế hoạch 2025' },
    })
  })

  test('cites bases in the order given, each known and only once', async () => {
    const [first, second] = await listLegalBases(house.db, house.authorityId)
    const cite = async (basisIds: unknown[]) => house.perform(citeBases, { id, version: await versionOf(id), basisIds })
    expect((await cite([second!.id, first!.id])).ok).toBe(true)
    const cited = await listPlanBases(house.db, house.authorityId, id)
    expect(cited.map((basis) => basis.id)).toEqual([second!.id, first!.id])
    expect(await cite([first!.id, first!.id])).toMatchObject({ errors: { basisIds: 'notInList' } })
    expect(await cite([987_654])).toMatchObject({ errors: { basisIds: 'notInList' } })
  })

  test('takes, changes and strikes out a target', async () => {
    const fields = {
      postKind: 'partySecretary',
      label: 'Thêm 01 cuộc chuyên đề',
      minimum: 1,
      kinds: ['thematic'],
      period: 'H2',
    }
    const targetId = await house.done(addTarget, { id, ...fields })
    await house.done(editTarget, { targetId, version: 1, ...fields, minimum: 2 })
    expect((await target(id)).find((one) => one.id === targetId)).toMatchObject({ minimum: 2, period: 'H2' })
    await expect(house.perform(removeTarget, { targetId, version: 1 })).rejects.toThrow(StaleEdit)
    await house.done(removeTarget, { targetId, version: 2 })
    expect((await target(id)).some((one) => one.id === targetId)).toBe(false)
    expect(await house.perform(addTarget, { id, ...fields, kinds: [] })).toMatchObject({
      errors: { kinds: 'required' },
    })
  })

  test('takes a planned dialogue whose lead office follows from who chairs', async () => {
    const plannedId = await house.done(addPlannedDialogue, { id, ...planned })
    expect(await listPlanned(house.db, house.authorityId, id)).toMatchObject([
      { id: plannedId, expectedFrom: '2025-10-01', expectedTo: '2025-12-31', leadAgencyId: house.partyOffice },
    ])
    const day = { period: '', expectedFrom: '29/10/2025' }
    await house.done(editPlannedDialogue, {
      plannedId,
      version: 1,
      ...planned,
      ...day,
      chairModel: 'peoplesCommitteeChair',
    })
    expect(await listPlanned(house.db, house.authorityId, id)).toMatchObject([
      { expectedFrom: '2025-10-29', expectedTo: '2025-10-29', leadAgencyId: null },
    ])
    const neither = await house.perform(editPlannedDialogue, { plannedId, version: 2, ...planned, period: '' })
    expect(neither).toMatchObject({ errors: { expectedFrom: 'required' } })
    await house.done(removePlannedDialogue, { plannedId, version: 2 })
    expect(await listPlanned(house.db, house.authorityId, id)).toEqual([])
  })

  test('takes tasks for agencies that exist then', async () => {
    const task = { agencyId: house.front, role: 'lead', content: 'Lấy ý kiến Nhân dân', dueOn: '15/10/2025' }
    const taskId = await house.done(addPlanTask, { id, ...task })
    await house.done(editPlanTask, { taskId, version: 1, ...task, role: 'supporting' })
    expect(await listPlanTasks(house.db, house.authorityId, id)).toMatchObject([{ position: 1, role: 'supporting' }])
    const early = await house.perform(addPlanTask, { id, ...task, agencyId: ownBoard, dueOn: '01/06/2025' })
    expect(early).toMatchObject({ errors: { agencyId: 'plan/agency-not-there' } })
    await house.done(removePlanTask, { taskId, version: 2 })
    expect(await listPlanTasks(house.db, house.authorityId, id)).toEqual([])
  })
})

describe('the library of legal bases', () => {
  const basis = {
    number: '25-CT/TU',
    datedOn: '01/02/2025',
    issuer: 'Thành ủy',
    title: 'Chỉ thị',
    effectiveFrom: '01/02/2025',
  }

  test('takes an instrument once and says until when it is in force', async () => {
    const id = await house.done(addLegalBasis, basis)
    expect(await house.perform(addLegalBasis, { ...basis, number: '25-CT/TU ' })).toMatchObject({
      errors: { number: 'taken' },
    })
    const ended = { ...basis, id, version: 1, effectiveTo: '31/12/2025' }
    await house.done(editLegalBasis, ended)
    await expect(house.perform(editLegalBasis, ended)).rejects.toThrow(StaleEdit)
    expect(await house.perform(editLegalBasis, { ...ended, version: 2, effectiveTo: '01/01/2025' })).toMatchObject({
      errors: { effectiveTo: 'beforeStart' },
    })
  })
})

describe('approving', () => {
  test('is done by somebody else than the drafter, and fixes the words', async () => {
    const id = await draft()
    const own = house.perform(approvePlan, { id, version: await versionOf(id) }, 'officeLeader', {
      accountId: house.accounts.clerk,
    })
    await expect(own).rejects.toThrow('paper/drafter-approves')
    await expect(house.perform(approvePlan, { id, version: await versionOf(id) })).rejects.toThrow(NotPermitted)
    await approved(id)
    const stored = await plan(id)
    expect(stored.state).toBe('approved')
    const paper = await getPaper(house.db, house.authorityId, stored.paperId!)
    expect(paper).toMatchObject({ state: 'approved', approvedBy: house.accounts.leader })
    expect(paper.body).toContain('I. MỤC ĐÍCH, YÊU CẦU')
    const late = house.perform(addPlannedDialogue, { id, ...planned })
    await expect(late).rejects.toThrow(new BrokenRule('plan/not-a-draft'))
  })

  test('waits for what is missing', async () => {
    const id = await draft()
    for (const one of await target(id)) await house.done(removeTarget, { targetId: one.id, version: one.version })
    await expect(approved(id)).rejects.toThrow('plan/incomplete-targets')
  })

  test('takes the Word file in place of the words, as long as it says what the plan says', async () => {
    const id = await draft()
    const paperId = (await plan(id)).paperId!
    const word = async (text: string) => ({
      file: { name: 'Kế hoạch.docx', mediaType: DOCX, ...(await house.files.put(Buffer.from(`PK ${text}`))) },
    })
    const take = takeWordFile(house.files)
    const opened = await versionOf(id)
    await house.done(take, { id: paperId, ...(await word('một')) })
    const stale = house.perform(approvePlan, { id, version: opened }, 'officeLeader')
    await expect(stale).rejects.toThrow(StaleEdit)
    await house.done(addPlannedDialogue, { id, ...planned })
    await expect(approved(id)).rejects.toThrow('paper/word-behind-data')
    // a colleague who has not seen the first file is asked; a file from nowhere is taken as it is
    const unseen = { id: paperId, ...(await word('hai')), version: '0' }
    expect(await house.perform(take, unseen)).toEqual({ ok: false, errors: { anyway: 'wordSince' } })
    await expect(house.perform(take, unseen, 'recordsClerk')).rejects.toThrow(NotPermitted)
    await house.done(take, { ...unseen, anyway: 'on' })
    await approved(id)
    await expect(house.perform(take, unseen)).rejects.toThrow('plan/not-a-draft')
    const sheet = await findPaperSheet(house.db, house.authorityId, paperId)
    await house.done(issuePlan, { id, version: await versionOf(id), ...signature }, 'recordsClerk')
    const sealed = await findPaperSheet(house.db, house.authorityId, paperId)
    expect(sealed).toMatchObject({ wordAttachmentId: sheet!.wordAttachmentId, sealedAt: expect.any(Date) })
  })

  test('goes back to the words of the plan when the Word file is dropped', async () => {
    const id = await draft()
    const paperId = (await plan(id)).paperId!
    const file = { name: 'Kế hoạch.docx', mediaType: DOCX, ...(await house.files.put(Buffer.from('PK ba'))) }
    await house.done(takeWordFile(house.files), { id: paperId, file })
    await house.done(addPlannedDialogue, { id, ...planned })
    await house.done(dropWordFile, { id: paperId, reason: 'tải nhầm' })
    expect(await findPaperSheet(house.db, house.authorityId, paperId)).toBeNull()
    const [kept] = await listAttachments(house.db, house.authorityId, 'paper', paperId)
    expect(kept).toMatchObject({ withdrawnReason: 'tải nhầm' })
    await approved(id)
  })

  test('is nobody’s who wrote in it', async () => {
    const id = await draft()
    const [first] = await target(id)
    await house.done(removeTarget, { targetId: first!.id, version: first!.version }, 'officeLeader')
    await expect(approved(id)).rejects.toThrow('paper/drafter-approves')
  })

  test('on paper names who signed and when, with the page', async () => {
    const id = await draft()
    const input = { id, version: await versionOf(id), approver: 'Nguyễn Văn Thử', approvedOn: '03/11/2025' }
    expect(await house.perform(approvePlanOnPaper, input)).toMatchObject({ errors: { signedPage: 'fileRequired' } })
    await house.done(approvePlanOnPaper, { ...input, signedPage: await house.upload() })
    const paper = await getPaper(house.db, house.authorityId, (await plan(id)).paperId!)
    expect(paper).toMatchObject({
      approvedOnPaper: true,
      paperApprover: 'Nguyễn Văn Thử',
      paperApprovedOn: '2025-11-03',
    })
  })

  test('is taken back with a reason before the issue', async () => {
    const id = await approved(await draft())
    await house.done(returnPlan, { id, version: await versionOf(id), reason: 'Sửa thời gian' }, 'officeLeader')
    expect(await plan(id)).toMatchObject({ state: 'draft' })
    await house.done(addPlannedDialogue, { id, ...planned })
    await expect(
      house.perform(returnPlan, { id, version: await versionOf(id), reason: 'x' }, 'officeLeader'),
    ).rejects.toThrow('plan/not-approved')
    await approved(id)
  })
})

describe('issuing', () => {
  test('takes the next number of the book and tells who has a task', async () => {
    const id = await draft()
    await house.done(addPlanTask, { id, agencyId: house.front, role: 'lead', content: 'Lấy ý kiến' })
    await approved(id)
    const input = { id, version: await versionOf(id), ...signature }
    const { number } = await house.done(issuePlan, input, 'recordsClerk')
    expect(number).toMatch(/^\d+-KH\/ĐU$/)
    expect(await plan(id)).toMatchObject({ state: 'issued' })
    const told = await house.db
      .selectFrom('message')
      .selectAll()
      .where('subjectKind', '=', 'plan')
      .where('subjectId', '=', id)
      .execute()
    expect(told).toMatchObject([{ agencyId: house.front, kind: 'plan-task-given' }])
    await expect(house.perform(issuePlan, input, 'recordsClerk')).rejects.toThrow('plan/not-approved')
  })

  test('is refused for a draft, to a clerk, and for an old date without a reason', async () => {
    const id = await draft()
    const input = { id, version: await versionOf(id), ...signature }
    await expect(house.perform(issuePlan, input, 'recordsClerk')).rejects.toThrow('plan/not-approved')
    await expect(house.perform(issuePlan, input)).rejects.toThrow(NotPermitted)
    await approved(id)
    const old = { ...input, version: await versionOf(id), datedOn: '04/09/2025' }
    expect(await house.perform(issuePlan, old, 'recordsClerk')).toMatchObject({
      errors: { lateEntryReason: 'reasonRequired' },
    })
    expect((await plan(id)).state).toBe('approved')
    await house.done(issuePlan, { ...old, lateEntryReason: 'Nhập lại từ hồ sơ giấy' }, 'recordsClerk')
  })

  test('of a new version puts the old one out of force and takes its dialogues along', async () => {
    const old = await draft()
    const oldEntry = await house.done(addPlannedDialogue, { id: old, ...planned })
    await issued(old)
    const dialogueId = await house.dialogue({ state: 'held' })
    await house.db
      .updateTable('dialogue')
      .set({ planId: old, plannedDialogueId: oldEntry })
      .where('id', '=', dialogueId)
      .execute()
    const id = await draft({ replacesPlanId: old })
    const [entry] = await listPlanned(house.db, house.authorityId, id)
    expect(entry).toMatchObject({ replacesPlannedId: oldEntry, expectedFrom: '2025-10-01' })
    await issued(id)
    expect(await plan(old)).toMatchObject({ state: 'replaced' })
    expect(await getPaper(house.db, house.authorityId, (await plan(old)).paperId!)).toMatchObject({ state: 'void' })
    const moved = await house.db
      .selectFrom('dialogue')
      .selectAll()
      .where('id', '=', dialogueId)
      .executeTakeFirstOrThrow()
    expect(moved).toMatchObject({ planId: id, plannedDialogueId: entry!.id })
    await expect(draft({ replacesPlanId: old })).rejects.toThrow('plan/only-in-force-is-replaced')
    const otherYear = { year: 2026, title: 'x', issuerAgencyId: house.committee, replacesPlanId: id }
    expect(await house.perform(draftPlan, otherYear)).toMatchObject({ errors: { year: 'plan/year-of-replaced' } })
  })
})

describe('a plan in force', () => {
  let id: number
  let taskId: number
  let plannedId: number
  beforeEach(async () => {
    id = await draft()
    taskId = await house.done(addPlanTask, {
      id,
      agencyId: house.front,
      role: 'lead',
      content: 'Lấy ý kiến',
      dueOn: '15/10/2025',
    })
    plannedId = await house.done(addPlannedDialogue, { id, ...planned })
    await issued(id)
  })

  test('is published once', async () => {
    const input = { id, version: await versionOf(id) }
    await expect(house.perform(publishPlan, input)).rejects.toThrow(NotPermitted)
    await house.done(publishPlan, input, 'officeLeader')
    expect(await plan(id)).toMatchObject({ state: 'published', publishedAt: expect.any(Date) })
    await expect(
      house.perform(publishPlan, { ...input, version: await versionOf(id) }, 'officeLeader'),
    ).rejects.toThrow('plan/not-issued')
  })

  test('is made known through channels, on days that have been', async () => {
    const input = { id, channel: 'portal', doneOn: '10/11/2025', note: 'Cổng thông tin' }
    await house.done(disseminatePlan, input, 'agencySpecialist', { agencyId: house.front })
    expect(await listDisseminations(house.db, house.authorityId, id)).toMatchObject([
      { channel: 'portal', agencyId: house.front },
    ])
    expect(await house.perform(disseminatePlan, { ...input, doneOn: '11/11/2025' })).toMatchObject({
      errors: { doneOn: 'inFuture' },
    })
    expect(await house.perform(disseminatePlan, { ...input, channel: 'pigeon' })).toMatchObject({
      errors: { channel: 'notInList' },
    })
    const forAnother = { ...input, agencyId: house.committee }
    await expect(
      house.perform(disseminatePlan, forAnother, 'agencySpecialist', { agencyId: house.front }),
    ).rejects.toThrow(NotPermitted)
  })

  test('has its tasks reported by who has them, not by another agency', async () => {
    expect((await listOpenPlanTasks(house.db, house.authorityId, house.front)).some((task) => task.id === taskId)).toBe(
      true,
    )
    const report = { taskId, version: 1, doneOn: '10/10/2025', result: 'Đã lấy ý kiến 12 thôn' }
    await expect(
      house.perform(reportPlanTask, report, 'agencySpecialist', { agencyId: house.committee }),
    ).rejects.toThrow(NotPermitted)
    await expect(house.perform(reportPlanTask, { ...report, taskId: 999_999 })).rejects.toThrow(NotFound)
    await house.done(reportPlanTask, report, 'front', { agencyId: house.front })
    await expect(house.perform(reportPlanTask, report)).rejects.toThrow(StaleEdit)
    expect((await listOpenPlanTasks(house.db, house.authorityId, house.front)).some((task) => task.id === taskId)).toBe(
      false,
    )
  })

  test('has its tasks in the list of deadlines, by its number, until they are reported or the plan is replaced', async () => {
    const dueOf = (subjectId: number) =>
      listDeadlines(house.db, house.authorityId, { subject: { subjectKind: 'planTask', subjectId } })
    const [due] = await dueOf(taskId)
    const number = (await getPaper(house.db, house.authorityId, (await plan(id)).paperId!)).number
    expect(due).toMatchObject({ dueOn: '2025-10-15', agencyId: house.front, state: 'open' })
    expect(due?.instrument).toBe(`Kế hoạch số ${number}`)
    expect(due?.counting).toMatchObject({ explanation: expect.stringContaining(`theo kế hoạch số ${number}`) })
    const newer = await draft({ replacesPlanId: id })
    const [copied] = await listPlanTasks(house.db, house.authorityId, newer)
    expect(await dueOf(copied!.id)).toEqual([])
    await issued(newer)
    expect(await dueOf(taskId)).toMatchObject([{ state: 'void' }])
    const report = { taskId: copied!.id, version: 1, doneOn: '14/10/2025', result: 'Đã xong' }
    await house.done(reportPlanTask, report, 'front', { agencyId: house.front })
    expect(await dueOf(copied!.id)).toMatchObject([{ state: 'met', metOn: '2025-10-14' }])
  })

  test('keeps a dialogue that was dropped, with the reason', async () => {
    const drop = { plannedId, version: 1, reason: 'Bão số 11' }
    await expect(house.perform(dropPlannedDialogue, drop)).rejects.toThrow(NotPermitted)
    await house.done(dropPlannedDialogue, drop, 'chair')
    expect(await listPlanned(house.db, house.authorityId, id)).toMatchObject([{ droppedReason: 'Bão số 11' }])
    await expect(house.perform(dropPlannedDialogue, { ...drop, version: 2 }, 'chair')).rejects.toThrow(
      'plan/already-dropped',
    )
    await expect(house.perform(removePlannedDialogue, { plannedId, version: 2 })).rejects.toThrow('plan/not-a-draft')
  })
})
