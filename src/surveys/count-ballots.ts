import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { groupSums, wrongCounts } from './survey.ts'
import { countBallotsForm } from './survey-forms.ts'
import { tallyScope } from './survey-scope.ts'
import { listTallies, lockSurvey, updateSurvey } from './survey-store.ts'

/** How many ballots were issued, came back, and are valid; what people wrote on them beside. */
export const countBallots = defineChange({
  name: 'survey/count-ballots',
  permission: 'survey:enter',
  input: countBallotsForm,
  scope: tallyScope,
  async run(context, { id, version, comments, ...counts }) {
    const { db, authorityId } = context
    const survey = await lockSurvey(db, authorityId, id)
    requireRule(survey.state === 'open', 'survey/settled')
    const wrong = wrongCounts(counts)
    if (Object.keys(wrong).length > 0) throw new InputRejected(wrong)
    for (const { tally } of await listTallies(db, authorityId, id)) {
      const over = groupSums(survey.form, tally, counts.valid).some((group) => group.blank < 0)
      if (over) throw new InputRejected({ valid: 'survey/fewer-valid-than-tallied' })
    }
    await updateSurvey(db, survey, version, { ...counts, comments })
    context.record({
      subjectKind: 'survey',
      subjectId: id,
      before: { issued: survey.issued, returned: survey.returned, valid: survey.valid },
      after: { ...counts, comments },
      personal: ['comments'],
    })
  },
})
