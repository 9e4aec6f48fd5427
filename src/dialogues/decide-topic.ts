import type { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { regulationOfAuthority } from '../regulations/regulation-store.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { requireDone } from './done-days.ts'
import { decisionReason, keepDecisionPage, type PaperDecision, paperDecisionColumns } from './paper-decision.ts'
import { decideTopicForm, decideTopicOnPaperForm } from './register-forms.ts'
import { missingAppraisals } from './topic-rules.ts'
import { listAppraisals } from './topic-store.ts'

/** The head decides on a topic (003 III.1); where the regulation names appraisers, after all of them have spoken. */
export const decideTopic = defineChange({
  name: 'topic/decide',
  permission: 'topic:decide',
  input: decideTopicForm,
  run: (context, input) => decide(context, input, null),
})

/** The head decided on paper: the lead office records who decided and when, with number and page where there are. */
export const decideTopicOnPaper = defineChange({
  name: 'topic/decide-on-paper',
  permission: 'dialogue:prepare',
  input: decideTopicOnPaperForm,
  run: (context, { paperApprover, paperNumber, signedPage, ...input }) =>
    decide(context, input, { paperApprover, paperNumber, signedPage }),
})

async function decide(
  context: ChangeContext,
  { id, decision, decidedOn, decisionNote }: z.output<typeof decideTopicForm>,
  onPaper: PaperDecision | null,
) {
  const { db, authorityId } = context
  const topic = await getRow(context, 'topicProposal', id)
  requireRule(topic.state === 'proposed' || topic.state === 'appraised', 'topic/already-decided')
  requireDone(context.today, { decidedOn })
  if (decidedOn < topic.proposedOn) throw new InputRejected({ decidedOn: 'beforeStart' })
  if (decision === 'declined' && decisionNote === '') throw new InputRejected({ decisionNote: 'reasonRequired' })
  if (decision === 'accepted') {
    const regulation = (await regulationOfAuthority(db, authorityId, topic.proposedOn))?.regulation
    const given = (await listAppraisals(db, authorityId, id)).map((one) => one.agencyRole)
    const missing = regulation ? missingAppraisals(regulation, given) : []
    requireRule(missing.length === 0, 'topic/not-appraised', { missing: missing.length })
  }
  const values = { state: decision, decidedOn, decisionNote: decisionNote || null, ...paperDecisionColumns(onPaper) }
  await changeRow(context, 'topicProposal', id, null, values, {
    reason: decisionReason(decisionNote, onPaper, decidedOn),
  })
  await keepDecisionPage(context, onPaper, { subjectKind: 'topicProposal', subjectId: id })
  return { id }
}
