import { z } from 'zod'
import { PAPER_SUBJECTS } from './paper-facts.ts'

// The wording of a kind of paper as data (`paper-templates/*.yaml`, or an authority's own). `{name}` stands for a value
// of the facts, inside a list or table for a field of its row. There is nothing else: no condition but “is there any”,
// no arithmetic. `{{` and `}}` are the signs themselves.

const words = z.string().max(20_000)
const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/)
const level = z.number().int().min(1).max(4)

const columnSchema = z.strictObject({
  field: name,
  label: z.string().max(200),
  width: z.number().positive(),
  align: z.enum(['left', 'center', 'right', 'justify']).optional(),
  over: z.string().max(200).optional(),
})

const plainBlockSchema = z.union([
  z.strictObject({
    text: words,
    align: z.enum(['left', 'center', 'right', 'justify']).optional(),
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    flush: z.boolean().optional(),
  }),
  z.strictObject({ heading: words, level, numbered: z.boolean().optional() }),
  z.strictObject({ clause: words, level }),
  /** a dash for each row of the list; `none` when it is empty (without it nothing is written) */
  z.strictObject({
    each: name,
    item: words,
    mark: z.enum(['dash', 'plus', 'bullet', 'none']).optional(),
    none: words.optional(),
  }),
  /** a numbered heading for each row, with what stands under it: a paragraph for each line of `text` */
  z.strictObject({ each: name, heading: words, level, text: words.optional(), none: words.optional() }),
  /** a numbered paragraph of that level for each row */
  z.strictObject({ each: name, clause: words, level, none: words.optional() }),
  z.strictObject({
    table: name,
    columns: z.array(columnSchema).min(1).max(30),
    columnNumbers: z.boolean().optional(),
    /** rows with the same value stand together under it */
    groupBy: name.optional(),
    none: words.optional(),
    /** so many empty rows to write in by hand */
    emptyRows: z.number().int().min(0).max(60).optional(),
    size: z.number().min(8).max(14).optional(),
  }),
  z.strictObject({ items: z.array(words).min(1), mark: z.enum(['dash', 'plus', 'bullet', 'none']).optional() }),
  /** a line to fill in, filled in where the value is known */
  z.strictObject({
    field: z.string().max(500),
    value: words.optional(),
    lines: z.number().int().min(0).max(60).optional(),
  }),
  z.strictObject({
    choices: z.array(z.string().max(500)).min(1),
    label: z.string().max(500).optional(),
    inline: z.boolean().optional(),
  }),
  /** a question for each row of the list, with a box to tick for each row of `options` */
  z.strictObject({ question: words, of: name, options: name, option: name }),
  z.strictObject({ dottedLines: z.number().int().min(1).max(60) }),
  z.strictObject({ pageBreak: z.literal(true) }),
])

/** Stands only when the value, or the list, is there (`any`) or is not (`no`). */
const conditionalBlockSchema = z.union([
  z.strictObject({ any: name, blocks: z.array(plainBlockSchema).min(1) }),
  z.strictObject({ no: name, blocks: z.array(plainBlockSchema).min(1) }),
])

const uprightBlockSchema = z.union([plainBlockSchema, conditionalBlockSchema])
export type UprightTemplateBlock = z.infer<typeof uprightBlockSchema>

const blockSchema = z.union([
  uprightBlockSchema,
  /** wide tables with their headings, on pages laid across; upright when no table has rows */
  z.strictObject({ landscape: z.array(uprightBlockSchema).min(1) }),
])
export type TemplateBlock = z.infer<typeof blockSchema>
export type PlainTemplateBlock = z.infer<typeof plainBlockSchema>

const signatureSchema = z.strictObject({
  /** whose signature: of the paper itself, or a person of the facts */
  post: words,
  name: words,
  note: z.string().max(200).optional(),
})

export const paperTemplateSchema = z.strictObject({
  /** key of `PAPER_KINDS` */
  kind: name,
  /** tells apart several papers of one kind, e.g. `public` of the conclusion notice */
  variant: name.optional(),
  /** only for papers under the rules of this branch; for all when left out */
  branch: z.enum(['state', 'party', 'front']).optional(),
  /** where it comes from: clause of the document, or `practice` */
  source: z.string().max(500),
  about: z.enum(PAPER_SUBJECTS),
  /** THÔNG BÁO, KẾ HOẠCH …; null for a letter with “V/v …” */
  name: words.nullable(),
  subject: words.nullable(),
  /** the sign behind the number, e.g. `TB`, joined with the issuer's by the layout's rule */
  symbol: z.string().max(40).nullable(),
  to: z.array(words).optional(),
  bases: z.array(words).optional(),
  body: z.array(blockSchema),
  closing: z.boolean().optional(),
  landscape: z.boolean().optional(),
  head: z.enum(['full', 'issuerOnly', 'none']).optional(),
  /** left out: the signature of the paper; minutes and forms name theirs */
  signatures: z.array(signatureSchema).max(2).optional(),
  recipients: z.array(z.strictObject({ name: words, purpose: z.string().max(100).optional() })).optional(),
  archive: words.nullable().optional(),
  appendices: z
    .array(
      z.strictObject({
        label: z.string().max(100).nullable(),
        title: words,
        subject: words.optional(),
        landscape: z.boolean().optional(),
        body: z.array(blockSchema),
        signatures: z.array(signatureSchema).max(2).optional(),
      }),
    )
    .optional(),
})
export type PaperTemplate = z.infer<typeof paperTemplateSchema>
