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
      context.addIssue({ code: 'custom', message: 'fileRequired' })
      return z.NEVER
    })
}

/** As `uploadField`, but may be absent (then null). */
export function optionalUploadField() {
  return z.preprocess((value) => value ?? null, upload.nullable())
}

const SCAN = /^(application\/pdf|image\/(jpeg|png|webp))$/

/** Whether a file can be a page that somebody signed: PDF or picture by its content, whatever its name says. */
export function isScan({ mediaType }: { mediaType: string }): boolean {
  return SCAN.test(mediaType)
}

/** For the `accept` of a field for a signed page. */
export const SCAN_FILES = '.pdf,.jpg,.jpeg,.png,.webp'

/** A signed page, scanned or photographed, required. */
export function signedPageField() {
  return uploadField().refine((page) => !page.mediaType || isScan(page), 'notAScan')
}

/** As `signedPageField`, but may be absent (then null). */
export function optionalSignedPageField() {
  return optionalUploadField().refine((page) => page === null || isScan(page), 'notAScan')
}

/** Several files; absent means none. */
export function uploadFields(max = 10) {
  return z.preprocess((value) => value ?? [], z.array(upload).max(max, 'tooMany'))
}
