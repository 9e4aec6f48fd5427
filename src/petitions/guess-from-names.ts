import { FIELD_WORDS } from './field-words.ts'
import { foldText } from './petition-search.ts'

/** The fields and agencies that can be chosen, by their names: what there is to go by while there are few cases. */
export interface Choosable {
  areas: readonly { key: string; label: string }[]
  agencies: readonly { id: number; name: string }[]
}

/** What the names of fields and agencies alone say: a weak ground beside earlier cases. */
export interface Guess {
  weight: number
  /** words of the text, or of the agency's name, that speak for it */
  words: string[]
}

const GUESS_WEIGHT = 0.18

/** Before these words comes the matter, after them only where it is. */
const PLACE = /(?:^| )(?:cạnh|gần|trước|sau|đối diện|ở|tại|từ|qua|canh|gan|truoc|doi dien|o|tai|tu) (?:\S+ )?$/
const OF_A_PLACE = 0.35
const AT_THE_BEGINNING = 1.3

interface Phrase {
  words: string
  weight: number
}

/**
 * The phrases that stand in the text, whole words with their signs where the text has signs, and how much each says: more
 * where the text begins, less where it only names a place. Of two that lie in each other the longer.
 */
function phrasesIn(text: string, phrases: readonly string[]): Phrase[] {
  const plain = (said: string) => said.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const written = plain(text.normalize('NFC').toLowerCase())
  const typedBare = written === foldText(written)
  const found = phrases.flatMap((words) => {
    const at = ` ${written} `.indexOf(` ${typedBare ? foldText(words) : words} `)
    if (at < 0) return []
    const before = ` ${written} `.slice(0, at + 1)
    const place = PLACE.test(before) ? OF_A_PLACE : 1
    const beginning = before.trim().split(' ').length <= 5 ? AT_THE_BEGINNING : 1
    return [{ words, weight: (1 + 0.4 * (words.split(' ').length - 1)) * place * beginning }]
  })
  return found.filter((one) => !found.some((other) => other !== one && ` ${other.words} `.includes(` ${one.words} `)))
}

/** The phrases of a field: those of its name, and how else people call it. */
function phrasesOf({ key, label }: { key: string; label: string }): string[] {
  const phrases = `${label}, ${FIELD_WORDS[key] ?? ''}`.toLowerCase().split(/\s*[,;]\s*/)
  return [...new Set(phrases.map((one) => one.trim()).filter((one) => one !== ''))]
}

export function guessFields(content: string, { areas }: Choosable): Map<string, Guess> {
  const guesses = new Map<string, Guess>()
  for (const { key, label } of areas) {
    const found = phrasesIn(content, phrasesOf({ key, label }))
    if (found.length === 0) continue
    const weight = found.reduce((sum, one) => sum + one.weight, 0) * GUESS_WEIGHT
    guesses.set(key, { weight, words: found.map((one) => one.words) })
  }
  return guesses
}

/** Agencies whose name speaks of the field: the health centre for health, the power company for electricity. */
export function guessAgencies({ areas, agencies }: Choosable, area: string | null): Map<number, Guess> {
  const field = areas.find((one) => one.key === area)
  const guesses = new Map<number, Guess>()
  if (!field) return guesses
  for (const { id, name } of agencies) {
    const [named] = phrasesIn(name, phrasesOf(field))
    if (named) guesses.set(id, { weight: GUESS_WEIGHT * 0.5 * named.weight, words: [named.words] })
  }
  return guesses
}
