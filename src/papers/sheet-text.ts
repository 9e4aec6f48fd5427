import { createHash } from 'node:crypto'
import type { Appendix, Block, FlatBlock, Sheet, Text } from './sheet.ts'

/** The words of a text without their looks. */
export function plainText(text: Text): string {
  if (typeof text === 'string') return text
  return text.map((run) => ('text' in run ? run.text : 'box' in run ? (run.box ? '☒' : '☐') : '……')).join('')
}

/**
 * The words of a paper, line by line and without head and signature: for searching, for the archive, and for saying
 * what changed between two of them.
 */
export function sheetLines(sheet: Sheet): string[] {
  const lines = [
    sheet.name,
    sheet.subject,
    ...(sheet.to ?? []).map((name) => `Kính gửi: ${name}`),
    ...(sheet.bases ?? []),
    ...blockLines(sheet.body),
    ...(sheet.recipients?.items ?? []).map(({ name, purpose }) => `Nơi nhận: ${name}${purpose ? ` (${purpose})` : ''}`),
    ...(sheet.appendices ?? []).flatMap(appendixLines),
  ]
  return lines.flatMap((line) => (line ?? '').split('\n')).filter((line) => line.trim() !== '')
}

export function sheetText(sheet: Sheet): string {
  return sheetLines(sheet).join('\n')
}

/** The words of a paper as one short word, by which a text drawn at another time is told to be the same. */
export function sheetFingerprint(sheet: Sheet): string {
  return createHash('sha256').update(sheetText(sheet)).digest('hex').slice(0, 16)
}

function appendixLines(appendix: Appendix): string[] {
  return [appendix.label ?? '', appendix.title, appendix.subject ?? '', ...blockLines(appendix.body)]
}

function blockLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.type === 'landscape' ? blockLines(block.blocks) : linesOf(block)))
}

function linesOf(block: FlatBlock): string[] {
  switch (block.type) {
    case 'heading':
    case 'article':
    case 'clause':
    case 'paragraph':
      return [plainText(block.text)]
    case 'list':
      return block.items.map((item) => `- ${plainText(item)}`)
    case 'table':
      return block.rows.map((row) =>
        'group' in row ? plainText(row.group) : row.cells.map((cell) => plainText(cell)).join(' | '),
      )
    case 'field':
      return [`${block.label}: ${block.value === null ? '' : plainText(block.value)}`]
    case 'choices':
      return block.options.map((option) => `${option.ticked ? '☒' : '☐'} ${option.text}`)
    case 'dottedLines':
    case 'pageBreak':
      return []
  }
}

export interface SheetDifference {
  /** lines that only the earlier one has, in its order */
  gone: string[]
  added: string[]
}

/** Which lines came and went between two papers; lines that only moved do not count. */
export function sheetDifference(before: Sheet, after: Sheet): SheetDifference {
  const [old, fresh] = [sheetLines(before), sheetLines(after)]
  return { gone: without(old, fresh), added: without(fresh, old) }
}

/** The lines of the first that the second does not have, each as often as it is missing. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    if (count > 0) left.set(line, count - 1)
    return count === 0
  })
}
