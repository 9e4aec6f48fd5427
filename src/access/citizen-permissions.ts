import type { AccessScope, Actor, Permission } from '../changes/actor.ts'

/**
 * What anybody may do at an authority's portal, without an account. Default deny: what is not here, no citizen may do.
 * Nothing here reaches a record of the office: a change that a citizen calls makes something new, or asks for the secret
 * of what that citizen made before.
 */
export const citizenPermissions = {
  /** what is published, and nothing else */
  'public:read': true,
  'petition:raise': true,
  /** with the secret of the receipt: see it, add to it, withdraw it, answer what is asked, contest it */
  'petition:follow': true,
  'petition:support': true,
  'speech:register': true,
  'dialogue:request': true,
  /** notices about what one follows: wanted, confirmed, no longer wanted */
  'notice:choose': true,
} as const

export type CitizenPermission = keyof typeof citizenPermissions

/** Whether a text names something a citizen may do. */
export function isCitizenPermission(permission: string): permission is CitizenPermission {
  return Object.hasOwn(citizenPermissions, permission)
}

/** Somebody without an account at the portal of one authority: for `performChange` of what citizens may do. */
export function citizenActor(authorityId: number): Actor {
  return {
    accountId: null,
    displayName: 'Người dân qua Cổng',
    homeAuthorityId: authorityId,
    agencyId: null,
    role: 'citizen',
    may: (permission: Permission, scope: AccessScope) =>
      isCitizenPermission(permission) && scope.authorityId === authorityId && scope.readers == null,
  }
}
