import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { surveyFormOf } from './survey.ts'
import { openSurveyForm } from './survey-forms.ts'
import { insertSurvey, listSurveys } from './survey-store.ts'

/** Opens the satisfaction ballot of a dialogue, with groups and scale of its regulation's forum (002 II.3.6, G17). */
export const openSurvey = defineChange({
  name: 'survey/open',
  permission: 'survey:settle',
  input: openSurveyForm,
  async scope(db, authorityId, input) {
    await getDialogue(db, authorityId, input.dialogueId)
    return { authorityId }
  },
  async run(context, { dialogueId, title }) {
    const { db, authorityId, actor } = context
    const dialogue = await getDialogue(db, authorityId, dialogueId)
    const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
    const given = surveyFormOf(regulation)
    requireRule(given !== null, 'survey/no-forum')
    requireRule((await listSurveys(db, authorityId, dialogueId)).length === 0, 'survey/already-open')
    const id = await insertSurvey(db, { authorityId, dialogueId, title, form: given.form, enteredBy: actor.accountId })
    context.record({ subjectKind: 'survey', subjectId: id, after: { dialogueId, title } })
    return { id }
  },
})
