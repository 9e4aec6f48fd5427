import type { Actor } from '../changes/actor.ts'
import { dayOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { may } from './may.ts'
import { findMembershipHolding } from './membership-store.ts'
import type { Role } from './role.ts'

/**
 * Somebody for whom the program does later what they asked for, under the membership they asked under. Null when it does
 * not hold any more or the account is disabled: then it is not done.
 */
export async function actorOfAccount(
  db: Db,
  asked: { accountId: number; authorityId: number; role: string; agencyId: number | null },
  now: Date,
): Promise<Actor | null> {
  const held = await findMembershipHolding(db, asked, dayOf(now))
  if (!held) return null
  const { accountId, authorityId, agencyId } = asked
  const membership = { role: asked.role as Role, authorityId, agencyId, accountId, authoritiesBelow: [] }
  return {
    ...{ accountId, displayName: held.displayName, homeAuthorityId: authorityId, agencyId, role: asked.role },
    may: (permission, scope) => may(membership, permission, scope),
  }
}
