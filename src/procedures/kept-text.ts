import type { ChangeContext } from '../changes/define-change.ts'
import { requirePermission, requireRule } from '../changes/perform-change.ts'
import {
  type ConclusionItem,
  type ConclusionNotice,
  findConclusionNotice,
  paperInWork,
} from '../dialogues/conclusion-store.ts'
import { conclusionSeen } from '../dialogues/conclusion-version.ts'
import { noticeInDraft } from '../dialogues/draft-conclusion.ts'
import { keptBy, type Paper } from '../documents/paper.ts'
import { deletePaperSheet, findPaperSheet, lockPaperSheet, type StoredSheet } from '../documents/paper-sheet-store.ts'
import { getPaper } from '../documents/paper-store.ts'
import { type DrawnPaper, drawPaper } from '../papers/draw-paper.ts'
import { readSheet } from '../papers/sheet.ts'
import { sheetDifference, sheetText } from '../papers/sheet-text.ts'
import { findTextLock } from '../papers/text-lock-store.ts'
import { planInDraft } from '../plans/plan-in-draft.ts'
import { updatePlan } from '../plans/plan-store.ts'
import { type Day, dayOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { BrokenRule } from '../platform/errors.ts'
import { type FromData, questionOf, wordFileOf } from './paper-text.ts'

// The conclusion notice and the yearly plan are kept by acts of their own (`keptBy`). Until the issue their text is drawn
// from the data whenever it is wanted, unless a Word file stands in its place: then a row of `paper_sheet` holds that file
// with the text it was taken for. See docs/decisions/0011.

/** Whether the text of a paper is still that of the data, or of the Word file in its place. */
export function isKeptDraft(paper: Pick<Paper, 'kind' | 'subjectKind' | 'state'>): boolean {
  return keptBy(paper) !== null && (paper.state === 'draft' || paper.state === 'approved')
}

/** The text of such a paper as its data give it on that day; null where there is no wording or no issuer. */
export async function drawKept(
  db: Db,
  authorityId: number,
  paper: Parameters<typeof questionOf>[2],
  today: Day,
): Promise<DrawnPaper | null> {
  const asked = await questionOf(db, authorityId, paper, { variant: '', today })
  return asked && drawPaper(db, authorityId, asked)
}

/**
 * What the data say by now that they did not when the Word file was taken, and the other way round; null: nothing. Drawn
 * for the day of then: a wording that names the day of drafting is not behind on the morrow.
 */
export async function wordBehind(db: Db, authorityId: number, paper: Paper, stored: StoredSheet) {
  const drawn = await drawKept(db, authorityId, paper, dayOf(stored.drawnAt))
  const taken = readSheet((stored.fromData as FromData).sheet)
  const now = drawn?.sheet ?? taken
  return sheetText(taken) === sheetText(now) ? null : sheetDifference(taken, now)
}

/** What stands as the text, as one number that never comes twice: the version of the text, of a kept one its Word file. */
export function textStanding(paper: Pick<Paper, 'kind' | 'subjectKind'>, stored: StoredSheet | null): number {
  return keptBy(paper) ? (stored?.wordAttachmentId ?? 0) : (stored?.version ?? 0)
}

/** What the chair has before the eyes of a conclusion to approve, as one word: its items, its words, its Word file. */
export async function conclusionToApprove(
  db: Db,
  authorityId: number,
  notice: ConclusionNotice,
  items: readonly ConclusionItem[],
): Promise<string> {
  const stored = await findPaperSheet(db, authorityId, paperInWork(notice))
  return `${conclusionSeen(notice, items)}.${stored?.wordAttachmentId ?? 0}`
}

/**
 * Holds what keeps the paper until the transaction ends, while it is a draft whose words the actor may change; whoever
 * goes on does not approve them. Throws NotPermitted, or BrokenRule when it is no draft any more.
 */
export async function holdKept(context: ChangeContext, paper: Paper): Promise<void> {
  const { db, authorityId, actor } = context
  if (keptBy(paper) === 'plan') {
    requirePermission(actor, 'plan:draft', { authorityId })
    const plan = await planInDraft(context, paper.subjectId)
    requireRule(plan.paperId === paper.id, 'paper/only-draft-is-edited')
    // an open page that approves the plan is stale from now on
    await updatePlan(db, plan, plan.version, {})
    return
  }
  requirePermission(actor, 'conclusion:draft', { authorityId })
  await noticeInDraft(context, paper.subjectId)
  const notice = await findConclusionNotice(db, authorityId, paper.subjectId)
  requireRule(notice !== null && paperInWork(notice) === paper.id, 'paper/only-draft-is-edited')
}

/**
 * Before a conclusion or a plan is approved: a Word file that is its text was taken for what the data say now. Throws
 * BrokenRule `paper/word-behind-data`, or `paper/word-locked` for one that may be read no more.
 */
export async function requireWordInStep(context: ChangeContext, paperId: number): Promise<void> {
  const { db, authorityId } = context
  const stored = await lockPaperSheet(db, authorityId, paperId)
  if (!stored) return
  // its file was erased with the data of a person: the text is that of the data
  if (!(await wordFileOf(db, authorityId, stored))) return deletePaperSheet(db, authorityId, paperId)
  if (await findTextLock(db, authorityId, paperId)) throw new BrokenRule('paper/word-locked')
  const behind = await wordBehind(db, authorityId, await getPaper(db, authorityId, paperId), stored)
  requireRule(behind === null, 'paper/word-behind-data')
}
