import { z } from 'zod'
import { PAPER_SUBJECTS } from '../documents/paper-forms.ts'
import { uploadField } from '../platform/files/upload-field.ts'
import * as field from '../platform/form-fields.ts'

/** `public`, `petitioner`; '' for the ordinary paper of a kind. */
const variant = () =>
  z.preprocess(
    (value) => value ?? '',
    z
      .string()
      .regex(/^([a-z][A-Za-z0-9]*)?$/, 'notValid')
      .max(60, 'tooLong'),
  )

export const drawPaperInput = z.object({
  kind: field.key(),
  variant: variant(),
  subjectKind: field.oneOf(PAPER_SUBJECTS),
  subjectId: field.id(),
  issuerAgencyId: field.id(),
  replacesPaperId: field.optionalId(),
})

/** `sheetVersion` 0: the paper has no text from data yet. */
export const drawAgainInput = z.object({
  id: field.id(),
  sheetVersion: z.coerce.number('notValid').int('notValid').min(0, 'notValid').max(field.LAST_VERSION, 'notValid'),
})

export const editSheetInput = z.object({
  id: field.id(),
  sheetVersion: field.version(),
  /** what was typed, by the path of its field */
  texts: z.record(z.string().max(200), z.string().max(200_000, 'tooLong')),
})

export const takeWordFileInput = z.object({
  id: field.id(),
  file: uploadField(),
  /** what stood as the text when the page was opened (`textStanding`); null: not asked about */
  version: z.preprocess(
    (value) => (value === undefined || value === '' ? null : Number(value)),
    z.number('notValid').int('notValid').min(0, 'notValid').nullable(),
  ),
  /** taken although it was downloaded before the last edit, or from another paper */
  anyway: field.checkbox(),
})
export const dropWordFileInput = z.object({ id: field.id(), reason: field.text(1000) })
