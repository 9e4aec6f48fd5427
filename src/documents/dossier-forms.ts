import { z } from 'zod'
import { uploadField } from '../platform/files/upload-field.ts'
import * as field from '../platform/form-fields.ts'

export const fileItemInput = z.object({
  id: field.id(),
  entryKey: field.key(),
  note: field.text(500),
  file: uploadField(),
})
export const filePaperInput = z.object({ id: field.id(), entryKey: field.key(), paperId: field.id() })
export const stateNoneInput = z.object({ id: field.id(), entryKey: field.key(), note: field.optionalText(500) })
export const withdrawItemInput = z.object({ id: field.id(), itemId: field.id(), reason: field.text(1000) })
export const closeDossierInput = z.object({ id: field.id(), version: field.version() })
export const eraseFileInput = z.object({ id: field.id(), attachmentId: field.id(), reason: field.text(1000) })
