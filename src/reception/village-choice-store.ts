import type { Db } from '../platform/db/connection.ts'

export interface VillageChoice {
  id: number
  name: string
}

/** Villages and residential groups of an authority, by name: what anybody may choose from. */
export async function listVillageChoices(db: Db, authorityId: number): Promise<VillageChoice[]> {
  return db
    .selectFrom('agency')
    .select(['id', 'name'])
    .where('authorityId', '=', authorityId)
    .where('level', '=', 'village')
    .where('toDay', 'is', null)
    .orderBy('name')
    .limit(200)
    .execute()
}
