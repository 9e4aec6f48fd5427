import type { z } from 'zod'
import type { InputErrors } from '../platform/errors.ts'

/** zod's own messages are English sentences; a code of the catalogue is one word, or the code of a rule. */
const CODE = /^[a-z][A-Za-z]*$|^[a-z-]+\/[a-z-]+$/

/** First problem of each field, as a code. Problems of the form as a whole stand under ''. */
export function inputErrors(error: z.ZodError): InputErrors {
  const errors: InputErrors = {}
  for (const issue of error.issues) {
    const field = issue.path.length === 0 ? '' : issue.path.join('.')
    errors[field] ??= CODE.test(issue.message) ? issue.message : 'notValid'
  }
  return errors
}
