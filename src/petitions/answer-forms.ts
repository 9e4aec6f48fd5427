import { z } from 'zod'
import { SENDING_CHANNELS } from '../documents/paper.ts'
import { isScan } from '../platform/files/upload-field.ts'
import * as f from '../platform/form-fields.ts'
import { dispositions } from './petition.ts'
import { onPaperFields } from './petition-forms.ts'

const LONGEST_ANSWER = 50_000

/** A draft: `version` is that of the answer it goes on from; 0 or absent for a first draft. */
export const draftAnswerForm = z.object({
  id: f.id(),
  answerVersion: f.optionalCount(0),
  text: f.text(LONGEST_ANSWER),
  proposedSettlement: f.optionalText(5000),
})

export const answerTargetForm = z.object({ id: f.id(), answerVersion: f.count(1) })
export const returnAnswerForm = answerTargetForm.extend({ reason: f.text(2000) })

/** A file that came with the form, already stored by its content. */
const upload = z.object({
  field: z.string().optional(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
})

export const approveOnPaperForm = answerTargetForm
  .extend({ ...onPaperFields, uploads: z.array(upload).max(5, 'tooMany').default([]) })
  .refine(({ uploads }) => uploads.every(isScan), { path: ['signedPage'], message: 'notAScan' })

/** The petitioner was told that the petition is taken up: when, by which way, and the paper of it. */
export const acknowledgeForm = z.object({
  id: f.id(),
  version: f.version(),
  acknowledgedOn: f.day(),
  acknowledgedChannel: f.oneOf(SENDING_CHANNELS),
  acknowledgementNote: f.optionalText(1000),
  uploads: z.array(upload).max(5, 'tooMany').default([]),
})

export const contributeForm = z.object({
  id: f.id(),
  agencyId: f.optionalId(),
  contribution: f.text(LONGEST_ANSWER),
})

export const answerAtConferenceForm = z.object({
  id: f.id(),
  version: f.version(),
  text: f.text(LONGEST_ANSWER),
  answeredByName: f.personName(),
  answeredOn: f.optionalDay(),
  disposition: f.optionalOneOf(dispositions),
})

export const resolveBeforeForm = z.object({
  id: f.id(),
  version: f.version(),
  text: f.text(LONGEST_ANSWER),
  settledOn: f.day(),
  answeredByName: f.optionalText(200),
})
