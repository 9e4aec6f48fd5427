import type { Lang } from '../words/words.ts'
import type { DeskView, PublicView } from './hall-view.ts'

/** What every page of the hall hands to its script. */
export interface PageData<View> {
  view: View
  lang: Lang
  /** where this page's commands are kept and posted */
  base: string
  csrf: string
  dataUrl: string
  eventsUrl: string
}

export interface DeskData extends PageData<DeskView> {
  signInHref: string
}

export interface PublicData extends PageData<PublicView> {
  screen: 'screen' | 'phone'
  qr: string | null
  /** of the question's form without script: pressed twice it is one question */
  formKey: string
  /** without script: the page of the question's form, which is not loaded again while somebody types */
  asking: boolean
  /** of the form that was refused without script */
  errors?: Readonly<Record<string, string>> | undefined
  typed?: Readonly<Record<string, string>> | undefined
}

/** An act that does not fit any more, as its sender sees it. */
export interface ShownConflict {
  key: string
  label: string
  sentence: string
  /** the words that were sent; empty for an act without any */
  text: string
  /** a speech that was held meanwhile and can be kept with its times */
  speech: { from: number; to: number } | null
  /** what was typed into a form of this desk, which may be put back into it */
  isForm: boolean
}

export interface LineState {
  held: boolean
  freshAt: number
  waiting: number
  signedOut: boolean
  conflicts: readonly ShownConflict[]
}

/** A page as it is drawn, by the server and then by the browser every second. */
export interface LiveProps<Data> {
  data: Data
  now: number
  line: LineState
  said: string | null
  supported: readonly number[]
}

/** How a page stands when the server draws it: the line holds, nothing waits. */
export function freshProps<Data extends PageData<{ now: number }>>(data: Data, said: string | null = null) {
  const now = data.view.now
  const line: LineState = { held: true, freshAt: now, waiting: 0, signedOut: false, conflicts: [] }
  return { data, now, said, supported: [], line } satisfies LiveProps<Data>
}
