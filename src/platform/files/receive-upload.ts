import type { Readable } from 'node:stream'
import { type FileStore, FileTooLarge } from './file-store.ts'
import { safeFileName } from './safe-file-name.ts'
import { checkUpload, reencodePicture, UPLOAD_LIMITS, type UploadRefusal } from './upload-check.ts'

/** A file that came with a form: kept by its content, not yet bound to any record. */
export interface ReceivedUpload {
  field: string
  name: string
  mediaType: string
  size: number
  sha256: string
}

export type UploadOutcome = { ok: true; upload: ReceivedUpload } | { ok: false; field: string; refusal: UploadRefusal }

/**
 * Takes one file of a form: size limit while it streams, kind by content, pictures re-encoded without metadata, the
 * name cleaned. A refused file leaves nothing on disk; the refusal is a code for the field it came in. A plain text keeps
 * one of `textEndings` it was sent with (`csv`), any other becomes `.txt`: what strangers send opens in no spreadsheet.
 */
export async function receiveUpload(
  files: FileStore,
  sent: { field: string; name: string; content: Readable | Buffer },
  textEndings: readonly string[] = [],
): Promise<UploadOutcome> {
  const refused = (refusal: UploadRefusal): UploadOutcome => ({ ok: false, field: sent.field, refusal })
  const staged = await files.stage(sent.content, UPLOAD_LIMITS.bytes).catch((error) => {
    if (error instanceof FileTooLarge) return null
    throw error
  })
  if (staged === null) return refused('fileTooLarge')
  try {
    const verdict = await checkUpload(staged.path, staged.size)
    if (!verdict.accepted) return refused(verdict.refusal)
    const ending =
      verdict.mediaType === 'text/plain' && textEndings.find((one) => sent.name.toLowerCase().endsWith(`.${one}`))
    const name = safeFileName(sent.name, ending || verdict.extension)
    if (verdict.picture) {
      const picture = await reencodePicture(staged.path, verdict.mediaType)
      if (picture === null) return refused('fileUnreadable')
      const kept = await files.put(picture)
      return { ok: true, upload: { field: sent.field, name, mediaType: verdict.mediaType, ...kept } }
    }
    const kept = await files.adopt(staged)
    return { ok: true, upload: { field: sent.field, name, mediaType: verdict.mediaType, ...kept } }
  } finally {
    await files.discard(staged)
  }
}

/** A text kept as a file, for what the program itself writes. */
export async function readStored(files: FileStore, sha256: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await files.open(sha256)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
