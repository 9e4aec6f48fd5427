import type { Db } from '../platform/db/connection.ts'
import type { Visibility } from './petition-scope.ts'
import { visiblePetitions } from './visible-petitions-store.ts'

/** The id of a petition the reader may know of, by its code (`CH-2025-0012`); null when there is none for them. */
export async function findPetitionIdByCode(db: Db, visibility: Visibility, code: string): Promise<number | null> {
  const row = await visiblePetitions(db, visibility)
    .where('petition.code', '=', code)
    .select('petition.id')
    .executeTakeFirst()
  return row?.id ?? null
}
