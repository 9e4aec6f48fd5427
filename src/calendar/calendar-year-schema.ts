import { z } from 'zod'
import { type Day, isDay } from '../platform/day.ts'

/** Sentences for what a person filling in the table gets wrong; anything else falls back to zod's own Vietnamese. */
const fallback = z.locales.vi().localeError
const SHAPE_WORDS: Record<string, string> = {
  string: 'chữ',
  int: 'số nguyên',
  number: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'nhóm các mục (mục: giá trị)',
}

/** Error map for `safeParse(…, { error })`: says in Vietnamese what is wrong with a field. */
export const vietnameseProblem: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') {
    const wanted = SHAPE_WORDS[issue.expected] ?? issue.expected
    return issue.input === undefined ? 'thiếu, phải có' : `phải là ${wanted}`
  }
  if (issue.code === 'unrecognized_keys') return `có mục không biết: ${issue.keys.join(', ')}`
  if (issue.code === 'invalid_value') return `phải là một trong: ${issue.values.join(', ')}`
  if (issue.code === 'too_small' && issue.origin === 'string') return 'không được để trống'
  return fallback(issue)
}

const day = z
  .string()
  .refine(isDay, { error: 'không phải ngày có thật, viết NĂM-THÁNG-NGÀY, ví dụ 2026-09-02' })
  .transform((text) => text as Day)

const words = z.string().trim().normalize('NFC').min(1)

const notice = z.strictObject({ number: words, date: day.nullable().default(null), about: words })

const offDay = z.strictObject({
  date: day,
  kind: z.enum(['holiday', 'swap', 'compensation']),
  name: words,
  for: day.nullable().default(null),
  notice: words.nullable().default(null),
})

const workedSaturday = z.strictObject({ date: day, for: day, notice: words.nullable().default(null) })

/** The shape of a year file. What rows must be to each other is in `check-calendar-year.ts`. */
export const calendarYearSchema = z.strictObject({
  year: z.int().min(1900).max(2200),
  provisional: z.boolean(),
  notices: z.array(notice),
  daysOff: z.array(offDay),
  workedSaturdays: z.array(workedSaturday),
})
