import { type IPatch, type Paragraph, PatchType, patchDetector, patchDocument, type Table, TextRun } from 'docx'
import { childrenOf } from './build-docx.ts'
import { cleanText } from './clean-text.ts'
import { composeSheet } from './compose-sheet.ts'
import type { Piece, Role } from './composed.ts'
import { STYLE_IDS, type StyleLook } from './docx-lines.ts'
import type { Layout } from './layout-profile.ts'
import { markWordFile } from './mark-word-file.ts'
import type { Sheet } from './sheet.ts'

/** Width of the text of an A4 page (mm) as own files have it. */
const WIDTH = 165

/** The names of all `{{places}}` of a Word file. Rejects with an Error when it is no Word file. */
export async function placesOfForm(form: Uint8Array): Promise<string[]> {
  const names = await patchDetector({ data: form, trimPlaceholders: true })
  return [...new Set(names)]
}

/**
 * An authority's own Word file with its places filled: texts as words only, `noiDung` with the whole text of the paper.
 * Data that look like a place stay as they are. `mark`: of a draft.
 */
export async function fillWordForm(
  form: Uint8Array,
  texts: Readonly<Record<string, string>>,
  sheet: Sheet,
  layout: Layout,
  mark?: string,
): Promise<Buffer> {
  const patches: Record<string, IPatch> = {
    noiDung: { type: PatchType.DOCUMENT, children: bodyOf(sheet, layout) },
  }
  for (const [name, text] of Object.entries(texts))
    patches[name] = { type: PatchType.PARAGRAPH, children: runsOf(text) }
  const filled = await patchDocument({
    outputType: 'nodebuffer',
    data: form,
    patches,
    trimPlaceholders: true,
    keepOriginalStyles: true,
  })
  return mark === undefined ? filled : markWordFile(filled, mark)
}

/**
 * A sign nobody sees stands behind every brace, so that data never become a place, not even where two texts meet. Only
 * for text that was cleaned: cleaning takes the sign away.
 */
function inert(text: string): string {
  return text.replace(/[{}]/g, '$&\u2060')
}

function runsOf(text: string): TextRun[] {
  return inert(cleanText(text))
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) }))
}

/** Every look stands at its line: the file has styles of its own. */
const PLAIN: StyleLook = { run: { size: 0, bold: false, italics: false, underline: false }, paragraph: {} }

function bodyOf(sheet: Sheet, layout: Layout): (Paragraph | Table)[] {
  const text = { ...sheet, head: null, signatures: [], recipients: null }
  const looks = new Map((Object.keys(STYLE_IDS) as Role[]).map((role) => [role, PLAIN]))
  const pieces = composeSheet(text, layout).sections.flatMap((section) => section.pieces)
  return childrenOf(inertPieces(pieces), looks, WIDTH)
}

function inertPieces(pieces: readonly Piece[]): Piece[] {
  return JSON.parse(JSON.stringify(pieces), (key, value) =>
    key === 'text' && typeof value === 'string' ? inert(value) : value,
  ) as Piece[]
}
