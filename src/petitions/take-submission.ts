import { getAuthority } from '../agencies/authority-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { yearOf } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { findDialogueOfPetition } from './petition-dialogue-store.ts'
import { findPetitionFields, requireKnownKeys } from './petition-fields.ts'
import { addReaders, listActingAccounts } from './petition-reader-store.ts'
import { recordPetition, requireAccounts, requireAgency, requireNotFuture } from './petition-record.ts'
import { visibilityOf } from './petition-scope.ts'
import { findCasePrefix, insertPetitions, takeCodeNumbers, updatePetition } from './petition-store.ts'
import { findPetitioner, insertPetitioner, isKnownPetitioner } from './petitioner-store.ts'
import { type ContentRow, contentRows, type ReceiveSubmissionInput } from './submission-forms.ts'
import { insertSubmission } from './submission-store.ts'

/** The channel of what people send through the Portal themselves. */
export const PORTAL = 'portal'

export interface ReceivedSubmission {
  submissionId: number
  petitionerId: number
  petitionIds: number[]
}

/**
 * Takes in what one person, organisation or group says once, and splits it into as many petitions as it has contents,
 * each with its code (`CH-2025-0012`). Every channel, named or not, in the person's hand or written down for it.
 */
export async function takeSubmission(
  context: ChangeContext,
  input: ReceiveSubmissionInput,
): Promise<ReceivedSubmission> {
  const entered = await enterSubmission(context, input)
  const petitionIds = await openPetitions(context, input, entered, contentRows(input, input.text))
  return { ...entered, petitionIds }
}

/** What was said and by whom, as it came; no petition of it is opened yet. */
export async function enterSubmission(
  context: ChangeContext,
  input: ReceiveSubmissionInput,
): Promise<Omit<ReceivedSubmission, 'petitionIds'>> {
  await checkSubmission(context, input)
  const forwardedByAgencyId = input.forwardedByAgencyId ?? throughWhom(context)
  const petitionerId = input.petitionerId ?? (await addPetitioner(context, input))
  const submissionId = await insertSubmission(context.db, {
    authorityId: context.authorityId,
    dialogueId: input.dialogueId,
    petitionerId,
    channel: input.channel,
    receivedOn: input.receivedOn,
    forwardedByAgencyId,
    text: input.text,
    consentToPublishName: input.consentToPublishName,
    confidential: input.confidential,
    writtenBy: input.writtenBy || null,
    interpreterNeeded: input.interpreterNeeded || null,
    enteredBy: context.actor.accountId,
  })
  context.record({
    subjectKind: 'submission',
    subjectId: submissionId,
    after: { petitionerId, channel: input.channel, receivedOn: input.receivedOn, text: input.text },
    personal: ['text'],
  })
  return { submissionId, petitionerId }
}

/** Opens the contents of an entered submission as petitions, protected before anybody can look. Their ids in order. */
export async function openPetitions(
  context: ChangeContext,
  input: OpenedSubmission,
  entered: Omit<ReceivedSubmission, 'petitionIds'>,
  rows: readonly ContentRow[],
): Promise<number[]> {
  const petitionIds = await addPetitions(context, { ...input, ...entered }, rows)
  await protect(context, input, petitionIds)
  return petitionIds
}

/** What the petitions of a submission take from it. */
export type OpenedSubmission = Pick<
  ReceiveSubmissionInput,
  | 'dialogueId'
  | 'receivedOn'
  | 'raised'
  | 'confidential'
  | 'confidentialReason'
  | 'readerIds'
  | 'accusedAgencyId'
  | 'accusedAccountId'
>

/** What a village or organisation enters came through it: else it could not read its own entry. */
export function throughWhom({ actor, authorityId }: ChangeContext): number | null {
  return actor.may('petition:read', { authorityId, agencyIds: [] }) ? null : actor.agencyId
}

async function checkSubmission(context: ChangeContext, input: ReceiveSubmissionInput): Promise<void> {
  requireNotFuture(context, { receivedOn: input.receivedOn })
  const { db, authorityId } = context
  const { fromDay } = await getAuthority(db, authorityId)
  if (input.receivedOn < fromDay) throw new InputRejected({ receivedOn: 'beforeAuthority' })
  await requireOpenDialogue(context, input.dialogueId)
  if (input.petitionerId !== null) {
    const petitioner = await findPetitioner(db, authorityId, input.petitionerId)
    // whom the actor knows of no petition of is chosen by no list; a guessed id shows no name and telephone
    const visibility = visibilityOf(context.actor, authorityId)
    const known = visibility !== null && (await isKnownPetitioner(db, visibility, input.petitionerId))
    if (!petitioner || petitioner.erasedAt || !known) throw new InputRejected({ petitionerId: 'notFound' })
  }
  await requireAgency(context, 'villageAgencyId', input.villageAgencyId)
  await requireAgency(context, 'forwardedByAgencyId', input.forwardedByAgencyId)
  await requireAgency(context, 'accusedAgencyId', input.accusedAgencyId)
  await requireAccounts(context, 'readerIds', input.readerIds)
  await requireAccounts(context, 'accusedAccountId', input.accusedAccountId === null ? [] : [input.accusedAccountId])
  const fields = await findPetitionFields(db, authorityId, input.dialogueId, input.receivedOn)
  requireKnownKeys(fields, [
    // the program's own channel is in no regulation's list
    ...(input.channel === PORTAL ? [] : [{ field: 'channel', list: 'channels' as const, key: input.channel }]),
    ...input.subjectAreas.map((key) => ({ field: 'subjectAreas', list: 'subjectAreas' as const, key })),
  ])
}

/** Petitions are received for a dialogue until its dossier is closed, and for none that is called off. */
export async function requireOpenDialogue(
  { db, authorityId }: ChangeContext,
  dialogueId: number | null,
): Promise<void> {
  if (dialogueId === null) return
  const dialogue = await findDialogueOfPetition(db, authorityId, dialogueId)
  if (!dialogue) throw new InputRejected({ dialogueId: 'notFound' })
  if (dialogue.state === 'closed') throw new BrokenRule('petition/dossier-closed')
  if (dialogue.state === 'cancelled') throw new BrokenRule('petition/dialogue-cancelled')
}

async function addPetitioner(context: ChangeContext, input: ReceiveSubmissionInput): Promise<number> {
  const unnamed = input.petitionerKind === 'unnamed'
  const values = {
    kind: input.petitionerKind,
    name: unnamed ? '' : input.petitionerName,
    representative: unnamed ? '' : input.representative,
    headcount: input.headcount,
    phone: unnamed ? null : input.phone || null,
    email: unnamed ? null : input.email || null,
    address: input.address,
    villageAgencyId: input.villageAgencyId,
  }
  const id = await insertPetitioner(context.db, { authorityId: context.authorityId, ...values })
  context.record({
    subjectKind: 'petitioner',
    subjectId: id,
    action: 'petitioner/enter',
    after: values,
    personal: ['name', 'representative', 'phone', 'email', 'address'],
  })
  return id
}

interface SubmissionOf extends Pick<ReceiveSubmissionInput, 'dialogueId' | 'receivedOn' | 'raised' | 'confidential'> {
  submissionId: number
  petitionerId: number
}

/** Gives each content its code and opens it as a petition of the submission. Returns the ids in order. */
export async function addPetitions(
  context: ChangeContext,
  submission: SubmissionOf,
  rows: readonly ContentRow[],
): Promise<number[]> {
  const { db, authorityId } = context
  const prefix = await findCasePrefix(db, authorityId)
  const year = yearOf(submission.receivedOn)
  const first = await takeCodeNumbers(db, authorityId, year, rows.length)
  const petitions = rows.map((row, at) => ({
    authorityId,
    code: `${prefix}-${year}-${String(first + at).padStart(4, '0')}`,
    submissionId: submission.submissionId,
    dialogueId: submission.dialogueId,
    petitionerId: submission.petitionerId,
    receivedOn: submission.receivedOn,
    raised: submission.raised,
    content: row.content,
    kind: row.kind,
    subjectArea: row.subjectArea,
    confidential: submission.confidential,
    enteredBy: context.actor.accountId,
  }))
  const ids = await insertPetitions(db, petitions)
  ids.forEach((id, at) => {
    const { code, kind, raised, content, subjectArea } = petitions[at]!
    recordPetition(
      context,
      id,
      { code, kind, raised, content, subjectArea, submissionId: submission.submissionId },
      {
        action: 'petition/receive',
      },
    )
  })
  return ids
}

/** Puts up the need-to-know list and keeps the accused away, before anybody can look. */
async function protect(context: ChangeContext, input: OpenedSubmission, petitionIds: readonly number[]) {
  const { db, authorityId } = context
  if (input.accusedAgencyId !== null || input.accusedAccountId !== null) {
    const values = { accusedAgencyId: input.accusedAgencyId, accusedAccountId: input.accusedAccountId }
    for (const id of petitionIds) {
      await updatePetition(db, { authorityId, id }, 1, values)
      recordPetition(context, id, values, { action: 'petition/name-accused' })
    }
  }
  if (!input.confidential) return
  const leaders = await listActingAccounts(db, authorityId, context.today, ['officeLeader'])
  const readers = [
    ...input.readerIds,
    ...(context.actor.accountId === null ? [] : [context.actor.accountId]),
    ...leaders
      .filter((leader) => leader.agencyId === null || leader.agencyId !== input.accusedAgencyId)
      .map((l) => l.id),
  ].filter((accountId) => accountId !== input.accusedAccountId)
  for (const petitionId of petitionIds) {
    await addReaders(db, { authorityId, petitionId }, readers, {
      by: context.actor.accountId,
      reason: input.confidentialReason,
    })
    recordPetition(
      context,
      petitionId,
      { confidential: true, readers: [...new Set(readers)] },
      {
        action: 'petition/restrict',
        reason: input.confidentialReason,
      },
    )
  }
}
