import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { Visibility } from './petition-scope.ts'
import type { EarlierCase } from './suggest-handling.ts'
import { visiblePetitions } from './visible-petitions-store.ts'

const MOST_CASES = 400

/**
 * Earlier cases that share words with a petition, the newest first, of those the reader may know. Confidential ones are
 * never among them: what they say is shown only where they are opened.
 */
export async function listEarlierCases(
  db: Db,
  visibility: Visibility,
  petition: { id: number; pairs: readonly string[] },
): Promise<EarlierCase[]> {
  if (petition.pairs.length === 0) return []
  return visiblePetitions(db, visibility)
    .select(['petition.id', 'petition.code', 'petition.content', 'petition.subjectArea'])
    .select(['petition.leadAgencyId', 'petition.petitionerId'])
    .where('petition.confidential', '=', false)
    .where('petition.state', '<>', 'withdrawn')
    .where('petition.id', '<', petition.id)
    .where(sql<boolean>`syllable_pairs(petition.content) && ${[...petition.pairs]}::text[]`)
    .orderBy('petition.id', 'desc')
    .limit(MOST_CASES)
    .execute()
}
