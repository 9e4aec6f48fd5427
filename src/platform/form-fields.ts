import { z } from 'zod'
import { comparedContact } from './contact-text.ts'
import { type Day, readTypedDay, yearOf } from './day.ts'
import { typedText } from './typed-text.ts'

// Building blocks of input schemas. Every message is a code of the catalogue of words, never a sentence.

/** One line or several, required; NFC, trimmed. */
export function text(max = 500) {
  return z.preprocess(typedText, z.string().min(1, 'required').max(max, 'tooLong'))
}

/** As `text`, but may be empty (then ''). */
export function optionalText(max = 5000) {
  return z.preprocess(typedText, z.string().max(max, 'tooLong'))
}

/** A name: one line. */
export function personName(max = 200) {
  return z.preprocess(
    (value) => typedText(value).replace(/\s+/g, ' '),
    z.string().min(1, 'required').max(max, 'tooLong'),
  )
}

/** The years of the calendar: a slip like 9999 would have the program count for minutes. */
const YEARS = { first: 1900, last: 2200 }

function readDay(value: string, context: z.RefinementCtx): Day {
  const read = readTypedDay(value)
  if (read !== null && yearOf(read) >= YEARS.first && yearOf(read) <= YEARS.last) return read
  context.addIssue({ code: 'custom', message: read === null ? 'notADay' : 'yearOutOfRange' })
  return z.NEVER
}

/** A day typed as 29/10/2025 or sent as 2025-10-29, in a year of the calendar. */
export function day() {
  return z.preprocess(typedText, z.string().min(1, 'required')).transform(readDay)
}

/** As `day`; empty gives null. */
export function optionalDay() {
  return z
    .preprocess(typedText, z.string())
    .transform((value, context): Day | null => (value === '' ? null : readDay(value, context)))
}

/** A time of day `HH:MM`; empty gives null. */
export function optionalTime() {
  return z
    .preprocess(typedText, z.string().regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/, 'notATime'))
    .transform((v) => v || null)
}

/** The id of a record. */
export function id() {
  return z.preprocess(
    (v) => (typedText(v) === '' ? undefined : Number(v)),
    z.number('required').int('notValid').positive('notValid'),
  )
}

/** As `id`; empty gives null. */
export function optionalId() {
  return z.preprocess(
    (v) => (typedText(v) === '' ? null : Number(v)),
    z.number('notValid').int('notValid').positive('notValid').nullable(),
  )
}

/** Ids of a group of checkboxes or a multiple select; one alone arrives as a single value. */
export function ids() {
  return z.preprocess(
    (v) => (v === undefined || v === '' ? [] : (Array.isArray(v) ? v : [v]).filter((x) => x !== '').map(Number)),
    z.array(z.number('notValid').int('notValid').positive('notValid')),
  )
}

/** Keys of a group of checkboxes. */
export function keys(max = 80) {
  return z.preprocess(
    (v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]),
    z.array(z.string().min(1).max(max, 'tooLong')),
  )
}

export function checkbox() {
  return z.preprocess((v) => v === true || v === 'on' || v === 'true' || v === '1' || v === 'yes', z.boolean())
}

/** The box under a notice on personal data: without it nothing may be kept. */
export function agreed() {
  return checkbox().refine((ticked) => ticked, 'agreeNeeded')
}

const PHONE = /^$|^\+?[\d\s.()-]{8,20}$/
const MAIL = /^$|^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/

/** A telephone number as people write it; may be empty. */
export function optionalPhone() {
  return optionalText(40).refine((value) => PHONE.test(value), 'notAPhone')
}

/** A mail address; may be empty. */
export function optionalMail() {
  return optionalText(200).refine((value) => MAIL.test(value), 'notAnEmail')
}

/** One way to reach somebody: a telephone number or a mail address. */
export function contact() {
  return text(200).refine((value) => comparedContact(value) !== null, 'contactRequired')
}

/** What a secret or a file is known by: its SHA-256. */
export function digest() {
  return z.string().regex(/^[0-9a-f]{64}$/, 'notValid')
}

/** A count, at least `min`; required. */
export function count(min = 0, max = 10_000_000) {
  return z.preprocess(
    (v) => (typedText(v) === '' ? undefined : Number(typedText(v).replace(/[.\s](?=\d{3}\b)/g, ''))),
    z
      .number({ error: ({ input }) => (input === undefined ? 'required' : 'notANumber') })
      .int('notANumber')
      .min(min, 'tooSmall')
      .max(max, 'tooLarge'),
  )
}

/** As `count`; empty gives null. */
export function optionalCount(min = 0, max = 10_000_000) {
  return z.preprocess(
    (v) => (typedText(v) === '' ? null : Number(typedText(v).replace(/[.\s](?=\d{3}\b)/g, ''))),
    z.number('notANumber').int('notANumber').min(min, 'tooSmall').max(max, 'tooLarge').nullable(),
  )
}

/** One of a closed list of keys. */
export function oneOf<const T extends readonly [string, ...string[]]>(choices: T) {
  return z.preprocess((v) => (v === '' ? undefined : v), z.enum(choices, 'notInList'))
}

/** As `oneOf`; empty gives null. */
export function optionalOneOf<const T extends readonly [string, ...string[]]>(choices: T) {
  return z.preprocess((v) => (v === '' || v === undefined ? null : v), z.enum(choices, 'notInList').nullable())
}

/** A key whose list lies in the regulation; checked inside the change. */
export function key() {
  return z.preprocess(typedText, z.string().min(1, 'required').max(80, 'tooLong'))
}

export function optionalKey() {
  return z.preprocess(typedText, z.string().max(80, 'tooLong')).transform((v) => v || null)
}

/** The largest version the database keeps (integer). */
export const LAST_VERSION = 2_147_483_647

/** The version of the record the form was opened with. */
export function version() {
  return z.preprocess((v) => Number(v), z.number().int().positive().max(LAST_VERSION))
}

/** As `version`; empty, where nothing was there yet, gives null. */
export function optionalVersion() {
  return z.preprocess(
    (v) => (v === undefined || v === '' ? null : Number(v)),
    z.number().int().positive().max(LAST_VERSION).nullable(),
  )
}

/** An id as it stands in an address or a form; 0, which no record has, for anything that is no id. */
export function readId(value: unknown): number {
  const id = Number(value)
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}
