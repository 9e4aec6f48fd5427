import type { FactVocabulary, PaperFacts } from './paper-facts.ts'

/** How many rows a list of the sample has. */
const ROWS = 2

/** Facts for trying a wording: each value is its own meaning in angle marks, each list has two rows. */
export function sampleFacts(vocabulary: FactVocabulary): PaperFacts {
  const said = (label: { vi: string }) => `«${label.vi}»`
  return {
    values: Object.fromEntries(Object.entries(vocabulary.values).map(([name, label]) => [name, said(label)])),
    lists: Object.fromEntries(
      Object.entries(vocabulary.lists).map(([name, { fields }]) => {
        const row = Object.fromEntries(Object.entries(fields).map(([field, label]) => [field, said(label)]))
        return [name, Array.from({ length: ROWS }, () => row)]
      }),
    ),
  }
}
