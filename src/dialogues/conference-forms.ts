import { z } from 'zod'
import {
  checkbox,
  count,
  day,
  id,
  key,
  oneOf,
  optionalCount,
  optionalId,
  optionalText,
  optionalTime,
  optionalVersion,
  personName,
  text,
  version,
} from '../platform/form-fields.ts'

export const NOTICE_CHANNELS = ['media', 'portal', 'loudspeaker', 'posting', 'villageHead'] as const

export const noticeForm = z.object({
  id: id(),
  channel: oneOf(NOTICE_CHANNELS),
  doneOn: day(),
  atTime: optionalTime(),
  times: count(1, 1000),
  place: optionalText(300),
  content: optionalText(5000),
  doneByAgencyId: optionalId(),
})
export type NoticeInput = z.output<typeof noticeForm>

const agendaFields = {
  label: text(500),
  performer: optionalText(300),
  plannedAt: optionalTime(),
  minutes: optionalCount(1, 600),
}
export const addAgendaStepForm = z.object({ id: id(), ...agendaFields })
export const editAgendaStepForm = z.object({
  rowId: id(),
  version: version(),
  happened: optionalText(20_000),
  ...agendaFields,
})
export const moveRowForm = z.object({ rowId: id(), direction: oneOf(['up', 'down']) })
export const removeRowForm = z.object({ rowId: id() })

export const meetingRulesForm = z.object({ id: id(), version: version(), meetingRules: text(10_000) })

const speechFields = {
  speakerName: personName(200),
  village: optionalText(200),
  content: optionalText(5000),
  minutes: optionalCount(1, 120),
}
export const registerSpeechForm = z.object({ id: id(), registered: oneOf(['before', 'onSite']), ...speechFields })
export const editSpeechForm = z.object({ rowId: id(), version: version(), ...speechFields })

/** What became of a registration: spoken with its times, off topic or not; withdrawn; absent. */
export const speechOutcomeForm = z.object({
  rowId: id(),
  state: oneOf(['registered', 'spoken', 'withdrawn', 'absent']),
  offTopic: checkbox(),
  startedAt: optionalTime(),
  endedAt: optionalTime(),
})

/** Only the ground is needed; a name is restricted and never enters the minutes (002 I.3). */
export const exclusionForm = z.object({
  id: id(),
  groundKey: key(),
  restrictedName: optionalText(200),
  note: optionalText(1000),
  decidedBy: personName(200),
})

export const notClassifiedForm = z.object({ id: id(), confirmed: checkbox() })

export const holdConferenceForm = z.object({
  id: id(),
  heldOn: day(),
  openedAt: optionalTime(),
  endedAt: optionalTime(),
  attendanceDelegates: count(0, 100_000),
  attendancePeople: count(0, 100_000),
  attendanceWomen: optionalCount(0, 100_000),
})
export type HoldConferenceInput = z.output<typeof holdConferenceForm>

/** Closing the collection of an indirect dialogue: how many took part, and the compiled report in short. */
export const closeCollectionForm = z.object({
  id: id(),
  attendancePeople: count(0, 1_000_000),
  note: optionalText(5000),
})

export const minutesForm = z.object({
  id: id(),
  version: optionalVersion(),
  secretaryName: personName(200),
  proceedings: optionalText(200_000),
  conclusion: optionalText(50_000),
})

export const lockMinutesForm = z.object({ id: id() })
export const lockMinutesOnPaperForm = z.object({ id: id(), signed: checkbox() })

export const internalReviewForm = z.object({
  id: id(),
  version: optionalVersion(),
  heldOn: day(),
  chairedBy: personName(200),
  content: text(20_000),
  assignments: optionalText(20_000),
})
export type InternalReviewInput = z.output<typeof internalReviewForm>
