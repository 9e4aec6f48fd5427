import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { composeCopies, composeSheet, composeSheets } from './compose-sheet.ts'
import type { Composed } from './composed.ts'
import { FACES, fontFile } from './font-metrics.ts'
import { layoutFolder } from './layout-folder.ts'
import type { Layout } from './layout-profile.ts'
import type { Corner, Sheet } from './sheet.ts'
import { sheetSource } from './sheet-source.ts'
import { typstData } from './typst-data.ts'

let typesetter: NodeCompiler | null = null
/** the template it was given */
let given = ''

/** Made once a process: the four faces of Tinos, and the folder of the template as all that it can read. */
function openTypesetter(): NodeCompiler {
  const fontBlobs = FACES.map((face) => readFileSync(fontFile(face)))
  return NodeCompiler.create({ workspace: layoutFolder(), fontArgs: [{ fontBlobs }] })
}

/** The template stands in memory before the file, which may be another by now. */
function giveTemplate(to: NodeCompiler): void {
  const source = sheetSource()
  if (source === given) return
  to.mapShadow(join(layoutFolder(), 'sheet.typ'), Buffer.from(source))
  given = source
}

/** The paper as a tagged PDF with its font inside, made in this process. Callers of other rooms take `writePdf`. */
export function buildPdf(sheet: Sheet, layout: Layout): Buffer {
  return typeset(composeSheet(sheet, layout))
}

/** As `buildPdf`, as often as there are corners, each copy with its own. */
export function buildCopies(sheet: Sheet, layout: Layout, corners: readonly Corner[]): Buffer {
  return typeset(composeCopies(sheet, layout, corners))
}

/** As `buildPdf`, several papers in one file. */
export function buildSheets(sheets: readonly Sheet[], layout: Layout): Buffer {
  return typeset(composeSheets(sheets, layout))
}

function typeset(composed: Composed): Buffer {
  typesetter ??= openTypesetter()
  giveTemplate(typesetter)
  const data = JSON.stringify(typstData(composed))
  typesetter.mapShadow(join(layoutFolder(), 'sheet.json'), Buffer.from(data))
  try {
    return typesetter.pdf({ mainFilePath: join(layoutFolder(), 'sheet.typ') }, { pdfTags: true })
  } finally {
    // what was remembered of earlier papers goes, so that memory stays flat
    typesetter.evictCache(0)
  }
}
