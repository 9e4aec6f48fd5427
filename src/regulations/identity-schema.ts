import { z } from 'zod'
import { AUTHORITY_KINDS, DIALOGUE_FORMS, keysOf } from './regulation-vocabulary.ts'
import { choice, clause, day, dialogueKind, key, role, text } from './schema-values.ts'

/** An instrument cited in full at first mention of a plan. */
const legalBasis = z.strictObject({ number: text, date: day, issuer: text, title: text })

export const identityFields = {
  format: z.literal('doi-thoai/regulation/1'),
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
    error: 'mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ "hai-phong-13"',
  }),
  version: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/, {
    error: 'phiên bản là chữ đặt trong ngoặc kép, ví dụ "2025"',
  }),
  number: text,
  name: text,
  issuer: text,
  date: day,
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  overlay: z.boolean(),
  appliesTo: z.strictObject({ label: text, authorityKinds: z.array(z.enum(keysOf(AUTHORITY_KINDS))).min(1) }),
  legalBases: z.array(legalBasis).min(1),
  motto: text.nullable(),
  note: text.optional(),
}

/** Posts and agencies that the regulation names, in its own words. */
export const roleEntry = z.strictObject({
  key: role,
  kind: z.enum(['post', 'agency']),
  label: text,
  labelEn: text.optional(),
})

export const target = z.strictObject({
  key,
  label: text,
  who: z.array(role).min(1),
  minimum: z.int().min(0).max(400),
  period: z.enum(['year', 'halfYear', 'quarter']),
  quarters: z.array(z.int().min(1).max(4)).min(1).optional(),
  countsKinds: z.array(dialogueKind),
  countsIndirect: z.boolean(),
  alsoWhen: z.array(choice.extend({ votersPercent: z.int().min(1).max(100).optional() })),
  clause,
})

const trigger = z.strictObject({ key, text, clause })
const session = choice.extend({ clause })

export const kind = z.strictObject({
  key: dialogueKind,
  label: text,
  labelEn: text.optional(),
  contents: z.array(choice),
  triggers: z.array(trigger),
  sessionKinds: z.array(session),
  clause,
})

export const form = z.strictObject({
  key: z.enum(keysOf(DIALOGUE_FORMS)),
  label: text,
  labelEn: text.optional(),
  places: z.array(text),
  clause,
})

export const noticeChannel = choice.extend({ responsible: role, clause })

export const adHoc = z.strictObject({
  /** Keys of deadline rules, or `collection`, that an ad hoc dialogue may skip (a reading, so a setting). */
  skips: z.array(key),
  keeps: z.array(key),
  reading: text,
  clause: clause.nullable(),
})
