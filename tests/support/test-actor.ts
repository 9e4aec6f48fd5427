import { may } from '../../src/access/may.ts'
import type { Role } from '../../src/access/role.ts'
import type { Actor } from '../../src/changes/actor.ts'

interface TestActorOptions {
  authorityId: number
  agencyId?: number | null
  accountId?: number | null
  authoritiesBelow?: number[]
}

/** An actor of a role, judged by the real table of permissions. */
export function testActor(role: Role, options: TestActorOptions): Actor {
  const membership = {
    role,
    authorityId: options.authorityId,
    agencyId: options.agencyId ?? null,
    accountId: options.accountId ?? null,
    authoritiesBelow: options.authoritiesBelow ?? [],
  }
  return {
    accountId: membership.accountId,
    displayName: `test ${role}`,
    homeAuthorityId: membership.authorityId,
    agencyId: membership.agencyId,
    role,
    may: (permission, scope) => may(membership, permission, scope),
  }
}
