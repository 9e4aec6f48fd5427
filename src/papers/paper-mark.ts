import { readZipParts } from '../platform/files/zip-parts.ts'

/** A property of a paper's Word file, which Word and LibreOffice keep: whose text it is, as it stood when taken. */
export const MARK_PROPERTY = 'DoiThoaiVanBan'
/** The part of a Word file with its properties. */
export const MARK_PLACE = 'docProps/custom.xml'

export interface PaperMark {
  paperId: number
  /** version of the text that was downloaded; 0 for one drawn at that moment */
  version: number
  /** `sheetFingerprint` of a text drawn at that moment */
  words?: string
}

export function writePaperMark({ paperId, version, words }: PaperMark): string {
  return words === undefined ? `${paperId}.${version}` : `${paperId}.${version}.${words}`
}

/** The mark a Word file carries; null for one that was written elsewhere or lost it. */
export async function readPaperMark(file: Uint8Array): Promise<PaperMark | null> {
  const parts = await readZipParts(file, (name) => name === MARK_PLACE).catch(() => null)
  const property = new RegExp(`name="${MARK_PROPERTY}"[^>]*>\\s*<[^>]*>(\\d{1,15})\\.(\\d{1,9})(?:\\.([0-9a-f]{16}))?<`)
  const found = property.exec(parts?.get(MARK_PLACE) ?? '')
  if (!found) return null
  const [, paperId, version, words] = found
  return { paperId: Number(paperId), version: Number(version), ...(words ? { words } : {}) }
}
