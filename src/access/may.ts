import type { AccessScope, Permission } from '../changes/actor.ts'
import { permissionTable, type Reach } from './permission-table.ts'
import type { Role } from './role.ts'

/** One membership as the rule needs it. */
export interface Membership {
  role: Role
  authorityId: number
  agencyId: number | null
  accountId: number | null
  /** ids of the authorities under this one, for the superior */
  authoritiesBelow: readonly number[]
}

/**
 * The rule over the table. Who is accused by a petition, in person or through the agency, neither sees nor handles it;
 * a confidential thing is open only to its need-to-know list.
 */
export function may(membership: Membership, permission: Permission, scope: AccessScope): boolean {
  const row = permissionTable[permission as keyof typeof permissionTable] as Partial<Record<Role, Reach>> | undefined
  const reach = row?.[membership.role]
  if (reach === undefined || !reaches(reach, membership, scope)) return false
  if (scope.accusedAccountId != null && scope.accusedAccountId === membership.accountId) return false
  if (scope.accusedAgencyId != null && scope.accusedAgencyId === membership.agencyId) return false
  if (scope.readers != null && (membership.accountId === null || !scope.readers.includes(membership.accountId)))
    return false
  return true
}

function reaches(reach: Reach, membership: Membership, scope: AccessScope): boolean {
  switch (reach) {
    case 'installation':
      return true
    case 'below':
      return scope.authorityId === membership.authorityId || membership.authoritiesBelow.includes(scope.authorityId)
    case 'authority':
      return scope.authorityId === membership.authorityId
    case 'agency':
      if (scope.authorityId !== membership.authorityId || membership.agencyId === null) return false
      return scope.agencyIds === undefined || scope.agencyIds.includes(membership.agencyId)
  }
}
