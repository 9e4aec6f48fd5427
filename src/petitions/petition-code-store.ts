import type { Db } from '../platform/db/connection.ts'
import type { Visibility } from './petition-scope.ts'
import { visiblePetitions } from './visible-petitions-store.ts'

/**
 * The id of a petition a system may work on, by its code (`CH-2025-0012`); null when there is none for it. A confidential
 * one is opened by people only, who say what for.
 */
export async function findOpenPetitionIdByCode(db: Db, visibility: Visibility, code: string): Promise<number | null> {
  const row = await visiblePetitions(db, visibility)
    .where('petition.code', '=', code)
    .where('petition.confidential', '=', false)
    .select('petition.id')
    .executeTakeFirst()
  return row?.id ?? null
}
