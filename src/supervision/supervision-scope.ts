import type { AccessScope } from '../changes/actor.ts'
import { findDialogue } from '../dialogues/dialogue-store.ts'
import { findReadingScope } from '../petitions/petition-store.ts'
import type { Db } from '../platform/db/connection.ts'
import type { ActAbout } from './supervision-forms.ts'
import { findAct } from './supervision-store.ts'

/**
 * What the permission of an overseer's act is asked about: an act about a petition is open to nobody who may not know
 * of the petition (confidential, or accused by it). Null when there is no such subject.
 */
export async function aboutScope(
  db: Db,
  authorityId: number,
  about: Pick<ActAbout, 'dialogueId' | 'petitionId'>,
): Promise<AccessScope | null> {
  if (about.petitionId !== null) return findReadingScope(db, authorityId, about.petitionId)
  if (about.dialogueId !== null && !(await findDialogue(db, authorityId, about.dialogueId))) return null
  return { authorityId }
}

/** As `aboutScope` for a stored act, whose answer is the asked agency's. */
export async function actScope(db: Db, authorityId: number, input: { id: number }): Promise<AccessScope | null> {
  const act = await findAct(db, authorityId, input.id)
  const scope = act && (await aboutScope(db, authorityId, act))
  if (!act || !scope) return null
  const agencyIds = [act.byAgencyId, ...(act.toAgencyId === null ? [] : [act.toAgencyId])]
  return { ...scope, agencyIds, seenBy: 'supervision:read' }
}

/** The scope of answering: only the agency that was asked, or the lead office for one without an account. */
export async function answerScope(db: Db, authorityId: number, input: { id: number }): Promise<AccessScope | null> {
  const act = await findAct(db, authorityId, input.id)
  const scope = act && (await aboutScope(db, authorityId, act))
  if (!act || !scope) return null
  return { ...scope, agencyIds: act.toAgencyId === null ? [] : [act.toAgencyId], seenBy: 'supervision:read' }
}
