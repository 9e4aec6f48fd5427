import { getAuthority } from '../agencies/authority-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { requireDone } from './done-days.ts'
import { decideRequestForm } from './register-forms.ts'
import { weighRequest } from './request-rules.ts'

/**
 * The chair takes a request up or declines it, with the reason. What at least 10 % of the voters ask for must be held
 * and cannot be declined (law 72/2025/QH15, art. 43).
 */
export const decideRequest = defineChange({
  name: 'request/decide',
  permission: 'request:decide',
  input: decideRequestForm,
  run: async (context, { id, decision, decidedOn, decisionReason }) => {
    const request = await getRow(context, 'dialogueRequest', id)
    requireRule(request.state === 'received', 'request/already-decided')
    requireDone(context.today, { decidedOn })
    if (decidedOn < request.receivedOn) throw new InputRejected({ decidedOn: 'beforeStart' })
    if (decision === 'declined') {
      if (decisionReason === '') throw new InputRejected({ decisionReason: 'reasonRequired' })
      const voters = request.voterCount ?? (await getAuthority(context.db, context.authorityId)).voters
      const binding = request.requesterKind === 'voters' && weighRequest(request.signerCount, voters).binding
      requireRule(!binding, 'request/voters-bind')
    }
    const values = { state: decision, decidedOn, decisionReason: decisionReason || null }
    await changeRow(context, 'dialogueRequest', id, null, values, { reason: decisionReason || null })
    return { id }
  },
})
