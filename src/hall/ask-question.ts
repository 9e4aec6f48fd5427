import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import { askQuestionForm, enterQuestionForm, supportQuestionForm } from './hall-forms.ts'
import { growHall, lockHall, lockOpenHall } from './hall-store.ts'
import { countQuestionsSince, insertQuestion, insertSupport, lockQuestion } from './question-store.ts'

/** One browser in ten minutes; and how many may wait for the desk before nobody could read them any more. */
const MOST_QUESTIONS = { own: 5, minutes: 10, waiting: 1000 }

/**
 * Asked from a telephone, in the hall or at home (004 III.2.b). Nobody sees it before the desk has read it. Only the
 * program itself may: whoever has the address of the conference.
 */
export const askQuestion = defineChange({
  name: 'hall/ask-question',
  permission: 'hall:ask',
  input: askQuestionForm,
  async run(context, { id, ...question }) {
    const { db, authorityId, now } = context
    const hall = await lockHall(db, authorityId, id)
    const { state } = await getDialogue(db, authorityId, id)
    requireRule(state === 'preparing' && hall.questionsOpen && hall.phase !== 'ended', 'hall/questions-closed')
    const since = new Date(now.getTime() - MOST_QUESTIONS.minutes * 60_000)
    const asked = await countQuestionsSince(db, { authorityId, dialogueId: id, askedBy: question.askedBy }, since)
    requireRule(asked.own < MOST_QUESTIONS.own, 'hall/too-many-questions', { minutes: MOST_QUESTIONS.minutes })
    requireRule(asked.waiting < MOST_QUESTIONS.waiting, 'hall/questions-full')
    const questionId = await insertQuestion(db, { ...question, authorityId, dialogueId: id, source: 'phone', at: now })
    await growHall(db, authorityId, id)
    const { text, name, village } = question
    context.record({
      subjectKind: 'dialogue',
      subjectId: id,
      after: { questionId, source: 'phone', text, name, village },
      personal: ['text', 'name', 'village'],
    })
    return { questionId }
  },
})

/** What came by letter, mail or through an organisation runs through the same queue (004 III.2.c). */
export const enterQuestion = defineChange({
  name: 'hall/enter-question',
  permission: 'dialogue:conduct',
  input: enterQuestionForm,
  async run(context, { id, ...question }) {
    const { db, authorityId, now } = context
    await lockOpenHall(db, authorityId, id)
    const questionId = await insertQuestion(db, { ...question, authorityId, dialogueId: id, at: now })
    await growHall(db, authorityId, id)
    context.record({
      subjectKind: 'dialogue',
      subjectId: id,
      after: { questionId, ...question },
      personal: ['text', 'name', 'village'],
    })
    return { questionId }
  },
})

/** “I ask this too”: once for each browser, only of what the desk has shown. The screens learn of it a little later. */
export const supportQuestion = defineChange({
  name: 'hall/support-question',
  permission: 'hall:ask',
  input: supportQuestionForm,
  async run(context, { id, questionId, supporter }) {
    const { db, authorityId } = context
    const question = await lockQuestion(db, authorityId, id, questionId)
    requireRule(question.state === 'shortlisted' || question.state === 'now', 'hall/question-not-shown')
    const counted = await insertSupport(db, authorityId, questionId, supporter)
    context.record({ subjectKind: 'dialogue', subjectId: id, after: { questionId, supported: counted } })
    return { counted }
  },
})
