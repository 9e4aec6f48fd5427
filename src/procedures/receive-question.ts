import { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import type { HallQuestion } from '../hall/hall.ts'
import { growHall, linkSpeechPetition, lockOpenHall } from '../hall/hall-store.ts'
import { listQuestions, lockQuestion, updateQuestion } from '../hall/question-store.ts'
import { receiveSubmissionForm } from '../petitions/submission-forms.ts'
import { takeSubmission } from '../petitions/take-submission.ts'
import * as f from '../platform/form-fields.ts'
import { openReceiptClocks } from './refresh-deadlines.ts'

/** Shown to everybody, not answered, and no petition yet: what must not be lost when the time is up. */
export function isLeftOpen(question: Pick<HallQuestion, 'state' | 'petitionId'>): boolean {
  return (question.state === 'shortlisted' || question.state === 'now') && question.petitionId === null
}

async function receiveOne(
  context: ChangeContext,
  dialogueId: number,
  question: HallQuestion,
  given: { version: number; subjectArea: string | null },
): Promise<number> {
  const { db, authorityId, today } = context
  const named = question.name !== ''
  const { petitionIds } = await takeSubmission(
    context,
    receiveSubmissionForm.parse({
      ...{ dialogueId, receivedOn: today, channel: 'atConference', raised: 'atConference' },
      ...{ petitionerKind: named ? 'person' : 'unnamed', petitionerName: question.name, address: question.village },
      ...{ text: question.text, contents: [question.text], subjectAreas: [given.subjectArea ?? ''] },
      consentToPublishName: named && question.nameShown ? 'on' : '',
    }),
  )
  const petitionId = petitionIds[0]!
  await openReceiptClocks(context, dialogueId, petitionIds)
  if (question.speechId !== null)
    await linkSpeechPetition(db, { authorityId, dialogueId }, question.speechId, petitionId, true)
  await updateQuestion(db, question, given.version, {
    petitionId,
    shownText: question.shownText || question.text,
    state: question.state === 'received' ? 'shortlisted' : question.state,
  })
  const after = { questionId: question.id, receivedFromQuestion: true }
  context.record({ subjectKind: 'petition', subjectId: petitionId, after })
  return petitionId
}

/**
 * A question in writing becomes a petition raised at the conference: it gets an agency and a legal date like every other,
 * so that nothing somebody asked from home is lost because the time was up. Received once.
 */
export const receiveQuestion = defineChange({
  name: 'hall/receive-question',
  permission: 'petition:receive',
  input: z.object({ id: f.id(), questionId: f.id(), version: f.version(), subjectArea: f.optionalKey() }),
  async run(context, { id, questionId, version, subjectArea }) {
    const { db, authorityId } = context
    await lockOpenHall(db, authorityId, id)
    const question = await lockQuestion(db, authorityId, id, questionId)
    requireRule(question.petitionId === null, 'hall/question-received')
    const petitionId = await receiveOne(context, id, question, { version, subjectArea })
    await growHall(db, authorityId, id)
    return { petitionId }
  },
})

/** After the end: every question that was shown and not answered, all at once. */
export const receiveOpenQuestions = defineChange({
  name: 'hall/receive-open-questions',
  permission: 'petition:receive',
  input: z.object({ id: f.id() }),
  async run(context, { id }) {
    const { db, authorityId } = context
    await lockOpenHall(db, authorityId, id)
    const open = (await listQuestions(db, authorityId, id)).filter(isLeftOpen)
    for (const { supports: _, ...question } of open)
      await receiveOne(context, id, question, { version: question.version, subjectArea: null })
    if (open.length > 0) await growHall(db, authorityId, id)
    context.record({ subjectKind: 'dialogue', subjectId: id, after: { questionsReceived: open.length } })
    return { count: open.length }
  },
})
