import type { Db } from '../platform/db/connection.ts'
import { isOpenState } from './petition.ts'
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

/**
 * Petitions taken in with the same text that may still take others in, the first one first: what is held of a flood can
 * join them. None that is confidential.
 */
export async function listOpenPetitionsOfText(db: Db, visibility: Visibility, textHash: string, limit = 10) {
  const rows = await visiblePetitions(db, visibility)
    .innerJoin('submissionReceipt', (join) =>
      join
        .onRef('submissionReceipt.authorityId', '=', 'petition.authorityId')
        .onRef('submissionReceipt.submissionId', '=', 'petition.submissionId'),
    )
    .where('submissionReceipt.textHash', '=', textHash)
    .where('petition.confidential', '=', false)
    .select(['petition.id', 'petition.code', 'petition.state'])
    .orderBy('petition.id')
    .limit(limit)
    .execute()
  return rows.filter((row) => isOpenState(row.state))
}
