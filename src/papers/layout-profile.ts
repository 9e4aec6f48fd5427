import { z } from 'zod'
import { isDay } from '../platform/day.ts'
import { CAPACITIES } from './sheet.ts'

// A layout profile: what a paper looks like under one instrument, as data (`layouts/*.yaml`). Sizes in points, lengths
// in millimetres, widths of lines as a share of the text above them.

const size = z.number().min(8).max(20)
const mm = z.number().min(0).max(60)
const day = z.string().refine(isDay, 'phải là ngày dạng "2026-05-27"')

const look = z.strictObject({
  size,
  bold: z.boolean().default(false),
  italic: z.boolean().default(false),
  underline: z.boolean().default(false),
  caps: z.boolean().default(false),
})
export type Look = z.infer<typeof look>

const NUMBER_FORMS = ['roman', 'arabic', 'letter', 'dash'] as const
const headingLevel = look.extend({
  form: z.enum(NUMBER_FORMS),
  after: z.string().max(3),
  align: z.enum(['left', 'center', 'justify']).default('left'),
  indent: z.boolean().default(true),
})
export type HeadingLevel = z.infer<typeof headingLevel>

const pageSchema = z.strictObject({ top: mm, bottom: mm, left: mm, right: mm })

const headSchema = z.strictObject({
  /** where the nation's or the Party's title stands; the issuer takes the other side */
  titleSide: z.enum(['left', 'right']),
  /** share of the issuer's column in the width of the text */
  issuerWidth: z.number().min(0.2).max(0.8),
  title: z.array(look.extend({ text: z.string().min(1) })).min(1),
  titleRule: z.number().min(0).max(1),
  superior: look,
  issuer: look,
  /** 0: no line, e.g. where a mark stands instead */
  issuerRule: z.number().min(0).max(1),
  issuerMark: z.string().nullable(),
  number: look.extend({
    prefix: z.string(),
    /** between the blank left for the number and its symbol: `/` or `-` */
    joiner: z.string().max(1),
    /** how many spaces are left for it */
    blank: z.number().int().min(1).max(20),
  }),
  date: look,
  letterSubject: look.extend({ prefix: z.string() }),
  urgency: look,
  draft: look,
})

const titleSchema = z.strictObject({
  name: look,
  subject: look.extend({
    /** whether the subject starts with a capital (state) or small (Party: “về …”) */
    start: z.enum(['upper', 'lower']),
  }),
  rule: z.number().min(0).max(1),
  mark: z.string().nullable(),
})

const bodySchema = z.strictObject({
  size,
  firstIndent: mm,
  paragraphGap: z.number().min(0).max(18),
  /** a multiple of the single line, or points when 10 and more */
  lineSpacing: z.number().min(1).max(30),
  tableSize: size,
  headings: z.array(headingLevel).length(4),
  article: look,
  basis: look.extend({ prefix: z.string(), end: z.string(), last: z.string() }),
  to: look.extend({ label: z.string(), labelItalic: z.boolean().default(false) }),
  closing: z.string().max(3),
})

const marks = z.strictObject(
  Object.fromEntries(CAPACITIES.map((one) => [one, z.string().min(1)])) as Record<
    (typeof CAPACITIES)[number],
    z.ZodString
  >,
)

const endingSchema = z.strictObject({
  marks,
  capacity: look,
  post: look,
  note: look,
  name: look,
  /** room for the signature and the stamp, mm */
  signingSpace: mm,
  recipients: z.strictObject({
    label: look.extend({ text: z.string() }),
    items: look,
    itemEnd: z.string().max(1),
    archivePrefix: z.string(),
    /** the first line where the paper has addressees */
    asAbove: z.string(),
  }),
})

const appendixSchema = z.strictObject({ label: look, title: look, attachedTo: look })

export const layoutSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  source: z.string().min(1),
  branch: z.enum(['state', 'party', 'front']),
  /** first and last day of issue it is used for; null: open */
  from: day,
  to: day.nullable(),
  page: pageSchema,
  pageNumber: z.strictObject({ place: z.enum(['top', 'bottom']), size, firstPage: z.boolean() }),
  head: headSchema,
  title: titleSchema,
  body: bodySchema,
  ending: endingSchema,
  appendix: appendixSchema,
})
export type Layout = z.infer<typeof layoutSchema>
export type Branch = Layout['branch']
