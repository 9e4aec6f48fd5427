import type { Actor } from '../changes/actor.ts'
import { type Visibility, visibilityOf } from '../petitions/petition-scope.ts'

/** How much of an authority's deadlines somebody sees: a deadline is open to whoever may see what it is about. */
export interface DeadlineViewer {
  authorityId: number
  /** false: only those of the own agency and of petitions it has a part in */
  wide: boolean
  agencyId: number | null
  accountId: number | null
  /** null: no petition at all, so none of their deadlines either */
  petitions: Visibility | null
}

/** Null when the actor may see no deadlines here. */
export function deadlineViewer(actor: Actor, authorityId: number): DeadlineViewer | null {
  if (!actor.may('deadline:read', { authorityId })) return null
  return {
    authorityId,
    wide: actor.may('deadline:read', { authorityId, agencyIds: [] }),
    agencyId: actor.agencyId,
    accountId: actor.accountId,
    petitions: visibilityOf(actor, authorityId),
  }
}
