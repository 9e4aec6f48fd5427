import { mayMove } from '../../../dialogues/dialogue.ts'
import { type FilledEntry, hindrancesToClosing, YEARLY_PLAN } from '../../../documents/dossier-rules.ts'
import { keptBy } from '../../../documents/paper.ts'
import { offeredPapers } from '../../../papers/offered-papers.ts'
import type { AssembledDossier, FiledItem, FiledPaper } from '../../../procedures/assemble-dossier.ts'
import { dossierWords } from '../../words/dossier-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { DOSSIERS } from './dossier-list-page.tsx'
import { PAPERS } from './paper-view.tsx'

/** What the parts of the page of a dossier share. */
export interface DossierView {
  request: OfficeRequest
  dossier: AssembledDossier
  mayFile: boolean
  /** kinds whose paper can be drawn from the data of the dialogue by this reader */
  drawable: ReadonlySet<string>
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

/** The way to a paper of this kind: its own page where it has one, else the form, as issued for the records clerk. */
export function paperAction(request: OfficeRequest, assembled: AssembledDossier, kind: string) {
  const words = dossierWords[request.lang]
  if (kind === YEARLY_PLAN) return planAction(request, assembled)
  const { id } = assembled.dialogue
  const kept = keptBy({ kind, subjectKind: 'dialogue' })
  if (kept) return { label: words.draftPaper, href: request.link(`/hoi-nghi/${id}/ket-luan`) }
  const issues = request.actor.may('paper:issue', { authorityId: request.authority.id, agencyIds: [] })
  const form = issues ? 'da-ban-hanh' : 'moi'
  return { label: words.draftPaper, href: request.link(`${PAPERS}/${form}?cuoc=${id}&loai=${kind}`) }
}

/** The way to a paper drawn from what was entered; null for a kind that cannot be drawn by this reader. */
export function drawAction({ request, dossier, drawable }: DossierView, kind: string | undefined) {
  if (kind === undefined || !drawable.has(kind)) return null
  const href = request.link(`${PAPERS}/soan?cuoc=${dossier.dialogue.id}&loai=${kind}`)
  return { label: sheetWords[request.lang].draw, href }
}

/** Those kinds: none for who may not draft, and not the papers that an act of their own leads. */
export async function drawableKinds(request: OfficeRequest, dialogueId: number): Promise<ReadonlySet<string>> {
  const { db, authority, actor } = request
  if (!actor.may('paper:draft', { authorityId: authority.id, agencyIds: [] })) return new Set()
  const offered = await offeredPapers(db, authority.id, 'dialogue', dialogueId)
  const free = offered.filter(({ kind }) => kind !== YEARLY_PLAN && keptBy({ kind, subjectKind: 'dialogue' }) === null)
  return new Set(free.map(({ kind }) => kind))
}

/** A year has one plan: the one there is, else the plans, where it is drawn up. */
function planAction(request: OfficeRequest, { plan }: AssembledDossier) {
  const words = dossierWords[request.lang]
  return plan
    ? { label: words.seePlan, href: request.link(`/ke-hoach/${plan.id}`) }
    : { label: words.toPlans, href: request.link('/ke-hoach') }
}
