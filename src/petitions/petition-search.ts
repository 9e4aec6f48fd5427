/** Text as it is searched: without diacritics (đ = d), in lower case; the same as `fold()` of the database. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

export interface SearchTerms {
  /** for `to_tsquery('simple', …)`: every word, the last one as a beginning */
  query: string
  /** folded, for names */
  folded: string
  /** what was typed with diacritics, in lower case: texts that have it exactly stand first; null when typed without */
  exact: string | null
}

const MOST_WORDS = 12

/** What somebody typed into a search box; null when there is no word in it. */
export function readSearch(typed: string): SearchTerms | null {
  const text = typed.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, 200)
  const folded = foldText(text)
  const words = folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  if (words.length === 0) return null
  const query = words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(' & ')
  const lower = text.toLowerCase()
  return { query, folded, exact: lower === folded ? null : lower }
}
