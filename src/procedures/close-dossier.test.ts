import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { type DocumentHouse, openDocumentHouse } from '../../tests/support/document-house.ts'
import { listLogOf } from '../changes/change-log-store.ts'
import { verifyLog } from '../changes/verify-log.ts'
import { listAttachments } from '../documents/attachment-store.ts'
import { defineNumberBook } from '../documents/define-number-book.ts'
import { getDossier } from '../documents/dossier-store.ts'
import { recordIssuedPaper } from '../documents/issue-paper.ts'
import { openDossier } from '../documents/open-dossier.ts'
import { getPaper } from '../documents/paper-store.ts'
import { addRecipients } from '../documents/send-paper.ts'
import { removeErasedFiles, verifyFiles } from '../documents/verify-files.ts'
import { erasePetitioner } from '../petitions/erase-petitioner.ts'
import { parseDay } from '../platform/day.ts'
import { NotFound, NotPermitted } from '../platform/errors.ts'
import { listRegulationVersions } from '../regulations/regulation-store.ts'
import { archiveDossier } from './archive-dossier.ts'
import { assembleDossier, checklistOfDossier } from './assemble-dossier.ts'
import { closeDossierChange } from './close-dossier.ts'
import {
  eraseDossierFileChange,
  fileDossierItemChange,
  filePaperUnderChange,
  stateNoneChange,
  withdrawDossierItemChange,
} from './dossier-changes.ts'
import { voidPaperChange } from './paper-changes.ts'

let house: DocumentHouse
let dialogueId: number
let id: number

beforeAll(async () => {
  house = await openDocumentHouse()
  await defineNumberBook(house.context(), {
    name: 'Sổ văn bản đi',
    issuerAgencyId: house.partyOffice,
    paperKinds: [],
    mode: 'ours',
    period: 'term',
    termFrom: parseDay('2025-07-01'),
    termTo: null,
    pattern: '{n}-{kind}/VPĐU',
    firstNumber: 1,
    fromDay: parseDay('2025-07-01'),
    toDay: null,
  })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.setDay(parseDay('2025-12-10'))
  dialogueId = await house.dialogue()
  id = await openDossier(house.context(), dialogueId, house.partyOffice)
})

const assembled = (reader = null as Parameters<typeof assembleDossier>[3]) =>
  assembleDossier(house.db, house.authorityId, id, reader)
const version = async () => (await getDossier(house.db, house.authorityId, id)).version
const close = async () => house.done(closeDossierChange(house.files), { id, version: await version() }, 'officeLeader')

async function issue(kind: string, more: { title?: string; subjectKind?: string; subjectId?: number } = {}) {
  const today = house.context().today
  const done = await recordIssuedPaper(house.context(), {
    kind,
    subjectKind: 'dialogue',
    subjectId: dialogueId,
    title: `Văn bản ${kind}`,
    ...more,
    dialogueId,
    issuerAgencyId: house.partyOffice,
    approver: 'Trần Thị Ví Dụ',
    approvedOn: today,
    signedPage: await house.upload(`${kind} ${more.title ?? ''}`),
    datedOn: today,
    signerName: 'Trần Thị Ví Dụ',
    signerTitle: 'CHÁNH VĂN PHÒNG',
    signCapacity: 'head',
  })
  return done.paperId
}

/** Every mandatory entry gets an issued paper of the first kind that satisfies it. */
async function fillMandatory() {
  for (const entry of await checklistOfDossier(house.db, house.authorityId, id)) {
    if (entry.need === 'mandatory') await issue(entry.satisfiedBy[0]!)
  }
}

async function unzip(): Promise<{ bytes: Buffer; files: Map<string, Buffer> }> {
  const request = { authorityId: house.authorityId, dossierId: id, reader: null }
  return unpack(await archiveDossier(house.db, house.files, request))
}
async function unpack(archive: { body: Readable }) {
  const bytes = await buffer(archive.body)
  const zip = await fromBufferPromise(bytes)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return { bytes, files }
}
async function checkSums(files: Map<string, Buffer>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-zip-'))
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    return execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe('the checklist', () => {
  test('one dossier per dialogue, opened once; 16 entries for Cát Hải, nothing there yet', async () => {
    expect(await openDossier(house.context(), dialogueId, house.partyOffice)).toBe(id)
    const { entries, completeness } = await assembled()
    expect(entries).toHaveLength(16)
    expect(entries.map(({ entry }) => entry.stage).join()).toBe(
      [...Array(6).fill('before'), ...Array(4).fill('during'), ...Array(6).fill('after')].join(),
    )
    expect(completeness).toMatchObject({ mandatoryFilled: 0, complete: false })
  })

  test('issued papers land in their entry by themselves; void ones leave it', async () => {
    const paperId = await issue('minutes')
    const entry = async () =>
      (await assembled()).entries.find((one) => (one.entry.satisfiedBy as string[]).includes('minutes'))!
    expect(await entry()).toMatchObject({ state: 'filled', papers: [{ id: paperId }] })
    await house.done(voidPaperChange, { id: paperId, reason: 'nhầm' }, 'recordsClerk')
    expect(await entry()).toMatchObject({ state: 'missing', papers: [] })
  })

  test('a paper is moved to another entry by hand', async () => {
    const paperId = await issue('directive')
    const { checklist } = await assembled()
    const target = checklist.find((entry) => entry.stage === 'during')!
    await house.done(filePaperUnderChange, { id, entryKey: target.key, paperId })
    const { entries } = await assembled()
    expect(
      entries.filter((one) => one.papers.some((paper) => paper.id === paperId)).map((one) => one.entry.key),
    ).toEqual([target.key])
    expect(await house.perform(filePaperUnderChange, { id, entryKey: 'unknown', paperId })).toMatchObject({
      errors: { entryKey: 'notInList' },
    })
    expect(await house.perform(filePaperUnderChange, { id, entryKey: target.key, paperId: 999_999 })).toMatchObject({
      errors: { paperId: 'notInList' },
    })
  })

  test('a scan is filed by upload and may be taken out again, with the reason, while the dossier is open', async () => {
    const { checklist } = await assembled()
    const entry = checklist.find((one) => one.need === 'mandatory')!
    const input = { id, entryKey: entry.key, note: 'Bản quét có dấu', file: await house.upload('scan') }
    const { itemId } = await house.done(fileDossierItemChange, input)
    const of = async () => (await assembled()).entries.find((one) => one.entry.key === entry.key)!
    expect(await of()).toMatchObject({ state: 'filled', items: [{ id: itemId, note: 'Bản quét có dấu' }] })
    await house.done(withdrawDossierItemChange, { id, itemId, reason: 'Nhầm tệp' })
    expect(await of()).toMatchObject({ state: 'missing', items: [] })
    await expect(house.perform(withdrawDossierItemChange, { id, itemId, reason: 'x' })).rejects.toThrow(NotFound)
    expect(await house.perform(fileDossierItemChange, { ...input, file: null })).toMatchObject({
      errors: { file: 'fileRequired' },
    })
    await expect(house.perform(fileDossierItemChange, input, 'agencySpecialist')).rejects.toThrow(NotFound)
    await expect(house.perform(fileDossierItemChange, input, 'front')).rejects.toThrow(NotPermitted)
  })

  test('“không có” is stated for “if any” entries only', async () => {
    const { checklist } = await assembled()
    const ifAny = checklist.find((one) => one.need === 'ifAny')!
    await house.done(stateNoneChange, { id, entryKey: ifAny.key, note: '' })
    expect((await assembled()).entries.find((one) => one.entry.key === ifAny.key)).toMatchObject({
      state: 'statedNone',
    })
    const mandatory = checklist.find((one) => one.need === 'mandatory')!
    await expect(house.perform(stateNoneChange, { id, entryKey: mandatory.key })).rejects.toThrow(
      'dossier/mandatory-entry',
    )
  })
})

describe('closing', () => {
  test('is refused while a mandatory entry is missing, a petition is open, the dialogue is not concluded', async () => {
    await expect(close()).rejects.toThrow('dossier/entries-missing')
    await fillMandatory()
    const petitionId = await house.petition(dialogueId, { state: 'assigned' })
    await expect(close()).rejects.toThrow('dossier/petitions-open')
    await house.db.updateTable('petition').set({ state: 'withdrawn' }).where('id', '=', petitionId).execute()
    await house.db.updateTable('dialogue').set({ state: 'held' }).where('id', '=', dialogueId).execute()
    await expect(close()).rejects.toThrow('dossier/dialogue-not-concluded')
    const input = { id, version: 1 }
    await expect(house.perform(closeDossierChange(house.files), input, 'recordsClerk')).rejects.toThrow(NotPermitted)
    expect((await assembled()).dossier.state).toBe('open')
  })

  test('every end of a petition lets it close; what is “if any” and empty is stated none; the log holds the hash', async () => {
    await fillMandatory()
    for (const state of ['answered', 'transferred', 'escalated', 'handedOver', 'merged', 'withdrawn']) {
      await house.petition(dialogueId, { state })
    }
    const { manifestSha256 } = await close()
    const { dossier, entries, dialogue } = await assembled()
    expect(dossier).toMatchObject({ state: 'closed', manifestSha256, closedBy: house.accounts.leader })
    expect(dialogue.state).toBe('closed')
    expect(entries.every((one) => one.state === 'filled' || one.state === 'statedNone')).toBe(true)
    expect(dossier.manifest!.petitions).toHaveLength(6)
    expect(dossier.manifest!.log.seq).toBeGreaterThan(0)
    const log = await listLogOf(house.db, house.authorityId, 'dossier', id)
    expect(log.find((line) => line.action === 'dossier/close')?.after).toMatchObject({ manifestSha256 })
    await expect(close()).rejects.toThrow('dossier/closed')
    expect((await verifyLog(house.db)).problems).toEqual([])
    expect((await verifyFiles(house.db, house.files, { now: new Date() })).problems).toEqual([])
  })

  test('the plan of the year lies in its entry by itself, and stays as it was when the dossier was closed', async () => {
    const { db, authorityId } = house
    const versions = await listRegulationVersions(db)
    const regulationVersionId = versions.find((one) => one.regulationId === 'lai-chau-06')!.id
    await db.updateTable('dialogue').set({ regulationVersionId }).where('id', '=', dialogueId).execute()
    const values = { authorityId, year: 2025, title: 'Kế hoạch năm 2025', issuerAgencyId: house.partyOffice }
    const plan = await db
      .insertInto('plan')
      .values({ ...values, regulationVersionId, state: 'issued' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const planEntry = async () => (await assembled()).entries.find((one) => one.entry.key === 'conferencePlan')!
    expect(await planEntry()).toMatchObject({ state: 'missing', papers: [] })
    const paperId = await issue('annualPlan', { title: values.title, subjectKind: 'plan', subjectId: plan.id })
    await db.updateTable('paper').set({ dialogueId: null }).where('id', '=', paperId).execute()
    await db.updateTable('plan').set({ paperId }).where('id', '=', plan.id).execute()
    expect(await planEntry()).toMatchObject({ state: 'filled', papers: [{ id: paperId }] })
    for (const entry of await checklistOfDossier(db, authorityId, id)) {
      if (entry.need === 'mandatory' && entry.key !== 'conferencePlan') await issue(entry.satisfiedBy[0]!)
    }
    await close()
    const bytes = (await unzip()).bytes
    await db.updateTable('plan').set({ state: 'replaced' }).where('id', '=', plan.id).execute()
    await house.db
      .insertInto('plan')
      .values({ ...values, title: 'Kế hoạch thay thế', regulationVersionId, state: 'issued' })
      .execute()
    expect(await planEntry()).toMatchObject({ state: 'filled', papers: [{ id: paperId }] })
    expect((await unzip()).bytes.equals(bytes)).toBe(true)
  })

  test('does not say “không có” of what the program knows: a transfer without a slip', async () => {
    const { db, authorityId } = house
    await fillMandatory()
    const petitionId = await house.petition(dialogueId, { state: 'transferred' })
    await db
      .insertInto('petitionTransfer')
      .values({
        ...{ authorityId, petitionId, toAgencyId: house.electricity, reason: 'Không thuộc thẩm quyền' },
        transferredOn: parseDay('2025-11-03'),
      })
      .execute()
    const of = async (key: string) => (await assembled()).entries.find((one) => one.entry.key === key)!
    expect(await of('otherAfter')).toMatchObject({ state: 'recorded', recorded: [{ kind: 'transferSlip', count: 1 }] })
    await expect(house.perform(stateNoneChange, { id, entryKey: 'otherAfter', note: '' })).rejects.toThrow(
      'dossier/recorded-in-program',
    )
    await close()
    const { dossier } = await assembled()
    const closed = dossier.manifest!.entries.find((one) => one.key === 'otherAfter')!
    expect(closed).toMatchObject({ state: 'recorded', documents: [] })
    expect((await of('otherAfter')).items).toEqual([])
    expect((await of('escalation')).state).toBe('statedNone')
    expect((await unzip()).files.get('MUC-LUC.html')!.toString()).toContain('không có văn bản riêng')
  })

  test('two closings at once: one closes, the other is refused', async () => {
    await fillMandatory()
    const results = await Promise.allSettled([close(), close()])
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(results.filter((one) => one.status === 'rejected')).toHaveLength(1)
  })
})

describe('the archive', () => {
  test('verifies with sha256sum, has the same bytes every time, and prints the head of the log', async () => {
    await fillMandatory()
    await issue('supervisionResult', { title: '=HYPERLINK("x")' })
    await close()
    const first = await unzip()
    const second = await unzip()
    expect(second.bytes.equals(first.bytes)).toBe(true)
    const said = await checkSums(first.files)
    expect(said.trim().split('\n')).toHaveLength(first.files.size - 1)
    expect(said).not.toMatch(/FAILED/)
    const { dossier } = await assembled()
    const manifest = first.files.get('HO-SO.json')!
    expect(createHash('sha256').update(manifest).digest('hex')).toBe(dossier.manifestSha256)
    const index = first.files.get('MUC-LUC.html')!.toString()
    expect(index).toContain(dossier.manifest!.log.hash)
    expect(index).toContain(dossier.manifestSha256)
    expect(index).not.toContain('<script')
    expect(first.files.get('MUC-LUC.csv')!.toString()).toContain(`"'=HYPERLINK(""x"")"`)
    for (const path of first.files.keys()) expect(path).toMatch(/^[\w./-]+$/)
  })

  test('a changed byte is found by sha256sum', async () => {
    await fillMandatory()
    await close()
    const { files } = await unzip()
    const [path, content] = [...files].find(([name]) => name.endsWith('.pdf'))!
    files.set(path, Buffer.concat([content, Buffer.from(' ')]))
    await expect(checkSums(files)).rejects.toThrow()
  })

  test('after closing nothing changes: later papers, files and scans become dated supplements', async () => {
    await fillMandatory()
    const voided = await issue('directive')
    await close()
    const before = await unzip()
    house.clock.setDay(parseDay('2025-12-20'))
    await expect(house.perform(stateNoneChange, { id, entryKey: 'plan' })).rejects.toThrow('dossier/closed')
    const { checklist, ownFiles } = await assembled()
    await house.done(fileDossierItemChange, {
      id,
      entryKey: checklist[0]!.key,
      note: 'Đến muộn',
      file: await house.upload('late', 'den-muon.pdf'),
    })
    await issue('directive', { title: 'Ý kiến chỉ đạo sau' })
    await house.done(voidPaperChange, { id: voided, reason: 'hủy sau khi đóng' }, 'recordsClerk')
    const after = await unzip()
    for (const [path, content] of before.files) {
      if (/^(MUC-LUC|SHA256SUMS)/.test(path)) continue
      expect(after.files.get(path)?.equals(content), path).toBe(true)
    }
    const added = [...after.files.keys()].filter((path) => !before.files.has(path))
    expect(added).toHaveLength(3)
    expect(added.every((path) => path.includes('bo-sung-2025-12-20'))).toBe(true)
    expect(await checkSums(after.files)).not.toMatch(/FAILED/)
    expect(ownFiles.length).toBeGreaterThan(0)
  })

  test('an erased file leaves a tombstone with its hash; the manifest stays true', async () => {
    const { checklist } = await assembled()
    await fillMandatory()
    const file = await house.upload('Nguyễn Văn Thử, số 12', 'nguyen-van-thu.pdf')
    await house.done(fileDossierItemChange, { id, entryKey: checklist.at(-1)!.key, note: 'Đơn', file })
    await close()
    const attachment = (await listAttachments(house.db, house.authorityId, 'dossier', id)).find(
      (one) => one.sha256 === file.sha256,
    )!
    const erasure = { id, attachmentId: attachment.id, reason: 'Yêu cầu của người có dữ liệu' }
    await expect(house.perform(eraseDossierFileChange, erasure, 'clerk')).rejects.toThrow(NotPermitted)
    await house.done(eraseDossierFileChange, erasure, 'officeLeader')
    await removeErasedFiles(house.db, house.files)
    const { files } = await unzip()
    const index = files.get('MUC-LUC.html')!.toString()
    expect(index).toContain(file.sha256)
    expect(index).toContain('Nội dung đã xóa')
    expect([...files.values()].some((content) => content.includes('số 12'))).toBe(false)
    expect([...files.keys()].some((path) => path.includes('nguyen-van-thu'))).toBe(false)
    expect(await checkSums(files)).not.toMatch(/FAILED/)
    const { dossier } = await assembled()
    expect(createHash('sha256').update(files.get('HO-SO.json')!).digest('hex')).toBe(dossier.manifestSha256)
    expect((await verifyLog(house.db)).problems).toEqual([])
    expect((await verifyFiles(house.db, house.files, { now: new Date() })).problems).toEqual([])
  })

  test('the data of an erased person are in no paper, sheet or archive; the manifest stays true', async () => {
    await fillMandatory()
    const petitionId = await house.petition(dialogueId)
    const { petitionerId } = await house.db
      .selectFrom('petition')
      .select('petitionerId')
      .where('id', '=', petitionId)
      .executeTakeFirstOrThrow()
    const name = 'Lò Thị Canh'
    const paperId = await issue('replyLetter', {
      title: `Trả lời bà ${name}`,
      subjectKind: 'petition',
      subjectId: petitionId,
    })
    await house.db
      .updateTable('paper')
      .set({ body: `Kính gửi bà ${name}, số 12` })
      .where('id', '=', paperId)
      .execute()
    const notice = await issue('minutes', { title: 'Biên bản' })
    for (const to of [paperId, notice])
      await addRecipients(house.context(), to, [{ petitionerId, name, purpose: 'petitioner' }])
    await close()
    const before = [...(await unzip()).files.values()].filter((content) => content.includes(name))
    expect(before.length).toBeGreaterThan(2)
    await house.done(erasePetitioner, { id: petitionerId, reason: 'Yêu cầu của người có dữ liệu' }, 'officeLeader')
    await removeErasedFiles(house.db, house.files)
    const { files } = await unzip()
    expect([...files].some(([path, content]) => path.includes(name) || content.includes(name))).toBe(false)
    expect(await checkSums(files)).not.toMatch(/FAILED/)
    const { dossier } = await assembled()
    expect(createHash('sha256').update(files.get('HO-SO.json')!).digest('hex')).toBe(dossier.manifestSha256)
    const paper = await getPaper(house.db, house.authorityId, paperId)
    const hash = createHash('sha256').update(`Trả lời bà ${name}\nKính gửi bà ${name}, số 12`).digest('hex')
    expect(paper).toMatchObject({ title: '(đã xóa dữ liệu cá nhân)', body: expect.stringContaining(hash) })
    expect(await getPaper(house.db, house.authorityId, notice)).toMatchObject({ title: 'Biên bản', erasedAt: null })
    const rows = await house.db
      .selectFrom('paperRecipient')
      .select('name')
      .where('petitionerId', '=', petitionerId)
      .execute()
    expect(rows.map((row) => row.name)).toEqual(Array(2).fill('(đã xóa dữ liệu cá nhân)'))
    expect((await verifyLog(house.db)).problems).toEqual([])
    expect((await verifyFiles(house.db, house.files, { now: new Date() })).problems).toEqual([])
  })

  test('the canary of a confidential petition is in no archive of a reader who may not see it', async () => {
    await fillMandatory()
    const petitionId = await house.petition(dialogueId, { confidential: true })
    await issue('replyLetter', { title: 'CANARY-7351', subjectKind: 'petition', subjectId: petitionId })
    const canaryIn = (files: Map<string, Buffer>) =>
      [...files].some(([path, content]) => path.includes('CANARY') || content.includes('CANARY-7351'))
    const request = { authorityId: house.authorityId, dossierId: id }
    const check = async () => {
      const reader = house.actor('front', house.accounts.records, house.front)
      const hidden = await unpack(await archiveDossier(house.db, house.files, { ...request, reader }))
      expect(canaryIn(hidden.files)).toBe(false)
      expect(hidden.files.get('MUC-LUC.html')!.toString()).toContain('Hạn chế tiếp cận')
      expect(await checkSums(hidden.files)).not.toMatch(/FAILED/)
      expect(canaryIn((await unzip()).files)).toBe(true)
    }
    await check()
    await close()
    await check()
  })

  test('a file missing from the disk is said before the first byte', async () => {
    await fillMandatory()
    await close()
    const [sheet] = await listAttachments(house.db, house.authorityId, 'dossier', id)
    const path = join(house.folder, 'files', sheet!.sha256.slice(0, 2), sheet!.sha256.slice(2))
    const content = await readFile(path)
    await rm(path)
    await expect(unzip()).rejects.toThrow('missing from the store')
    await writeFile(path, content)
  })
})
