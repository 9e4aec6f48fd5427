import { z } from 'zod'
import {
  checkbox,
  day,
  id,
  ids,
  key,
  keys,
  oneOf,
  optionalCount,
  optionalDay,
  optionalId,
  optionalKey,
  optionalText,
  optionalTime,
  optionalVersion,
  personName,
  text,
  version,
} from '../platform/form-fields.ts'
import { DIALOGUE_FORMS, DIALOGUE_KINDS, keysOf } from '../regulations/regulation-vocabulary.ts'

/** Opening a dialogue, from an entry of the plan, an accepted request or topic, or outside the plan. */
export const openDialogueForm = z.object({
  plannedDialogueId: optionalId(),
  requestId: optionalId(),
  topicProposalId: optionalId(),
  title: text(300),
  kind: oneOf(keysOf(DIALOGUE_KINDS)),
  form: oneOf(keysOf(DIALOGUE_FORMS)),
  chairModel: key(),
  triggerKey: optionalKey(),
  triggerReason: optionalText(2000),
  topic: optionalText(2000),
  audience: keys(),
  heldOn: optionalDay(),
  startsAt: optionalTime(),
  endsAt: optionalTime(),
  venue: optionalText(300),
  onlineLink: optionalText(500),
  collectionOpensOn: optionalDay(),
  collectionClosesOn: optionalDay(),
  hostAgencyId: optionalId(),
  policeForum: checkbox(),
  interpreterNeeded: optionalText(200),
})
export type OpenDialogueInput = z.output<typeof openDialogueForm>

/** A dialogue within a regular meeting: four answers, recorded in seconds (000 II.2). */
export const regularMeetingForm = z.object({
  sessionKind: key(),
  heldOn: day(),
  chairModel: key(),
  attendancePeople: optionalCount(0, 100_000),
  note: optionalText(2000),
})

export const editDialogueForm = z.object({
  id: id(),
  version: version(),
  title: text(300),
  topic: optionalText(2000),
  audience: keys(),
  hostAgencyId: optionalId(),
  supportingAgencyIds: ids(),
  interpreterNeeded: optionalText(200),
  policeForum: checkbox(),
  note: optionalText(5000),
})

/** Time, place and composition as the chair decided them (E1, E2); a changed day needs its reason. */
export const conferenceDayForm = z.object({
  id: id(),
  version: version(),
  heldOn: optionalDay(),
  startsAt: optionalTime(),
  endsAt: optionalTime(),
  venue: optionalText(300),
  onlineLink: optionalText(500),
  composition: optionalText(5000),
  decidedOn: optionalDay(),
  collectionOpensOn: optionalDay(),
  collectionClosesOn: optionalDay(),
  reason: optionalText(1000),
})
export type ConferenceDayInput = z.output<typeof conferenceDayForm>

/** The same, decided on paper: the lead office records who decided and when. */
export const conferenceDayOnPaperForm = conferenceDayForm.extend({ decidedOn: day(), decidedBy: personName() })

export const cancelDialogueForm = z.object({ id: id(), reason: text(1000) })
export const cancelDialogueOnPaperForm = cancelDialogueForm.extend({ decidedOn: day(), decidedBy: personName() })

export const authorizeDeputyForm = z.object({
  id: id(),
  headPostId: id(),
  deputyPostId: id(),
  reasonKey: key(),
  reason: text(1000),
  authorizedOn: day(),
  recordedIn: oneOf(['paper', 'minutes']),
})

export const taskForm = z.object({
  id: id(),
  rowId: optionalId(),
  version: optionalVersion(),
  agencyId: id(),
  kind: oneOf([
    'task',
    'logistics',
    'securityPlan',
    'overviewReport',
    'securityReport',
    'answers',
    'attendance',
    'announcement',
  ]),
  content: text(2000),
  dueOn: optionalDay(),
})

export const taskReportForm = z.object({ rowId: id(), doneOn: day(), result: optionalText(2000) })
