import type { HandedOver } from '../agencies/succession-store.ts'
import { listDeadlines } from '../deadlines/deadline-store.ts'
import { listDialogueWork } from '../dialogues/dialogue-handover-store.ts'
import { listOpenDossiersOf } from '../documents/dossier-handover-store.ts'
import { listPetitionWork } from '../petitions/petition-handover-store.ts'
import { listPlanWork } from '../plans/plan-handover-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** Everything an agency still has to do on that day, by kind; what has to go over before it may end. */
export async function listOpenWork(db: Db, authorityId: number, agencyId: number, today: Day): Promise<HandedOver> {
  const deadlines = await listDeadlines(db, authorityId, { state: 'open', agencyId, limit: 1_000_000 })
  return {
    ...(await listPetitionWork(db, authorityId, agencyId)),
    ...(await listDialogueWork(db, authorityId, agencyId)),
    ...(await listPlanWork(db, authorityId, agencyId, today)),
    deadlines: deadlines.map((deadline) => deadline.id),
    dossiers: await listOpenDossiersOf(db, authorityId, agencyId),
  }
}

/** How many things there are to do in all; the people who do them are not counted. */
export function sizeOfWork({ memberships: _, ...work }: HandedOver): number {
  return Object.values(work).reduce((sum, ids: number[]) => sum + ids.length, 0)
}
