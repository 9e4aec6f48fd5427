import { ROW_NUMBER } from './check-template.ts'
import { capitalized, type FillContext, factOf, fillLine, fillWords, isUnknownPlace, shortened } from './fill-words.ts'
import type { FactRow } from './paper-facts.ts'
import type { PlainTemplateBlock, TemplateBlock, UprightTemplateBlock } from './paper-template.ts'
import type { Block, FlatBlock, TableRow, Text } from './sheet.ts'

/** Gives an empty row the height of a line. */
const ROOM_TO_WRITE = '\u00a0'

/** Dotted lines where a whole paragraph is still to be written. */
const LINES_TO_WRITE = 3

const UPRIGHT_COLUMNS = 8
const UPRIGHT_ROWS = 3

/** The blocks of a template with their places filled; what stands only “if any” is left out where there is none. */
export function fillBlocks(blocks: readonly TemplateBlock[], context: FillContext): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (!('landscape' in block)) return fillUpright(block, context)
    const filled = block.landscape.flatMap((one) => fillUpright(one, context))
    return filled.some(isWide) ? [{ type: 'landscape', blocks: filled }] : filled
  })
}

/** Pages across only for what is wide: a few rows stand upright rather than alone on a page of their own. */
function isWide(block: FlatBlock): boolean {
  if (block.type !== 'table') return false
  return block.columns.length > UPRIGHT_COLUMNS || block.rows.length > UPRIGHT_ROWS
}

function fillUpright(block: UprightTemplateBlock, context: FillContext): FlatBlock[] {
  if ('any' in block) return isThere(block.any, context) ? fillPlain(block.blocks, context) : []
  if ('no' in block) return isThere(block.no, context) ? [] : fillPlain(block.blocks, context)
  return fillBlock(block, context)
}

function isThere(name: string, context: FillContext): boolean {
  const list = Object.hasOwn(context.facts.lists, name) ? context.facts.lists[name]! : null
  return list ? list.length > 0 : !['', '0'].includes(factOf(name, context))
}

function fillPlain(blocks: readonly PlainTemplateBlock[], context: FillContext): FlatBlock[] {
  return blocks.flatMap((block) => fillBlock(block, context))
}

function fillBlock(block: PlainTemplateBlock, context: FillContext): FlatBlock[] {
  if ('each' in block) return fillEach(block, context)
  if ('text' in block) return paragraphs(block, context)
  if ('heading' in block) {
    const { level, numbered } = block
    const text = fillLine(block.heading, context)
    return [{ type: 'heading', level, text, ...(numbered === undefined ? {} : { numbered }) }]
  }
  if ('clause' in block) return [{ type: 'clause', level: block.level, text: fillWords(block.clause, context) }]
  if ('table' in block) return fillTable(block, context)
  if ('items' in block) {
    const items = block.items.map((item) => fillWords(item, context))
    return [{ type: 'list', items, ...(block.mark ? { mark: block.mark } : {}) }]
  }
  if ('field' in block) {
    const value = block.value ? fillWords(block.value, context, '') : ''
    const lines = block.lines === undefined || value !== '' ? {} : { lines: block.lines }
    return [{ type: 'field', label: block.field, value: value === '' ? null : value, ...lines }]
  }
  if ('choices' in block) {
    const options = block.choices.map((text) => ({ text, ticked: false }))
    return [
      {
        type: 'choices',
        options,
        ...(block.label ? { label: block.label } : {}),
        ...(block.inline ? { inline: true } : {}),
      },
    ]
  }
  if ('question' in block) return questions(block, context)
  if ('dottedLines' in block) return [{ type: 'dottedLines', lines: block.dottedLines }]
  return [{ type: 'pageBreak' }]
}

type Of<Key extends string> = Extract<PlainTemplateBlock, Record<Key, unknown>>

/** One paragraph for each line; dotted lines where the whole paragraph is a place of which nothing is known. */
function paragraphs(block: Of<'text'>, context: FillContext): FlatBlock[] {
  if (isUnknownPlace(block.text, context)) return [{ type: 'dottedLines', lines: LINES_TO_WRITE }]
  const { align, flush, bold, italic } = block
  const look = { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) }
  return fillWords(block.text, context)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const text: Text = bold || italic ? [{ text: line, ...look }] : line
      return { type: 'paragraph', text, ...(align ? { align } : {}), ...(flush ? { flush } : {}) }
    })
}

/** The rows of a list with their numbers; with `groupBy` those of one value together, those without any first. */
function rowsOf(list: string, { facts }: FillContext, groupBy?: string): FactRow[] {
  const rows = Object.hasOwn(facts.lists, list) ? facts.lists[list]! : []
  const grouped = groupBy === undefined ? rows : [...groupsOf(rows, groupBy).values()].flat()
  return grouped.map((row, at) => ({ ...row, [ROW_NUMBER]: String(at + 1) }))
}

function groupsOf(rows: readonly FactRow[], field: string): Map<string, FactRow[]> {
  const groups = new Map<string, FactRow[]>([['', []]])
  for (const row of rows) {
    const own = factOf(field, { facts: EMPTY, row })
    groups.set(own, [...(groups.get(own) ?? []), row])
  }
  return groups
}

function noneOf(none: string | undefined, context: FillContext): FlatBlock[] {
  return none === undefined ? [] : [{ type: 'paragraph', text: fillWords(none, context) }]
}

function fillEach(block: Of<'each'>, context: FillContext): FlatBlock[] {
  const rows = rowsOf(block.each, context)
  if (rows.length === 0) return noneOf(block.none, context)
  const filled = (words: string) => rows.map((row) => capitalized(fillWords(words, { ...context, row })))
  if ('item' in block)
    return [{ type: 'list', items: closed(filled(block.item)), ...(block.mark ? { mark: block.mark } : {}) }]
  const { level } = block
  if ('clause' in block)
    return filled(block.clause).flatMap((text): FlatBlock[] => {
      const [first = '', ...rest] = text.split('\n')
      return [
        { type: 'clause', level, text: first },
        ...rest.map((line) => ({ type: 'paragraph' as const, text: line })),
      ]
    })
  return rows.flatMap((row): FlatBlock[] => [
    { type: 'heading', level, text: fillLine(block.heading, { ...context, row }) },
    ...(block.text ? paragraphs({ text: block.text }, { ...context, row }) : []),
  ])
}

function fillTable(block: Of<'table'>, context: FillContext): FlatBlock[] {
  const rows = rowsOf(block.table, context, block.groupBy)
  const empty = block.emptyRows ?? 0
  if (rows.length === 0 && empty === 0) return noneOf(block.none, context)
  const cells = (row: FactRow) => block.columns.map(({ field }) => capitalized(factOf(field, { facts: EMPTY, row })))
  const written: TableRow[] = []
  let group = ''
  for (const row of rows) {
    const own = block.groupBy ? factOf(block.groupBy, { facts: EMPTY, row }) : ''
    if (own !== group && own !== '') written.push({ group: own })
    group = own
    written.push({ cells: cells(row) })
  }
  const blank = Array.from({ length: empty }, (): TableRow => ({ cells: block.columns.map(() => ROOM_TO_WRITE) }))
  const columns = block.columns.map(({ field, ...column }) => column)
  const { columnNumbers, size } = block
  const look = { ...(columnNumbers ? { columnNumbers } : {}), ...(size ? { size } : {}) }
  return [{ type: 'table', columns, rows: [...written, ...blank], ...look }]
}

const EMPTY = { values: {}, lists: {} }

/** A line and the boxes below it, for each row. */
function questions(block: Of<'question'>, context: FillContext): FlatBlock[] {
  const options = rowsOf(block.options, context).map((row) => ({
    text: shortened(factOf(block.option, { facts: EMPTY, row }).replaceAll('\n', ' ')),
    ticked: false,
  }))
  return rowsOf(block.of, context).flatMap((row): FlatBlock[] => [
    { type: 'paragraph', text: fillWords(block.question, { ...context, row }), keepWithNext: true },
    { type: 'choices', options, inline: true },
  ])
}

/** A list whose items end with semicolons ends with a full stop. */
function closed(items: string[]): string[] {
  return items.map((item, at) => (at === items.length - 1 ? item.replace(/;$/, '.') : item))
}
