import { type Day, parseDay } from '../platform/day.ts'
import type { OversightFigures, OversightMonth, Punctuality } from '../reports/oversight-store.ts'

/** Under so many cases no rate is given: one case more or less would turn it over. */
const FEWEST_CASES = 5

/** `n` cases of which `part`; `rate` is null where there are too few for one. */
export function rateOf(part: number, n: number): { part: number; n: number; rate: number | null } {
  return { part, n, rate: n < FEWEST_CASES ? null : part / n }
}

/** Done in time among all that was due: done in time, done late, or overdue. */
export function onTimeRate({ onTime, late, open }: Punctuality) {
  return rateOf(onTime, onTime + late + open)
}

/** What all lines say together: every figure adds up. */
export function sumOfLines(lines: readonly OversightFigures[]): OversightFigures {
  const sum = (of: (line: OversightFigures) => number) => lines.reduce((total, line) => total + of(line), 0)
  const duty = (key: 'notices' | 'conclusions' | 'replies'): Punctuality => ({
    onTime: sum((line) => line[key].onTime),
    late: sum((line) => line[key].late),
    open: sum((line) => line[key].open),
  })
  return {
    ...{ planned: sum((line) => line.planned), held: sum((line) => line.held) },
    ...{ targets: sum((line) => line.targets), targetsMet: sum((line) => line.targetsMet) },
    ...{ received: sum((line) => line.received), continued: sum((line) => line.continued) },
    ...{ openPetitions: sum((line) => line.openPetitions), overdueNow: sum((line) => line.overdueNow) },
    ...{ notices: duty('notices'), conclusions: duty('conclusions'), replies: duty('replies') },
    ...{ ratings: sum((line) => line.ratings), satisfied: sum((line) => line.satisfied) },
  }
}

export const OVERSIGHT_PERIODS = ['year', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'] as const

/** A quarter of the trend: every quarter stands there, with zeros too. */
export interface TrendQuarter {
  year: number
  quarter: number
  held: number
  received: number
  answered: number
  repliesOnTime: number
  repliesLate: number
}

/** Quarters counted through the years. */
function quarterIndex(day: Day): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)
}

/** The quarters up to the one of `to`, the oldest first. */
export function trendOf(months: readonly OversightMonth[], to: Day, quarters: number): TrendQuarter[] {
  const last = quarterIndex(to)
  return Array.from({ length: quarters }, (_, at) => {
    const which = last - quarters + 1 + at
    const inside = months.filter(({ month }) => quarterIndex(month) === which)
    const sum = (key: Exclude<keyof OversightMonth, 'month'>) => inside.reduce((total, one) => total + one[key], 0)
    return {
      ...{ year: Math.floor(which / 4), quarter: (which % 4) + 1, held: sum('held'), received: sum('received') },
      ...{ answered: sum('answered'), repliesOnTime: sum('repliesOnTime'), repliesLate: sum('repliesLate') },
    }
  })
}

/** The first day of the oldest quarter of a trend. */
export function trendBegins(to: Day, quarters: number): Day {
  const first = quarterIndex(to) - quarters + 1
  return parseDay(`${Math.floor(first / 4)}-${String((first % 4) * 3 + 1).padStart(2, '0')}-01`)
}
