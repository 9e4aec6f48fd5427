/** How much is filled in. The largest authority has about 30 times as many petitions as the smallest. */
export interface BenchPlan {
  petitions: number
  authorities: number
  /** so many readers, each of an authority of its own, large and small ones */
  readers: number
  /** authorities between the first, which is over all, and the others; 0: the first is directly over them */
  provinces: number
  /** bytes of what a petition says, in UTF-8 */
  textBytes: number
  /** whether a petition has its whole history in the log, or only the line of its receipt */
  wholeHistory: boolean
}

const FLAT = { provinces: 0, textBytes: 1000, wholeHistory: true }
export const FULL: BenchPlan = { petitions: 100_000, authorities: 300, readers: 20, ...FLAT }
export const QUICK: BenchPlan = { petitions: 3_000, authorities: 12, readers: 6, ...FLAT }

/** 3,321 communes, wards and special zones under 34 provinces and cities, and what is over all of them. */
export const NATION: BenchPlan = {
  ...{ petitions: 1_500_000, authorities: 3_321 + 34 + 1, readers: 20 },
  ...{ provinces: 34, textBytes: 300, wholeHistory: false },
}

/** Who is over an authority; null for the first. */
export function parentOf(id: number, { provinces }: Pick<BenchPlan, 'provinces'>): number | null {
  if (id === 1) return null
  return provinces === 0 || id <= provinces + 1 ? 1 : 2 + (id % provinces)
}

export interface Share {
  authorityId: number
  firstPetition: number
  petitions: number
}

/** Petitions by authority, falling off with the rank; ids run through. */
export function sharesOf({ petitions, authorities }: BenchPlan): Share[] {
  const weights = Array.from({ length: authorities }, (_, at) => 1 / (at + 10))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let given = 0
  let soFar = 0
  return weights.map((weight, at) => {
    soFar += weight
    const upTo = at === authorities - 1 ? petitions : Math.round((petitions * soFar) / whole)
    const share = { authorityId: at + 1, firstPetition: given + 1, petitions: upTo - given }
    given = upTo
    return share
  })
}

/** The authorities whose members read in the bench: from the largest to the smallest. */
export function readersOf(plan: BenchPlan): number[] {
  const step = plan.authorities / plan.readers
  return Array.from({ length: plan.readers }, (_, at) => 1 + Math.floor(at * step))
}
