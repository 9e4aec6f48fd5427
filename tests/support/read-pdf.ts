import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  pages: string[]
  tagged: boolean
  /** tags in the order they stand: Document, H1, P, Table … */
  tags: string[]
  fonts: string[]
  /** every glyph set: what it stands for, its width (of 1000), its font */
  glyphs: { text: string; width: number; font: string }[]
}

interface Node {
  role?: string
  children?: Node[]
}

const tagsOf = (node: Node | null): string[] =>
  node ? [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(tagsOf)] : []

/** Reads back what a PDF holds, by a reader that has nothing to do with its writer. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    fontExtraProperties: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  const document = await task.promise
  const read: ReadPdf = { pages: [], tags: [], fonts: [], glyphs: [], tagged: false }
  const marks = (await document.getMarkInfo()) as unknown as Map<string, boolean> | null
  read.tagged = marks?.get('Marked') === true
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent()
    read.pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''))
    read.tags.push(...tagsOf((await page.getStructTree()) as Node | null))
    const { fnArray, argsArray } = await page.getOperatorList()
    let font = ''
    fnArray.forEach((code, index) => {
      if (code === OPS.setFont) font = page.commonObjs.get(argsArray[index][0]).name
      if (code !== OPS.showText) return
      for (const glyph of argsArray[index][0])
        if (typeof glyph === 'object' && glyph) read.glyphs.push({ text: glyph.unicode, width: glyph.width, font })
    })
  }
  read.fonts = [...new Set(read.glyphs.map((glyph) => glyph.font))].sort()
  await task.destroy()
  return read
}

/** Pages of a PDF as running text: white space folded. */
export function runningText(pages: readonly string[]): string {
  return pages
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}
