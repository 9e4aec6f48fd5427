import type { Day } from '../../../platform/day.ts'
import { planWords } from '../../words/plan-words.ts'
import type { Lang } from '../../words/words.ts'
import { daysText } from './plan-signs.tsx'

interface Named {
  id: number
  title: string
  expectedFrom: Day
  expectedTo: Day
}

/**
 * A name for each planned dialogue that no other of the plan has, for the links that stand beside each: title and days,
 * and its number where a plan promises the same several times.
 */
export function plannedNames(planned: readonly Named[], lang: Lang): Map<number, string> {
  const seen = new Map<string, number>()
  const named = planned.map((one) => {
    const name = `${one.title}, ${daysText(one.expectedFrom, one.expectedTo)}`
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return { id: one.id, name, nth }
  })
  return new Map(
    named.map(({ id, name, nth }) => [id, seen.get(name) === 1 ? name : `${name} (${planWords[lang].nth(nth)})`]),
  )
}
