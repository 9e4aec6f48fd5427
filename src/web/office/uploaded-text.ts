import { readStored } from '../../platform/files/receive-upload.ts'
import type { OfficeRequest } from './office-route.ts'

/** The text of the file sent in a field; null when none was sent, 'notText' when it is no text (a picture, a document). */
export async function uploadedText(request: OfficeRequest, field: string): Promise<string | null | 'notText'> {
  if (request.uploadErrors[field]) return 'notText'
  const upload = request.uploads.find((one) => one.field === field)
  if (!upload) return null
  if (upload.mediaType !== 'text/plain') return 'notText'
  return (await readStored(request.runtime.files, upload.sha256)).toString('utf8')
}
