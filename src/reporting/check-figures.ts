import type { FigureCounts } from '../reports/figure-store.ts'
import type { FigureKey } from '../reports/figures.ts'

/** What must add up: the parts make the whole, or (`atMost`) are among it. */
interface Relation {
  whole: readonly FigureKey[]
  parts: readonly FigureKey[]
  atMost?: true
}

const RELATIONS: readonly Relation[] = [
  { whole: ['held'], parts: ['periodic', 'thematic', 'adHoc', 'onRequest'] },
  { whole: ['held'], parts: ['inPerson', 'online', 'indirect'] },
  { whole: ['held'], parts: ['partyChair', 'governmentChair', 'coChaired', 'otherChair'] },
  { whole: ['held'], parts: ['byDeputy'], atMost: true },
  { whole: ['attendance'], parts: ['people', 'delegates'] },
  { whole: ['people'], parts: ['women'], atMost: true },
  { whole: ['inHand'], parts: ['carriedOver', 'received'] },
  { whole: ['inHand'], parts: ['resolved', 'transferred', 'remaining'] },
  { whole: ['remaining'], parts: ['remainingInTime', 'remainingOverdue'] },
  {
    whole: ['carriedOver', 'received'],
    parts: ['resolved', 'transferred', 'remainingInTime', 'remainingOverdue'],
  },
  { whole: ['resolved'], parts: ['answeredAtConference', 'answeredBefore', 'answeredInWriting'], atMost: true },
]

/** Figures of a report that do not add up. */
export interface Clash {
  whole: FigureKey[]
  /** the sum of the whole, as stated */
  wholeSum: number
  parts: FigureKey[]
  partsSum: number
}

/**
 * What does not add up among the figures that a report shows. Counted figures always do; after a correction by hand
 * somebody has to look. Of a whole some of whose parts are not shown the others may be less, never more.
 */
export function clashesOf(stated: Readonly<FigureCounts>, shown: ReadonlySet<string>): Clash[] {
  const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + (stated[key] ?? 0), 0)
  return RELATIONS.flatMap(({ whole, parts, atMost }): Clash[] => {
    const seen = parts.filter((key) => shown.has(key))
    if (seen.length === 0 || !whole.every((key) => shown.has(key))) return []
    const exact = seen.length === parts.length && !atMost
    const [wholeSum, partsSum] = [sum(whole), sum(seen)]
    const fits = exact ? partsSum === wholeSum : partsSum <= wholeSum
    return fits ? [] : [{ whole: [...whole], wholeSum, parts: seen, partsSum }]
  })
}
