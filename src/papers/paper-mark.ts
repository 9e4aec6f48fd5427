import { readZipParts } from '../platform/files/zip-parts.ts'

/** A property of a paper's Word file, which Word and LibreOffice keep: whose text it is, as it stood when taken. */
export const MARK_PROPERTY = 'DoiThoaiVanBan'
const WHERE = 'docProps/custom.xml'

export interface PaperMark {
  paperId: number
  /** version of the text that was downloaded */
  version: number
}

export function writePaperMark({ paperId, version }: PaperMark): string {
  return `${paperId}.${version}`
}

/** The mark a Word file carries; null for one that was written elsewhere or lost it. */
export async function readPaperMark(file: Uint8Array): Promise<PaperMark | null> {
  const parts = await readZipParts(file, (name) => name === WHERE).catch(() => null)
  const property = new RegExp(`name="${MARK_PROPERTY}"[^>]*>\\s*<[^>]*>(\\d{1,15})\\.(\\d{1,9})<`)
  const found = property.exec(parts?.get(WHERE) ?? '')
  return found ? { paperId: Number(found[1]), version: Number(found[2]) } : null
}
