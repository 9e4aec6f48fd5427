import { z } from 'zod'
import { SENDING_CHANNELS, SIGN_CAPACITIES } from '../documents/paper.ts'
import { signedPageField } from '../platform/files/upload-field.ts'
import * as field from '../platform/form-fields.ts'

const about = {
  /** the period, as `reportSubjectId` writes it */
  id: field.id(),
  key: field.key(),
  title: field.text(1000),
  issuerAgencyId: field.id(),
}

export const draftReportForm = z.object({ ...about, body: field.optionalText(200_000) })

export const recordSentReportForm = z.object({
  ...about,
  datedOn: field.day(),
  number: field.optionalText(60),
  signerName: field.personName(),
  signerTitle: field.text(300),
  signCapacity: field.oneOf(SIGN_CAPACITIES),
  lateEntryReason: field.optionalText(1000),
  sentOn: field.day(),
  channel: field.oneOf(SENDING_CHANNELS),
  signedPage: signedPageField(),
})
