import { randomUUID } from 'node:crypto'
import type { Outcome } from '../../../changes/perform-change.ts'
import { BrokenRule } from '../../../platform/errors.ts'
import type { FormErrors } from '../../kit/form-state.ts'
import { inputSentence, ruleSentence } from '../../words/rule-sentence.ts'
import type { Lang } from '../../words/words.ts'

export type FormOutcome<Result> =
  | { ok: true; value: Result; repeated: boolean }
  | { ok: false; errors: FormErrors; status: 422 | 409 }

/** Runs what a form asks for where secrets keep it from `submitForm`; refusals come back as sentences. */
export async function outcomeForm<Result>(
  lang: Lang,
  run: () => Promise<Outcome<Result>>,
): Promise<FormOutcome<Result>> {
  try {
    const outcome = await run()
    if (outcome.ok) return outcome
    const errors = Object.entries(outcome.errors).map(([field, code]) => [field, inputSentence(lang, code)])
    return { ok: false, errors: Object.fromEntries(errors) as FormErrors, status: 422 }
  } catch (error) {
    if (!(error instanceof BrokenRule)) throw error
    return { ok: false, errors: { '': ruleSentence(lang, error.code, error.params) }, status: 409 }
  }
}

/** A posted text field; '' when absent or sent several times. */
export function textOf(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

export function keyOf(form: Readonly<Record<string, unknown>>): string {
  return textOf(form, '_key') || randomUUID()
}
