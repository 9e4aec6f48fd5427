import { getAuthority } from '../agencies/authority-store.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { type ContestTerm, findContestTerm, type Regulation } from '../regulations/regulation.ts'
import { getRegulationVersion, overlaysOf, regulationOfAuthority } from '../regulations/regulation-store.ts'
import { findIntakeSetting } from './intake-setting-store.ts'

/**
 * Within which time an answer may be contested: what the regulation says that the petition's dialogue keeps since it was
 * opened (without a dialogue the authority's of the day), then what lies over it; the authority's own number of calendar
 * days only where all of them are silent.
 */
export async function contestTermOf(
  db: Db,
  authorityId: number,
  petition: { dialogueId: number | null; on: Day },
): Promise<ContestTerm> {
  const binding =
    petition.dialogueId === null
      ? await bindingOn(db, authorityId, petition.on)
      : await boundOfDialogue(db, authorityId, petition.dialogueId)
  const { contestDays } = await findIntakeSetting(db, authorityId)
  return findContestTerm(binding) ?? { amount: contestDays, unit: 'calendar', statedBy: null }
}

async function boundOfDialogue(db: Db, authorityId: number, dialogueId: number): Promise<Regulation[]> {
  const { regulationVersionId, overlayVersionIds } = await getDialogue(db, authorityId, dialogueId)
  const stored = await Promise.all(
    [regulationVersionId, ...overlayVersionIds].map((id) => getRegulationVersion(db, id)),
  )
  return stored.map(({ regulation }) => regulation)
}

async function bindingOn(db: Db, authorityId: number, on: Day): Promise<Regulation[]> {
  const own = await regulationOfAuthority(db, authorityId, on)
  const { kind } = await getAuthority(db, authorityId)
  const over = await overlaysOf(db, kind, on)
  return [...(own ? [own] : []), ...over].map(({ regulation }) => regulation)
}
