import type { DossierChecklistEntry } from '../regulations/regulation.ts'

/** One entry of the checklist in the regulation. */
export type DossierEntry = DossierChecklistEntry

/** An issued paper of the dialogue. */
export interface DossierPaper {
  id: number
  kind: string
  state: string
  /** has a file or a text: a number alone fills no entry */
  hasContent: boolean
  issuedAt: Date | null
}

/** Something put into the dossier by hand. */
export interface DossierItem {
  id: number
  entryKey: string
  paperId: number | null
  attachmentId: number | null
  statedNone: boolean
  note: string | null
  supplementOn: string | null
  withdrawnAt: Date | null
}

/** `recorded`: no paper, but the program knows that it happened, so “không có” cannot be said. */
export type EntryState = 'filled' | 'statedNone' | 'missing' | 'recorded' | 'notStated'

/** What was recorded in the program without a paper of its own, by the kind of paper that would show it. */
export interface RecordedKind {
  kind: string
  count: number
}

export interface FilledEntry<P extends DossierPaper, I extends DossierItem> {
  entry: DossierEntry
  state: EntryState
  papers: P[]
  items: I[]
  /** what is known to have happened that this entry asks for */
  recorded: RecordedKind[]
  /** papers counted here that are only a number yet */
  withoutContent: P[]
}

/** Key of the place for papers that no entry of the checklist asks for. */
export const FURTHER_PAPERS = 'furtherPapers'

/**
 * The entry in which an issued paper lands by itself: the first that names its kind; an “other papers” entry takes
 * only what no entry names.
 */
function entryForKind(checklist: readonly DossierEntry[], kind: string): DossierEntry | null {
  const named = checklist.find((entry) => (entry.satisfiedBy as readonly string[]).includes(kind))
  return named ?? checklist.findLast((entry) => entry.satisfiedBy.includes('other')) ?? null
}

/** Kind of the yearly plan, which many dialogues share; it enters only dossiers whose checklist asks for it. */
export const YEARLY_PLAN = 'annualPlan'

/** Whether an entry of the checklist asks for papers of this kind. */
export function asksFor(checklist: readonly DossierEntry[], kind: string): boolean {
  return checklist.some((entry) => (entry.satisfiedBy as readonly string[]).includes(kind))
}

/** Lays papers and items out under the entries; `further` are papers for which the checklist has no place. */
export function layOutDossier<P extends DossierPaper, I extends DossierItem>(
  checklist: readonly DossierEntry[],
  papers: readonly P[],
  items: readonly I[],
  recorded: readonly RecordedKind[] = [],
): { entries: FilledEntry<P, I>[]; further: P[] } {
  const live = items.filter((item) => item.withdrawnAt === null)
  const placed = new Map(live.filter((item) => item.paperId !== null).map((item) => [item.paperId, item.entryKey]))
  const issued = papers.filter((paper) => paper.state === 'issued')
  const keys = new Set(checklist.map((entry) => entry.key))
  const keyOf = (paper: P) => {
    const byHand = placed.get(paper.id)
    if (byHand !== undefined && keys.has(byHand)) return byHand
    return entryForKind(checklist, paper.kind)?.key ?? FURTHER_PAPERS
  }
  const entries = checklist.map((entry) => {
    const here = issued.filter((paper) => keyOf(paper) === entry.key)
    const itemsHere = live.filter((item) => item.entryKey === entry.key)
    const recordedHere = recorded.filter(({ kind }) => entryForKind(checklist, kind)?.key === entry.key)
    return {
      entry,
      papers: here,
      items: itemsHere,
      withoutContent: here.filter((paper) => !paper.hasContent),
      recorded: recordedHere,
      state: stateOf(entry, here, itemsHere, recordedHere),
    }
  })
  return { entries, further: issued.filter((paper) => keyOf(paper) === FURTHER_PAPERS) }
}

function stateOf(
  entry: DossierEntry,
  papers: readonly DossierPaper[],
  items: readonly DossierItem[],
  recorded: readonly RecordedKind[],
): EntryState {
  if (papers.some((paper) => paper.hasContent) || items.some((item) => item.attachmentId !== null)) return 'filled'
  if (entry.need === 'mandatory') return 'missing'
  if (recorded.length > 0) return 'recorded'
  return items.some((item) => item.statedNone) ? 'statedNone' : 'notStated'
}

export interface Completeness {
  mandatory: number
  mandatoryFilled: number
  /** “if any” entries that are neither filled nor stated to have nothing, and of which nothing is recorded either */
  notStated: string[]
  missing: string[]
  complete: boolean
}

/** How complete the dossier is by its checklist alone. */
export function completenessOf(entries: readonly FilledEntry<DossierPaper, DossierItem>[]): Completeness {
  const mandatory = entries.filter(({ entry }) => entry.need === 'mandatory')
  const missing = mandatory.filter(({ state }) => state === 'missing').map(({ entry }) => entry.key)
  return {
    mandatory: mandatory.length,
    mandatoryFilled: mandatory.length - missing.length,
    missing,
    notStated: entries.filter(({ state }) => state === 'notStated').map(({ entry }) => entry.key),
    complete: missing.length === 0,
  }
}

/** States in which nothing more is owed to the petitioner before the dossier closes. */
const ENDED_PETITIONS: ReadonlySet<string> = new Set([
  'answered',
  'transferred',
  'escalated',
  'handedOver',
  'merged',
  'withdrawn',
])

/** Petitions that keep the dossier open. */
export function openPetitions<P extends { state: string }>(petitions: readonly P[]): P[] {
  return petitions.filter((petition) => !ENDED_PETITIONS.has(petition.state))
}

export interface ClosingFacts {
  state: string
  /** the conference is over and concluded, as far as its kind asks for that */
  dialogueMayClose: boolean
  completeness: Completeness
  openPetitions: number
}

/** Why a dossier cannot be closed now, as codes of broken rules; empty when it can. */
export function hindrancesToClosing(facts: ClosingFacts): string[] {
  const codes: string[] = []
  if (facts.state === 'closed') codes.push('dossier/closed')
  if (!facts.dialogueMayClose) codes.push('dossier/dialogue-not-concluded')
  if (!facts.completeness.complete) codes.push('dossier/entries-missing')
  if (facts.openPetitions > 0) codes.push('dossier/petitions-open')
  return codes
}
