import { defineChange } from '../changes/define-change.ts'
import { addRow } from './dialogue-row-store.ts'
import { requireDone } from './done-days.ts'
import { registerRequestForm } from './register-forms.ts'

/** Enters a request for a dialogue in the register (B1); kept even when none is made in a year. */
export const registerRequest = defineChange({
  name: 'request/register',
  permission: 'request:register',
  input: registerRequestForm,
  run: async (context, values) => {
    requireDone(context.today, { receivedOn: values.receivedOn })
    return { requestId: await addRow(context, 'dialogueRequest', values, { personal: ['requesterName', 'content'] }) }
  },
})
