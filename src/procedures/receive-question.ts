import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { growHall, linkSpeechPetition, lockHall } from '../hall/hall-store.ts'
import { lockQuestion, updateQuestion } from '../hall/question-store.ts'
import { receiveSubmissionForm } from '../petitions/submission-forms.ts'
import { takeSubmission } from '../petitions/take-submission.ts'
import * as f from '../platform/form-fields.ts'
import { openReceiptClocks } from './refresh-deadlines.ts'

const receiveQuestionForm = z.object({
  id: f.id(),
  questionId: f.id(),
  version: f.version(),
  subjectArea: f.optionalKey(),
})

/**
 * A question in writing becomes a petition raised at the conference: it gets an agency and a legal date like every other,
 * so that nothing somebody asked from home is lost because the time was up. Received once.
 */
export const receiveQuestion = defineChange({
  name: 'hall/receive-question',
  permission: 'petition:receive',
  input: receiveQuestionForm,
  async run(context, { id, questionId, version, subjectArea }) {
    const { db, authorityId, today } = context
    await lockHall(db, authorityId, id)
    const question = await lockQuestion(db, authorityId, id, questionId)
    requireRule(question.petitionId === null, 'hall/question-received')
    const named = question.name !== ''
    const { petitionIds } = await takeSubmission(
      context,
      receiveSubmissionForm.parse({
        dialogueId: id,
        receivedOn: today,
        channel: 'atConference',
        raised: 'atConference',
        petitionerKind: named ? 'person' : 'unnamed',
        petitionerName: question.name,
        address: question.village,
        text: question.text,
        contents: [question.text],
        subjectAreas: [subjectArea ?? ''],
        consentToPublishName: named && question.nameShown ? 'on' : '',
      }),
    )
    const petitionId = petitionIds[0]!
    await openReceiptClocks(context, id, petitionIds)
    if (question.speechId !== null)
      await linkSpeechPetition(db, { authorityId, dialogueId: id }, question.speechId, petitionId, true)
    const shownText = question.shownText || question.text
    await updateQuestion(db, question, version, {
      petitionId,
      shownText,
      state: question.state === 'received' ? 'shortlisted' : question.state,
    })
    await growHall(db, authorityId, id)
    context.record({
      subjectKind: 'petition',
      subjectId: petitionId,
      after: { questionId, receivedFromQuestion: true },
    })
    return { petitionId }
  },
})
