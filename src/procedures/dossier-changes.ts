import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { eraseAttachment, findAttachment } from '../documents/attachment-store.ts'
import {
  eraseFileInput,
  fileItemInput,
  filePaperInput,
  stateNoneInput,
  withdrawItemInput,
} from '../documents/dossier-forms.ts'
import { findDossier } from '../documents/dossier-store.ts'
import { fileDossierItem, filePaperUnder, stateNone, withdrawDossierItem } from '../documents/file-dossier-item.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'
import { assembleDossier, checklistOfDossier } from './assemble-dossier.ts'

export async function dossierScope(db: Db, authorityId: number, input: { id: number }) {
  const dossier = await findDossier(db, authorityId, input.id)
  return dossier && { authorityId, seenBy: 'dossier:read' as const }
}

export const fileDossierItemChange = defineChange({
  name: 'dossier/file-item',
  permission: 'dossier:file',
  input: fileItemInput,
  scope: dossierScope,
  async run(context, input) {
    const checklist = await checklistOfDossier(context.db, context.authorityId, input.id)
    const itemId = await fileDossierItem(context, checklist, { ...input, dossierId: input.id, upload: input.file })
    return { itemId }
  },
})

export const filePaperUnderChange = defineChange({
  name: 'dossier/file-paper',
  permission: 'dossier:file',
  input: filePaperInput,
  scope: dossierScope,
  async run(context, input) {
    const checklist = await checklistOfDossier(context.db, context.authorityId, input.id)
    await filePaperUnder(context, checklist, { ...input, dossierId: input.id })
  },
})

export const stateNoneChange = defineChange({
  name: 'dossier/state-none',
  permission: 'dossier:file',
  input: stateNoneInput,
  scope: dossierScope,
  async run(context, input) {
    const { checklist, entries } = await assembleDossier(context.db, context.authorityId, input.id, null)
    const entry = entries.find((one) => one.entry.key === input.entryKey)
    requireRule(entry?.state !== 'recorded', 'dossier/recorded-in-program', { entry: entry?.entry.label ?? '' })
    await stateNone(context, checklist, { ...input, dossierId: input.id, note: input.note || null })
  },
})

export const withdrawDossierItemChange = defineChange({
  name: 'dossier/withdraw-item',
  permission: 'dossier:file',
  input: withdrawItemInput,
  scope: dossierScope,
  run: (context, input) => withdrawDossierItem(context, { ...input, dossierId: input.id }),
})

/** Erases a file of a dossier on request of a person it concerns, also after closing; a tombstone stays. */
export const eraseDossierFileChange = defineChange({
  name: 'dossier/erase-file',
  permission: 'petition:erase-person',
  input: eraseFileInput,
  scope: dossierScope,
  async run(context, input) {
    const file = await findAttachment(context.db, context.authorityId, input.attachmentId)
    if (file?.subjectKind !== 'dossier' || file.subjectId !== input.id) throw new NotFound('attachment')
    await eraseAttachment(context, file.id, input.reason)
  },
})
