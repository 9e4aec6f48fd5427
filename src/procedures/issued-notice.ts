import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { findConclusionNotice } from '../dialogues/conclusion-store.ts'
import { getPaper } from '../documents/paper-store.ts'
import { NotFound } from '../platform/errors.ts'

/** The paper of a dialogue's issued conclusion notice; refused before it is issued. */
export async function issuedNoticePaper(context: ChangeContext, dialogueId: number): Promise<number> {
  const notice = await findConclusionNotice(context.db, context.authorityId, dialogueId)
  if (!notice || notice.paperId === null) throw new NotFound('conclusionNotice')
  // while a new version is drafted the issued one goes on being sent and received
  const { state } = await getPaper(context.db, context.authorityId, notice.paperId)
  requireRule(state === 'issued', 'conclusion/not-issued')
  return notice.paperId
}
