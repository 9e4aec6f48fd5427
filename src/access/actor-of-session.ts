import type { AccessScope, Actor, Permission } from '../changes/actor.ts'
import { type Membership, may } from './may.ts'
import type { Session } from './session.ts'

/** The installation itself: where accounts belong, as they may serve several authorities. */
export const INSTALLATION = 0

/** Who acts in a request: the session's account under its current membership. Null until a membership is chosen. */
export function actorOfSession(session: Session): Actor | null {
  const current = session.current
  if (current === null) return null
  const membership: Membership = {
    role: current.role,
    authorityId: current.authorityId,
    agencyId: current.agencyId,
    accountId: session.accountId,
    authoritiesBelow: session.authoritiesBelow,
  }
  return {
    accountId: session.accountId,
    displayName: session.displayName,
    homeAuthorityId: current.authorityId,
    agencyId: current.agencyId,
    role: current.role,
    may: (permission, scope) => may(membership, permission, scope),
  }
}

/** Somebody at their own account, whatever they may do elsewhere: `account:own` and nothing more. */
export function ownerOfSession(session: Pick<Session, 'accountId' | 'displayName'>): Actor {
  return narrowActor('account:own', session.accountId, session.displayName)
}

/** The first visitor of an empty installation: may set it up and nothing more. */
export function firstVisitor(): Actor {
  return narrowActor('authority:set-up', null, 'Thiết lập lần đầu')
}

function narrowActor(only: Permission, accountId: number | null, displayName: string): Actor {
  return {
    accountId,
    displayName,
    homeAuthorityId: INSTALLATION,
    agencyId: null,
    role: 'owner',
    may: (permission: Permission, scope: AccessScope) => permission === only && scope.authorityId === INSTALLATION,
  }
}
