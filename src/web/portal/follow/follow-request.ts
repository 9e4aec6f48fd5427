import {
  findOwnSubmission,
  listOwnPetitions,
  type OwnPetition,
  type OwnSubmission,
} from '../../../own-record/own-submission-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { hashOfToken, isSecretToken } from '../../../platform/secret-token.ts'
import { type PortalRequest, portalId } from '../portal-route.ts'

export interface Followed {
  token: string
  tokenHash: string
  submission: OwnSubmission
  petitions: OwnPetition[]
}

/** What the secret of the address opens; NotFound for any other, and for a code that shows the state only. */
export async function followedOf(request: PortalRequest): Promise<Followed> {
  const token = request.params['token'] ?? ''
  const tokenHash = hashOfToken(token)
  const { db, authority } = request
  const submission = isSecretToken(token) ? await findOwnSubmission(db, authority.id, tokenHash) : null
  if (submission?.opens !== 'everything') throw new NotFound('submission')
  return { token, tokenHash, submission, petitions: await listOwnPetitions(db, authority.id, tokenHash) }
}

/** One of the holder's own petitions, by the number in the address; NotFound for anybody else's. */
export function ownPetition(request: PortalRequest, { petitions }: Followed): OwnPetition {
  const id = portalId(request)
  const found = petitions.find((one) => one.id === id && !one.joined)
  if (!found) throw new NotFound('petition')
  return found
}

/** An address below the page of the secret. */
export function followAddress(token: string, path = ''): string {
  return `/theo-doi/${token}${path}`
}
