import { readOwnCourse } from '../../../own-record/own-course-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type PortalReply, type PortalRequest, portalId } from '../portal-route.ts'
import { followedOf } from './follow-request.ts'

/** GET /theo-doi/:token/tep/:id: a file of the answer, or one that the holder of the secret sent; always an attachment. */
export async function downloadOwnFile(request: PortalRequest): Promise<PortalReply> {
  const { petitions } = await followedOf(request)
  const id = portalId(request)
  for (const petition of petitions) {
    const { files } = await readOwnCourse(request.db, request.authority.id, petition.id)
    // of a petition joined with others only the answer is everybody's
    const file = files.find((one) => one.id === id && !(petition.joined && one.fromPetitioner))
    if (!file) continue
    const body = await request.runtime.files.open(file.sha256)
    return { kind: 'download', name: file.name, mediaType: file.mediaType, body }
  }
  throw new NotFound('attachment')
}
