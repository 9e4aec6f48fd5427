import { cleanLine } from './clean-text.ts'
import { lineOf, runsOf } from './compose-lines.ts'
import { composeTable } from './compose-table.ts'
import type { Glyphs, Line, Piece } from './composed.ts'
import type { Layout } from './layout-profile.ts'
import { type Count, numberLabel } from './number-blocks.ts'
import type { FlatBlock, Text } from './sheet.ts'

type Of<T extends FlatBlock['type']> = Extract<FlatBlock, { type: T }>

const LIST_MARKS = { dash: '- ', plus: '+ ', bullet: '• ', none: '' } as const

/** Where a text stands: its layout, the count of its headings, the width of its lines (mm). */
export interface BodyPlace {
  layout: Layout
  count: Count
  room: number
}

/** The blocks of a text in the order they stand, with their numbers. */
export function composeBlocks(blocks: readonly FlatBlock[], place: BodyPlace): Piece[] {
  return blocks.flatMap((block) => composeBlock(block, place))
}

function composeBlock(block: FlatBlock, { layout, count, room }: BodyPlace): Piece[] {
  switch (block.type) {
    case 'heading':
      return [heading(block, layout, count)]
    case 'article':
      return [article(block, layout, count)]
    case 'clause':
      return [clause(block, layout, count)]
    case 'paragraph':
      return [
        bodyLine(block.text, layout, {
          align: block.align ?? 'justify',
          firstIndent: block.flush || (block.align ?? 'justify') !== 'justify' ? 0 : layout.body.firstIndent,
          keepWithNext: block.keepWithNext ?? false,
        }),
      ]
    case 'list':
      return block.items.map((item) => {
        const { text, more } = openEnd(item)
        return bodyLine(prefixed(LIST_MARKS[block.mark ?? 'dash'], text), layout, more)
      })
    case 'table':
      return [composeTable(block, layout, room), { kind: 'space', height: 2 }]
    case 'field':
      return field(block, layout)
    case 'choices':
      return choices(block, layout)
    case 'dottedLines':
      return dotted(block.lines, layout)
    case 'pageBreak':
      return [{ kind: 'pageBreak' }]
  }
}

/** A paragraph of the body: justified, first line indented, the gap and spacing of the layout. */
function bodyLine(text: Text, layout: Layout, more: Partial<Line> = {}): Line {
  const { size, firstIndent, paragraphGap, lineSpacing } = layout.body
  return lineOf(
    'body',
    text,
    { size },
    {
      align: 'justify',
      firstIndent,
      after: paragraphGap,
      spacing: lineSpacing,
      ...more,
    },
  )
}

/** So many dots at the end are a place to write in by hand. */
const OPEN_DOTS = 20

/** Dots at the end, to write on by hand, go to the end of the line instead of over it. */
function openEnd(text: Text): { text: Text; more: Partial<Line> } {
  if (typeof text !== 'string') return { text, more: {} }
  let end = text.length
  while (end > 0 && text[end - 1] === '…') end -= 1
  if (text.length - end < OPEN_DOTS || end === 0) return { text, more: {} }
  return { text: `${text.slice(0, end).trimEnd()} `, more: { align: 'left', dots: true } }
}

function prefixed(prefix: string, text: Text): Text {
  if (prefix === '') return text
  return [{ text: prefix }, ...(typeof text === 'string' ? [{ text }] : text)]
}

const HEADING_ROLES = ['heading1', 'heading2', 'heading3', 'heading4'] as const

function heading(block: Of<'heading'>, layout: Layout, count: Count): Line {
  const look = layout.body.headings[block.level - 1]!
  const numbered = block.numbered ?? true
  if (!numbered) count.reset(block.level)
  const label = numbered ? `${numberLabel(look, count.next(block.level))} ` : ''
  return bodyLine('', layout, {
    role: HEADING_ROLES[block.level - 1]!,
    runs: [...runsOf(label, look), ...runsOf(block.text, look)],
    size: look.size,
    align: look.align,
    firstIndent: look.indent ? layout.body.firstIndent : 0,
    keepWithNext: true,
  })
}

function article(block: Of<'article'>, layout: Layout, count: Count): Line {
  const look = layout.body.article
  return bodyLine('', layout, {
    role: 'heading2',
    runs: [...runsOf(`Điều ${count.nextArticle()}. `, look), ...runsOf(block.text, look)],
    size: look.size,
    keepWithNext: true,
  })
}

function clause(block: Of<'clause'>, layout: Layout, count: Count): Line {
  return bodyLine(
    prefixed(`${numberLabel(layout.body.headings[block.level - 1]!, count.next(block.level))} `, block.text),
    layout,
  )
}

function field(block: Of<'field'>, layout: Layout): Piece[] {
  const label: Glyphs[] = runsOf(`${cleanLine(block.label)}: `)
  const value = block.value === null ? [] : runsOf(block.value)
  const line = bodyLine('', layout, {
    runs: [...label, ...value],
    firstIndent: 0,
    align: 'left',
    dots: value.length === 0,
  })
  return [line, ...dotted(block.lines ?? 0, layout)]
}

function dotted(lines: number, layout: Layout): Line[] {
  return Array.from({ length: lines }, () => bodyLine('', layout, { firstIndent: 0, align: 'left', dots: true }))
}

function choices(block: Of<'choices'>, layout: Layout): Piece[] {
  const label = block.label ? runsOf(`${cleanLine(block.label)}:`) : []
  const option = ({ text, ticked }: Of<'choices'>['options'][number]): Glyphs[] => [
    { box: ticked },
    ...runsOf(`\u00a0${cleanLine(text)}`),
  ]
  const flush = { firstIndent: 0, align: 'left' } as const
  if (block.inline) {
    const gap: Glyphs = { text: '    ' }
    const runs = block.options.flatMap((one, at) => (at > 0 || label.length > 0 ? [gap, ...option(one)] : option(one)))
    return [bodyLine('', layout, { ...flush, runs: [...label, ...runs] })]
  }
  return [
    ...(label.length > 0 ? [bodyLine('', layout, { ...flush, runs: label, keepWithNext: true })] : []),
    ...block.options.map((one) => bodyLine('', layout, { ...flush, leftIndent: 8, runs: option(one) })),
  ]
}
