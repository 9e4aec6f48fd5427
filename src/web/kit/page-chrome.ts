import type { Lang } from '../words/words.ts'
import type { AssetUrls } from './asset-urls.ts'
import type { Flash } from './flash-message.tsx'
import type { Place } from './place-nav.tsx'

export interface PageUser {
  id: string
  name: string
  /** Post and agency, as shown below the name. */
  post?: string | undefined
  agency?: string | undefined
  /** Account, sessions, … */
  links: readonly { href: string; label: string }[]
  /** POST. */
  signOutAction: string
}

/** What is the same for every page of one request; made once, spread into `PageLayout`. */
export interface PageChrome {
  lang: Lang
  /** Name of the authority the page belongs to, e.g. `Đặc khu Cát Hải, thành phố Hải Phòng`. */
  authority: string | null
  user: PageUser | null
  /** The five places, those the user may open. */
  nav: readonly Place[]
  /** Giám sát, Hồ sơ, Quản trị: those the user may open. */
  moreNav: readonly Place[]
  bell: { href: string; count: number } | null
  /** Demo data: says so on every page. */
  demo: boolean
  flash: Flash | null
  assets: AssetUrls
  csrf: string
  /** Path and query of this page; the language switch comes back to it. */
  address: string
  /** Where `/` searches; `null` for no search box (not signed in). */
  searchAction: string | null
  /** POST with `lang` and `returnTo`. */
  languageAction: string
  theme?: 'light' | 'dark' | undefined
}
