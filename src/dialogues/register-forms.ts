import { z } from 'zod'
import {
  checkbox,
  count,
  day,
  id,
  oneOf,
  optionalCount,
  optionalKey,
  optionalText,
  personName,
  text,
} from '../platform/form-fields.ts'
import { paperDecisionFields } from './paper-decision-forms.ts'

export const REQUESTER_KINDS = ['citizen', 'organization', 'voters', 'staff'] as const

export const registerRequestForm = z.object({
  receivedOn: day(),
  requesterKind: oneOf(REQUESTER_KINDS),
  requesterName: personName(300),
  content: text(5000),
  signerCount: optionalCount(1, 10_000_000),
  voterCount: optionalCount(1, 10_000_000),
})

export const decideRequestForm = z.object({
  id: id(),
  decision: oneOf(['accepted', 'declined']),
  decidedOn: day(),
  decisionReason: optionalText(2000),
})

export const decideRequestOnPaperForm = decideRequestForm.extend(paperDecisionFields)

export const withdrawRequestForm = z.object({ id: id(), reason: text(1000) })

export const proposeTopicForm = z.object({
  year: count(2000, 2100),
  proposerAgencyId: id(),
  topic: text(1000),
  reason: text(5000),
  subjectArea: optionalKey(),
  sensitive: checkbox(),
  proposedOn: day(),
})

export const appraiseTopicForm = z.object({
  id: id(),
  agencyId: id(),
  opinion: oneOf(['agree', 'agreeWithChanges', 'disagree']),
  note: optionalText(5000),
  appraisedOn: day(),
  /** who spoke for the agency, when the lead office records what came on paper; empty: the agency itself */
  paperApprover: optionalText(200),
  paperNumber: paperDecisionFields.paperNumber,
  signedPage: paperDecisionFields.signedPage,
})

export const decideTopicForm = z.object({
  id: id(),
  decision: oneOf(['accepted', 'declined']),
  decidedOn: day(),
  decisionNote: optionalText(2000),
})

export const decideTopicOnPaperForm = decideTopicForm.extend(paperDecisionFields)
