import { type PaperTemplate, paperTemplateSchema, type TemplateBlock } from './paper-template.ts'
import { wordingFields } from './template-fields.ts'

/** Places of columns, and what was typed for one to be added, by path. */
interface TypedColumns {
  orders: Map<string, number>
  added: Map<string, string>
}

/** What was typed, by the path of its field. */
export type TypedWording = Readonly<Record<string, string>>

export type EditedTemplate =
  /** `draft`: every field at its place, for telling what is wrong where; `template`: tidied, as it would be kept */
  | { draft: PaperTemplate; template: PaperTemplate }
  /** codes by path */
  | { wrong: Readonly<Record<string, 'notANumber' | 'notValid' | 'tooLong'>> }

/**
 * A wording with what was typed. A field that is not among those typed stays; an emptied paragraph, item or column goes;
 * an empty line within a paragraph makes two of it; columns stand in the order of their numbers.
 */
export function editTemplate(template: PaperTemplate, typed: TypedWording): EditedTemplate {
  const draft = structuredClone(template) as unknown as Record<string, unknown>
  const columns: TypedColumns = { orders: new Map(), added: new Map() }
  const wrong: Record<string, 'notANumber' | 'notValid' | 'tooLong'> = {}
  for (const { path, form } of wordingFields(template)) {
    if (!Object.hasOwn(typed, path)) continue
    const words = tidy(typed[path]!)
    if (/\.add\.(label|field|width)$/.test(path)) columns.added.set(path, words)
    else if (form === 'number') {
      const number = Number(words.replace(',', '.'))
      const removed = path.endsWith('.order') && words === ''
      if (!removed && !(Number.isFinite(number) && number > 0 && number <= 1000)) wrong[path] = 'notANumber'
      else if (path.endsWith('.order')) columns.orders.set(path, removed ? 0 : number)
      else setAt(draft, path, number)
    } else setAt(draft, path, typedValue(path, form, words))
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const reading = paperTemplateSchema.safeParse(draft)
  if (!reading.success) {
    const fields = wordingFields(template).map(({ path }) => path)
    for (const issue of reading.error.issues) {
      const at = fieldOfPath(fields, issue.path.join('.'))
      wrong[at ?? ''] = issue.code === 'too_big' ? 'tooLong' : 'notValid'
    }
    return { wrong }
  }
  const tidied = paperTemplateSchema.safeParse(tidyTemplate(reading.data, columns))
  // everything was taken out of a part that cannot be empty
  return tidied.success ? { draft: reading.data, template: tidied.data } : { wrong: { '': 'notValid' } }
}

/** The field a place of a template lies in: the longest path that is the place or begins it; null when there is none. */
export function fieldOfPath(paths: readonly string[], place: string): string | null {
  const around = paths.filter((path) => place === path || place.startsWith(`${path}.`) || path.startsWith(`${place}.`))
  return around.sort((a, b) => b.length - a.length)[0] ?? null
}

function tidy(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

function typedValue(path: string, form: string, words: string): unknown {
  if (form !== 'lines') return words
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (path === 'recipients') return lines.map(recipientOf)
  // a list of a block may not be empty: an empty entry marks it as one to take out
  return lines.length === 0 && path !== 'to' && path !== 'bases' ? [''] : lines
}

function recipientOf(line: string): { name: string; purpose?: string } {
  const found = /^(.*\S)\s*\(([^(){}]{1,100})\)$/.exec(line)
  return found ? { name: found[1]!, purpose: found[2]! } : { name: line }
}

function setAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split('.')
  let at: Record<string, unknown> = target
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string, unknown>
  at[steps.at(-1)!] = value
}

function tidyTemplate(template: PaperTemplate, columns: TypedColumns): PaperTemplate {
  return {
    ...template,
    subject: template.subject === '' ? null : template.subject,
    body: tidyBlocks(template.body, 'body', columns),
    ...(template.appendices
      ? {
          appendices: template.appendices.map((appendix, at) => ({
            ...appendix,
            body: tidyBlocks(appendix.body, `appendices.${at}.body`, columns),
          })),
        }
      : {}),
  }
}

function tidyBlocks<B extends TemplateBlock>(blocks: readonly B[], path: string, columns: TypedColumns): B[] {
  return blocks.flatMap((block, at) => tidyBlock(block, `${path}.${at}`, columns) as B[])
}

function tidyBlock(block: TemplateBlock, path: string, columns: TypedColumns): TemplateBlock[] {
  if ('any' in block || 'no' in block) {
    const blocks = tidyBlocks(block.blocks, `${path}.blocks`, columns)
    return blocks.length === 0 ? [] : [{ ...block, blocks }]
  }
  if ('landscape' in block) {
    const landscape = tidyBlocks(block.landscape, `${path}.landscape`, columns)
    return landscape.length === 0 ? [] : [{ landscape }]
  }
  if ('table' in block) return tidyTable(block, path, columns)
  if ('each' in block) {
    const words = 'item' in block ? block.item : 'heading' in block ? block.heading : block.clause
    return words === '' ? [] : [withoutEmptyNone(block)]
  }
  if ('text' in block) return paragraphs(block.text).map((text) => ({ ...block, text }))
  if ('heading' in block) return block.heading === '' ? [] : [block]
  if ('clause' in block) return paragraphs(block.clause).map((clause) => ({ ...block, clause }))
  if ('items' in block) {
    const items = block.items.filter((item) => item !== '')
    return items.length === 0 ? [] : [{ ...block, items }]
  }
  if ('choices' in block) {
    const choices = block.choices.filter((choice) => choice !== '')
    return choices.length === 0 ? [] : [{ ...block, choices }]
  }
  return [block]
}

type TableBlock = Extract<TemplateBlock, { table: string }>

/** The width of a column that is added without one. */
const COLUMN_WIDTH = 3

/** Columns in the order of their numbers; one without a number goes, one with a field is added at the end. */
function tidyTable(block: TableBlock, path: string, { orders, added }: TypedColumns): TemplateBlock[] {
  const placed = block.columns.map((column, at) => ({
    column,
    order: orders.get(`${path}.columns.${at}.order`) ?? at + 1,
  }))
  const columns = placed
    .filter(({ order }) => order > 0)
    .sort((a, b) => a.order - b.order)
    .map(({ column }) => column)
  const field = added.get(`${path}.add.field`) ?? ''
  const width = Number((added.get(`${path}.add.width`) ?? '').replace(',', '.'))
  if (field !== '')
    columns.push({ field, label: added.get(`${path}.add.label`) || field, width: width > 0 ? width : COLUMN_WIDTH })
  return columns.length === 0 ? [] : [withoutEmptyNone({ ...block, columns })]
}

function withoutEmptyNone<B extends { none?: string | undefined }>(block: B): B {
  if (block.none !== '') return block
  const { none: _, ...rest } = block
  return rest as B
}

function paragraphs(words: string): string[] {
  return words
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}
