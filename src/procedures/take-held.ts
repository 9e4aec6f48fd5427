import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { attachUpload, listAttachments } from '../documents/attachment-store.ts'
import type { IntakeHold } from '../petitions/intake-hold.ts'
import { lockHolds, updateHold } from '../petitions/intake-hold-store.ts'
import { isOpenState } from '../petitions/petition.ts'
import { addCopetitioner } from '../petitions/petition-link-store.ts'
import { recordPetition } from '../petitions/petition-record.ts'
import { findPetition, findPetitionScopes } from '../petitions/petition-store.ts'
import { joinHeldForm, judgeAppealForm, refuseHeldForm, takeHeldForm } from '../petitions/raise-forms.ts'
import { getSubmission } from '../petitions/submission-store.ts'
import { openPetitions } from '../petitions/take-submission.ts'
import { InputRejected } from '../platform/errors.ts'
import { openReceiptClocks } from './refresh-deadlines.ts'
import { tellPetitioner } from './tell-petitioner.ts'

/** What was looked at is taken in: petitions with the day on which it was sent, the clocks run from that day. */
export const takeHeld = defineChange({
  name: 'intake/take',
  permission: 'intake:moderate',
  input: takeHeldForm,
  async run(context, input): Promise<{ petitions: number }> {
    let petitions = 0
    for (const hold of await waiting(context, input.submissionIds)) petitions += (await take(context, hold)).length
    return { petitions }
  },
})

/**
 * Many of the same text become one petition with one answer: everybody keeps the own receipt and is among those who
 * are answered. Into a petition that is there already, or into the first of them.
 */
export const joinHeld = defineChange({
  name: 'intake/join',
  permission: 'intake:moderate',
  input: joinHeldForm,
  async run(context, input): Promise<{ petitionId: number; joined: number }> {
    const holds = await waiting(context, input.submissionIds)
    for (const hold of holds) requireRule(!(await submissionOf(context, hold)).confidential, 'intake/join-confidential')
    const into = input.intoId === null ? null : await targetOf(context, input.intoId)
    const [first, ...rest] = holds
    const targets = into === null ? await take(context, first!) : [into]
    const joining = into === null ? rest : holds
    for (const hold of joining) await join(context, hold, targets)
    return { petitionId: targets[0]!, joined: joining.length }
  },
})

/** Not taken in, for one of the published reasons; the sender reads it and may ask for a second look. */
export const refuseHeld = defineChange({
  name: 'intake/refuse',
  permission: 'intake:moderate',
  input: refuseHeldForm,
  async run(context, input): Promise<{ refused: number }> {
    const holds = await waiting(context, input.submissionIds)
    const { reasonKey, note } = input
    for (const hold of holds) await decide(context, hold, { state: 'refused', reasonKey, note })
    return { refused: holds.length }
  },
})

/** The second look, by somebody else than who refused: taken in, or refused for good, with the reason in words. */
export const judgeAppeal = defineChange({
  name: 'intake/judge-appeal',
  permission: 'intake:judge-appeal',
  input: judgeAppealForm,
  async run(context, input) {
    const [hold] = await lockHolds(context.db, context.authorityId, [input.submissionId])
    requireRule(hold!.state === 'refused' && hold!.appealedAt !== null, 'intake/no-appeal')
    requireRule(hold!.appealDecidedAt === null, 'intake/appeal-judged')
    requireRule(hold!.decidedBy !== context.actor.accountId, 'intake/own-refusal')
    const judged = { appealDecidedBy: context.actor.accountId, appealDecidedAt: context.now, appealNote: input.note }
    if (input.decision === 'take') {
      await take(context, hold!, judged)
      return
    }
    await updateHold(context.db, hold!, judged)
    context.record({
      subjectKind: 'submission',
      subjectId: hold!.submissionId,
      after: { decision: input.decision },
      reason: input.note,
    })
  },
})

/** Those asked for, each still waiting; what is confidential only for who may open such things. */
async function waiting(context: ChangeContext, ids: readonly number[]): Promise<IntakeHold[]> {
  const holds = await lockHolds(context.db, context.authorityId, [...new Set(ids)])
  for (const hold of holds) requireRule(hold.state === 'held', 'intake/already-decided')
  if (context.actor.may('petition:restrict', { authorityId: context.authorityId })) return holds
  for (const hold of holds) requireRule(!(await submissionOf(context, hold)).confidential, 'intake/confidential')
  return holds
}

const submissionOf = (context: ChangeContext, hold: IntakeHold) =>
  getSubmission(context.db, context.authorityId, hold.submissionId)

type Decision = Parameters<typeof updateHold>[2]

async function decide(context: ChangeContext, hold: IntakeHold, values: Decision): Promise<void> {
  const decided = { decidedBy: context.actor.accountId, decidedAt: context.now, ...values }
  await updateHold(context.db, hold, hold.state === 'refused' ? values : decided)
  const { state, reasonKey, note, joinedPetitionId } = values
  context.record({
    subjectKind: 'submission',
    subjectId: hold.submissionId,
    before: { state: hold.state },
    after: { state, ...(reasonKey ? { reasonKey } : {}), ...(joinedPetitionId ? { joinedPetitionId } : {}) },
    reason: (note as string | undefined) || null,
  })
}

/** Opens the petitions of what was held; returns their ids. */
async function take(context: ChangeContext, hold: IntakeHold, more: Decision = {}): Promise<number[]> {
  const submission = await submissionOf(context, hold)
  const { confidential, dialogueId, receivedOn, petitionerId, id: submissionId } = submission
  const opened = {
    ...{ dialogueId, receivedOn, raised: 'before' as const, confidential, readerIds: [] },
    ...{ accusedAgencyId: null, accusedAccountId: null },
    confidentialReason: confidential ? 'Người gửi đề nghị giữ kín.' : '',
  }
  const rows = hold.contents.map(({ content }) => ({ content, kind: 'request' as const, subjectArea: null }))
  const petitionIds = await openPetitions(context, opened, { submissionId, petitionerId }, rows)
  const files = await listAttachments(context.db, context.authorityId, 'submission', submissionId)
  for (const subjectId of petitionIds)
    for (const { name, mediaType, size, sha256, label, withdrawnAt, erasedAt } of files)
      if (!withdrawnAt && !erasedAt)
        await attachUpload(context, {
          ...{ subjectKind: 'petition', subjectId, upload: { name, mediaType, size, sha256 }, label },
        })
  await openReceiptClocks(context, dialogueId, petitionIds)
  await tellPetitioner(context, 'received', petitionIds)
  await decide(context, hold, { state: 'taken', contents: '[]', ...more })
  return petitionIds
}

async function join(context: ChangeContext, hold: IntakeHold, targets: readonly number[]): Promise<void> {
  const { petitionerId } = await submissionOf(context, hold)
  const { authorityId, db } = context
  for (const petitionId of targets) {
    await addCopetitioner(db, { authorityId, petitionId, petitionerId, fromPetitionId: null })
    const after = { copetitionerIds: [petitionerId], submissionId: hold.submissionId }
    recordPetition(context, petitionId, after, { action: 'petition/take-merged' })
  }
  await decide(context, hold, { state: 'joined', contents: '[]', joinedPetitionId: targets[0]! })
}

/** A petition that the actor may join others to and that is still worked on; else it does not exist here. */
async function targetOf(context: ChangeContext, id: number): Promise<number> {
  const { db, authorityId } = context
  const [scopes, petition] = [await findPetitionScopes(db, authorityId, id), await findPetition(db, authorityId, id)]
  if (!scopes || !petition || petition.confidential || !context.actor.may('petition:merge', scopes.given))
    throw new InputRejected({ intoId: 'notFound' })
  requireRule(isOpenState(petition.state), 'petition/merge-into-closed', { code: petition.code })
  return id
}
