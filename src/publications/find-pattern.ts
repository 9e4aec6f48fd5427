/** What in a text may tell who somebody is or where to find them; shown to the publisher, each decided by hand. */
const findKinds = [
  ...(['email', 'profile', 'phone', 'idNumber', 'account', 'plate', 'address', 'land', 'child', 'name'] as const),
] as const
export type FindKind = (typeof findKinds)[number]

/** One way in which such a thing is written. */
export interface Pattern {
  kind: FindKind
  pattern: RegExp
  /** the group that is the find; the whole match without one */
  group?: 1
  /** looks again at what matched */
  really?: (words: string) => boolean
}

export const NOT_IN_WORD = '(?<![\\p{L}\\p{N}])'
export const END_OF_WORD = '(?![\\p{L}\\p{N}])'

/** A first letter large or small, as at the beginning of a sentence. */
export function eitherCase(words: string): string {
  return words
    .split('|')
    .map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`)
    .join('|')
}
