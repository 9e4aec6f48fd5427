import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import type { Regulation } from '../regulations/regulation.ts'
import type { OpenDialogueInput } from './dialogue-forms.ts'
import { findDialogueOfPlanned, listUnopenedPlanned } from './dialogue-store.ts'
import { listAcceptedRequests } from './request-store.ts'
import { needsAppraisal } from './topic-rules.ts'
import { listTopics } from './topic-store.ts'

type Source = Pick<OpenDialogueInput, 'plannedDialogueId' | 'requestId' | 'topicProposalId' | 'chairModel'>

/**
 * Checks where a dialogue comes from: the entry of the plan is still open, the request was taken up, the topic was
 * accepted where the regulation asks for its appraisal (12-QĐi/TU, Điều 8). Returns the plan's id or null.
 */
export async function requireSource(
  context: ChangeContext,
  regulation: Regulation,
  source: Source,
): Promise<number | null> {
  const { db, authorityId } = context
  if (source.requestId !== null) {
    const requests = await listAcceptedRequests(db, authorityId)
    if (!requests.some((one) => one.id === source.requestId)) throw new InputRejected({ requestId: 'notFound' })
  }
  if (source.topicProposalId !== null) {
    const topics = await listTopics(db, authorityId, { state: 'accepted' })
    const open = topics.some((one) => one.id === source.topicProposalId && one.dialogueId === null)
    if (!open) throw new InputRejected({ topicProposalId: 'notFound' })
  } else if (needsAppraisal(regulation, source.chairModel)) {
    throw new InputRejected({ topicProposalId: 'dialogue/topic-needed' })
  }
  if (source.plannedDialogueId === null) return null
  const opened = await findDialogueOfPlanned(db, authorityId, source.plannedDialogueId)
  requireRule(opened === null, 'dialogue/already-opened')
  const planned = (await listUnopenedPlanned(db, authorityId)).find((one) => one.id === source.plannedDialogueId)
  if (!planned) throw new InputRejected({ plannedDialogueId: 'notFound' })
  return planned.planId
}
