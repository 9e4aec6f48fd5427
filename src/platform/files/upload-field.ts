import { z } from 'zod'
import { digest } from '../form-fields.ts'

const upload = z.object({
  name: z.string().min(1).max(200),
  mediaType: z.string().min(1).max(200),
  size: z.number().int().nonnegative(),
  sha256: digest(),
})

/** A received file as an input field, required. The screen puts it there from the request's uploads, never the form. */
export function uploadField() {
  return z
    .preprocess((value) => value ?? undefined, upload.optional())
    .transform((value, context) => {
      if (value) return value
      context.addIssue({ code: 'custom', message: 'required' })
      return z.NEVER
    })
}

/** As `uploadField`, but may be absent (then null). */
export function optionalUploadField() {
  return z.preprocess((value) => value ?? null, upload.nullable())
}

/** Several files; absent means none. */
export function uploadFields(max = 10) {
  return z.preprocess((value) => value ?? [], z.array(upload).max(max, 'tooMany'))
}
