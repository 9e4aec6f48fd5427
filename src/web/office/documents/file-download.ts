import { findAttachment } from '../../../documents/attachment-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { mayReadFile } from '../../../procedures/paper-access.ts'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'

/** GET /tep/:id – always an attachment, with nosniff; open to whom its subject is open. */
export async function downloadFile(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, actor, runtime } = request
  const id = idParam(request)
  if (!(await mayReadFile(db, actor, authority.id, id))) throw new NotFound('attachment')
  const file = await findAttachment(db, authority.id, id)
  if (!file || file.erasedAt) throw new NotFound('attachment')
  return { kind: 'download', name: file.name, mediaType: file.mediaType, body: await runtime.files.open(file.sha256) }
}
