import type { ChangeContext } from '../changes/define-change.ts'
import { keptBy } from '../documents/paper.ts'
import { lockPaperSheet } from '../documents/paper-sheet-store.ts'
import { lockPaper } from '../documents/paper-store.ts'
import { BrokenRule, NotFound } from '../platform/errors.ts'
import { requireFreeText } from './paper-text.ts'

/** The paper, its row locked, while it is a draft that no act of its own leads. */
export async function draftInHand(context: ChangeContext, paperId: number) {
  const paper = await lockPaper(context.db, context.authorityId, paperId)
  const keeper = keptBy(paper)
  if (keeper) throw new BrokenRule(`paper/kept-by-${keeper}`)
  if (paper.state !== 'draft') throw new BrokenRule('paper/only-draft-is-edited')
  return paper
}

/** The same with its text, locked: one that comes from data and may be changed freely. */
export async function textInHand(context: ChangeContext, paperId: number) {
  const paper = await draftInHand(context, paperId)
  const stored = await lockPaperSheet(context.db, context.authorityId, paper.id)
  if (!stored) throw new NotFound('paperSheet')
  await requireFreeText(context, paper.id)
  return { paper, stored }
}
