import { foldText } from './petition-search.ts'

/** Pairs of neighbouring syllables, folded: a Vietnamese word is mostly two of them. */
export function syllablePairs(text: string): Set<string> {
  const syllables = foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((syllable) => syllable !== '')
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < syllables.length; at += 1) pairs.add(`${syllables[at]}_${syllables[at + 1]}`)
  if (syllables.length === 1) pairs.add(syllables[0]!)
  return pairs
}

/** How much two texts say the same: 0 nothing, 1 all; the pairs they share of all they have. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  if (small.size === 0) return 0
  let shared = 0
  for (const pair of small) if (large.has(pair)) shared += 1
  return shared / (small.size + large.size - shared)
}

/** From here on two contents of the same person are offered as the same. */
export const SAME_FROM = 0.6
