import { cleanLine } from './clean-text.ts'
import { composeBlocks } from './compose-body.ts'
import { composeEnding } from './compose-ending.ts'
import { composeHead } from './compose-head.ts'
import { lineOf } from './compose-lines.ts'
import { composeAddressees, composeBases, composeTitle } from './compose-title.ts'
import type { Composed, ComposedCorner, ComposedSection, Line, Piece } from './composed.ts'
import type { Layout } from './layout-profile.ts'
import { startCount } from './number-blocks.ts'
import type { Appendix, Block, Corner, FlatBlock, Sheet } from './sheet.ts'

/** Lays a layout on a sheet: what all writers write. Pure; the same sheet and layout give the same result. */
export function composeSheet(sheet: Sheet, layout: Layout): Composed {
  const before: Piece[] = [
    ...(sheet.head ? [composeHead(sheet.head, layout, sheet)] : []),
    ...composeTitle(sheet, layout),
    ...composeAddressees(sheet.to ?? [], layout),
    ...composeBases(sheet.bases ?? [], layout),
  ]
  const main = composeParts(sheet.body, layout, sheet.landscape ?? false)
  if (sheet.closing !== false) close(main, layout)
  main[0]!.pieces.unshift(...before)
  main.at(-1)!.pieces.push(...kept(main.at(-1)!.pieces, composeEnding(sheet, layout)))
  const title = [sheet.name, sheet.subject].map((text) => cleanLine(text ?? '')).filter((text) => text !== '')
  return {
    title: title.join(' '),
    page: layout.page,
    pageNumber: layout.pageNumber,
    bodySize: layout.body.size,
    sections: [
      ...(sheet.corner ? main.map((section) => ({ ...section, corner: composeCorner(sheet.corner!) })) : main),
      ...(sheet.appendices ?? []).flatMap((one) => composeAppendix(one, layout)),
    ],
  }
}

/** The same paper as often as there are corners, each with its own: forms that differ in nothing but their serial. */
export function composeCopies(sheet: Sheet, layout: Layout, corners: readonly Corner[]): Composed {
  const { corner: _, ...plain } = sheet
  const composed = composeSheet(plain, layout)
  const sections = corners.map(composeCorner).flatMap((corner) => composed.sections.map((one) => ({ ...one, corner })))
  return { ...composed, sections }
}

/** Several papers in one file, each beginning on a page of its own and counting its pages from 1. */
export function composeSheets(sheets: readonly Sheet[], layout: Layout): Composed {
  const composed = sheets.map((sheet) => composeSheet(sheet, layout))
  return { ...composed[0]!, sections: composed.flatMap((one) => one.sections) }
}

const CORNER_LOOK = { size: 10.5, bold: false, italic: false, caps: false }

function composeCorner({ code, lines }: Corner): ComposedCorner {
  return { code, lines: lines.map((text) => lineOf('note', text, CORNER_LOOK, { before: 0, after: 1 })) }
}

/** mm */
const A4 = { short: 210, long: 297 }

/** Cuts the blocks where the pages turn; the count runs through. The first section restarts the page numbers. */
function composeParts(blocks: readonly Block[], layout: Layout, landscape: boolean): ComposedSection[] {
  const count = startCount()
  const { left, right } = layout.page
  const parts: ComposedSection[] = []
  const add = (wide: boolean, flat: readonly FlatBlock[]) => {
    if (parts.at(-1)?.landscape !== wide) parts.push({ landscape: wide, restarts: parts.length === 0, pieces: [] })
    parts
      .at(-1)!
      .pieces.push(...composeBlocks(flat, { layout, count, room: (wide ? A4.long : A4.short) - left - right }))
  }
  add(landscape, [])
  for (const block of blocks) {
    if (block.type === 'landscape') add(true, block.blocks)
    else add(landscape, [block])
  }
  return parts
}

/** The mark that ends the text (`./.`, the Party's full stop since 2026) in place of its last stop. */
function close(parts: readonly ComposedSection[], layout: Layout): void {
  const last = parts.at(-1)!.pieces.at(-1)
  if (last?.kind !== 'line' || last.role !== 'body' || last.dots) return
  const run = last.runs.at(-1)
  if (run && 'text' in run) run.text = run.text.trimEnd().replace(/[./;,]+$/, '') + layout.body.closing
}

/** A signature never stands alone on a page: the last line before it goes with it. */
function kept(pieces: readonly Piece[], ending: Piece[]): Piece[] {
  const last = pieces.at(-1)
  if (ending.length > 0 && last?.kind === 'line') last.keepWithNext = true
  return ending
}

function composeAppendix(appendix: Appendix, layout: Layout): ComposedSection[] {
  const { label, title, attachedTo } = layout.appendix
  const centred = { align: 'center', keepWithNext: true } as const
  const lines: Line[] = []
  if (appendix.label) lines.push(lineOf('title', appendix.label, label, centred))
  lines.push(
    lineOf(appendix.label ? 'subject' : 'title', appendix.title, title, { ...centred, before: appendix.head ? 14 : 0 }),
  )
  if (appendix.subject) lines.push(lineOf('subject', appendix.subject, { ...title, caps: false }, centred))
  if (appendix.attachedTo)
    lines.push(lineOf('note', `(${cleanLine(appendix.attachedTo).replace(/^\(|\)$/g, '')})`, attachedTo, centred))
  lines.at(-1)!.after = 10
  const parts = composeParts(appendix.body, layout, appendix.landscape ?? false)
  const head = appendix.head ? [composeHead(appendix.head, layout, { name: '', subject: null })] : []
  parts[0]!.pieces.unshift(...head, ...lines)
  const end = parts.at(-1)!.pieces
  end.push(...kept(end, composeEnding({ signatures: appendix.signatures ?? [], recipients: null, to: [] }, layout)))
  return parts
}
