import type { Lang } from '../words/words.ts'
import type { LineState } from './hall-top.tsx'
import type { DeskView, PublicView } from './hall-view.ts'

/** What a page of the hall hands to its script. */
export interface AppData {
  screen: 'desk' | 'screen' | 'phone'
  view: DeskView | PublicView
  lang: Lang
  /** where this screen's commands are kept and posted */
  base: string
  csrf: string
  dataUrl: string
  eventsUrl: string
  signInHref: string
  qr: string | null
  /** of the form that was refused without script */
  errors?: Readonly<Record<string, string>> | undefined
  typed?: Readonly<Record<string, string>> | undefined
}

export interface AppProps {
  data: AppData
  now: number
  line: LineState
  said: string | null
  supported: readonly number[]
}
