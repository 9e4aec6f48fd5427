import type { ChangeContext } from '../changes/define-change.ts'
import { NotFound } from '../platform/errors.ts'
import { findFollowedPetition } from './followed-petition-store.ts'
import type { Petition } from './petition.ts'

/**
 * The petition somebody may act on as its petitioner, by the secret of the receipt; NotFound for any other, and for
 * the short code, which shows the state and opens nothing.
 */
export async function getFollowedPetition(
  context: ChangeContext,
  { tokenHash, petitionId }: { tokenHash: string; petitionId: number },
): Promise<Petition> {
  const found = await findFollowedPetition(context.db, context.authorityId, tokenHash, petitionId)
  if (!found) throw new NotFound('petition')
  return found
}
