import type { Actor } from '../changes/actor.ts'
import type { ActingMembership } from './acting-accounts-store.ts'
import { may } from './may.ts'

/** Somebody under one membership without a session: what goes to that person is read with those eyes. */
export function actorOfMember(member: ActingMembership): Actor {
  const { accountId, displayName, current, authoritiesBelow } = member
  const { role, authorityId, agencyId } = current
  return {
    ...{ accountId, displayName, homeAuthorityId: authorityId, agencyId, role },
    may: (permission, scope) => may({ role, authorityId, agencyId, accountId, authoritiesBelow }, permission, scope),
  }
}
