import type { SurveyForm, Tally } from './survey.ts'

/** Paper and telephone together: what the result is of. */
export function joinedTally(form: SurveyForm, ...tallies: readonly (Tally | undefined)[]): Tally {
  return Object.fromEntries(
    form.groups.map((group) => [
      group.key,
      Object.fromEntries(
        form.scale.map((answer) => [
          answer.key,
          tallies.reduce((sum, tally) => sum + (tally?.[group.key]?.[answer.key] ?? 0), 0),
        ]),
      ),
    ]),
  )
}
