import { ZodError } from 'zod'
import { erasePersonalOf } from '../changes/change-log-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { draftPaper, noteEditor } from '../documents/draft-paper.ts'
import { keptBy } from '../documents/paper.ts'
import { lockPaperSheet, updatePaperSheet } from '../documents/paper-sheet-store.ts'
import { getPaper, listRecipients, updatePaper } from '../documents/paper-store.ts'
import { addRecipients } from '../documents/send-paper.ts'
import { type DrawnPaper, drawPaper, type PaperQuestion } from '../papers/draw-paper.ts'
import { readSheet, type Sheet } from '../papers/sheet.ts'
import { editSheet } from '../papers/sheet-edits.ts'
import { sheetText } from '../papers/sheet-text.ts'
import { findTextLock } from '../papers/text-lock-store.ts'
import { BrokenRule, NotFound, StaleEdit } from '../platform/errors.ts'
import { PAPER_KINDS, type PaperKind } from '../regulations/paper-kinds.ts'
import { eraseFiles, withdrawWordFile } from './draft-files.ts'
import { draftInHand, textInHand } from './draft-in-hand.ts'
import { draftingScope } from './paper-access.ts'
import { workingScope } from './paper-changes.ts'
import { takeDrawnRecipients, takeTypedRecipients } from './paper-recipients.ts'
import { dialogueOfSubject } from './paper-subject.ts'
import { type FromData, keepText, questionOf, requireFacts } from './paper-text.ts'
import { drawAgainInput, drawPaperInput, editSheetInput } from './sheet-forms.ts'

/** The subject line of a paper in the lists: that of its text, else its kind. */
function titleOf(sheet: Sheet, kind: string): string {
  const subject = sheet.subject?.trim() || PAPER_KINDS[kind as PaperKind]?.vi || kind
  return (subject.charAt(0).toLocaleUpperCase('vi') + subject.slice(1)).slice(0, 1000)
}

async function drawnFor(context: ChangeContext, asked: PaperQuestion): Promise<DrawnPaper> {
  const drawn = await drawPaper(context.db, context.authorityId, asked)
  if (!drawn) throw new BrokenRule('paper/no-wording')
  await requireFacts(context, drawn)
  return drawn
}

/** “Soạn từ dữ liệu”: the draft of a paper whose text comes from what was entered already. */
export const draftFromData = defineChange({
  name: 'paper/draft-from-data',
  permission: 'paper:draft',
  input: drawPaperInput,
  scope: draftingScope,
  async run(context, input) {
    const keeper = keptBy(input)
    if (keeper) throw new BrokenRule(`paper/kept-by-${keeper}`)
    const drawn = await drawnFor(context, { ...input, today: context.today })
    const dialogueId = await dialogueOfSubject(context, input.subjectKind, input.subjectId)
    const title = titleOf(drawn.sheet, input.kind)
    const paperId = await draftPaper(context, { ...input, title, body: sheetText(drawn.sheet), dialogueId })
    if (input.replacesPaperId !== null) await takeRecipients(context, paperId, input)
    const paper = await getPaper(context.db, context.authorityId, paperId)
    const sheet = await takeDrawnRecipients(context, paper, { ...drawn, before: null })
    await updatePaper(context.db, context.authorityId, paper, { body: sheetText(sheet) })
    await keepText(context, paper, drawn, { variant: input.variant, sheet })
    return { paperId }
  },
})

async function takeRecipients(
  context: ChangeContext,
  paperId: number,
  input: { replacesPaperId: number | null; subjectKind: string; subjectId: number },
): Promise<void> {
  const replaced = await getPaper(context.db, context.authorityId, input.replacesPaperId!)
  const same = replaced.subjectKind === input.subjectKind && replaced.subjectId === input.subjectId
  if (!same) throw new NotFound('paper')
  await addRecipients(context, paperId, await listRecipients(context.db, context.authorityId, replaced.id))
}

/**
 * Draws the text of a draft anew from the data of today; what stood there stays in the log. Also gives a draft that was
 * typed or uploaded its first text from data. Of a text that was locked nothing stays: not in the log, nor the files
 * that were edited from it.
 */
export const drawAgain = defineChange({
  name: 'paper/draw-again',
  permission: 'paper:draft',
  input: drawAgainInput,
  scope: workingScope,
  async run(context, input) {
    const { db, authorityId } = context
    const paper = await draftInHand(context, input.id)
    const stored = await lockPaperSheet(db, authorityId, paper.id)
    if ((stored?.version ?? 0) !== input.sheetVersion) throw new StaleEdit('paperSheet', { paperId: paper.id })
    const variant = stored?.variant ?? null
    const asked = await questionOf(db, authorityId, paper, { variant, today: context.today })
    if (!asked) throw new BrokenRule('paper/no-wording')
    const locked = await findTextLock(db, authorityId, paper.id)
    const drawn = await drawnFor(context, asked)
    if (locked) await eraseFiles(context, paper.id)
    else if (stored?.wordAttachmentId) await withdrawWordFile(context, stored.wordAttachmentId, 'Soạn lại từ dữ liệu.')
    const before = stored ? readSheet((stored.fromData as FromData).sheet) : null
    const sheet = await takeDrawnRecipients(context, paper, { ...drawn, before })
    await keepText(context, paper, drawn, { variant: asked.variant, sheet })
    const body = sheetText(sheet)
    await updatePaper(db, authorityId, paper, locked ? { body, title: titleOf(drawn.sheet, paper.kind) } : { body })
    await noteEditor(context, paper.id)
    if (locked) await erasePersonalOf(db, authorityId, 'paper', [paper.id])
    context.record({
      subjectKind: 'paper',
      subjectId: paper.id,
      ...(locked ? { reason: LOCK_REASONS[locked] } : { before: { text: paper.body } }),
      after: { text: body, wording: drawn.wording.sha256 },
      personal: ['text'],
    })
  },
})

/** What the log says of a text that was drawn again because it was locked. */
const LOCK_REASONS = {
  restricted: 'Soạn lại vì có nội dung đã chuyển sang diện hạn chế tiếp cận.',
  erased: 'Soạn lại vì dữ liệu cá nhân trong dự thảo đã được xóa theo yêu cầu.',
} as const

/** Writes words of a draft by hand; its tables stay as the data gave them. */
export const editText = defineChange({
  name: 'paper/edit-text',
  permission: 'paper:draft',
  input: editSheetInput,
  scope: workingScope,
  async run(context, input) {
    const { db, authorityId } = context
    const { paper, stored } = await textInHand(context, input.id)
    if (stored.version !== input.sheetVersion) throw new StaleEdit('paperSheet', { paperId: paper.id })
    const before = readSheet(stored.sheet)
    const sheet = editedSheet(before, input.texts)
    await takeTypedRecipients(context, paper, { before, after: sheet })
    await updatePaperSheet(db, authorityId, stored, { sheet })
    const after = { title: titleOf(sheet, paper.kind), body: sheetText(sheet) }
    await updatePaper(db, authorityId, paper, after)
    await noteEditor(context, paper.id)
    context.record({
      subjectKind: 'paper',
      subjectId: paper.id,
      before: { title: paper.title, body: paper.body },
      after,
      personal: ['title', 'body'],
    })
  },
})

function editedSheet(sheet: Sheet, texts: Readonly<Record<string, string>>): Sheet {
  try {
    return editSheet(sheet, texts)
  } catch (error) {
    // a line longer than any paper has
    if (error instanceof ZodError) throw new BrokenRule('paper/text-too-long')
    throw error
  }
}
