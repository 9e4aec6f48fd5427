import { z } from 'zod'
import * as f from '../platform/form-fields.ts'
import { HALL_ACTS } from './hall-act.ts'
import { SCREEN_LOOKS } from './hall-state.ts'

/** A moment of a browser: milliseconds since 1970; empty or none: null. */
function moment() {
  return z.preprocess((value) => {
    const number = value === undefined || value === null || value === '' ? Number.NaN : Number(value)
    return Number.isFinite(number) && Math.abs(number) < 8.64e15 ? number : null
  }, z.number().nullable())
}

/** Every act of the desk: which, about whom, and when by the clock of the desk. */
export const directHallForm = z.object({
  id: f.id(),
  act: f.oneOf(HALL_ACTS),
  speechId: f.optionalId(),
  fromSpeechId: f.optionalId(),
  beforeSpeechId: f.optionalId(),
  stepId: f.optionalId(),
  seconds: f.optionalCount(1, 3600),
  on: f.checkbox(),
  reason: f.optionalText(500),
  /** `undo`: which act, by its number in the line of acts, or by the key it was sent with */
  seq: f.optionalId(),
  undoKey: f.optionalText(100),
  startedAt: moment(),
  endedAt: moment(),
  at: moment(),
  sentAt: moment(),
})
export type DirectHallInput = z.output<typeof directHallForm>

export const openHallForm = z.object({ id: f.id() })

export const arrangeHallForm = z.object({
  id: f.id(),
  screenLook: f.oneOf(SCREEN_LOOKS),
  speakingMinutes: f.optionalCount(1, 120),
  questionsOpen: f.checkbox(),
})

export const showOnScreenForm = z.object({ id: f.id(), screenLook: f.oneOf(SCREEN_LOOKS) })

export const renewHallLinksForm = z.object({ id: f.id(), reason: f.text(300) })

export const registerSpeakerForm = z.object({
  id: f.id(),
  source: f.oneOf(['onSite', 'group', 'phone']),
  speakerName: f.personName(200),
  village: f.optionalText(200),
  content: f.optionalText(5000),
  minutes: f.optionalCount(1, 120),
  nameShown: f.checkbox(),
})

export const countArrivalForm = z
  .object({
    id: f.id(),
    inviteeId: f.optionalId(),
    kind: f.oneOf(['delegates', 'people']),
    name: f.optionalText(200),
    village: f.optionalText(200),
    headcount: f.count(1, 5000),
    women: f.optionalCount(0, 5000),
    at: moment(),
    sentAt: moment(),
  })
  .refine((form) => (form.women ?? 0) <= form.headcount, { path: ['women'], message: 'moreThanPresent' })
export const takeBackArrivalForm = z.object({ id: f.id(), arrivalId: f.id() })

export const askQuestionForm = z.object({
  id: f.id(),
  text: f.text(1000),
  name: f.optionalText(100),
  village: f.optionalText(100),
  nameShown: f.checkbox(),
  askedBy: z.string().max(64),
})
export const enterQuestionForm = z.object({
  id: f.id(),
  source: f.oneOf(['letter', 'email', 'textMessage', 'organization']),
  text: f.text(2000),
  name: f.optionalText(200),
  village: f.optionalText(200),
  nameShown: f.checkbox(),
})
export const moderateQuestionForm = z
  .object({
    id: f.id(),
    questionId: f.id(),
    version: f.version(),
    state: f.oneOf(['received', 'hidden', 'shortlisted', 'now', 'answered']),
    shownText: f.optionalText(1000),
    answer: f.optionalText(5000),
    hiddenReason: f.optionalText(500),
  })
  .refine((form) => form.state !== 'hidden' || form.hiddenReason !== '', {
    path: ['hiddenReason'],
    message: 'reasonRequired',
  })
  .refine((form) => form.state !== 'answered' || form.answer !== '', { path: ['answer'], message: 'required' })
export const supportQuestionForm = z.object({ id: f.id(), questionId: f.id(), supporter: z.string().max(64) })

export const handUpNoteForm = z.object({ id: f.id(), petitionId: f.optionalId(), text: f.text(1000) })
export const readNoteForm = z.object({ id: f.id(), noteId: f.id() })

/** Capturing in one field what is raised; lines that begin with “-” are contents of their own. */
export const captureForm = z.object({
  id: f.id(),
  speechId: f.id(),
  content: f.text(20_000),
  subjectArea: f.optionalKey(),
  split: f.checkbox(),
  consentToPublishName: f.checkbox(),
})
export const linkPetitionForm = z.object({ id: f.id(), speechId: f.id(), petitionId: f.id(), on: f.checkbox() })

/** The word of the chair: which agency, until which day, or that the agency proposes both itself. */
export const directAgencyForm = z
  .object({
    id: f.id(),
    petitionId: f.id(),
    version: f.version(),
    leadAgencyId: f.id(),
    promise: f.optionalText(5000),
    promisedOn: f.optionalDay(),
    agencyProposes: f.checkbox(),
  })
  .refine((form) => form.agencyProposes || form.promisedOn !== null, { path: ['promisedOn'], message: 'required' })
