import { z } from 'zod'
import { keysOf, REPORT_PERIODS } from './regulation-vocabulary.ts'
import { choice, clause, count, key, kindsOrAll, paperKind, role, text } from './schema-values.ts'

export const petitionFields = z.strictObject({
  subjectAreas: z.array(choice.extend({ sensitive: z.boolean() })).min(1),
  audiences: z.array(choice).min(1),
  urgencies: z.array(choice).min(1),
  /** Which of several chairs answers: party, government, public security. */
  spheres: z.array(choice.extend({ answeredBy: z.array(role).min(1) })).min(1),
  channels: z.array(choice.extend({ indirect: z.boolean() })).min(1),
  clause,
})

export const dossier = z.strictObject({
  columns: z.array(choice),
  checklist: z.array(
    z.strictObject({
      key,
      stage: z.enum(['before', 'during', 'after']),
      label: text,
      need: z.enum(['mandatory', 'ifAny']),
      appliesToKinds: kindsOrAll,
      satisfiedBy: z.array(paperKind).min(1),
      /** True when a paper of every kind named is needed, not just of one of them. */
      needsEvery: z.boolean().optional(),
      clause,
    }),
  ),
  clause: clause.nullable(),
})

export const recipientList = z.strictObject({
  papers: z.array(paperKind).min(1),
  to: z.array(z.strictObject({ label: text, purpose: text.optional(), role: role.optional() })).min(1),
  clause,
})

/** A report upward. `before` reads “trước ngày”: the last good day is the working day before it (counting 6). */
export const report = z.strictObject({
  key,
  label: text,
  labelEn: text.optional(),
  forms: z.array(choice),
  dates: z
    .array(
      z.strictObject({
        period: z.enum(keysOf(REPORT_PERIODS)),
        month: z.int().min(1).max(12),
        day: z.int().min(1).max(31),
        wording: z.enum(['before', 'noLaterThan']),
      }),
    )
    .min(1),
  /** Up to when figures count: the last good day before the due date, or the end of the period itself. */
  cutoff: z.enum(['lastGoodDay', 'periodEnd']),
  drafter: role,
  signer: role,
  recipients: z.array(role).min(1),
  /** Number of the instrument when it is not the regulation's own. */
  instrument: text.optional(),
  clause,
  quote: text,
})

export const forum = z.strictObject({
  key,
  label: text,
  labelEn: text.optional(),
  agendaStep: key,
  surveyGroups: z.array(choice).min(1),
  legalBasis: text,
  clause,
})

export const satisfactionLevel = choice.extend({ positive: z.boolean() })

/** Within which time after its answer a petitioner may carry a petition on; left out where the instrument is silent. */
export const contestTerm = z.strictObject({
  amount: count,
  unit: z.enum(['working', 'calendar']),
  clause,
  quote: text.optional(),
})

export const supervisor = z.strictObject({ role, duties: z.array(text).min(1), clause })

export const reminderStage = z.strictObject({
  key,
  label: text,
  /** Working days from the due date: negative before, 0 on the day, positive after. */
  offset: z.int().min(-60).max(60),
  to: z.array(role).min(1),
})
