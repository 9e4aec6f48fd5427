import type { AccessScope, Actor } from '../changes/actor.ts'

/** What access to a petition depends on. */
export interface ScopeFacts {
  authorityId: number
  leadAgencyId: number | null
  supportingAgencyIds: readonly number[]
  forwardedByAgencyId: number | null
  confidential: boolean
  readers: readonly number[]
  accusedAgencyId: number | null
  accusedAccountId: number | null
}

/** The same petition as asked by those who read, those it is given to, its lead agency, its supporting agencies. */
export interface PetitionScopes {
  reading: AccessScope
  given: AccessScope
  lead: AccessScope
  supporting: AccessScope
}

/** The scopes of one petition. Whoever may not read it gets 404 for every act. */
export function petitionScopes(facts: ScopeFacts): PetitionScopes {
  const lead = facts.leadAgencyId === null ? [] : [facts.leadAgencyId]
  const forwarded = facts.forwardedByAgencyId === null ? [] : [facts.forwardedByAgencyId]
  const scope = (agencyIds: readonly number[]): AccessScope => ({
    authorityId: facts.authorityId,
    agencyIds,
    readers: facts.confidential ? facts.readers : null,
    accusedAgencyId: facts.accusedAgencyId,
    accusedAccountId: facts.accusedAccountId,
    seenBy: 'petition:read',
  })
  const given = [...lead, ...facts.supportingAgencyIds]
  return {
    reading: scope([...given, ...forwarded]),
    given: scope(given),
    lead: scope(lead),
    supporting: scope(facts.supportingAgencyIds),
  }
}

/** How much of an authority's petitions somebody sees in lists, searches and counts. */
export interface Visibility {
  authorityId: number
  /** false: only what is given to, or was forwarded by, the own agency */
  wide: boolean
  agencyId: number | null
  accountId: number | null
}

/** Null when the actor may see no petitions here at all. */
export function visibilityOf(actor: Actor, authorityId: number): Visibility | null {
  if (!actor.may('petition:read', { authorityId })) return null
  const wide = actor.may('petition:read', { authorityId, agencyIds: [] })
  return { authorityId, wide, agencyId: actor.agencyId, accountId: actor.accountId }
}
