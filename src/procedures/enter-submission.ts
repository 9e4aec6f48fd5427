import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { attachUpload } from '../documents/attachment-store.ts'
import { splitContents } from '../lists/split-contents.ts'
import { contentRows, receiveSubmissionForm } from '../petitions/submission-forms.ts'
import { takeSubmission } from '../petitions/take-submission.ts'
import { uploadFields } from '../platform/files/upload-field.ts'
import * as f from '../platform/form-fields.ts'
import { holdForm, takeFormBack } from '../printed-forms/take-form-back.ts'
import { keepPrintedConsent } from './enter-speech-form.ts'
import { openReceiptClocks } from './refresh-deadlines.ts'

const enterSubmissionForm = receiveSubmissionForm.and(
  z.object({
    /** numbered or marked contents become petitions of their own */
    split: f.checkbox(),
    /** scans of the letter */
    files: uploadFields(),
    /** of the sheet it came on, where it came on one of ours */
    formSerial: f.optionalText(20),
    /** the box on the sheet by which personal data may be used is ticked */
    formAgreed: f.checkbox(),
  }),
)

/**
 * Enters what came by counter, telephone, letter, mail or any other way, as fast as it is typed. Contents not split by
 * hand are split by their numbers where that is wished; the scanned letter goes with each of them. A sheet printed here
 * comes back with its serial, once.
 */
export const enterSubmission = defineChange({
  name: 'petition/enter-submission',
  permission: 'petition:receive',
  input: enterSubmissionForm,
  async run(context, { split, files, formSerial, formAgreed, ...input }) {
    const wanted = { kind: 'petitionForm', dialogueId: input.dialogueId } as const
    const form = formSerial === '' ? null : await holdForm(context, formSerial, wanted)
    const parts = split && contentRows(input).length === 0 ? splitContents(input.text) : []
    // one field chosen for the whole is the field of each part
    const areas = parts.map(() => input.subjectAreas[0] ?? null)
    const contents = parts.length > 1 ? { contents: parts, subjectAreas: areas, kinds: [] } : {}
    const received = await takeSubmission(context, { ...input, ...contents })
    await openReceiptClocks(context, input.dialogueId, received.petitionIds)
    for (const subjectId of received.petitionIds) {
      for (const upload of files)
        await attachUpload(context, { subjectKind: 'petition', subjectId, upload, label: 'letter' })
    }
    if (form) {
      const subject = { subjectKind: 'submission', subjectId: received.submissionId } as const
      if (formAgreed) await keepPrintedConsent(context, form, subject, input.consentToPublishName)
      await takeFormBack(context, form, subject)
    }
    return received
  },
})
