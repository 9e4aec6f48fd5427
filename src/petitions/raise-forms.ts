import { z } from 'zod'
import { uploadFields } from '../platform/files/upload-field.ts'
import * as f from '../platform/form-fields.ts'
import { HOLD_CAUSES, REFUSAL_REASONS } from './intake-reasons-forms.ts'

export const RAISE_LIMITS = { contents: 10, contentLength: 5000, files: 6 }

/** Who raises something at the Portal: without a name nobody can be answered, so `unnamed` is left out. */
export const RAISER_KINDS = ['person', 'organization', 'group'] as const

/** What a person says and who it is; the same for the whole form and for its pages. */
export const raiserFields = {
  petitionerKind: f.oneOf(RAISER_KINDS),
  petitionerName: f.personName(200),
  representative: f.optionalText(200),
  headcount: f.optionalCount(2, 100_000),
  phone: f.optionalPhone(),
  email: f.optionalMail(),
  villageAgencyId: f.optionalId(),
}

/** The whole, put together by the Portal from what was typed on its pages. */
export const raiseForm = z
  .object({
    contents: z.array(f.text(RAISE_LIMITS.contentLength)).min(1, 'required').max(RAISE_LIMITS.contents, 'tooMany'),
    ...raiserFields,
    writtenBy: f.optionalText(200),
    interpreterNeeded: f.optionalText(200),
    confidential: f.checkbox(),
    consentToPublishName: f.checkbox(),
    dialogueId: f.optionalId(),
    uploads: uploadFields(RAISE_LIMITS.files),
    notice: z.object({ version: f.text(40), lang: z.enum(['vi', 'en']), text: f.text(20_000) }),
    /** hashes of the secrets on the receipt */
    tokenHash: f.digest(),
    codeHash: f.digest(),
    /** why it is looked at first, as far as the Portal saw it; the same text from many is seen by the change itself */
    why: z.array(z.enum(HOLD_CAUSES)),
  })
  .refine((form) => form.petitionerKind === 'person' || form.representative !== '', {
    path: ['representative'],
    message: 'required',
  })
  .refine((form) => form.petitionerKind !== 'group' || form.headcount !== null, {
    path: ['headcount'],
    message: 'required',
  })

export type RaiseInput = z.output<typeof raiseForm>

const many = f
  .ids()
  .refine((ids) => ids.length > 0, 'required')
  .refine((ids) => ids.length <= 1000, 'tooMany')

export const takeHeldForm = z.object({ submissionIds: many })
export const joinHeldForm = z.object({ submissionIds: many, intoId: f.optionalId() })
export const refuseHeldForm = z.object({
  submissionIds: many,
  reasonKey: f.oneOf(REFUSAL_REASONS),
  note: f.optionalText(1000),
})
export const appealForm = z.object({ tokenHash: f.digest(), appeal: f.text(2000) })
export const judgeAppealForm = z.object({
  submissionId: f.id(),
  decision: f.oneOf(['take', 'uphold']),
  note: f.text(1000),
})

const followed = { tokenHash: f.digest(), petitionId: f.id() }
export const addInformationForm = z.object({
  ...followed,
  text: f.text(RAISE_LIMITS.contentLength),
  uploads: uploadFields(RAISE_LIMITS.files),
})
export const readAdditionsForm = z.object({ id: f.id() })
export const withdrawOwnForm = z.object({ ...followed, reason: f.optionalText(1000) })
const grades = ['yes', 'partly', 'no'] as const
export const giveOpinionForm = z.object({
  ...followed,
  solved: f.oneOf(grades),
  clear: f.oneOf(grades),
  said: f.optionalText(2000),
})
export const contestForm = z.object({ ...followed, reason: f.text(RAISE_LIMITS.contentLength) })
export const secondForm = z.object({ entryId: f.id(), contact: f.contact() })
