/** How many raise something at one authority at the same moment; the others wait here and hold no connection. */
const AT_ONCE = 2
/** More than this waiting is a flood: whoever comes then is asked to come again. */
const MOST_WAITING = 60

interface Turns {
  running: number
  waiting: (() => void)[]
}

const turns = new Map<number, Turns>()

/**
 * Runs `act` in its turn. Every change of an authority waits for the end of its log, so many at once would take all
 * connections of the program and keep other authorities' people waiting. False, and nothing is run, when too many wait.
 */
export async function inTurn<Result>(authorityId: number, act: () => Promise<Result>): Promise<Result | false> {
  const of = turns.get(authorityId) ?? { running: 0, waiting: [] }
  turns.set(authorityId, of)
  if (of.running >= AT_ONCE) {
    if (of.waiting.length >= MOST_WAITING) return false
    await new Promise<void>((mine) => of.waiting.push(mine))
  } else {
    of.running += 1
  }
  try {
    return await act()
  } finally {
    const next = of.waiting.shift()
    // the turn goes straight to who waits, so that nobody slips in between
    if (next) next()
    else of.running -= 1
    if (of.running === 0) turns.delete(authorityId)
  }
}
