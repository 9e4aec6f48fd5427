import type { z } from 'zod'
import { citizenActor } from '../../src/access/citizen-permissions.ts'
import type { Role } from '../../src/access/role.ts'
import type { Actor } from '../../src/changes/actor.ts'
import type { Change } from '../../src/changes/define-change.ts'
import { addConclusionItem } from '../../src/dialogues/add-conclusion-item.ts'
import { confirmNotClassified } from '../../src/dialogues/confirm-not-classified.ts'
import { defineNumberBook } from '../../src/documents/define-number-book.ts'
import { recordIssuedPaper } from '../../src/documents/issue-paper.ts'
import { openDossier } from '../../src/documents/open-dossier.ts'
import { approveReply, submitReply } from '../../src/petitions/approve-answer.ts'
import { draftReply } from '../../src/petitions/draft-answer.ts'
import { issueReceipt } from '../../src/petitions/issue-receipt.ts'
import { getPetition } from '../../src/petitions/petition-store.ts'
import { draftPlan } from '../../src/plans/draft-plan.ts'
import { getPlan } from '../../src/plans/plan-store.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { type Day, parseDay } from '../../src/platform/day.ts'
import type { Db } from '../../src/platform/db/connection.ts'
import { formSerial } from '../../src/printed-forms/form-serial.ts'
import { printForms } from '../../src/printed-forms/print-forms.ts'
import { listForms } from '../../src/printed-forms/printed-form-store.ts'
import { approveConclusion } from '../../src/procedures/approve-conclusion.ts'
import { approvePlan } from '../../src/procedures/approve-plan.ts'
import { checklistOfDossier } from '../../src/procedures/assemble-dossier.ts'
import { assignPetition } from '../../src/procedures/assign-petition.ts'
import { closeDossierChange } from '../../src/procedures/close-dossier.ts'
import { contestAnswer } from '../../src/procedures/contest-answer.ts'
import { enterSubmission } from '../../src/procedures/enter-submission.ts'
import { holdConference } from '../../src/procedures/hold-conference.ts'
import { issueConclusion } from '../../src/procedures/issue-conclusion.ts'
import { issuePlan } from '../../src/procedures/issue-plan.ts'
import { issueReply } from '../../src/procedures/issue-reply.ts'
import { openDialogue } from '../../src/procedures/open-dialogue.ts'
import { approvePaperChange, draftPaperChange, issuePaperChange } from '../../src/procedures/paper-changes.ts'
import { raisePetition } from '../../src/procedures/raise-petition.ts'
import { receiveSubmission } from '../../src/procedures/receive-submission.ts'
import { recordAnswerAtConference } from '../../src/procedures/record-answer-at-conference.ts'
import { sendReply } from '../../src/procedures/send-reply.ts'
import { insertAdoption } from '../../src/regulations/regulation-store.ts'
import { createDialogueWorld, type DialogueWorld } from '../support/dialogue-world.ts'
import { type DocumentHouse, openDocumentHouse } from '../support/document-house.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
import { NOTICE, portalSteps } from '../support/portal-steps.ts'

/** One change, ready to be performed: everything before it is stored. */
export interface PreparedChange {
  db: Db
  url: string
  clock: Clock
  authorityId: number
  actor: Actor
  // biome-ignore lint/suspicious/noExplicitAny: each case brings its own input
  change: Change<z.ZodType, any>
  input: unknown
  close(): Promise<void>
}

type Ready = Pick<PreparedChange, 'actor' | 'change' | 'input'>

const SIGNING = { signerName: 'Trần Thị Ví Dụ', signerTitle: 'CHỦ TỊCH', signCapacity: 'TM.', lateEntryReason: '' }
const PERIODIC = { title: 'Đối thoại năm 2025', kind: 'periodic', form: 'inPerson', chairModel: 'coPresiding' }

// ——— petitions ———

export async function petitionCases(step: 'receive' | 'assign' | 'sendReply'): Promise<PreparedChange> {
  const world = await createPetitionWorld({ regulation: 'lai-chau-06' })
  world.clock.setDay('2025-10-30' as Day)
  await world.held()
  const submission = {
    ...{ dialogueId: world.dialogueId, receivedOn: '2025-10-10', channel: 'fatherlandFront', raised: 'before' },
    ...{ petitionerKind: 'person', petitionerName: 'Lò Thị Mai', phone: '0912345678' },
    text: 'Đề nghị xây cầu qua suối.',
  }
  const ready = async (): Promise<Ready> => {
    if (step === 'receive') return { actor: world.people.clerk, change: receiveSubmission, input: submission }
    const received = await world.done(world.people.clerk, receiveSubmission, submission)
    const id = received.petitionIds[0]!
    const assignment = { id, version: await versionOf(world, id), leadAgencyId: world.agencies.economy }
    if (step === 'assign') return { actor: world.people.clerk, change: assignPetition, input: assignment }
    await world.done(world.people.clerk, assignPetition, assignment)
    const recipientIds = await repliedTo(world, id)
    const input = { id, recipientIds, sentOn: '2025-10-30', channel: 'post' }
    return { actor: world.people.specialist, change: sendReply, input }
  }
  const { db, url, clock, authorityId, close } = world
  return { db, url, clock, authorityId, close, ...(await ready()) }
}

const versionOf = async (world: PetitionWorld, id: number) =>
  (await getPetition(world.db, world.authorityId, id)).version

async function repliedTo(world: PetitionWorld, id: number): Promise<number[]> {
  const { people, agencies, db, authorityId } = world
  await world.done(people.specialist, draftReply, { id, text: 'UBND xin trả lời …' })
  await world.done(people.specialist, submitReply, { id, answerVersion: 1 })
  await world.done(people.head, approveReply, { id, answerVersion: 2 })
  await addBook(db, authorityId, agencies.economy, ['replyLetter'])
  const { paperId } = await world.done(people.specialist, issueReply, {
    ...{ id, version: await versionOf(world, id), title: 'V/v trả lời kiến nghị', datedOn: '2025-10-30' },
    ...{ ...SIGNING, localityAgencyId: agencies.village, reportAgencyIds: [agencies.office] },
  })
  const rows = await db.selectFrom('paperRecipient').select('id').where('paperId', '=', paperId).execute()
  return rows.map((row) => row.id)
}

async function addBook(db: PetitionWorld['db'], authorityId: number, issuerAgencyId: number, paperKinds: string[]) {
  const book = { authorityId, name: 'Sổ văn bản đi', issuerAgencyId, paperKinds, mode: 'ours', period: 'year' }
  const values = { ...book, pattern: '{n}-VB', fromDay: '2025-01-01' as Day }
  await db.insertInto('numberBook').values(values).execute()
}

// ——— the public, and what comes back on paper ———

/** What somebody does at the Portal without an account. */
export async function citizenCases(step: 'raise' | 'contest'): Promise<PreparedChange> {
  const world = await createPetitionWorld()
  const portal = portalSteps(world)
  const { db, url, clock, authorityId, close } = world
  const at = { db, url, clock, authorityId, close, actor: citizenActor(authorityId) }
  const raising = portal.form({ contents: ['Đèn đường hỏng.', 'Cống tắc.'] })
  if (step === 'raise') return { ...at, change: raisePetition, input: raising }
  await world.held('preparing')
  await portal.done(raisePetition, raising)
  const { id: petitionId } = await db.selectFrom('petition').select('id').orderBy('id').executeTakeFirstOrThrow()
  const assignment = {
    id: petitionId,
    version: await versionOf(world, petitionId),
    leadAgencyId: world.agencies.economy,
  }
  await world.done(world.people.clerk, assignPetition, assignment)
  clock.setDay('2025-10-30' as Day)
  await world.held()
  await world.done(world.people.clerk, recordAnswerAtConference, {
    ...{ id: petitionId, version: await versionOf(world, petitionId), text: 'Sẽ thay trước Tết.' },
    ...{ answeredByName: 'Nguyễn Văn Chủ', answeredOn: '29/10/2025' },
  })
  const input = { tokenHash: raising.tokenHash, petitionId, reason: 'Đèn vẫn chưa sáng.' }
  return { ...at, change: contestAnswer, input }
}

/** Forms are printed; one comes back; its bringer gets a receipt. */
export async function formCases(step: 'print' | 'comeBack' | 'receipt'): Promise<PreparedChange> {
  const world = await createPetitionWorld()
  const { db, url, clock, authorityId, close, dialogueId, people } = world
  await world.held('preparing')
  const at = { db, url, clock, authorityId, close, actor: people.clerk }
  const printing = { id: dialogueId, kind: 'petitionForm', copies: 3, handInAt: 'Văn phòng', notice: NOTICE }
  if (step === 'print') return { ...at, change: printForms, input: printing }
  const { batchId } = await world.done(people.clerk, printForms, printing)
  const [sheet] = await listForms(db, authorityId, batchId)
  const entry = {
    ...{ dialogueId, receivedOn: '2025-10-15', channel: 'village', raised: 'before', split: 'on' },
    ...{ petitionerKind: 'person', petitionerName: 'Lò Thị Mai', phone: '0912345678' },
    ...{ text: '1. Sửa đường\n2. Lắp đèn', formSerial: formSerial(sheet!.id), formAgreed: 'on' },
  }
  if (step === 'comeBack') return { ...at, change: enterSubmission, input: entry }
  const { submissionId } = await world.done(people.clerk, enterSubmission, entry)
  const input = { id: submissionId, way: 'paper', tokenHash: 'a'.repeat(64), codeHash: 'b'.repeat(64) }
  return { ...at, change: issueReceipt, input }
}

// ——— documents and plans ———

async function house(): Promise<DocumentHouse> {
  const opened = await openDocumentHouse()
  await defineNumberBook(opened.context(), {
    ...{ name: 'Sổ văn bản đi', issuerAgencyId: opened.partyOffice, paperKinds: [], mode: 'ours', period: 'year' },
    ...{ termFrom: null, termTo: null, pattern: '{n}-{kind}/VPĐU', firstNumber: 1 },
    ...{ fromDay: parseDay('2025-01-01'), toDay: null },
  })
  return opened
}

function inHouse(opened: DocumentHouse, role: Role, account: number, ready: Omit<Ready, 'actor'>): PreparedChange {
  const { db, clock, authorityId } = opened
  const url = opened.database.url
  return { db, url, clock, authorityId, actor: opened.actor(role, account), close: () => opened.close(), ...ready }
}

export async function issuingPaper(): Promise<PreparedChange> {
  const opened = await house()
  const subjectId = await opened.dialogue()
  const { paperId: id } = await opened.done(draftPaperChange, {
    ...{ kind: 'taskAssignment', subjectKind: 'dialogue', subjectId, title: 'Phân công chuẩn bị' },
    ...{ body: 'Giao các cơ quan.', issuerAgencyId: opened.partyOffice },
  })
  await opened.done(approvePaperChange, { id }, 'officeLeader')
  const input = { id, datedOn: '10/11/2025', number: '', ...SIGNING }
  return inHouse(opened, 'recordsClerk', opened.accounts.records, { change: issuePaperChange, input })
}

export async function issuingPlan(): Promise<PreparedChange> {
  const opened = await house()
  const { db, authorityId, regulationVersionId } = opened
  await insertAdoption(db, { authorityId, regulationVersionId, fromDay: '2025-08-06' as Day, toDay: null })
  const draft = { year: 2025, title: 'Kế hoạch 2025', issuerAgencyId: opened.partyOffice }
  const id = await opened.done(draftPlan, draft)
  const version = async () => (await getPlan(db, authorityId, id)).version
  await opened.done(approvePlan, { id, version: await version() }, 'officeLeader')
  const input = { id, version: await version(), datedOn: '04/11/2025', ...SIGNING }
  return inHouse(opened, 'recordsClerk', opened.accounts.records, { change: issuePlan, input })
}

export async function closingDossier(): Promise<PreparedChange> {
  const opened = await house()
  const dialogueId = await opened.dialogue()
  await opened.petition(dialogueId)
  const id = await openDossier(opened.context(), dialogueId, opened.partyOffice)
  const { today } = opened.context()
  for (const entry of await checklistOfDossier(opened.db, opened.authorityId, id)) {
    if (entry.need !== 'mandatory') continue
    await recordIssuedPaper(opened.context(), {
      ...{ kind: entry.satisfiedBy[0]!, subjectKind: 'dialogue', subjectId: dialogueId, dialogueId },
      ...{ title: entry.label, issuerAgencyId: opened.partyOffice, approver: 'Trần Thị Ví Dụ', approvedOn: today },
      ...{ signedPage: await opened.upload(entry.key), datedOn: today, ...SIGNING },
    })
  }
  const row = await opened.db.selectFrom('dossier').select('version').where('id', '=', id).executeTakeFirstOrThrow()
  return inHouse(opened, 'officeLeader', opened.accounts.leader, {
    change: closeDossierChange(opened.files),
    input: { id, version: row.version },
  })
}

// ——— dialogues ———

function inWorld(world: DialogueWorld, ready: Ready): PreparedChange {
  const { db, url, clock, authorityId, close } = world
  return { db, url, clock, authorityId, close, ...ready }
}

export async function openingDialogue(): Promise<PreparedChange> {
  const world = await createDialogueWorld()
  const input = { ...PERIODIC, heldOn: '2025-10-29' }
  return inWorld(world, { actor: world.people.clerk, change: openDialogue, input })
}

export async function issuingConclusion(): Promise<PreparedChange> {
  const world = await createDialogueWorld()
  const { people, agencies } = world
  await addBook(world.db, world.authorityId, agencies.party, ['conclusionNotice'])
  const { id } = await world.done(people.clerk, openDialogue, { ...PERIODIC, heldOn: '2025-10-29' })
  await world.done(people.clerk, confirmNotClassified, { id, confirmed: 'on' })
  world.at('2025-10-29')
  const counts = { attendanceDelegates: '40', attendancePeople: '160' }
  await world.done(people.secretary, holdConference, { id, heldOn: '2025-10-29', ...counts })
  await world.done(people.clerk, addConclusionItem, {
    ...{ id, content: 'Cống thoát nước', conclusion: 'Giao khảo sát', disposition: 'verifyAndReplyLater' },
    ...{ leadAgencyId: agencies.economy, dueOn: '2025-11-28' },
  })
  world.at('2025-11-05')
  await world.done(people.chair, approveConclusion, { id })
  const input = { id, datedOn: '2025-11-05', number: '', ...SIGNING }
  return inWorld(world, { actor: people.records, change: issueConclusion, input })
}
