import type { ChangeContext } from '../changes/define-change.ts'
import { findDossierOfDialogue, insertDossier } from './dossier-store.ts'

/**
 * The one dossier of a dialogue (F4), made together with it; asked again it gives the same one. Returns its id.
 * `ownerAgencyId`: the agency that keeps the archive, which follows from who presides (L5).
 */
export async function openDossier(
  context: ChangeContext,
  dialogueId: number,
  ownerAgencyId: number | null,
): Promise<number> {
  const { db, authorityId } = context
  const id = await insertDossier(db, authorityId, { dialogueId, ownerAgencyId, createdAt: context.now })
  if (id === 0) return (await findDossierOfDialogue(db, authorityId, dialogueId))!.id
  context.record({
    subjectKind: 'dossier',
    subjectId: id,
    action: 'dossier/open',
    after: { dialogueId, ownerAgencyId },
  })
  return id
}
