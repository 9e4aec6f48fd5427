import { getAuthority } from '../agencies/authority-store.ts'
import { findHead } from '../changes/change-log-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { closeDialogue } from '../dialogues/close-dialogue.ts'
import { mayMove } from '../dialogues/dialogue.ts'
import { type Attachment, attachUpload, listAttachments } from '../documents/attachment-store.ts'
import { closeDossierInput } from '../documents/dossier-forms.ts'
import { type DossierManifest, type ManifestDocument, manifestHash } from '../documents/dossier-manifest.ts'
import { FURTHER_PAPERS, hindrancesToClosing } from '../documents/dossier-rules.ts'
import { closeDossierRow, lockDossier } from '../documents/dossier-store.ts'
import { keepPlanPaper, stateNone } from '../documents/file-dossier-item.ts'
import { paperSheet, printLabel, sheetLabel } from '../documents/paper-sheet.ts'
import { findPaperSheet } from '../documents/paper-sheet-store.ts'
import { writePdf } from '../papers/write-paper.ts'
import { BrokenRule, StaleEdit } from '../platform/errors.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { type AssembledDossier, assembleDossier, type FiledItem, type FiledPaper } from './assemble-dossier.ts'
import { dossierScope } from './dossier-changes.ts'
import { textOf, wordFileOf } from './paper-text.ts'

/**
 * Closes a dossier: every mandatory entry is there and each petition is answered, transferred, escalated, handed over,
 * merged or withdrawn. “If any” entries left open are stated to have nothing, unless the program knows better (a transfer
 * without a slip): those are named as recorded. From then on its content is the manifest: later papers go into a dated
 * supplement. `files` keeps the sheets that are written for the papers.
 */
export function closeDossierChange(files: FileStore) {
  return defineChange({
    name: 'dossier/close',
    permission: 'dossier:close',
    input: closeDossierInput,
    scope: dossierScope,
    run: (context, input) => closeDossier(context, files, { dossierId: input.id, version: input.version }),
  })
}

/** The closing itself, for other procedures. Returns the SHA-256 of the manifest. */
async function closeDossier(
  context: ChangeContext,
  files: FileStore,
  closing: { dossierId: number; version?: number },
): Promise<{ manifestSha256: string }> {
  const { db, authorityId } = context
  const dossier = await lockDossier(db, authorityId, closing.dossierId)
  if (closing.version !== undefined && dossier.state === 'open' && dossier.version !== closing.version) {
    throw new StaleEdit('dossier', { id: dossier.id, version: dossier.version })
  }
  const before = await assembleDossier(db, authorityId, dossier.id, null)
  const [hindrance] = hindrancesToClosing({
    state: dossier.state,
    dialogueMayClose: before.dialogue.state === 'closed' || mayMove(before.dialogue, 'closed'),
    completeness: before.completeness,
    openPetitions: before.openPetitions.length,
  })
  if (hindrance) throw new BrokenRule(hindrance, hindranceParams(before))
  for (const entryKey of before.completeness.notStated) {
    await stateNone(context, before.checklist, { dossierId: dossier.id, entryKey })
  }
  await keepPlanPapers(context, before)
  await writeSheets(context, files, before)
  const assembled = await assembleDossier(db, authorityId, dossier.id, null)
  const manifest = await writeManifest(context, assembled)
  const manifestSha256 = manifestHash(manifest)
  await closeDossierRow(db, authorityId, dossier, {
    closedAt: context.now,
    closedBy: context.actor.accountId,
    manifest,
    manifestSha256,
  })
  context.record({
    subjectKind: 'dossier',
    subjectId: dossier.id,
    action: 'dossier/close',
    before: { state: 'open' },
    after: { state: 'closed', manifestSha256 },
  })
  if (before.dialogue.state !== 'closed') await closeDialogue(context, before.dialogue.id)
  return { manifestSha256 }
}

function hindranceParams(dossier: AssembledDossier): Record<string, string | number> {
  const missing = dossier.entries.filter(({ state }) => state === 'missing').map(({ entry }) => entry.label)
  return { entries: missing.join('; '), petitions: dossier.openPetitions.length }
}

async function keepPlanPapers(context: ChangeContext, { dossier, entries }: AssembledDossier): Promise<void> {
  for (const { entry, papers } of entries) {
    for (const paper of papers.filter((one) => one.subjectKind === 'plan')) {
      await keepPlanPaper(context, { dossierId: dossier.id, entryKey: entry.key, paperId: paper.id })
    }
  }
}

async function writeSheets(context: ChangeContext, files: FileStore, dossier: AssembledDossier): Promise<void> {
  const papers = [...dossier.entries.flatMap((entry) => entry.papers), ...dossier.further]
  for (const paper of papers) {
    const kept = await files.put(Buffer.from(paperSheet(paper, paper.issuer, paper.recipients)))
    await attachUpload(context, {
      subjectKind: 'dossier',
      subjectId: dossier.dossier.id,
      upload: { ...kept, name: 'Phiếu văn bản.txt', mediaType: 'text/plain' },
      label: sheetLabel(paper.id),
    })
    await writePrint(context, files, dossier.dossier.id, paper)
  }
}

/** A paper made from data lies in the dossier as it was issued; one whose text was edited in Word has its file already. */
async function writePrint(context: ChangeContext, files: FileStore, dossierId: number, paper: FiledPaper) {
  const { db, authorityId } = context
  const stored = await findPaperSheet(db, authorityId, paper.id)
  if (!stored || stored.sealedAt === null || (await wordFileOf(db, authorityId, stored))) return
  const { sheet, layout } = await textOf(stored, context.today)
  const kept = await files.put(await writePdf(sheet, layout))
  const upload = { ...kept, name: 'Văn bản.pdf', mediaType: 'application/pdf' }
  await attachUpload(context, { subjectKind: 'dossier', subjectId: dossierId, upload, label: printLabel(paper.id) })
}

async function writeManifest(context: ChangeContext, assembled: AssembledDossier): Promise<DossierManifest> {
  const { db, authorityId } = context
  const { dossier, dialogue, regulation } = assembled
  const authority = await getAuthority(db, authorityId)
  const sheets = await listAttachments(db, authorityId, 'dossier', dossier.id)
  const entries = assembled.entries.map(({ entry, state, papers, items }) => ({
    key: entry.key,
    stage: entry.stage,
    label: entry.label,
    clause: entry.clause,
    need: entry.need,
    state,
    documents: [...papers.map((paper) => paperRecord(paper, sheets)), ...items.flatMap(itemRecord)],
  }))
  const further = {
    key: FURTHER_PAPERS,
    stage: 'further' as const,
    label: 'Văn bản khác của cuộc đối thoại',
    clause: '',
    need: 'ifAny' as const,
    state: assembled.further.length > 0 ? ('filled' as const) : ('statedNone' as const),
    documents: assembled.further.map((paper) => paperRecord(paper, sheets)),
  }
  return {
    format: 'doi-thoai-ho-so/1',
    authority: authority.name,
    dossierId: dossier.id,
    dialogueId: dialogue.id,
    dialogueKind: dialogue.kind,
    heldOn: dialogue.heldOn,
    regulation: { id: regulation.id, version: regulation.version, number: regulation.number },
    closedOn: context.today,
    log: await findHead(db, authorityId),
    entries: assembled.further.length > 0 ? [...entries, further] : entries,
    petitions: assembled.petitions.map(({ code, state }) => ({ code, state })),
  }
}

function paperRecord(paper: FiledPaper, sheets: readonly Attachment[]): ManifestDocument {
  const sheet = sheets.findLast((file) => file.label === sheetLabel(paper.id))
  const print = sheets.findLast((file) => file.label === printLabel(paper.id))
  return {
    paperId: paper.id,
    itemId: null,
    kind: paper.kind,
    number: paper.number,
    datedOn: paper.datedOn,
    files: [...(sheet ? [sheet] : []), ...(print ? [print] : []), ...paper.files].map(fileRecord),
  }
}

function itemRecord(item: FiledItem): ManifestDocument[] {
  if (!item.file) return []
  return [{ paperId: null, itemId: item.id, kind: null, number: null, datedOn: null, files: [fileRecord(item.file)] }]
}

function fileRecord(file: Attachment) {
  return { attachmentId: file.id, sha256: file.sha256, size: file.size, mediaType: file.mediaType }
}
