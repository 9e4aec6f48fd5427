import { z } from 'zod'
import { type Day, isDay } from '../platform/day.ts'
import { PAPER_KINDS } from './paper-kinds.ts'
import { DIALOGUE_KINDS, keysOf } from './regulation-vocabulary.ts'

/** Control and direction-changing characters have no place in a text that goes on papers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to refuse them
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/

/** A text as people read it: NFC, not empty, without unseen characters. */
export const text = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(4000)
  .refine((value) => !UNSEEN.test(value), 'có ký tự điều khiển không nhìn thấy được')

/** A short name by which code and data refer to an entry: `conclusionNotice`, `party-hd36`. */
export const key = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/, {
  error: 'khóa chỉ gồm chữ cái không dấu, chữ số, dấu gạch nối, bắt đầu bằng chữ cái',
})

export const day = z.custom<Day>((value) => isDay(value), {
  error: (issue) =>
    issue.input === undefined ? 'thiếu mục bắt buộc này' : 'phải là ngày có thật, viết dạng "2025-08-06"',
})

export const count = z.int().min(1).max(400)
export const clause = text
export const role = key
export const dialogueKind = z.enum(keysOf(DIALOGUE_KINDS))
export const paperKind = z.enum(keysOf(PAPER_KINDS))
export const kindsOrAll = z.array(dialogueKind).min(1).optional()

/** A choice that a screen offers: key, Vietnamese label, English label where there is one. */
export const choice = z.strictObject({ key, label: text, labelEn: text.optional() })
