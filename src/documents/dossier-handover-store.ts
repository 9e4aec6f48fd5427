import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** Dossiers that an agency keeps and that are not closed. */
export async function listOpenDossiersOf(db: Db, authorityId: number, agencyId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('dossier')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('ownerAgencyId', '=', agencyId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function handOverDossiers(db: Db, authorityId: number, ids: readonly number[], to: number): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('dossier')
    .set({ ownerAgencyId: to, version: sql<number>`version + 1` })
    .where('authorityId', '=', authorityId)
    .where('id', 'in', [...ids])
    .execute()
}
