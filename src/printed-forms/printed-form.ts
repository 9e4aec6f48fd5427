import type { Selectable } from 'kysely'
import type { DB } from '../platform/db/tables.ts'
import type { DialogueForm } from '../regulations/regulation-vocabulary.ts'

/** What is printed for people to write on: keys of `PAPER_KINDS`. */
export const FORM_KINDS = ['petitionForm', 'speechRegistration', 'satisfactionBallot'] as const
export type FormKind = (typeof FORM_KINDS)[number]

/** More at once would not be printed in one go, and not written as one file within its minute. */
export const MOST_COPIES = 500

export interface FormBatch extends Omit<Selectable<DB['formBatch']>, 'kind'> {
  kind: FormKind
}

export type PrintedForm = Selectable<DB['printedForm']>

/** Which forms a dialogue has use for: speaking needs a hall, a ballot a survey that is open. */
export function formKindsFor(dialogue: { form: DialogueForm; kind: string }, openSurveyId: number | null): FormKind[] {
  return FORM_KINDS.filter((kind) => {
    if (kind === 'speechRegistration') return dialogue.form !== 'indirect' && dialogue.kind !== 'withinRegularMeeting'
    return kind !== 'satisfactionBallot' || openSurveyId !== null
  })
}

/** Ballots are anonymous: one code for all of a batch, and no number on a sheet. */
export function isNumbered(kind: FormKind): boolean {
  return kind !== 'satisfactionBallot'
}
