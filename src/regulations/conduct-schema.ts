import { z } from 'zod'
import { DECISION_ACTS, keysOf, LAYOUT_PROFILES } from './regulation-vocabulary.ts'
import { choice, clause, count, key, kindsOrAll, paperKind, role, text } from './schema-values.ts'

/** Who may chair; lead office and archive owner follow from it. */
export const chairModel = z.strictObject({
  key,
  label: text,
  labelEn: text.optional(),
  posts: z.array(role).min(1),
  leadOffice: role,
  supportingOffices: z.array(role),
  archiveOwner: role,
  countsFor: z.array(role).min(1),
  audiences: z.array(key).min(1),
  layoutProfile: z.enum(keysOf(LAYOUT_PROFILES)),
  clause,
})

export const deputyAuthorization = z.strictObject({
  allowed: z.boolean(),
  reasons: z.array(choice),
  recordedIn: z.array(paperKind),
  clause: clause.nullable(),
})

export const topicAppraisal = z.strictObject({
  requiredForChairModels: z.array(key),
  lead: role.nullable(),
  members: z.array(role),
  clause: clause.nullable(),
})

const agendaStep = z.strictObject({
  order: count,
  key,
  label: text,
  labelEn: text.optional(),
  who: z.array(role).min(1),
  ifAny: z.boolean(),
  opensSpeaking: z.boolean().optional(),
  opensSurvey: z.boolean().optional(),
})

export const agendaTemplate = z.strictObject({
  key,
  label: text,
  appliesToKinds: kindsOrAll,
  steps: z.array(agendaStep).min(1),
  clause,
})

export const meetingRules = z.strictObject({
  clauses: z.array(z.strictObject({ text, clause: clause.nullable() })),
  exclusionGrounds: z.array(choice.extend({ clause })),
  offTopicPolicy: z.strictObject({
    policy: z.enum(['answerAndRecall', 'notStated']),
    text,
    clause: clause.nullable(),
  }),
  minutesPerSpeaker: z.int().min(1).max(120).nullable(),
  prioritizesPeople: z.boolean(),
})

export const decisionRight = z.strictObject({
  act: z.enum(keysOf(DECISION_ACTS)),
  label: text,
  decidedBy: z.array(role).min(1),
  mayBeOnPaper: z.boolean(),
})

/** What may be told: only information that is not classified (003 I.2); how backward terms are read. */
export const reading = z.strictObject({
  backwardReading: z.enum(['default', 'strict']),
  remindOnStrictDate: z.boolean(),
  fixedDateInclusive: z.boolean(),
  excludesClassified: z.boolean(),
  classifiedConfirmation: text,
})
