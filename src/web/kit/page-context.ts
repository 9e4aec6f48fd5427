import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Lang } from '../words/words.ts'

/** What every component of a page may need to know: the reader's language and the form token. */
export interface PageContext {
  lang: Lang
  csrf: string
  /** rules of this page alone, which a component adds while it is written; they are sent in the page's head */
  rules: string[]
}

const Context = createContext<PageContext>({ lang: 'vi', csrf: '', rules: [] })

export const PageContextProvider = Context.Provider

/** The page around a component; set once by `PageLayout`. */
export function usePage(): PageContext {
  return useContext(Context)
}
