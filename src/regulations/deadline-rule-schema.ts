import { z } from 'zod'
import { ANCHOR_EVENTS, keysOf, MEETING_EVENTS } from './regulation-vocabulary.ts'
import { choice, clause, count, key, kindsOrAll, role, text } from './schema-values.ts'

const anchorEvent = z.enum(keysOf(ANCHOR_EVENTS))

/** A longer term: `amount` is the whole term (15 days instead of 10), not what is added. */
const extension = z.strictObject({ amount: count, reasons: z.array(choice).min(1), clause })
const complexCase = z.strictObject({ amount: count, clause })

const metBy = z.strictObject({
  text,
  events: z.array(z.enum(keysOf(MEETING_EVENTS))).min(1),
  /** `all`: the last of the events counts; `any`: the first. */
  needs: z.enum(['all', 'any']),
})

/** One duty with a date: what it binds, from which event, how far, in which days, and which clause says so. */
export const deadlineRule = z.strictObject({
  key,
  label: text,
  labelEn: text.optional(),
  binds: z.enum(['dialogue', 'petition', 'conclusionItem', 'authority']),
  anchor: anchorEvent,
  /** Tried in order while the anchor itself is not known (sent before received). */
  anchorFallbacks: z.array(anchorEvent),
  /** The anchor of an indirect dialogue, which has no conference; null: the duty does not arise. */
  indirectAnchor: anchorEvent.nullable(),
  direction: z.enum(['before', 'after']),
  amount: count,
  unit: z.enum(['working', 'calendar']),
  extension: extension.optional(),
  complex: complexCase.optional(),
  backwardReading: z.enum(['default', 'strict']).optional(),
  responsible: z.array(role).min(1),
  metBy,
  appliesToKinds: kindsOrAll,
  /** Number of the instrument when it is not the regulation's own. */
  instrument: text.optional(),
  clause,
  quote: text,
})
