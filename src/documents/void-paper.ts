import type { ChangeContext } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { lockPaper, updatePaper } from './paper-store.ts'

/** Makes a paper void, with the reason. It stays, and its number stays taken. */
export async function voidPaper(context: ChangeContext, act: { paperId: number; reason: string }): Promise<void> {
  const { db, authorityId } = context
  const paper = await lockPaper(db, authorityId, act.paperId)
  if (paper.state === 'void') throw new BrokenRule('paper/void')
  await updatePaper(db, authorityId, paper, { state: 'void', voidReason: act.reason })
  context.record({
    subjectKind: 'paper',
    subjectId: paper.id,
    action: 'paper/void',
    before: { state: paper.state },
    after: { state: 'void' },
    reason: act.reason,
  })
}

/** Drops a draft that will not be issued; it stays stored with the reason. */
export async function discardDraft(context: ChangeContext, act: { paperId: number; reason: string }): Promise<void> {
  const paper = await lockPaper(context.db, context.authorityId, act.paperId)
  if (paper.state === 'issued') throw new BrokenRule('paper/already-issued')
  await voidPaper(context, act)
}
