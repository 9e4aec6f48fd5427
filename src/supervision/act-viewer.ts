import type { Actor } from '../changes/actor.ts'
import { type Visibility, visibilityOf } from '../petitions/petition-scope.ts'

/** Whose acts and overdue duties somebody sees; null: none. */
export interface ActViewer {
  authorityId: number
  agencyId: number | null
  /** false: only acts of or to the own agency */
  wide: boolean
  /** petitions that must not show, neither themselves nor what is about them */
  petitions: Visibility
}

export function actViewer(actor: Actor, authorityId: number): ActViewer | null {
  if (!actor.may('supervision:read', { authorityId })) return null
  const petitions = visibilityOf(actor, authorityId)
  if (!petitions) return null
  const wide = actor.may('supervision:read', { authorityId, agencyIds: [] })
  // an act addressed to an agency is its own to read, whoever has the petition; only what is hidden stays hidden
  return { authorityId, agencyId: actor.agencyId, wide, petitions: { ...petitions, wide: true } }
}
