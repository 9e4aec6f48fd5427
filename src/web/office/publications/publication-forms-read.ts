import type { FindDecision } from '../../../publications/decide-finds.ts'
import { type FieldFind, findKey, findsOf, type PublicationSource } from '../../../publications/publication.ts'
import type { FormValues } from '../../kit/form-state.ts'

type Posted = FormValues

/** The decision typed for one find; null while there is none. */
function typedDecision(
  source: PublicationSource,
  find: FieldFind,
  values: Posted,
): (FindDecision & { keep: boolean }) | null {
  const key = findKey(source, find)
  const choice = values[key]
  if (choice !== 'hide' && choice !== 'keep') return null
  const reason = String(values[`${key}-reason`] ?? '')
  return { field: find.field, start: find.start, keep: choice === 'keep', reason }
}

/** Everything decided so far about a source. */
export function typedDecisions(source: PublicationSource, values: Posted): FindDecision[] {
  return findsOf(source).flatMap((find) => typedDecision(source, find, values) ?? [])
}

/** The form's name of a source among those that can be chosen. */
export function sourceKey(source: Pick<PublicationSource, 'kind' | 'id'>): string {
  return `${source.kind}-${source.id}`
}

/** As if “hide” had been ticked at every find that is not decided yet. */
export function withAllHidden(sources: readonly PublicationSource[], values: Posted): Posted {
  const hidden = sources.flatMap((source) =>
    findsOf(source)
      .map((find) => findKey(source, find))
      .filter((key) => values[key] !== 'keep')
      .map((key) => [key, 'hide'] as const),
  )
  return { ...values, ...Object.fromEntries(hidden) }
}
