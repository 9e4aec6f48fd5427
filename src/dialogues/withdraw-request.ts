import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { withdrawRequestForm } from './register-forms.ts'

/** Who asked takes the request back before a dialogue was opened for it. */
export const withdrawRequest = defineChange({
  name: 'request/withdraw',
  permission: 'request:register',
  input: withdrawRequestForm,
  run: async (context, { id, reason }) => {
    const request = await getRow(context, 'dialogueRequest', id)
    requireRule(request.dialogueId === null && request.state !== 'withdrawn', 'request/already-decided')
    await changeRow(context, 'dialogueRequest', id, null, { state: 'withdrawn', decisionReason: reason }, { reason })
    return { id }
  },
})
