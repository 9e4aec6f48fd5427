import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** By stored version: how many authorities adopted it, and how many dialogues of this authority keep it. */
export async function readRegulationUse(
  db: Db,
  authorityId: number,
): Promise<Map<number, { authorities: number; dialogues: number }>> {
  const rows = await db
    .selectFrom('regulationVersion')
    .select([
      'id',
      sql<number>`(select count(distinct a.authority_id) from authority_regulation a
        where a.regulation_version_id = regulation_version.id)`.as('authorities'),
      sql<number>`(select count(*) from dialogue d where d.authority_id = ${authorityId}
        and (d.regulation_version_id = regulation_version.id))`.as('dialogues'),
    ])
    .execute()
  return new Map(rows.map(({ id, ...use }) => [id, use]))
}
