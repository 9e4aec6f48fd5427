import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { Visibility } from './petition-scope.ts'
import type { EarlierCase } from './suggest-handling.ts'
import { visiblePetitions } from './visible-petitions-store.ts'

const MOST_CASES = 400
const MOST_OF_FIELD = 100

/**
 * Earlier cases that share words with a petition, and those of its field when it has one, of those the reader may know. Confidential ones are
 * never among them: what they say is shown only where they are opened.
 */
export async function listEarlierCases(
  db: Db,
  visibility: Visibility,
  petition: { id: number; pairs: readonly string[]; subjectArea: string | null },
): Promise<EarlierCase[]> {
  const alike =
    petition.pairs.length === 0
      ? []
      : await earlierCases(db, visibility, petition.id)
          .where(sql<boolean>`syllable_pairs(petition.content) && ${[...petition.pairs]}::text[]`)
          .limit(MOST_CASES)
          .execute()
  if (petition.subjectArea === null) return alike
  const ofField = await earlierCases(db, visibility, petition.id)
    .where('petition.subjectArea', '=', petition.subjectArea)
    .where('petition.leadAgencyId', 'is not', null)
    .limit(MOST_OF_FIELD)
    .execute()
  const known = new Set(alike.map((one) => one.id))
  return [...alike, ...ofField.filter((one) => !known.has(one.id))]
}

function earlierCases(db: Db, visibility: Visibility, beforeId: number) {
  return visiblePetitions(db, visibility)
    .select(['petition.id', 'petition.code', 'petition.content', 'petition.subjectArea'])
    .select(['petition.leadAgencyId', 'petition.petitionerId'])
    .where('petition.confidential', '=', false)
    .where('petition.state', '<>', 'withdrawn')
    .where('petition.id', '<', beforeId)
    .orderBy('petition.id', 'desc')
}
