import type { ChangeContext } from '../changes/define-change.ts'
import { changeRow } from './dialogue-row-store.ts'

/** Writes on the request or topic which dialogue came of it. */
export async function bindSource(
  context: ChangeContext,
  dialogueId: number,
  source: { requestId: number | null; topicProposalId: number | null },
): Promise<void> {
  if (source.requestId !== null) {
    await changeRow(
      context,
      'dialogueRequest',
      source.requestId,
      null,
      { dialogueId },
      { action: 'request/open-dialogue' },
    )
  }
  if (source.topicProposalId !== null) {
    await changeRow(
      context,
      'topicProposal',
      source.topicProposalId,
      null,
      { dialogueId },
      { action: 'topic/open-dialogue' },
    )
  }
}
