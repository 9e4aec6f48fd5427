/** The languages people read. Vietnamese is the first and complete one; English follows it key by key. */
export type Lang = 'vi' | 'en'

export const LANGS: readonly Lang[] = ['vi', 'en']

type Word = string | ((...args: never[]) => string)
type Words = { readonly [key: string]: Word | Words }

/** The same keys, and for each key the same kind of value (a sentence, or a function of the same arguments). */
export type SameWords<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : SameWords<T[K]>
}

/**
 * Declares a catalogue: `defineWords({ vi: {...}, en: {...} })[lang].save`.
 * English must have exactly the keys of Vietnamese, else the type check fails. Groups may be nested.
 */
export function defineWords<const T extends Words>(words: {
  vi: T
  en: NoInfer<SameWords<T>>
}): Readonly<Record<Lang, SameWords<T>>> {
  return words as unknown as Readonly<Record<Lang, SameWords<T>>>
}

/** Reads a language from a cookie, a query or a header value; anything unknown is Vietnamese. */
export function readLang(text: string | null | undefined): Lang {
  return text === 'en' ? 'en' : 'vi'
}
