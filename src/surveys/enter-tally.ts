import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { type InputErrors, InputRejected, StaleEdit } from '../platform/errors.ts'
import { groupSums, type SurveyForm, type Tally } from './survey.ts'
import { cellName, enterTallyForm } from './survey-forms.ts'
import { tallyScope } from './survey-scope.ts'
import { listTallies, lockSurvey, replaceTally } from './survey-store.ts'

/**
 * One person enters one whole tally; the other is another person's, so that a slip shows as a difference. Empty cells
 * are refused: zero is a count too and is written.
 */
export const enterTally = defineChange({
  name: 'survey/enter-tally',
  permission: 'survey:enter',
  input: enterTallyForm,
  scope: tallyScope,
  async run(context, { id, version, pass, cells }) {
    const { db, authorityId, actor } = context
    const survey = await lockSurvey(db, authorityId, id)
    requireRule(survey.state === 'open', 'survey/settled')
    if (survey.version !== version) throw new StaleEdit('survey', { ...survey })
    requireRule(survey.valid !== null, 'survey/count-ballots-first')
    const tallies = await listTallies(db, authorityId, id)
    const other = tallies.find((one) => one.pass !== pass)
    requireRule(other === undefined || other.enteredBy !== actor.accountId, 'survey/same-person')
    const tally = readTally(survey.form, cells, survey.valid)
    await replaceTally(
      db,
      { authorityId, surveyId: id, pass, enteredBy: actor.accountId, enteredAt: context.now },
      tally,
    )
    const before = tallies.find((one) => one.pass === pass)
    context.record({
      subjectKind: 'survey',
      subjectId: id,
      before: before ? { pass, tally: before.tally } : null,
      after: { pass, tally },
    })
  },
})

function readTally(form: SurveyForm, cells: Readonly<Record<string, unknown>>, valid: number): Tally {
  const errors: InputErrors = {}
  const tally: Record<string, Record<string, number>> = {}
  for (const group of form.groups) {
    const row: Record<string, number> = {}
    for (const answer of form.scale) {
      const name = cellName(group.key, answer.key)
      const typed = String(cells[name] ?? '').trim()
      if (typed === '') errors[name] = 'required'
      else if (!/^\d{1,7}$/.test(typed)) errors[name] = 'notANumber'
      row[answer.key] = Number(typed)
    }
    tally[group.key] = row
  }
  if (Object.keys(errors).length === 0) {
    for (const { group, blank } of groupSums(form, tally, valid)) {
      if (blank < 0) errors[cellName(group, form.scale[0]!.key)] = 'survey/more-than-valid'
    }
  }
  if (Object.keys(errors).length > 0) throw new InputRejected(errors)
  return tally
}
