import { getAuthority } from '../agencies/authority-store.ts'
import { findRequestByToken, findSpeechByToken } from '../dialogues/portal-register-store.ts'
import { weighRequest } from '../dialogues/request-rules.ts'
import type { Db } from '../platform/db/connection.ts'

/** A registration to speak, for who holds its secret. */
export async function findOwnSpeech(db: Db, authorityId: number, tokenHash: string) {
  const found = await findSpeechByToken(db, authorityId, tokenHash)
  if (!found) return null
  const { dialogueId, title, heldOn, startsAt, venue, state, place, content } = found
  return { dialogueId, title, heldOn, startsAt, venue, state, place, content }
}

export interface OwnRequest {
  content: string
  requesterKind: string
  state: string
  signers: number
  /** how many signatures make the dialogue a duty; null when the voters are not counted */
  needed: number | null
  decisionReason: string | null
}

/** A request for a dialogue, for who asked, or for who may sign with it: never the names under it. */
export async function findOwnRequest(
  db: Db,
  authorityId: number,
  by: 'tokenHash' | 'signTokenHash',
  hash: string,
): Promise<OwnRequest | null> {
  const found = await findRequestByToken(db, authorityId, by, hash)
  if (!found) return null
  const { content, requesterKind, state, decisionReason, signerCount, voterCount } = found
  const voters = voterCount ?? (await getAuthority(db, authorityId)).voters
  const { needed } = weighRequest(signerCount, voters)
  return { content, requesterKind, state, decisionReason, signers: signerCount ?? 1, needed }
}

/** How many signatures an authority's voters need, to be said before anybody asks; null when they are not counted. */
export async function votersNeeded(db: Db, authorityId: number): Promise<{ needed: number; voters: number } | null> {
  const { voters } = await getAuthority(db, authorityId)
  const { needed } = weighRequest(null, voters)
  return needed === null || voters === null ? null : { needed, voters }
}
