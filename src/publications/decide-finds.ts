import type { InputErrors } from '../platform/errors.ts'
import { hideFinds, hideWords } from './hide-finds.ts'
import { type FieldFind, findKey, findsOf, type PublicationSource, type SourceTexts } from './publication.ts'

/** What somebody decided about one find. Kept words need a reason. */
export interface FindDecision {
  field: string
  start: number
  keep: boolean
  reason: string
}

/** What is kept of the decisions: never the words themselves. */
export interface DecidedFind {
  field: string
  kind: string
  kept: boolean
  reason: string
}

export interface Redaction {
  texts: SourceTexts
  finds: DecidedFind[]
  /** by the find's form name: what is still missing */
  errors: InputErrors
}

/**
 * The texts of a public copy: every find hidden or kept as decided, further words hidden. Without a decision for a find,
 * or a reason for one kept, `errors` names it and nothing may be published.
 */
export function redact(
  source: PublicationSource,
  decisions: readonly FindDecision[],
  alsoHide: readonly string[],
): Redaction {
  const finds = findsOf(source)
  const errors: InputErrors = {}
  const decided = new Map<FieldFind, FindDecision>()
  for (const find of finds) {
    const decision = decisions.find((one) => one.field === find.field && one.start === find.start)
    if (!decision) errors[findKey(source, find)] = 'publication/find-undecided'
    else if (decision.keep && decision.reason === '') errors[`${findKey(source, find)}-reason`] = 'required'
    else decided.set(find, decision)
  }
  const texts = Object.fromEntries(
    Object.entries(source.texts).map(([field, text]) => {
      const own = finds.filter((find) => find.field === field)
      return [
        field,
        hideWords(
          hideFinds(text, own, (find) => decided.get(find as FieldFind)?.keep ?? false),
          alsoHide,
        ),
      ]
    }),
  )
  const kept = finds.map((find) => {
    const decision = decided.get(find)
    return { field: find.field, kind: find.kind, kept: decision?.keep ?? false, reason: decision?.reason ?? '' }
  })
  return { texts, finds: kept, errors }
}
