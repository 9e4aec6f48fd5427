import { z } from 'zod'
import { signedPageField } from '../platform/files/upload-field.ts'
import {
  checkbox,
  day,
  id,
  ids,
  key,
  oneOf,
  optionalDay,
  optionalId,
  optionalText,
  optionalVersion,
  personName,
  text,
  version,
} from '../platform/form-fields.ts'
import { paperDecisionFields } from './paper-decision-forms.ts'

/** The three groups of the law, and what went to the body whose it is. */
export const DISPOSITIONS = ['answeredAtConference', 'verifyAndReplyLater', 'noteAndReportUp', 'transferred'] as const
export type Disposition = (typeof DISPOSITIONS)[number]

export const conclusionDraftForm = z.object({
  id: id(),
  version: optionalVersion(),
  assessment: optionalText(50_000),
  implementation: optionalText(50_000),
})
export type ConclusionDraftInput = z.output<typeof conclusionDraftForm>

const itemFields = {
  content: text(10_000),
  conclusion: text(10_000),
  disposition: oneOf(DISPOSITIONS),
  leadAgencyId: optionalId(),
  supportingAgencyIds: ids(),
  dueOn: optionalDay(),
  openProposal: checkbox(),
}
export const addConclusionItemForm = z.object({ id: id(), ...itemFields })
export const editConclusionItemForm = z.object({ rowId: id(), version: version(), ...itemFields })
export const removeConclusionItemForm = z.object({ rowId: id(), reason: text(500) })
export type ConclusionItemInput = Omit<z.output<typeof addConclusionItemForm>, 'id'>

/** The agency proposes solution and limit of an item left open (004 V.2(6)). */
export const proposeSettlementForm = z.object({ rowId: id(), proposedSettlement: text(10_000), proposedDueOn: day() })
/** The chair confirms what was proposed, or another limit; on paper with the day of the decision. */
export const confirmSettlementForm = z.object({ rowId: id(), dueOn: day() })
export const confirmSettlementOnPaperForm = confirmSettlementForm.extend({ confirmedOn: day(), ...paperDecisionFields })
export const itemResultForm = z.object({ rowId: id(), doneOn: day(), result: text(10_000) })

/** Approval in the program, or on paper: then who signed and when (the page is uploaded with the paper). */
/** `seen`: what the chair had before the eyes (`conclusionSeen`); empty: not asked about. */
export const approveConclusionForm = z.object({ id: id(), seen: optionalText(80) })
export const approveConclusionOnPaperForm = z.object({
  id: id(),
  paperApprover: personName(200),
  paperApprovedOn: day(),
  signedPage: signedPageField(),
})
export const withdrawConclusionApprovalForm = z.object({ id: id(), reason: text(1000) })

/** A new version of a notice that is out already. */
export const correctConclusionForm = z.object({ id: id(), reason: text(1000) })
export const dropCorrectionForm = z.object({ id: id(), reason: text(1000) })

export const issueConclusionForm = z.object({
  id: id(),
  datedOn: day(),
  number: optionalText(40),
  signerName: personName(200),
  signerTitle: text(200),
  signCapacity: text(80),
  lateEntryReason: optionalText(500),
})

export const sendConclusionForm = z.object({ id: id(), recipientIds: ids(), sentOn: day(), channel: text(40) })
export const conclusionReceiptForm = z.object({
  id: id(),
  recipientId: id(),
  receivedOn: day(),
  note: optionalText(500),
})

/** A longer term for the notice: one of the regulation's reasons, and in words why (004 V.3.a). */
export const extendConclusionForm = z.object({ id: id(), reasonKey: key(), reason: text(2000) })
export const extendConclusionOnPaperForm = extendConclusionForm.extend({
  grantedOn: day(),
  grantedByName: personName(200),
})

export const fillConclusionForm = z.object({ id: id() })
