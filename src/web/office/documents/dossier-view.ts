import { mayMove } from '../../../dialogues/dialogue.ts'
import { type FilledEntry, hindrancesToClosing } from '../../../documents/dossier-rules.ts'
import { keptBy } from '../../../documents/paper.ts'
import type { AssembledDossier, FiledItem, FiledPaper } from '../../../procedures/assemble-dossier.ts'
import type { OfficeRequest } from '../office-route.ts'
import { DOSSIERS } from './dossier-list-page.tsx'
import { PAPERS } from './paper-view.tsx'

/** What the parts of the page of a dossier share. */
export interface DossierView {
  request: OfficeRequest
  dossier: AssembledDossier
  mayFile: boolean
}

export type Entry = FilledEntry<FiledPaper, FiledItem>

/** Why the dossier cannot be closed now, as codes. */
export function hindrancesOf(assembled: AssembledDossier): string[] {
  return hindrancesToClosing({
    state: assembled.dossier.state,
    dialogueMayClose: assembled.dialogue.state === 'closed' || mayMove(assembled.dialogue, 'closed'),
    completeness: assembled.completeness,
    openPetitions: assembled.openPetitions.length,
  })
}

/** Address of an act on an entry of the checklist. */
export function entryAddress(
  request: OfficeRequest,
  { dossier }: AssembledDossier,
  entryKey: string,
  act: string,
): string {
  return request.link(`${DOSSIERS}/${dossier.id}/muc/${entryKey}/${act}`)
}

/** Where a paper of this kind is entered for a dialogue: by the records clerk as issued, by others as a draft. */
export function draftAddress(request: OfficeRequest, dialogueId: number, kind: string): string {
  const kept = keptBy({ kind, subjectKind: 'dialogue' })
  if (kept) return request.link(`/hoi-nghi/${dialogueId}/ket-luan`)
  const issues = request.actor.may('paper:issue', { authorityId: request.authority.id, agencyIds: [] })
  return request.link(`${PAPERS}/${issues ? 'da-ban-hanh' : 'moi'}?cuoc=${dialogueId}&loai=${kind}`)
}
