import type { Label } from '../../regulations/regulation-vocabulary.ts'
import type { FactName, FactVocabulary, PaperFacts } from '../paper-facts.ts'

/** A name of the vocabulary with its meaning; `blank` is written where nothing is known. */
export function fact(vi: string, en: string, blank?: string): FactName {
  return blank === undefined ? { vi, en } : { vi, en, blank }
}

/** Where a day is still to be filled in by hand. */
export const DAY_BLANK = '…/…/……'
export const LONG_DAY_BLANK = 'ngày … tháng … năm ……'
export const CLOCK_BLANK = '… giờ … phút'
export const COUNT_BLANK = '……'

/** The values that a set of names asks for: the same names, so that facts and vocabulary cannot part. */
export type ValuesOf<Names> = { [Name in keyof Names]: string }

interface ListNames {
  label: Label
  fields: Readonly<Record<string, Label>>
}

/** The rows that a set of lists asks for, each field a text. */
export type ListsOf<Lists extends Record<string, ListNames>> = {
  [Name in keyof Lists]: readonly { [Field in keyof Lists[Name]['fields']]: string }[]
}

/** Several parts of a vocabulary as one. */
export function joinVocabularies(...parts: readonly FactVocabulary[]): FactVocabulary {
  return {
    values: Object.assign({}, ...parts.map((part) => part.values)),
    lists: Object.assign({}, ...parts.map((part) => part.lists)),
  }
}

/** Several parts of the facts as one. */
export function joinFacts(...parts: readonly PaperFacts[]): PaperFacts {
  return {
    values: Object.assign({}, ...parts.map((part) => part.values)),
    lists: Object.assign({}, ...parts.map((part) => part.lists)),
  }
}
