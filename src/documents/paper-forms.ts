import { z } from 'zod'
import {
  isScan,
  optionalSignedPageField,
  optionalUploadField,
  signedPageField,
  uploadField,
} from '../platform/files/upload-field.ts'
import * as field from '../platform/form-fields.ts'
import { RECIPIENT_PURPOSES, SENDING_CHANNELS, SIGN_CAPACITIES } from './paper.ts'

/** What a paper drafted from its own screen can be about; the plan itself is issued on its page. */
export const PAPER_SUBJECTS = ['dialogue', 'petition', 'plan'] as const
export type DraftedSubject = (typeof PAPER_SUBJECTS)[number]

const draft = {
  kind: field.key(),
  subjectKind: field.oneOf(PAPER_SUBJECTS),
  subjectId: field.id(),
  title: field.text(1000),
  body: field.optionalText(200_000),
  issuerAgencyId: field.id(),
}
const issue = {
  datedOn: field.day(),
  number: field.optionalText(60),
  signerName: field.personName(),
  signerTitle: field.text(300),
  signCapacity: field.oneOf(SIGN_CAPACITIES),
  lateEntryReason: field.optionalText(1000),
}
const approvalOnPaper = { approver: field.personName(), approvedOn: field.day() }

export const draftPaperInput = z.object({ ...draft, replacesPaperId: field.optionalId(), file: optionalUploadField() })

export const recordIssuedPaperInput = z.object({
  ...draft,
  ...issue,
  ...approvalOnPaper,
  signedPage: signedPageField(),
})

export const editPaperInput = z.object({
  id: field.id(),
  version: field.version(),
  title: draft.title,
  body: draft.body,
  issuerAgencyId: draft.issuerAgencyId,
})

/** `seen`: the version of what the approver had before the eyes (`versionToApprove`); empty: not asked about. */
export const approvePaperInput = z.object({ id: field.id(), seen: field.optionalText(60) })
export const paperReasonInput = z.object({ id: field.id(), reason: field.text(1000) })
export const approveOnPaperInput = z.object({
  id: field.id(),
  ...approvalOnPaper,
  signedPage: optionalSignedPageField(),
})
export const issuePaperInput = z.object({ id: field.id(), ...issue })
export const attachFileInput = z
  .object({
    id: field.id(),
    file: uploadField(),
    label: field.optionalOneOf(['content', 'signedPage', 'annex']),
  })
  .refine(({ file, label }) => label !== 'signedPage' || isScan(file), { path: ['file'], message: 'notAScan' })
export const withdrawFileInput = z.object({ id: field.id(), attachmentId: field.id(), reason: field.text(1000) })

export const addRecipientsInput = z
  .object({
    id: field.id(),
    purpose: field.oneOf(RECIPIENT_PURPOSES),
    agencyIds: field.ids(),
    name: field.optionalText(300),
    remark: field.optionalText(100),
  })
  .refine((value) => value.agencyIds.length > 0 || value.name !== '', { path: ['agencyIds'], message: 'required' })

export const recipientInput = z.object({ id: field.id(), recipientId: field.id() })
export const sendPaperInput = z
  .object({
    id: field.id(),
    recipientIds: field.ids(),
    sentOn: field.day(),
    channel: field.oneOf(SENDING_CHANNELS),
  })
  .refine((value) => value.recipientIds.length > 0, { path: ['recipientIds'], message: 'required' })
export const receivePaperInput = z.object({
  id: field.id(),
  recipientId: field.id(),
  receivedOn: field.day(),
  note: field.optionalText(500),
})
