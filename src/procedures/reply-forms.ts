import { z } from 'zod'
import { SENDING_CHANNELS } from '../documents/paper.ts'
import { isScan } from '../platform/files/upload-field.ts'
import * as f from '../platform/form-fields.ts'

const upload = z.object({ name: z.string(), mediaType: z.string(), size: z.number(), sha256: z.string() })

export const issueReplyForm = z
  .object({
    id: f.id(),
    version: f.version(),
    title: f.text(500),
    datedOn: f.day(),
    /** typed where the number comes from another book */
    number: f.optionalText(60),
    signerName: f.personName(),
    signerTitle: f.text(200),
    signCapacity: f.key(),
    lateEntryReason: f.optionalText(1000),
    localityAgencyId: f.id(),
    /** to whom it is reported: party committee, government, chair */
    reportAgencyIds: f.ids(),
    uploads: z.array(upload).max(5, 'tooMany').default([]),
  })
  .refine(({ uploads }) => uploads.every(isScan), { path: ['letter'], message: 'notAScan' })

export const sendReplyForm = z
  .object({
    id: f.id(),
    recipientIds: f.ids().refine((ids) => ids.length > 0, 'required'),
    sentOn: f.day(),
    channel: f.oneOf(SENDING_CHANNELS),
    /** by hand, or through the village head: who signed for it and when */
    receivedOn: f.optionalDay(),
    receivedNote: f.optionalText(500),
  })
  .refine((form) => form.receivedOn === null || form.receivedNote !== '', {
    path: ['receivedNote'],
    message: 'required',
  })
