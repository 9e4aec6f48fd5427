import type { Role } from './role.ts'

/** Nobody who left the desk at noon is still signed in tomorrow. */
export const SESSION_IDLE_MS = 12 * 3_600_000
export const SESSION_LONGEST_MS = 7 * 24 * 3_600_000
/** `last_seen_at` is written at most this often. */
export const SESSION_TOUCH_MS = 60_000

/** One membership of the session's account that holds today. */
export interface SessionMembership {
  id: number
  role: Role
  authorityId: number
  slug: string
  authorityName: string
  authorityShortName: string
  authorityKind: string
  placeName: string
  demo: boolean
  totpRequired: boolean
  agencyId: number | null
  agencyName: string | null
  agencyShortName: string | null
}

/** A session that holds: not ended, not idle too long, the account not disabled. */
export interface Session {
  id: number
  accountId: number
  login: string
  displayName: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  secondFactorAt: Date | null
  totpConfirmedAt: Date | null
  mustChangePassword: boolean
  memberships: readonly SessionMembership[]
  /** the one acted under; null until chosen */
  current: SessionMembership | null
  /** authorities under the current one, for the superior; empty for others */
  authoritiesBelow: readonly number[]
}

/** What a session still lacks before its holder can work; `ready` lacks nothing. */
export type SessionStage = 'secondFactor' | 'newPassword' | 'enrolSecondFactor' | 'membership' | 'ready'

/** Which page comes next after a sign-in; until `ready` no page of the office is served. */
export function stageOf(session: Session): SessionStage {
  if (session.totpConfirmedAt !== null && session.secondFactorAt === null) return 'secondFactor'
  if (session.mustChangePassword) return 'newPassword'
  if (session.totpConfirmedAt === null && session.memberships.some(needsSecondFactor)) return 'enrolSecondFactor'
  return session.current === null ? 'membership' : 'ready'
}

/** Village heads and collectors of outside bodies are no staff: the authority's second factor does not bind them. */
function needsSecondFactor(membership: Pick<SessionMembership, 'role' | 'totpRequired'>): boolean {
  return membership.totpRequired && membership.role !== 'collector'
}
