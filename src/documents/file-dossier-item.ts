import type { ChangeContext } from '../changes/define-change.ts'
import { BrokenRule, InputRejected, NotFound } from '../platform/errors.ts'
import { attachUpload, type UploadFacts } from './attachment-store.ts'
import type { DossierEntry } from './dossier-rules.ts'
import { insertDossierItem, listDossierItems, lockDossier, withdrawItemRow } from './dossier-store.ts'
import { findPaper } from './paper-store.ts'

interface Filing {
  dossierId: number
  entryKey: string
  /** what the file is: a title for the index */
  note: string
  upload: UploadFacts
}

/**
 * Puts a file into an entry of the checklist. Into a closed dossier it goes as a supplement with today's date; what
 * was closed stays untouched. Returns the id of the item.
 */
export async function fileDossierItem(
  context: ChangeContext,
  checklist: readonly DossierEntry[],
  filing: Filing,
): Promise<number> {
  const { db, authorityId } = context
  const dossier = await lockDossier(db, authorityId, filing.dossierId)
  if (!checklist.some((entry) => entry.key === filing.entryKey)) throw new InputRejected({ entryKey: 'notInList' })
  const attachmentId = await attachUpload(context, {
    subjectKind: 'dossier',
    subjectId: dossier.id,
    upload: filing.upload,
    label: filing.note,
  })
  return insertItem(context, dossier, { entryKey: filing.entryKey, attachmentId, note: filing.note })
}

/** Moves an issued paper of the dialogue into another entry than the one it landed in by its kind. */
export async function filePaperUnder(
  context: ChangeContext,
  checklist: readonly DossierEntry[],
  filing: { dossierId: number; entryKey: string; paperId: number },
): Promise<number> {
  const { db, authorityId } = context
  const dossier = await lockDossier(db, authorityId, filing.dossierId)
  if (dossier.state === 'closed') throw new BrokenRule('dossier/closed')
  if (!checklist.some((entry) => entry.key === filing.entryKey)) throw new InputRejected({ entryKey: 'notInList' })
  const paper = await findPaper(db, authorityId, filing.paperId)
  if (paper?.dialogueId !== dossier.dialogueId) throw new InputRejected({ paperId: 'notInList' })
  if (paper.state !== 'issued') throw new BrokenRule('paper/not-issued')
  for (const item of await listDossierItems(db, authorityId, dossier.id)) {
    if (item.paperId === paper.id && item.withdrawnAt === null)
      await withdrawItemRow(db, authorityId, item.id, context.now)
  }
  return insertItem(context, dossier, { entryKey: filing.entryKey, paperId: paper.id })
}

/** Holds the yearly plan fast in a dossier that is being closed: a later plan does not change what was closed. */
export async function keepPlanPaper(
  context: ChangeContext,
  filing: { dossierId: number; entryKey: string; paperId: number },
): Promise<number> {
  const dossier = await lockDossier(context.db, context.authorityId, filing.dossierId)
  if (dossier.state === 'closed') throw new BrokenRule('dossier/closed')
  return insertItem(context, dossier, filing)
}

/** States that there is nothing for an “if any” entry (“không có”). */
export async function stateNone(
  context: ChangeContext,
  checklist: readonly DossierEntry[],
  statement: { dossierId: number; entryKey: string; note?: string | null },
): Promise<number> {
  const dossier = await lockDossier(context.db, context.authorityId, statement.dossierId)
  if (dossier.state === 'closed') throw new BrokenRule('dossier/closed')
  const entry = checklist.find((one) => one.key === statement.entryKey)
  if (!entry) throw new InputRejected({ entryKey: 'notInList' })
  if (entry.need === 'mandatory') throw new BrokenRule('dossier/mandatory-entry', { entry: entry.label })
  return insertItem(context, dossier, { entryKey: entry.key, statedNone: true, note: statement.note ?? null })
}

/** Takes an item out of an open dossier, with the reason; it stays stored and in the log. */
export async function withdrawDossierItem(
  context: ChangeContext,
  withdrawal: { dossierId: number; itemId: number; reason: string },
): Promise<void> {
  const { db, authorityId } = context
  const dossier = await lockDossier(db, authorityId, withdrawal.dossierId)
  if (dossier.state === 'closed') throw new BrokenRule('dossier/closed')
  const items = await listDossierItems(db, authorityId, dossier.id)
  const item = items.find((one) => one.id === withdrawal.itemId)
  if (!item || item.withdrawnAt) throw new NotFound('dossierItem')
  await withdrawItemRow(db, authorityId, item.id, context.now)
  context.record({
    subjectKind: 'dossier',
    subjectId: dossier.id,
    action: 'dossier/withdraw-item',
    before: { itemId: item.id, entryKey: item.entryKey },
    reason: withdrawal.reason,
  })
}

async function insertItem(
  context: ChangeContext,
  dossier: { id: number; state: string },
  item: { entryKey: string; paperId?: number; attachmentId?: number; statedNone?: boolean; note?: string | null },
): Promise<number> {
  const row = {
    dossierId: dossier.id,
    entryKey: item.entryKey,
    paperId: item.paperId ?? null,
    attachmentId: item.attachmentId ?? null,
    statedNone: item.statedNone ?? false,
    note: item.note ?? null,
    supplementOn: dossier.state === 'closed' ? context.today : null,
    addedBy: context.actor.accountId,
    addedAt: context.now,
  }
  const id = await insertDossierItem(context.db, context.authorityId, row)
  context.record({
    subjectKind: 'dossier',
    subjectId: dossier.id,
    action: item.statedNone ? 'dossier/state-none' : row.supplementOn ? 'dossier/supplement' : 'dossier/file-item',
    after: { itemId: id, ...row, addedBy: undefined, addedAt: undefined },
    personal: ['note'],
  })
  return id
}
