import type { z } from 'zod'
import { getAuthority } from '../agencies/authority-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { requireDone } from './done-days.ts'
import { decisionReason, keepDecisionPage, type PaperDecision, paperDecisionColumns } from './paper-decision.ts'
import { decideRequestForm, decideRequestOnPaperForm } from './register-forms.ts'
import { weighRequest } from './request-rules.ts'

/**
 * The chair takes a request up or declines it, with the reason. What at least 10 % of the voters ask for must be held
 * and cannot be declined (law 72/2025/QH15, art. 43).
 */
export const decideRequest = defineChange({
  name: 'request/decide',
  permission: 'request:decide',
  input: decideRequestForm,
  run: (context, input) => decide(context, input, null),
})

/** The chair decided on paper: the lead office records who decided and when, with number and page where there are. */
export const decideRequestOnPaper = defineChange({
  name: 'request/decide-on-paper',
  permission: 'dialogue:prepare',
  input: decideRequestOnPaperForm,
  run: (context, { paperApprover, paperNumber, signedPage, ...input }) =>
    decide(context, input, { paperApprover, paperNumber, signedPage }),
})

async function decide(
  context: ChangeContext,
  { id, decision, decidedOn, decisionReason: why }: z.output<typeof decideRequestForm>,
  onPaper: PaperDecision | null,
) {
  const request = await getRow(context, 'dialogueRequest', id)
  requireRule(request.state === 'received', 'request/already-decided')
  requireDone(context.today, { decidedOn })
  if (decidedOn < request.receivedOn) throw new InputRejected({ decidedOn: 'beforeStart' })
  if (decision === 'declined') {
    if (why === '') throw new InputRejected({ decisionReason: 'reasonRequired' })
    const voters = request.voterCount ?? (await getAuthority(context.db, context.authorityId)).voters
    const binding = request.requesterKind === 'voters' && weighRequest(request.signerCount, voters).binding
    requireRule(!binding, 'request/voters-bind')
  }
  const values = { state: decision, decidedOn, decisionReason: why || null, ...paperDecisionColumns(onPaper) }
  await changeRow(context, 'dialogueRequest', id, null, values, { reason: decisionReason(why, onPaper, decidedOn) })
  await keepDecisionPage(context, onPaper, { subjectKind: 'dialogueRequest', subjectId: id })
  return { id }
}
