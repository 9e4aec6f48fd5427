import { vocabularyOf } from '../../src/papers/facts/fact-vocabulary.ts'
import { type PaperFactsWanted, readPaperFacts } from '../../src/papers/facts/read-paper-facts.ts'
import { fillTemplate, type PaperFrame } from '../../src/papers/fill-template.ts'
import type { PaperTemplate } from '../../src/papers/paper-template.ts'
import type { Sheet } from '../../src/papers/sheet.ts'
import type { Db } from '../../src/platform/db/connection.ts'

/** A head and a signature that name nobody of the data. */
export const TEST_FRAME: PaperFrame = {
  superior: ['Ủy ban nhân dân thành phố'],
  issuer: ['Văn phòng'],
  number: null,
  symbol: 'XX-VP',
  place: 'Nơi Soạn',
  date: null,
  year: 2025,
  signatures: [{ post: 'Chánh Văn phòng', name: null }],
}

/** A paper of a template from what the database says of its subject. */
export async function fillFrom(db: Db, template: PaperTemplate, wanted: Omit<PaperFactsWanted, 'about'>) {
  const facts = await readPaperFacts(db, { about: template.about, ...wanted })
  return fillTemplate(template, facts, TEST_FRAME, vocabularyOf(template.about))
}

/** Every text of a sheet, cell by cell, in the order of reading. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (SKIPPED.has(key) ? [] : textsOf(inner)))
}

const SKIPPED = new Set(['type', 'align', 'mark'])

/** The tables of a sheet, those laid across and of its appendices too. */
export function tablesOf(sheet: Sheet) {
  const blocks = [...sheet.body, ...(sheet.appendices ?? []).flatMap((appendix) => appendix.body)]
  return blocks.flatMap((block) => {
    const inner = block.type === 'landscape' ? block.blocks : [block]
    return inner.flatMap((one) => (one.type === 'table' ? [one] : []))
  })
}
