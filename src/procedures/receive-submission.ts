import { defineChange } from '../changes/define-change.ts'
import { receiveSubmissionForm } from '../petitions/submission-forms.ts'
import { takeSubmission } from '../petitions/take-submission.ts'
import { openReceiptClocks } from './refresh-deadlines.ts'
import { tellPetitioner } from './tell-petitioner.ts'

/** Receives a submission; may be posted twice without harm. What an instrument counts from the receipt runs from now on. */
export const receiveSubmission = defineChange({
  name: 'petition/receive-submission',
  permission: 'petition:receive',
  input: receiveSubmissionForm,
  async run(context, input) {
    const received = await takeSubmission(context, input)
    await openReceiptClocks(context, input.dialogueId, received.petitionIds)
    await tellPetitioner(context, 'received', received.petitionIds)
    return received
  },
})
