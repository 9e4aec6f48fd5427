import { z } from 'zod'
import * as f from '../platform/form-fields.ts'
import { competences, dispositions, petitionKinds, spheres } from './petition.ts'

const target = { id: f.id(), version: f.version() }

/** Decided in the program, or on paper: then who signed and when. */
export const onPaperFields = { paperApprover: f.personName(), paperApprovedOn: f.day() }

export const editPetitionForm = z.object({ ...target, content: f.text(20_000), reason: f.text(1000) })

export const classifyForm = z.object({
  ...target,
  kind: f.oneOf(petitionKinds),
  subjectArea: f.optionalKey(),
  audience: f.optionalKey(),
  urgency: f.optionalKey(),
  sphere: f.optionalOneOf(spheres),
  disposition: f.optionalOneOf(dispositions),
  sensitive: f.checkbox(),
  offTopic: f.checkbox(),
})

export const nameAccusedForm = z.object({
  ...target,
  accusedAgencyId: f.optionalId(),
  accusedAccountId: f.optionalId(),
  /** petitions of the same submission that are not about them */
  freeIds: f.ids(),
  reason: f.text(1000),
})

export const assignForm = z.object({
  ...target,
  leadAgencyId: f.id(),
  supportingAgencyIds: f.ids(),
  reason: f.optionalText(1000),
})

export const assignManyForm = z.object({
  petitionIds: f
    .ids()
    .refine((ids) => ids.length > 0, 'required')
    .refine((ids) => ids.length <= 500, 'tooMany'),
  leadAgencyId: f.id(),
  supportingAgencyIds: f.ids(),
})

export const decideForm = z.object({ ...target, competence: f.oneOf(competences), direction: f.text(5000) })
export const decideOnPaperForm = decideForm.extend(onPaperFields)

export const deferForm = z.object({ ...target, reason: f.text(2000) })
export const verifyForm = z.object({ ...target, report: f.text(20_000), verifiedOn: f.day() })

export const promiseForm = z.object({ ...target, promise: f.text(5000), promisedOn: f.day() })
export const complexForm = z.object({ ...target, reason: f.text(2000) })
export const complexOnPaperForm = complexForm.extend(onPaperFields)

export const transferForm = z.object({
  ...target,
  toAgencyId: f.id(),
  transferredOn: f.day(),
  reason: f.text(2000),
  slipPaperId: f.optionalId(),
  petitionerToldOn: f.optionalDay(),
  frontCopiedOn: f.optionalDay(),
})
export const followTransferForm = z.object({
  id: f.id(),
  petitionerToldOn: f.optionalDay(),
  frontCopiedOn: f.optionalDay(),
  answerReceivedOn: f.optionalDay(),
  answer: f.optionalText(20_000),
})

export const escalateForm = z.object({
  ...target,
  toAgencyId: f.id(),
  sentOn: f.day(),
  content: f.text(20_000),
  paperId: f.optionalId(),
})
export const followEscalationForm = z.object({
  id: f.id(),
  answerReceivedOn: f.day(),
  answer: f.text(20_000),
  petitionerToldOn: f.optionalDay(),
})

export const handOverForm = z.object({
  ...target,
  procedure: f.text(500),
  procedureBody: f.text(300),
  procedureOn: f.day(),
  petitionerToldOn: f.optionalDay(),
})

export const mergeForm = z.object({ ...target, intoId: f.id(), reason: f.text(1000) })
export const withdrawForm = z.object({ ...target, reason: f.text(2000) })

export const settleForm = z.object({
  ...target,
  settledOn: f.day(),
  settlement: f.text(20_000),
})
export const proposeSettlementForm = z.object({
  ...target,
  proposedSettlement: f.text(5000),
  proposedDueOn: f.optionalDay(),
})
export const askPetitionerForm = z.object({
  ...target,
  petitionerAskedOn: f.day(),
  petitionerAgrees: f.oneOf(['yes', 'no']),
  petitionerSaid: f.optionalText(5000),
})

export const linkRepeatForm = z.object({ ...target, earlierId: f.id(), continued: f.checkbox() })

export const restrictForm = z.object({
  ...target,
  confidential: f.checkbox(),
  readerIds: f.ids(),
  reason: f.text(1000),
})
export const openPetitionForm = z.object({ id: f.id(), purpose: f.text(500) })
export const readPetitionForm = z.object({ id: f.id() })
