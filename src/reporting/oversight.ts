import type { TargetPeriod } from '../plans/plan.ts'
import type { ActualDialogue, TargetEntry } from '../plans/plan-progress.ts'
import { progressOfTarget } from '../plans/plan-progress.ts'
import { type Day, parseDay } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { findChairModel, type Regulation } from '../regulations/regulation.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { listTargetsAndHeld, type OversightMonth, type Punctuality } from '../reports/oversight-store.ts'

/** Under so many cases no rate is given: one case more or less would turn it over. */
export const FEWEST_CASES = 5

/** `n` cases of which `part`; `rate` is null where there are too few for one. */
export function rateOf(part: number, n: number): { part: number; n: number; rate: number | null } {
  return { part, n, rate: n < FEWEST_CASES ? null : part / n }
}

/** Done in time among all that was due: done in time, done late, or overdue. */
export function onTimeRate({ onTime, late, open }: Punctuality) {
  return rateOf(onTime, onTime + late + open)
}

export interface TargetStanding {
  /** targets with a minimum */
  all: number
  met: number
  missed: number
}

/** Targets of the year's plan in force, met or not, for each authority; one without any is left out. */
export async function readTargetStandings(
  db: Db,
  authorityIds: readonly number[],
  year: number,
  today: Day,
): Promise<Map<number, TargetStanding>> {
  const { targets, held } = await listTargetsAndHeld(db, authorityIds, year)
  const versions = new Map<number, Regulation>()
  for (const id of new Set(held.map((one) => one.regulationVersionId)))
    versions.set(id, (await getRegulationVersion(db, id)).regulation)
  const actual = new Map<number, ActualDialogue[]>()
  for (const { authorityId, chairModel, regulationVersionId, ...one } of held) {
    const countsFor = findChairModel(versions.get(regulationVersionId)!, chairModel)?.countsFor ?? []
    const rest = { title: '', planId: null, plannedDialogueId: null, sessionKind: null, held: true, deputyFor: [] }
    actual.set(authorityId, [...(actual.get(authorityId) ?? []), { ...rest, ...one, countsFor }])
  }
  const standings = new Map<number, TargetStanding>()
  for (const { authorityId, period, ...target } of targets) {
    const entry: TargetEntry = { ...target, period: period as TargetPeriod }
    const { state } = progressOfTarget(entry, actual.get(authorityId) ?? [], year, today)
    if (state === 'counted') continue
    const standing = standings.get(authorityId) ?? { all: 0, met: 0, missed: 0 }
    standings.set(authorityId, {
      all: standing.all + 1,
      met: standing.met + (state === 'met' ? 1 : 0),
      missed: standing.missed + (state === 'missed' ? 1 : 0),
    })
  }
  return standings
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

/** The quarters up to the one of `to`, the oldest first. */
export function trendOf(months: readonly OversightMonth[], to: Day, quarters: number): TrendQuarter[] {
  const last = Number(to.slice(0, 4)) * 4 + Math.floor((Number(to.slice(5, 7)) - 1) / 3)
  return Array.from({ length: quarters }, (_, at) => {
    const which = last - quarters + 1 + at
    const inside = months.filter(
      ({ month }) => Number(month.slice(0, 4)) * 4 + Math.floor((Number(month.slice(5, 7)) - 1) / 3) === which,
    )
    const sum = (key: Exclude<keyof OversightMonth, 'month'>) => inside.reduce((total, one) => total + one[key], 0)
    return {
      ...{ year: Math.floor(which / 4), quarter: (which % 4) + 1, held: sum('held'), received: sum('received') },
      ...{ answered: sum('answered'), repliesOnTime: sum('repliesOnTime'), repliesLate: sum('repliesLate') },
    }
  })
}

/** The first day of the oldest quarter of a trend. */
export function trendBegins(to: Day, quarters: number): Day {
  const last = Number(to.slice(0, 4)) * 4 + Math.floor((Number(to.slice(5, 7)) - 1) / 3)
  const first = last - quarters + 1
  return parseDay(`${Math.floor(first / 4)}-${String((first % 4) * 3 + 1).padStart(2, '0')}-01`)
}
