import { listAgencies } from '../agencies/agency-store.ts'
import type { Actor } from '../changes/actor.ts'
import { type Dialogue, eventDay } from '../dialogues/dialogue.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import { type Attachment, listAttachments, listAttachmentsOf } from '../documents/attachment-store.ts'
import {
  asksFor,
  type Completeness,
  completenessOf,
  type DossierEntry,
  type FilledEntry,
  layOutDossier,
  openPetitions,
  YEARLY_PLAN,
} from '../documents/dossier-rules.ts'
import { type Dossier, getDossier, listDossierItems, type StoredDossierItem } from '../documents/dossier-store.ts'
import type { Paper, PaperRecipient } from '../documents/paper.ts'
import { listPapers, listRecipientsOf } from '../documents/paper-store.ts'
import { findPlanOfDialogue } from '../plans/plan-store.ts'
import { type Day, dayOf, yearOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { dossierChecklistFor, type Regulation } from '../regulations/regulation.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { listPetitionStates, listRecordedFacts } from '../reports/dossier-facts-store.ts'
import { listDossierPlanPapers } from '../reports/dossier-plan-paper-store.ts'
import { mayReadPaper, paperScopes } from './paper-access.ts'

/** An issued paper with everything the dossier keeps of it. */
export interface FiledPaper extends Paper {
  hasContent: boolean
  files: Attachment[]
  recipients: PaperRecipient[]
  issuer: string | null
  /** issued after the dossier was closed: part of a supplement */
  late: boolean
  /** false: this reader may not see it */
  readable: boolean
}

export interface FiledItem extends StoredDossierItem {
  file: Attachment | null
}

export interface AssembledDossier {
  dossier: Dossier
  dialogue: Dialogue
  regulation: Regulation
  checklist: DossierEntry[]
  entries: FilledEntry<FiledPaper, FiledItem>[]
  further: FiledPaper[]
  /** issued once, void now: a closed dossier keeps them */
  voided: FiledPaper[]
  completeness: Completeness
  petitions: { id: number; code: string; state: string }[]
  openPetitions: { id: number; code: string; state: string }[]
  /** the yearly plan the checklist asks for, issued or not; null where it asks for none or there is none */
  plan: { id: number } | null
  /** files that belong to the dossier itself: sheets made when it was closed */
  ownFiles: Attachment[]
}

/**
 * Everything a dossier holds now, under the entries of its regulation, for one reader: papers that he may not read
 * stay counted, without title and files. `reader` null: the program itself, which sees all.
 */
export async function assembleDossier(
  db: Db,
  authorityId: number,
  dossierId: number,
  reader: Actor | null,
): Promise<AssembledDossier> {
  const dossier = await getDossier(db, authorityId, dossierId)
  const dialogue = await getDialogue(db, authorityId, dossier.dialogueId)
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  const checklist = dossierChecklistFor(regulation, dialogue.kind)
  const papers = await filedPapers(db, authorityId, { dossier, checklist, reader })
  const ownFiles = await listAttachments(db, authorityId, 'dossier', dossier.id)
  const items = (await listDossierItems(db, authorityId, dossier.id)).map((item) => ({
    ...item,
    file: ownFiles.find((file) => file.id === item.attachmentId) ?? null,
  }))
  const recorded = await listRecordedFacts(db, authorityId, dialogue.id)
  const { entries, further } = layOutDossier(checklist, papers, items, recorded)
  const petitions = await listPetitionStates(db, authorityId, dialogue.id)
  return {
    dossier,
    dialogue,
    regulation,
    checklist,
    entries,
    further,
    voided: papers.filter((paper) => paper.state === 'void'),
    completeness: completenessOf(entries),
    petitions,
    openPetitions: openPetitions(petitions),
    plan: asksFor(checklist, YEARLY_PLAN)
      ? await findPlanOfDialogue(db, authorityId, {
          planId: dialogue.planId,
          year: yearOf(dayOfDialogue(dialogue, dossier)),
        })
      : null,
    ownFiles,
  }
}

function dayOfDialogue(dialogue: Dialogue, dossier: Dossier): Day {
  return eventDay(dialogue) ?? dayOf(dossier.createdAt)
}

/** The papers of the dialogue, with the yearly plan where the checklist asks for it. */
async function papersOf(db: Db, authorityId: number, dialogueId: number, checklist: readonly DossierEntry[]) {
  const own = await listPapers(db, authorityId, { dialogueId, states: ['issued', 'void'] })
  const plans = asksFor(checklist, YEARLY_PLAN) ? await listDossierPlanPapers(db, authorityId, [dialogueId]) : []
  if (plans.length === 0) return own
  const ids = plans.map(({ paperId }) => paperId)
  return [...(await listPapers(db, authorityId, { ids, states: ['issued', 'void'] })), ...own]
}

async function filedPapers(
  db: Db,
  authorityId: number,
  { dossier, checklist, reader }: { dossier: Dossier; checklist: readonly DossierEntry[]; reader: Actor | null },
): Promise<FiledPaper[]> {
  const papers = await papersOf(db, authorityId, dossier.dialogueId, checklist)
  return filePapers(db, authorityId, papers, { closedAt: dossier.closedAt, reader })
}

/** Papers with their files and addressees, as a dossier shows them to one reader. `closedAt` null: it is open. */
export async function filePapers(
  db: Db,
  authorityId: number,
  papers: readonly Paper[],
  { closedAt, reader }: { closedAt: Date | null; reader: Actor | null },
): Promise<FiledPaper[]> {
  const ids = papers.map((paper) => paper.id)
  const files = await listAttachmentsOf(db, authorityId, 'paper', ids)
  const recipients = await listRecipientsOf(db, authorityId, ids)
  const agencies = new Map((await listAgencies(db, authorityId)).map((agency) => [agency.id, agency.name]))
  const filed: FiledPaper[] = []
  for (const paper of papers) {
    const own = files.filter((file) => file.subjectId === paper.id && file.withdrawnAt === null)
    const scopes = reader && (await paperScopes(db, authorityId, paper))
    filed.push({
      ...paper,
      files: own,
      recipients: recipients.filter((recipient) => recipient.paperId === paper.id),
      issuer: (paper.issuerAgencyId !== null && agencies.get(paper.issuerAgencyId)) || null,
      hasContent: own.length > 0 || paper.body !== '' || paper.erasedAt !== null,
      late: closedAt !== null && paper.issuedAt !== null && paper.issuedAt > closedAt,
      readable: reader === null || (scopes ? mayReadPaper(reader, paper, scopes) : false),
    })
  }
  return filed
}

/** The checklist of a dossier, for the changes that file something into it. */
export async function checklistOfDossier(db: Db, authorityId: number, dossierId: number): Promise<DossierEntry[]> {
  const dossier = await getDossier(db, authorityId, dossierId)
  const dialogue = await getDialogue(db, authorityId, dossier.dialogueId)
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  return dossierChecklistFor(regulation, dialogue.kind)
}
