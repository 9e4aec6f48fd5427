import { listAgencies } from '../agencies/agency-store.ts'
import type { AccessScope } from '../changes/actor.ts'
import type { Db } from '../platform/db/connection.ts'

const POLICE_ROLES: readonly (string | null)[] = ['police', 'communePolice']

/** Who may enter a tally: the lead office and secretary, and of the agencies the police, whose forum it is (002 II.3.6). */
export async function tallyScope(db: Db, authorityId: number): Promise<AccessScope> {
  const agencies = await listAgencies(db, authorityId)
  const police = agencies.filter((agency) => POLICE_ROLES.includes(agency.roleKey))
  return { authorityId, agencyIds: police.map((agency) => agency.id), seenBy: 'dialogue:read' }
}
