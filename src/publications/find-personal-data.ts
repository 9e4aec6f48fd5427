import type { FindKind, Pattern } from './find-pattern.ts'
import { CHILDREN, PERSON_NAMES } from './person-names.ts'
import { PERSONAL_NUMBERS } from './personal-numbers.ts'
import { PERSONAL_PLACES } from './personal-places.ts'

/** Where it stands: `text.slice(start, end) === words`. */
export interface PersonalFind {
  kind: FindKind
  start: number
  end: number
  words: string
}

/** In the order of their strength: of two that overlap the earlier row wins. */
const PATTERNS: readonly Pattern[] = [...PERSONAL_NUMBERS, ...PERSONAL_PLACES, ...CHILDREN, ...PERSON_NAMES]

/**
 * Finds in a text (NFC) what may be personal data: telephone, identity and account numbers (also written in words, or
 * with letters that look like figures), e-mail, plates of vehicles and boats, addresses and parcels of land, children,
 * names, and the names handed in (those of the petitioners). It would rather show one too many: a human decides each.
 * Sorted by place; no two overlap.
 */
export function findPersonalData(text: string, knownNames: readonly string[] = []): PersonalFind[] {
  const known = knownNames.filter((name) => name.trim().length > 1).flatMap((name) => occurrences(text, name))
  const plain = plainSigns(text)
  const finds = [...known, ...PATTERNS.flatMap((pattern) => matchesOf(text, plain, pattern))]
  const taken = new Uint8Array(text.length)
  const kept = finds.filter((find) => {
    if (taken.subarray(find.start, find.end).includes(1)) return false
    taken.fill(1, find.start, find.end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}

/** Wide figures and the many hyphens as the plain ones, sign for sign, so that places stay the same. */
function plainSigns(text: string): string {
  return text
    .replace(/[\uFF10-\uFF19\uFF20\uFF0B]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00A0\u2000-\u200A\u202F]/g, ' ')
}

function matchesOf(text: string, plain: string, { kind, pattern, group, really }: Pattern): PersonalFind[] {
  return [...plain.matchAll(pattern)].flatMap((match) => {
    const words = (group ? match[1] : match[0])?.trimEnd()
    if (!words || (really && !really(words))) return []
    const start = match.index + (group ? match[0].lastIndexOf(words) : 0)
    return [{ kind, start, end: start + words.length, words: text.slice(start, start + words.length) }]
  })
}

/** Whole words only, whatever the case; a name of two words or more also where its marks are left out. */
function occurrences(text: string, name: string): PersonalFind[] {
  const wanted = name.normalize('NFC').toLowerCase().trim()
  const searched = text.toLowerCase()
  // letters whose small form is longer would shift the places
  if (searched.length !== text.length) return []
  const found = placesOf(searched, wanted)
  const more = wanted.includes(' ') ? placesOf(withoutMarks(searched), withoutMarks(wanted)) : []
  return [...new Set([...found, ...more])].map((start) => {
    const end = start + wanted.length
    return { kind: 'name', start, end, words: text.slice(start, end) }
  })
}

function placesOf(searched: string, wanted: string): number[] {
  const found: number[] = []
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length
    if (!/\p{L}/u.test(searched[at - 1] ?? ' ') && !/\p{L}/u.test(searched[end] ?? ' ')) found.push(at)
  }
  return found
}

/** Letter for letter, so that places stay the same: a letter whose marks do not come off alone is left as it is. */
function withoutMarks(text: string): string {
  return text.replace(/[^ -~]/g, (letter) => {
    if (letter === 'đ') return 'd'
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '')
    return bare.length === 1 ? bare : letter
  })
}
