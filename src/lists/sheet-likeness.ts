import { foldText } from '../petitions/petition-search.ts'
import { likeness, SAME_FROM, syllablePairs } from '../petitions/same-words.ts'
import type { SheetOpinion } from './sheet-opinion.ts'

/** A petition that is stored already, as far as the reader may know of it. */
export interface KnownPetition {
  id: number
  code: string
  content: string
  petitionerId: number
  petitionerName: string
  phone: string | null
}

/** What a row repeats: a row above it in the sheet, or a petition that is stored. */
export interface Repeat {
  row: number | null
  petition: { id: number; code: string } | null
}

/** Rows that say what the same person said already, by their row numbers. Unnamed people repeat only word for word. */
export function findRepeats(opinions: readonly SheetOpinion[], known: readonly KnownPetition[]): Map<number, Repeat> {
  const byPerson = new Map<string, { pairs: Set<string>; row: number | null; petition: KnownPetition | null }[]>()
  for (const petition of known) {
    const entry = { pairs: syllablePairs(petition.content), row: null, petition }
    push(byPerson, personKey(petition.petitionerName, petition.content), entry)
  }
  const repeats = new Map<number, Repeat>()
  for (const opinion of opinions) {
    if (opinion.content === '') continue
    const person = personKey(opinion.petitioner.name, opinion.content)
    const pairs = syllablePairs(opinion.content)
    const parts = opinion.parts.map(syllablePairs)
    const same = (byPerson.get(person) ?? []).find(
      (one) => isSame(one.pairs, pairs) || (one.petition !== null && parts.some((part) => isSame(one.pairs, part))),
    )
    if (same) {
      const petition = same.petition && { id: same.petition.id, code: same.petition.code }
      repeats.set(opinion.row, { row: same.row, petition })
      continue
    }
    push(byPerson, person, { pairs, row: opinion.row, petition: null })
  }
  return repeats
}

const isSame = (one: Set<string>, other: Set<string>) => likeness(one, other) >= SAME_FROM

/** Who is not named is compared by the very words alone: thousands of such rows are no person to look through. */
function personKey(name: string, content: string): string {
  const person = foldText(name).replace(/\s+/g, ' ').trim()
  return person === ''
    ? `unnamed ${foldText(content)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()}`
    : person
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
