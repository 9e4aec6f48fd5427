import { type Choosable, type Guess, guessAgencies, guessFields } from './guess-from-names.ts'
import { foldText } from './petition-search.ts'
import { syllablePairs } from './same-words.ts'

/** An earlier case of the authority, as far as the reader may know of it. */
export interface EarlierCase {
  id: number
  code: string
  content: string
  subjectArea: string | null
  leadAgencyId: number | null
  petitionerId: number
}

export interface CaseOf {
  id: number
  code: string
  /** how near it is, 0 to 1 */
  nearness: number
}

/** What is suggested, and what it rests on: earlier cases, the nearest first, and words of the text. */
export interface Suggestion<Key> {
  key: Key
  /** of all that was weighed, 0 to 1 */
  share: number
  cases: CaseOf[]
  /** words of the text that speak of it, as they were written */
  words: string[]
}

export interface Suggestions {
  subjectAreas: Suggestion<string>[]
  leadAgencies: Suggestion<number>[]
  repeats: CaseOf[]
}

/** Syllables that stand in every petition say nothing of what it is about. */
const SAY_NOTHING = new Set(
  `de nghi kien uy ban nhan dan nguoi ba con cua va cho cac o la da chua khong co nhung duoc tai ve den tu thi hien nay nam
  viec som xem xet giai quyet mot nhieu rat qua voi do khi ra vao lai quan tam chinh quyen dia phuong chuc nang toi gia ong
  moi ngay thang truoc sau bi phai con ho thon to pho xin mong`.split(/\s+/),
)
const NEAREST = 8
const NEAR_FROM = 0.03
const SHARE_FROM = 0.45
/** One case alone suggests something only when it is this near; else two have to agree. */
const ALONE_FROM = 0.15
const AHEAD_BY = 1.25
const REPEAT_FROM = 0.3
/** The same person says the same with fewer words in common. */
const REPEAT_OF_SAME_PERSON = 0.2

/** The pairs by which earlier cases are looked for. */
export function tellingPairs(content: string): string[] {
  return [...syllablePairs(content)].filter((pair) => pair.split('_').some((syllable) => !SAY_NOTHING.has(syllable)))
}

const PAIR_WEIGHT = 2

/** What a text is weighed by: syllables and pairs of them, each as written and without signs. */
function telling(content: string): Map<string, number> {
  const written = content
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((one) => one !== '')
  const parts = new Map<string, number>()
  const add = (part: string, weight: number) => void parts.set(part, weight)
  for (const [at, syllable] of written.entries()) {
    const bare = foldText(syllable)
    const says = bare.length > 1 && !SAY_NOTHING.has(bare)
    if (says) add(bare, 0.5)
    if (says && syllable !== bare) add(`=${syllable}`, 0.5)
    const next = written[at + 1]
    if (next === undefined) continue
    const bareNext = foldText(next)
    if (!says && (SAY_NOTHING.has(bareNext) || bareNext.length < 2)) continue
    add(`${bare}_${bareNext}`, PAIR_WEIGHT / 2)
    if (syllable !== bare || next !== bareNext) add(`=${syllable}_${next}`, PAIR_WEIGHT / 2)
  }
  return parts
}

/**
 * Suggests field, lead agency and repeats: what near cases became (each weighs as much as it has rare words in common),
 * and as a weak first guess what the names of fields and agencies say. Nothing is decided and where it is not clear
 * nothing is said; each suggestion names what it rests on.
 */
export function suggestHandling(
  petition: { content: string; petitionerId: number | null; subjectArea?: string | null },
  earlier: readonly EarlierCase[],
  choosable: Choosable = { areas: [], agencies: [] },
): Suggestions {
  const wanted = telling(petition.content)
  const cases = earlier.map((one) => ({ one, parts: telling(one.content) }))
  const rarity = rarityOf(cases.map(({ parts }) => parts))
  const near = cases
    .map(({ one, parts }) => ({ one, nearness: nearnessOf(wanted, parts, rarity) }))
    .filter(({ nearness }) => nearness >= NEAR_FROM)
    .sort((first, second) => second.nearness - first.nearness)
  const fields = guessFields(petition.content, choosable)
  const subjectAreas = decide(
    weighed(near, (one) => one.subjectArea),
    fields,
  )
  // whose it is follows from the field; a field that is only guessed is no ground for a second guess
  const area = petition.subjectArea ?? null
  return {
    subjectAreas,
    leadAgencies: decide(
      weighed(ofField(near, area), (one) => one.leadAgencyId),
      guessAgencies(choosable, area),
      agenciesOfField(earlier, area),
    ),
    repeats: near
      .filter(
        ({ one, nearness }) =>
          nearness >= (one.petitionerId === petition.petitionerId ? REPEAT_OF_SAME_PERSON : REPEAT_FROM),
      )
      .slice(0, 3)
      .map(caseOf),
  }
}

/** A part weighs more the fewer cases have it. */
function rarityOf(all: readonly ReadonlyMap<string, number>[]): (part: string) => number {
  const counts = new Map<string, number>()
  for (const parts of all) for (const part of parts.keys()) counts.set(part, (counts.get(part) ?? 0) + 1)
  return (part) => Math.log(1 + (all.length + 1) / (counts.get(part) ?? 1))
}

function nearnessOf(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
  rarity: (part: string) => number,
): number {
  let [shared, mine, theirs] = [0, 0, 0]
  for (const [part, weight] of one) {
    const weighs = weight * rarity(part)
    mine += weighs
    if (other.has(part)) shared += weighs
  }
  for (const [part, weight] of other) theirs += weight * rarity(part)
  return mine === 0 || theirs === 0 ? 0 : shared / Math.sqrt(mine * theirs)
}

interface Near {
  one: EarlierCase
  nearness: number
}

interface Weighed {
  weight: number
  cases: Near[]
}

/** What near cases became; the nearest count much more than the further ones. */
function weighed<Key>(near: readonly Near[], keyOf: (one: EarlierCase) => Key | null): Map<Key, Weighed> {
  const byKey = new Map<Key, Weighed>()
  for (const one of near.filter((each) => keyOf(each.one) !== null).slice(0, NEAREST)) {
    const key = keyOf(one.one)!
    const found = byKey.get(key) ?? { weight: 0, cases: [] }
    byKey.set(key, { weight: found.weight + one.nearness, cases: [...found.cases, one] })
  }
  return byKey
}

const FIELD_WEIGHT = 0.6

const OF_ANOTHER_FIELD = 0.6

/** Cases of another field say little of who is to answer this one. */
function ofField(near: readonly Near[], area: string | null): Near[] {
  if (area === null) return near.filter(({ nearness }) => nearness >= ALONE_FROM)
  return near
    .map(({ one, nearness }) => ({ one, nearness: one.subjectArea === area ? nearness : nearness * OF_ANOTHER_FIELD }))
    .sort((first, second) => second.nearness - first.nearness)
}

/** Who had the cases of the same field until now. */
function agenciesOfField(earlier: readonly EarlierCase[], area: string | null): Map<number, Weighed> {
  const same = area === null ? [] : earlier.filter((one) => one.subjectArea === area && one.leadAgencyId !== null)
  const byKey = new Map<number, Weighed>()
  for (const one of same) {
    const found = byKey.get(one.leadAgencyId!) ?? { weight: 0, cases: [] }
    const weight = found.weight + FIELD_WEIGHT / (same.length + 1)
    byKey.set(one.leadAgencyId!, { weight, cases: [...found.cases, { one, nearness: 0 }] })
  }
  return byKey
}

/** All grounds added up, each case named once. */
function together<Key>(grounds: readonly ReadonlyMap<Key, Partial<Weighed & Guess>>[]): Map<Key, Weighed & Guess> {
  const all = new Map<Key, Weighed & Guess>()
  for (const [key, { weight = 0, cases = [], words = [] }] of grounds.flatMap((ground) => [...ground])) {
    const found = all.get(key) ?? { weight: 0, cases: [], words: [] }
    const known = new Set(found.cases.map(({ one }) => one.id))
    all.set(key, {
      weight: found.weight + weight,
      cases: [...found.cases, ...cases.filter(({ one }) => !known.has(one.id))],
      words: [...found.words, ...words],
    })
  }
  return all
}

/** The one that stands out; nothing where two are as likely or hardly anything speaks for any. */
function decide<Key>(...grounds: ReadonlyMap<Key, Partial<Weighed & Guess>>[]): Suggestion<Key>[] {
  const all = together(grounds)
  const total = [...all.values()].reduce((sum, { weight }) => sum + weight, 0)
  const [first, second] = [...all].sort(([, one], [, other]) => other.weight - one.weight)
  if (!first || total < LEAST_WEIGHT) return []
  const [key, { weight, cases, words }] = first
  if (words.length === 0 && cases.length < 2 && cases[0]!.nearness < ALONE_FROM) return []
  if (weight / total < SHARE_FROM || (second && weight < second[1].weight * AHEAD_BY)) return []
  return [{ key, share: weight / total, cases: cases.slice(0, 3).map(caseOf), words: words.slice(0, 4) }]
}

const LEAST_WEIGHT = 0.1

function caseOf({ one, nearness }: Near): CaseOf {
  return { id: one.id, code: one.code, nearness }
}
