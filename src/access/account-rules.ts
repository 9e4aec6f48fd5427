import type { Actor } from '../changes/actor.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, type InputErrors } from '../platform/errors.ts'
import type { Role } from './role.ts'

/** Roles that mean nothing without an agency: what they may do is what is given to it. */
const ROLES_OF_AN_AGENCY: readonly Role[] = ['agencySpecialist', 'agencyLeader', 'collector']

function needsAgency(role: Role): boolean {
  return ROLES_OF_AN_AGENCY.includes(role)
}

/** Who may give out a role: nobody makes a system administrator who is none. */
export function mayGrant(granter: Actor, role: Role): boolean {
  return role !== 'systemAdministrator' || granter.role === 'systemAdministrator'
}

interface MembershipTerms {
  role: Role
  agencyId: number | null
  fromDay: Day
  toDay: Day | null
}

/** What is wrong with a membership to be granted, by field; null when nothing is. */
export function membershipProblems(
  granter: Actor,
  terms: MembershipTerms,
  agencyIds: readonly number[],
): InputErrors | null {
  const problems: InputErrors = {}
  if (!mayGrant(granter, terms.role)) problems['role'] = 'notInList'
  if (terms.agencyId === null && needsAgency(terms.role)) problems['agencyId'] = 'required'
  if (terms.agencyId !== null && !agencyIds.includes(terms.agencyId)) problems['agencyId'] = 'notFound'
  if (terms.toDay !== null && terms.toDay < terms.fromDay) problems['toDay'] = 'beforeStart'
  return Object.keys(problems).length > 0 ? problems : null
}

export interface ManagedAccount {
  id: number
  memberships: readonly { authorityId: number; role: string }[]
}

/**
 * An account that serves elsewhere too is managed by the system administrator alone: whoever could reset it would
 * hold its rights in the other authority. Nobody manages their own account here (it has its own page).
 */
export function requireManageable(granter: Actor, account: ManagedAccount): void {
  if (granter.accountId === account.id) throw new BrokenRule('access/own-account')
  const elsewhere = account.memberships.some(({ authorityId }) => !granter.may('account:manage', { authorityId }))
  if (elsewhere) throw new BrokenRule('access/account-serves-elsewhere')
  const system = account.memberships.some(({ role }) => role === 'systemAdministrator')
  if (system && granter.role !== 'systemAdministrator') throw new BrokenRule('access/account-serves-elsewhere')
}

/** Whether a membership holds on a day. */
export function holdsOn(membership: { fromDay: Day; toDay: Day | null; endedAt: Date | null }, day: Day): boolean {
  return membership.endedAt === null && membership.fromDay <= day && (membership.toDay ?? day) >= day
}
