import { z } from 'zod'
import { uploadField } from '../platform/files/upload-field.ts'
import * as field from '../platform/form-fields.ts'

const key = {
  kind: field.key(),
  variant: z.preprocess((value) => value ?? '', z.string().max(60, 'tooLong')),
  branch: z.preprocess((value) => value ?? '', z.enum(['', 'state', 'party', 'front'], 'notInList')),
}

/** `versionNo`: the newest version that was seen; 0 while there is none of one's own. */
const seen = z.coerce.number('notValid').int('notValid').min(0, 'notValid')

export const keepWordingInput = z.object({
  ...key,
  versionNo: seen,
  /** the wording as JSON */
  wording: z.string().min(2, 'required').max(500_000, 'tooLong'),
  reason: field.optionalText(1000),
})
export const dropWordingInput = z.object({ ...key, versionNo: seen, reason: field.text(1000) })
/** Where the tone marks stand (`PaperSpelling`). */
export const setSpellingInput = z.object({
  versionNo: seen,
  uy: field.oneOf(['u', 'y'] as const),
  oa: field.oneOf(['o', 'a'] as const),
})
export const keepWordFormInput = z.object({ ...key, file: uploadField() })
export const dropWordFormInput = z.object({ ...key, reason: field.text(1000) })
