import { DIALOGUE_FORMS, DIALOGUE_KINDS, keysOf } from '../regulations/regulation-vocabulary.ts'
import type { DialogueCount } from './report-count-store.ts'

export interface Figure {
  key: string
  held: number
  people: number
  women: number
  delegates: number
}

/** One line for every key, those without any dialogue too: a zero is a statement (001). */
function linesBy(counts: readonly DialogueCount[], keys: readonly string[], of: (count: DialogueCount) => string) {
  const all = [...keys, ...counts.map(of).filter((key) => !keys.includes(key))]
  return [...new Set(all)].map((key): Figure => {
    const some = counts.filter((count) => of(count) === key)
    const sum = (field: 'held' | 'people' | 'women' | 'delegates') => some.reduce((total, one) => total + one[field], 0)
    return { key, held: sum('held'), people: sum('people'), women: sum('women'), delegates: sum('delegates') }
  })
}

/**
 * The figures of a period about its dialogues, zeros included; the chair models and the meetings within which dialogues
 * are held (001: 06 conferences, 03 sessions under the flag, 35 briefings) are the regulation's.
 */
export function dialogueFigures(
  counts: readonly DialogueCount[],
  chairModels: readonly string[],
  sessionKinds: readonly string[] = [],
) {
  const sum = (field: 'held' | 'people' | 'women' | 'delegates' | 'presidedByDeputy' | 'outsidePlan') =>
    counts.reduce((total, one) => total + one[field], 0)
  return {
    byKind: linesBy(counts, keysOf(DIALOGUE_KINDS), (count) => count.kind),
    byForm: linesBy(counts, keysOf(DIALOGUE_FORMS), (count) => count.form),
    byChair: linesBy(counts, chairModels, (count) => count.chairModel),
    bySession: linesBy(
      counts.filter((count) => count.sessionKind !== null),
      sessionKinds,
      (count) => count.sessionKind!,
    ),
    held: sum('held'),
    people: sum('people'),
    women: sum('women'),
    delegates: sum('delegates'),
    presidedByDeputy: sum('presidedByDeputy'),
    outsidePlan: sum('outsidePlan'),
  }
}
