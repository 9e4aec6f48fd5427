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

/** What is suggested, and the cases it rests on, the nearest first. */
export interface Suggestion<Key> {
  key: Key
  /** of all the weight of near cases */
  share: number
  cases: CaseOf[]
}

export interface Suggestions {
  subjectAreas: Suggestion<string>[]
  leadAgencies: Suggestion<number>[]
  repeats: CaseOf[]
}

/** Syllables that stand in every petition say nothing of what it is about. */
const SAY_NOTHING = new Set(
  `de nghi kien uy ban nhan dan nguoi ba con cua va cho cac o la da chua khong co nhung duoc tai ve den tu thi hien nay nam
  viec som xem xet giai quyet mot nhieu rat qua voi do khi ra vao lai quan tam chinh quyen dia phuong chuc nang`.split(
    /\s+/,
  ),
)
const NEAREST = 5
const NEAR_FROM = 0.06
const SHARE_FROM = 0.5
/** One case alone suggests something only when it is this near; else two have to agree. */
const ALONE_FROM = 0.2
const REPEAT_FROM = 0.22
/** The same person says the same with fewer words in common. */
const REPEAT_OF_SAME_PERSON = 0.15

/** The pairs by which earlier cases are looked for. */
export function tellingPairs(content: string): string[] {
  return [...syllablePairs(content)].filter((pair) => pair.split('_').some((syllable) => !SAY_NOTHING.has(syllable)))
}

/** What a text is weighed by: its pairs, and its single syllables that say something. */
function tellingParts(content: string): Set<string> {
  const pairs = tellingPairs(content)
  const single = pairs.flatMap((pair) => pair.split('_')).filter((one) => one.length > 1 && !SAY_NOTHING.has(one))
  return new Set([...pairs, ...single])
}

/**
 * Suggests field, lead agency and repeats from earlier cases: each near case weighs as much as it has rare words in
 * common. Nothing is decided; each suggestion names the cases it rests on.
 */
export function suggestHandling(
  petition: { content: string; petitionerId: number | null },
  earlier: readonly EarlierCase[],
): Suggestions {
  const wanted = tellingParts(petition.content)
  const cases = earlier.map((one) => ({ one, pairs: tellingParts(one.content) }))
  const weigh = weightsOf(cases.map(({ pairs }) => pairs))
  const near = cases
    .map(({ one, pairs }) => ({ one, nearness: nearnessOf(wanted, pairs, weigh) }))
    .filter(({ nearness }) => nearness >= NEAR_FROM)
    .sort((first, second) => second.nearness - first.nearness)
  return {
    subjectAreas: vote(near, (one) => one.subjectArea),
    leadAgencies: vote(near, (one) => one.leadAgencyId),
    repeats: near
      .filter(
        ({ one, nearness }) =>
          nearness >= (one.petitionerId === petition.petitionerId ? REPEAT_OF_SAME_PERSON : REPEAT_FROM),
      )
      .slice(0, 3)
      .map(caseOf),
  }
}

/** A pair weighs more the fewer cases have it. */
function weightsOf(all: readonly ReadonlySet<string>[]): (pair: string) => number {
  const counts = new Map<string, number>()
  for (const pairs of all) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return (pair) => Math.log(1 + (all.length + 1) / (counts.get(pair) ?? 1))
}

function nearnessOf(one: ReadonlySet<string>, other: ReadonlySet<string>, weigh: (pair: string) => number): number {
  let [shared, mine, theirs] = [0, 0, 0]
  for (const pair of one) {
    const weight = weigh(pair)
    mine += weight
    if (other.has(pair)) shared += weight
  }
  for (const pair of other) theirs += weigh(pair)
  return mine === 0 || theirs === 0 ? 0 : shared / Math.sqrt(mine * theirs)
}

interface Near {
  one: EarlierCase
  nearness: number
}

function vote<Key>(near: readonly Near[], keyOf: (one: EarlierCase) => Key | null): Suggestion<Key>[] {
  const said = near.filter(({ one }) => keyOf(one) !== null).slice(0, NEAREST)
  const all = said.reduce((sum, { nearness }) => sum + nearness, 0)
  const byKey = new Map<Key, Near[]>()
  for (const one of said) byKey.set(keyOf(one.one)!, [...(byKey.get(keyOf(one.one)!) ?? []), one])
  return [...byKey]
    .filter(([, cases]) => cases.length > 1 || cases[0]!.nearness >= ALONE_FROM)
    .map(([key, cases]) => ({
      key,
      share: cases.reduce((sum, { nearness }) => sum + nearness, 0) / all,
      cases: cases.slice(0, 3).map(caseOf),
    }))
    .filter(({ share }) => share >= SHARE_FROM)
    .sort((first, second) => second.share - first.share)
    .slice(0, 2)
}

function caseOf({ one, nearness }: Near): CaseOf {
  return { id: one.id, code: one.code, nearness }
}
