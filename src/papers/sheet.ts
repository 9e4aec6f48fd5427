import { z } from 'zod'
import { isDay } from '../platform/day.ts'

// The model of a paper: plain data, without a size, a font or a place on the page. A layout gives those (`layouts/`).
// Text is text: nothing in it is markup. A line break inside a text is `\n`.

const short = z.string().max(2_000)
const long = z.string().max(200_000)

/** A piece of a text: words, a box to tick (`box`: ticked or not), or dots to write on (`blank`: how long, in mm). */
const runSchema = z.union([
  z.strictObject({ text: long, bold: z.boolean().optional(), italic: z.boolean().optional() }),
  z.strictObject({ box: z.boolean() }),
  z.strictObject({ blank: z.number().min(1).max(200) }),
])
export type Run = z.infer<typeof runSchema>

const textSchema = z.union([long, z.array(runSchema)])
export type Text = z.infer<typeof textSchema>

const alignSchema = z.enum(['left', 'center', 'right', 'justify'])
export type Align = z.infer<typeof alignSchema>

const columnSchema = z.strictObject({
  label: short,
  /** share of the width; only its relation to the other columns counts */
  width: z.number().positive(),
  align: alignSchema.optional(),
  /** neighbouring columns with the same `over` stand under one common label */
  over: short.optional(),
})
export type TableColumn = z.infer<typeof columnSchema>

const rowSchema = z.union([
  z.strictObject({ cells: z.array(textSchema), bold: z.boolean().optional() }),
  /** one cell over the whole width: the heading of a group of rows */
  z.strictObject({ group: textSchema }),
])
export type TableRow = z.infer<typeof rowSchema>

const tableSchema = z.strictObject({
  type: z.literal('table'),
  columns: z.array(columnSchema).min(1).max(30),
  rows: z.array(rowSchema),
  /** a row (1) (2) (3) … under the labels */
  columnNumbers: z.boolean().optional(),
  /** points; the layout's table size when left out (wide tables take less) */
  size: z.number().min(8).max(14).optional(),
})
export type Table = z.infer<typeof tableSchema>

const level = z.number().int().min(1).max(4)

const flatBlockSchema = z.discriminatedUnion('type', [
  /** numbered in the way of the layout (I. / 1. / a)) unless `numbered` is false */
  z.strictObject({ type: z.literal('heading'), level, text: textSchema, numbered: z.boolean().optional() }),
  /** “Điều 1. …”, counted through the whole paper */
  z.strictObject({ type: z.literal('article'), text: textSchema }),
  /** a paragraph that carries the number of its level and shares the count with the headings of that level */
  z.strictObject({ type: z.literal('clause'), level, text: textSchema }),
  z.strictObject({
    type: z.literal('paragraph'),
    text: textSchema,
    align: alignSchema.optional(),
    /** without the indent of the first line */
    flush: z.boolean().optional(),
    keepWithNext: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('list'),
    items: z.array(textSchema),
    mark: z.enum(['dash', 'plus', 'bullet', 'none']).optional(),
  }),
  tableSchema,
  /** “Họ và tên: ………”: dots to the margin where no value is; `lines` more dotted lines below */
  z.strictObject({
    type: z.literal('field'),
    label: short,
    value: textSchema.nullable(),
    lines: z.number().int().min(0).max(60).optional(),
  }),
  /** boxes to tick, one below the other or in one line */
  z.strictObject({
    type: z.literal('choices'),
    label: short.optional(),
    options: z.array(z.strictObject({ text: short, ticked: z.boolean() })),
    inline: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('dottedLines'), lines: z.number().int().min(1).max(60) }),
  z.strictObject({ type: z.literal('pageBreak') }),
])
export type FlatBlock = z.infer<typeof flatBlockSchema>

const blockSchema = z.union([
  flatBlockSchema,
  /** a wide part on pages laid across */
  z.strictObject({ type: z.literal('landscape'), blocks: z.array(flatBlockSchema) }),
])
export type Block = z.infer<typeof blockSchema>

const headSchema = z.strictObject({
  /** organs above the issuer, from the top; the layout writes them in capitals */
  superior: z.array(short).max(3).optional(),
  /** who issues, one or two lines */
  issuer: z.array(short).min(1).max(3),
  /** as issued: `05/KH-UBND`, `127-QĐ/TU`; null while it has none */
  number: short.nullable(),
  /** what follows the blank while there is no number: `KH-UBND`, `KH/ĐU`; null with `number` null: no number line */
  symbol: short.nullable(),
  place: short.nullable(),
  /** null leaves day and month blank; `year` may already stand there */
  date: z.string().refine(isDay).nullable(),
  year: z.number().int().nullable().optional(),
  /** false: without Quốc hiệu or the Party's title, e.g. a list attached */
  nation: z.boolean().optional(),
})
export type SheetHead = z.infer<typeof headSchema>

export const CAPACITIES = ['onBehalf', 'deputyFor', 'byOrder', 'byAuthorization', 'acting'] as const

const signatureSchema = z.strictObject({
  /** from the top: TM. ỦY BAN NHÂN DÂN, then KT. CHỦ TỊCH; the layout writes the marks */
  capacities: z
    .array(z.strictObject({ capacity: z.enum(CAPACITIES), of: short }))
    .max(3)
    .optional(),
  /** the post as signed: PHÓ CHỦ TỊCH; null when the last capacity line says it (Q. CHỦ TỊCH) */
  post: short.nullable(),
  name: short.nullable(),
  /** below the post, in italics: (Ký, ghi rõ họ tên) */
  note: short.optional(),
})
export type Signature = z.infer<typeof signatureSchema>

const recipientsSchema = z.strictObject({
  items: z.array(z.strictObject({ name: short, purpose: short.optional() })),
  /** what is kept where, without the word Lưu: `VT, VP` for the state, `Văn phòng Đảng ủy` for the Party */
  archive: short.nullable(),
})
export type Recipients = z.infer<typeof recipientsSchema>

const appendixSchema = z.strictObject({
  /** “Phụ lục I”; null for a form or list that has only its title */
  label: short.nullable(),
  title: short,
  subject: short.optional(),
  /** “Kèm theo Kế hoạch số 05/KH-UBND ngày …”, written in brackets and italics */
  attachedTo: short.nullable(),
  /** its own head, for forms that are handed in apart */
  head: headSchema.optional(),
  landscape: z.boolean().optional(),
  body: z.array(blockSchema),
  signatures: z.array(signatureSchema).max(2).optional(),
})
export type Appendix = z.infer<typeof appendixSchema>

/** In the foot of each page of a form that comes back: what a camera reads at the right, beside it what people read. */
const cornerSchema = z.strictObject({ code: short, lines: z.array(textSchema).min(1).max(5) })
export type Corner = z.infer<typeof cornerSchema>

/** Everything an official paper consists of; see docs of each part. */
export const sheetSchema = z.strictObject({
  head: headSchema.nullable(),
  /** `name`: KẾ HOẠCH, THÔNG BÁO …; null makes it a letter (công văn) with “V/v …” below its number */
  name: short.nullable(),
  subject: short.nullable(),
  urgency: z.enum(['urgent', 'veryUrgent', 'express']).optional(),
  /** marks it as “DỰ THẢO” */
  draft: z.boolean().optional(),
  /** Kính gửi */
  to: z.array(short).optional(),
  bases: z.array(short).optional(),
  body: z.array(blockSchema),
  /** false: the text does not end with the mark of the layout (`./.`), e.g. lists and forms */
  closing: z.boolean().optional(),
  landscape: z.boolean().optional(),
  /** one, or two side by side (minutes: secretary, then chair) */
  signatures: z.array(signatureSchema).max(2).optional(),
  recipients: recipientsSchema.nullable().optional(),
  appendices: z.array(appendixSchema).optional(),
  corner: cornerSchema.optional(),
})
export type Sheet = z.infer<typeof sheetSchema>

/** A sheet that comes from outside (stored, posted). Throws ZodError naming every field that is wrong. */
export function readSheet(value: unknown): Sheet {
  return sheetSchema.parse(value)
}
