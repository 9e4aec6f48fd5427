import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { tallyDifferences } from './survey.ts'
import { reopenSurveyForm, settleSurveyForm } from './survey-forms.ts'
import { listTallies, lockSurvey, updateSurvey } from './survey-store.ts'

/** The result stands: when both tallies are equal, or with the reason why one of them counts. */
export const settleSurvey = defineChange({
  name: 'survey/settle',
  permission: 'survey:settle',
  input: settleSurveyForm,
  async run(context, { id, version, settledPass, reason }) {
    const { db, authorityId, actor } = context
    const survey = await lockSurvey(db, authorityId, id)
    requireRule(survey.state === 'open', 'survey/settled')
    const [first, second] = await listTallies(db, authorityId, id)
    requireRule(first !== undefined && second !== undefined, 'survey/needs-two-tallies')
    const differences = tallyDifferences(survey.form, first.tally, second.tally)
    if (differences.length > 0 && reason === '') throw new InputRejected({ reason: 'reasonRequired' })
    const settled = {
      state: 'settled',
      settledPass,
      settledReason: reason || null,
      settledOn: context.today,
      settledBy: actor.accountId,
    }
    await updateSurvey(db, survey, version, settled)
    context.record({
      subjectKind: 'survey',
      subjectId: id,
      after: { ...settled, differences: differences.length },
      reason: reason || null,
    })
  },
})

/** Takes the result back to be counted anew; both tallies stay. */
export const reopenSurvey = defineChange({
  name: 'survey/reopen',
  permission: 'survey:settle',
  input: reopenSurveyForm,
  async run(context, { id, version, reason }) {
    const { db, authorityId } = context
    const survey = await lockSurvey(db, authorityId, id)
    requireRule(survey.state === 'settled', 'survey/not-settled')
    const open = { state: 'open', settledPass: null, settledReason: null, settledOn: null, settledBy: null }
    await updateSurvey(db, survey, version, open)
    context.record({
      subjectKind: 'survey',
      subjectId: id,
      before: { state: 'settled', settledPass: survey.settledPass },
      after: { state: 'open' },
      reason,
    })
  },
})
