/** How much is filled in. The largest authority has about 30 times as many petitions as the smallest. */
export interface BenchPlan {
  petitions: number
  authorities: number
  /** so many readers, each of an authority of its own, large and small ones */
  readers: number
}

export const FULL: BenchPlan = { petitions: 100_000, authorities: 300, readers: 20 }
export const QUICK: BenchPlan = { petitions: 3_000, authorities: 12, readers: 6 }

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
