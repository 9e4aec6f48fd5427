import { defineChange } from '../changes/define-change.ts'
import type { HallQuestion } from '../hall/hall.ts'
import { moderateQuestionForm } from '../hall/hall-forms.ts'
import { growHall, lockOpenHall } from '../hall/hall-store.ts'
import { lockQuestion, updateQuestion } from '../hall/question-store.ts'
import { queueSpeaker } from './register-speaker-in-hall.ts'

/** How a question without a name stands in the queue of speakers. */
const UNNAMED = 'Người hỏi bằng văn bản'

/**
 * The desk decides on a question: hidden with a reason, chosen for all to see, its turn now (then it stands in the queue
 * of speakers like everybody), answered with the words shown. What is shown is the moderated text, not the sent one.
 */
export const moderateQuestion = defineChange({
  name: 'hall/moderate-question',
  permission: 'dialogue:conduct',
  input: moderateQuestionForm,
  async run(context, { id, questionId, version, state, ...words }) {
    const { db, authorityId } = context
    await lockOpenHall(db, authorityId, id)
    const question = await lockQuestion(db, authorityId, id, questionId)
    const speechId = state === 'now' && question.speechId === null ? await enqueue(context, id, question) : null
    const values = {
      state,
      shownText: words.shownText || question.shownText || (state === 'hidden' ? '' : question.text),
      answer: words.answer || question.answer,
      hiddenReason: state === 'hidden' ? words.hiddenReason : null,
      ...(speechId === null ? {} : { speechId }),
    }
    await updateQuestion(db, question, version, values)
    await growHall(db, authorityId, id)
    context.record({
      subjectKind: 'dialogue',
      subjectId: id,
      before: { questionId, state: question.state },
      after: { questionId, ...values },
      reason: words.hiddenReason || null,
      personal: ['shownText', 'answer'],
    })
    return { questionId, speechId }
  },
})

function enqueue(context: Parameters<typeof queueSpeaker>[0], id: number, question: HallQuestion): Promise<number> {
  return queueSpeaker(context, id, {
    source: 'phone',
    speakerName: question.name || UNNAMED,
    village: question.village,
    content: question.text,
    minutes: null,
    nameShown: question.nameShown && question.name !== '',
  })
}
