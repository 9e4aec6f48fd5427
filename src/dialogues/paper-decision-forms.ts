import { z } from 'zod'
import { optionalSignedPageField } from '../platform/files/upload-field.ts'
import { optionalText, personName } from '../platform/form-fields.ts'

/** Who decided on paper (post and name), the number where the paper has one, and its page where there is one. */
export const paperDecisionFields = {
  paperApprover: personName(200),
  paperNumber: optionalText(60),
  signedPage: optionalSignedPageField(),
}
export const paperDecisionForm = z.object(paperDecisionFields)
