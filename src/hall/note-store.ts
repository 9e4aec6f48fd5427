import type { Insertable } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'

export async function insertNote(db: Db, values: Insertable<DB['hallNote']>): Promise<number> {
  const row = await db.insertInto('hallNote').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Notes to the chair, the newest first; of one agency only when it is named. */
export async function listNotes(db: Db, authorityId: number, dialogueId: number, agencyId: number | null = null) {
  let query = db
    .selectFrom('hallNote')
    .innerJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'hallNote.authorityId').onRef('agency.id', '=', 'hallNote.agencyId'),
    )
    .selectAll('hallNote')
    .select('agency.shortName as agencyName')
    .where('hallNote.authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
  if (agencyId !== null) query = query.where('hallNote.agencyId', '=', agencyId)
  return query.orderBy('hallNote.id', 'desc').limit(200).execute()
}
