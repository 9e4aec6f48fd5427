import { cleanText } from './clean-text.ts'
import { type Block, type FlatBlock, readSheet, type Sheet, type Text } from './sheet.ts'
import { plainText } from './sheet-text.ts'

// Which words of a paper may be written by hand on screen: each is a field named by its place in the sheet
// (`body.3.text`, `recipients.items`). Tables come from the data as they are; their cells are edited in the data or in Word.

/** One field: its place, what stands there, and how much room it wants. */
export interface SheetField {
  path: string
  value: string
  /** `line`: one line; `text`: a paragraph; `lines`: one entry a line */
  form: 'line' | 'text' | 'lines'
  /** what kind of piece it is, for its label */
  piece: 'subject' | 'to' | 'bases' | 'heading' | 'paragraph' | 'list' | 'field' | 'recipients' | 'archive'
}

/** Every field of a paper in the order of the page. */
export function sheetFields(sheet: Sheet): SheetField[] {
  const fields: SheetField[] = []
  if (sheet.subject !== null) fields.push({ path: 'subject', value: sheet.subject, form: 'text', piece: 'subject' })
  if (sheet.to) fields.push({ path: 'to', value: sheet.to.join('\n'), form: 'lines', piece: 'to' })
  if (sheet.bases) fields.push({ path: 'bases', value: sheet.bases.join('\n'), form: 'lines', piece: 'bases' })
  fields.push(...blockFields(sheet.body, 'body'))
  if (sheet.recipients) {
    const { items, archive } = sheet.recipients
    const value = items.map(({ name, purpose }) => (purpose ? `${name} (${purpose})` : name)).join('\n')
    fields.push({ path: 'recipients', value, form: 'lines', piece: 'recipients' })
    fields.push({ path: 'archive', value: archive ?? '', form: 'line', piece: 'archive' })
  }
  for (const [at, appendix] of (sheet.appendices ?? []).entries())
    fields.push(...blockFields(appendix.body, `appendices.${at}.body`))
  return fields
}

function blockFields(blocks: readonly Block[], path: string): SheetField[] {
  return blocks.flatMap((block, at) =>
    block.type === 'landscape' ? blockFields(block.blocks, `${path}.${at}.blocks`) : fieldOf(block, `${path}.${at}`),
  )
}

function fieldOf(block: FlatBlock, path: string): SheetField[] {
  switch (block.type) {
    case 'heading':
    case 'article':
      return [{ path, value: plainText(block.text), form: 'line', piece: 'heading' }]
    case 'clause':
    case 'paragraph':
      return [{ path, value: plainText(block.text), form: 'text', piece: 'paragraph' }]
    case 'list':
      return [{ path, value: block.items.map(plainText).join('\n'), form: 'lines', piece: 'list' }]
    case 'field':
      return [{ path, value: block.value === null ? '' : plainText(block.value), form: 'line', piece: 'field' }]
    default:
      return []
  }
}

/**
 * The paper with what was typed, by path. A field left out or as it was keeps its looks (bold, blanks); an emptied
 * paragraph goes. Throws ZodError when the result is no paper any more.
 */
export function editSheet(sheet: Sheet, typed: Readonly<Record<string, string>>): Sheet {
  const has = (path: string) => Object.hasOwn(typed, path)
  const lines = (path: string) => linesOf(typed[path]!)
  const edited: Sheet = {
    ...sheet,
    ...(sheet.subject !== null && has('subject') ? { subject: oneLine(typed['subject']!) } : {}),
    ...(sheet.to && has('to') ? { to: lines('to') } : {}),
    ...(sheet.bases && has('bases') ? { bases: lines('bases') } : {}),
    body: editBlocks(sheet.body, 'body', typed),
  }
  if (sheet.recipients && (has('recipients') || has('archive'))) {
    const items = has('recipients') ? lines('recipients').map(recipientOf) : sheet.recipients.items
    const archive = has('archive') ? oneLine(typed['archive']!) || null : sheet.recipients.archive
    edited.recipients = { items, archive }
  }
  if (sheet.appendices)
    edited.appendices = sheet.appendices.map((appendix, at) => ({
      ...appendix,
      body: editBlocks(appendix.body, `appendices.${at}.body`, typed),
    }))
  return readSheet(edited)
}

function editBlocks<B extends Block>(blocks: readonly B[], path: string, typed: Readonly<Record<string, string>>): B[] {
  return blocks.flatMap((block, at) => {
    const place = `${path}.${at}`
    if (block.type === 'landscape') return [{ ...block, blocks: editBlocks(block.blocks, `${place}.blocks`, typed) }]
    const words = Object.hasOwn(typed, place) ? typed[place]! : null
    return words === null ? [block] : (editBlock(block as FlatBlock, words) as B[])
  })
}

function editBlock(block: FlatBlock, words: string): FlatBlock[] {
  switch (block.type) {
    case 'heading':
    case 'article':
      return oneLine(words) === '' ? [] : [{ ...block, text: unlessSame(block.text, oneLine(words)) }]
    case 'clause':
    case 'paragraph':
      // an empty line between begins a paragraph of its own
      return paragraphsOf(words).map((text) => ({ ...block, text: unlessSame(block.text, text) }))
    case 'list': {
      const items = linesOf(words)
      return items.length === 0 ? [] : [{ ...block, items: items.map((item, at) => unlessSame(block.items[at], item)) }]
    }
    case 'field':
      return [{ ...block, value: oneLine(words) || null }]
    default:
      return [block]
  }
}

/** Text that says the same keeps how it looks. */
function unlessSame(before: Text | undefined, words: string): Text {
  return before !== undefined && plainText(before) === words ? before : words
}

function oneLine(words: string): string {
  return cleanText(words).replace(/\s+/g, ' ').trim()
}

function paragraphsOf(words: string): string[] {
  return cleanText(words)
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

function linesOf(words: string): string[] {
  return cleanText(words)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** `Ban Dân vận Tỉnh ủy (b/c)`: the name with its purpose behind. */
function recipientOf(line: string): { name: string; purpose?: string } {
  const found = /^(.*\S)\s*\(([^()]{1,40})\)$/.exec(line)
  return found ? { name: found[1]!, purpose: found[2]! } : { name: line }
}
