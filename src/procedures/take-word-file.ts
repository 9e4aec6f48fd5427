import type { z } from 'zod'
import { erasePersonalOf } from '../changes/change-log-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { attachUpload } from '../documents/attachment-store.ts'
import { noteEditor } from '../documents/draft-paper.ts'
import { keptBy, type Paper } from '../documents/paper.ts'
import { deletePaperSheet, lockPaperSheet, type StoredSheet, updatePaperSheet } from '../documents/paper-sheet-store.ts'
import { getPaper } from '../documents/paper-store.ts'
import { type PaperMark, readPaperMark } from '../papers/paper-mark.ts'
import { sheetFingerprint } from '../papers/sheet-text.ts'
import { findTextLock } from '../papers/text-lock-store.ts'
import { BrokenRule, InputRejected, NotFound } from '../platform/errors.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { readStored } from '../platform/files/receive-upload.ts'
import { eraseFiles, withdrawWordFile } from './draft-files.ts'
import { textInHand } from './draft-in-hand.ts'
import { drawKept, holdKept, textStanding } from './kept-text.ts'
import { workingScope } from './paper-changes.ts'
import { keepText, requireFacts, wordFileOf } from './paper-text.ts'
import { dropWordFileInput, takeWordFileInput } from './sheet-forms.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Taken = z.output<typeof takeWordFileInput>

/**
 * Takes a draft that was edited in Word back in: from then on the file is the paper's text, still linked to its data. A
 * file of another paper, and one that lacks what was written since it was downloaded or since the page was opened (a
 * colleague's file), is asked about first; the file it takes the place of stays, withdrawn.
 */
export function takeWordFile(files: FileStore) {
  return defineChange({
    name: 'paper/take-word-file',
    permission: 'paper:draft',
    input: takeWordFileInput,
    scope: workingScope,
    async run(context, input) {
      if (input.file.mediaType !== DOCX) throw new InputRejected({ file: 'paper/not-a-word-file' })
      const mark = await readPaperMark(await readStored(files, input.file.sha256))
      const paper = await getPaper(context.db, context.authorityId, input.id)
      if (keptBy(paper)) return takeForKept(context, paper, input, mark)
      const { stored } = await textInHand(context, paper.id)
      requireKnown(input, textStanding(paper, stored), mark)
      if (mark && !input.anyway) await requireNewest(context, files, stored, mark)
      await putInPlace(context, input, { stored, before: stored.wordAttachmentId })
    },
  })
}

/** A conclusion or a plan: its text is drawn as the data are, and kept with the file that stands for it. */
async function takeForKept(context: ChangeContext, paper: Paper, input: Taken, mark: PaperMark | null): Promise<void> {
  const { db, authorityId, today } = context
  await holdKept(context, paper)
  const before = await lockPaperSheet(db, authorityId, paper.id)
  if (before && (await findTextLock(db, authorityId, paper.id))) throw new BrokenRule('paper/word-locked')
  const drawn = await drawKept(db, authorityId, paper, today)
  if (!drawn) throw new BrokenRule('paper/no-wording')
  await requireFacts(context, drawn)
  requireKnown(input, textStanding(paper, before), mark)
  const behind = mark?.words !== undefined && mark.words !== sheetFingerprint(drawn.sheet)
  if (behind && !input.anyway) throw new InputRejected({ anyway: 'wordBehindData' })
  await keepText(context, paper, drawn, { variant: '' })
  const stored = (await lockPaperSheet(db, authorityId, paper.id))!
  await putInPlace(context, input, { stored, before: before?.wordAttachmentId ?? null })
}

/** Asks about a file made from another paper, and about one whose sender has not seen what stands now. */
function requireKnown({ id, version, anyway }: Taken, standing: number, mark: PaperMark | null): void {
  if (anyway) return
  if (version !== null && version !== standing) throw new InputRejected({ anyway: 'wordSince' })
  if (mark && mark.paperId !== id) throw new InputRejected({ anyway: 'wordOfAnotherPaper' })
}

/** Asks about a file made from an older text than the one that stands. */
async function requireNewest(context: ChangeContext, files: FileStore, stored: StoredSheet, mark: PaperMark) {
  const now = await wordFileOf(context.db, context.authorityId, stored)
  // a file edited in Word has the age of the text it was made from
  const stands = now ? ((await readPaperMark(await readStored(files, now.sha256)))?.version ?? 0) : stored.version
  if (mark.version < stands) throw new InputRejected({ anyway: 'wordIsOlder' })
}

async function putInPlace(
  context: ChangeContext,
  { id, file, anyway }: Taken,
  { stored, before }: { stored: StoredSheet; before: number | null },
): Promise<void> {
  const wordAttachmentId = await attachUpload(context, {
    ...{ subjectKind: 'paper', subjectId: id, upload: file, label: 'content' },
  })
  if (before !== null) await withdrawWordFile(context, before, 'Thay bằng bản Word tải lên sau.')
  await updatePaperSheet(context.db, context.authorityId, stored, { wordAttachmentId })
  await noteEditor(context, id)
  context.record({
    subjectKind: 'paper',
    subjectId: id,
    before: { wordAttachmentId: before },
    after: { wordAttachmentId, sha256: file.sha256, anyway },
  })
}

/** Goes back from the Word file to the text from the data; the file stays, withdrawn with the reason. */
export const dropWordFile = defineChange({
  name: 'paper/drop-word-file',
  permission: 'paper:draft',
  input: dropWordFileInput,
  scope: workingScope,
  async run(context, { id, reason }) {
    const { db, authorityId } = context
    const paper = await getPaper(db, authorityId, id)
    const before = keptBy(paper) ? await dropOfKept(context, paper, reason) : await dropOfText(context, id, reason)
    await noteEditor(context, id)
    context.record({
      subjectKind: 'paper',
      subjectId: id,
      before: { wordAttachmentId: before },
      after: { wordAttachmentId: null },
      reason,
    })
  },
})

async function dropOfText(context: ChangeContext, paperId: number, reason: string): Promise<number> {
  const { stored } = await textInHand(context, paperId)
  if (stored.wordAttachmentId === null) throw new NotFound('attachment')
  await withdrawWordFile(context, stored.wordAttachmentId, reason)
  await updatePaperSheet(context.db, context.authorityId, stored, { wordAttachmentId: null })
  return stored.wordAttachmentId
}

/** A conclusion or a plan is written from its data again; of a text that was locked nothing stays, as in `drawAgain`. */
async function dropOfKept(context: ChangeContext, paper: Paper, reason: string): Promise<number> {
  const { db, authorityId } = context
  await holdKept(context, paper)
  const stored = await lockPaperSheet(db, authorityId, paper.id)
  if (!stored || stored.wordAttachmentId === null) throw new NotFound('attachment')
  if (await findTextLock(db, authorityId, paper.id)) {
    await eraseFiles(context, paper.id)
    await erasePersonalOf(db, authorityId, 'paper', [paper.id])
  } else await withdrawWordFile(context, stored.wordAttachmentId, reason)
  await deletePaperSheet(db, authorityId, paper.id)
  return stored.wordAttachmentId
}
