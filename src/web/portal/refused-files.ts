import type { FormErrors } from '../kit/form-state.ts'
import { inputSentence } from '../words/rule-sentence.ts'
import type { PortalVisit } from './portal-route.ts'

/** What is said beside the field of files that were refused: of each by its name why, for others of the form were taken. */
export function refusedFileErrors({ lang, refusedFiles }: Pick<PortalVisit, 'lang' | 'refusedFiles'>): FormErrors {
  const said: Record<string, string> = {}
  for (const { field, name, refusal } of refusedFiles) {
    const sentence = `${name === '' ? '' : `${name}: `}${inputSentence(lang, refusal)}`
    said[field] = said[field] === undefined ? sentence : `${said[field]} ${sentence}`
  }
  return said
}
