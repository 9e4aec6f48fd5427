import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { attachUpload, type UploadFacts } from '../documents/attachment-store.ts'
import { splitContents } from '../lists/split-contents.ts'
import { contentRows, receiveSubmissionForm } from '../petitions/submission-forms.ts'
import { takeSubmission } from '../petitions/take-submission.ts'
import * as f from '../platform/form-fields.ts'
import { openReceiptClocks } from './refresh-deadlines.ts'

const uploadFacts = z.object({
  name: z.string().max(300, 'tooLong'),
  mediaType: z.string().max(200, 'tooLong'),
  size: z.number().nonnegative('notValid'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'notValid'),
})

const enterSubmissionForm = receiveSubmissionForm.and(
  z.object({
    /** numbered or marked contents become petitions of their own */
    split: f.checkbox(),
    /** scans of the letter */
    files: z.array(uploadFacts).max(10, 'tooMany').default([]),
  }),
)

/**
 * Enters what came by counter, telephone, letter, mail or any other way, as fast as it is typed. Contents not split by
 * hand are split by their numbers where that is wished; the scanned letter goes with each of them.
 */
export const enterSubmission = defineChange({
  name: 'petition/enter-submission',
  permission: 'petition:receive',
  input: enterSubmissionForm,
  async run(context, { split, files, ...input }) {
    const parts = split && contentRows(input).length === 0 ? splitContents(input.text) : []
    // one field chosen for the whole is the field of each part
    const areas = parts.map(() => input.subjectAreas[0] ?? null)
    const contents = parts.length > 1 ? { contents: parts, subjectAreas: areas, kinds: [] } : {}
    const received = await takeSubmission(context, { ...input, ...contents })
    await openReceiptClocks(context, input.dialogueId, received.petitionIds)
    for (const subjectId of received.petitionIds) {
      for (const upload of files as UploadFacts[])
        await attachUpload(context, { subjectKind: 'petition', subjectId, upload, label: 'letter' })
    }
    return received
  },
})
