import type { Attendance } from '../../hall/hall.ts'
import type { HallState, ScreenLook } from '../../hall/hall-state.ts'
import type { Lang } from '../words/words.ts'

/** The screens of those who work in the hall. */
export const DESKS = ['secretary', 'chair', 'door', 'agency'] as const
export type Desk = (typeof DESKS)[number]

export interface DeskPetition {
  id: number
  code: string
  content: string
  raised: string
  isOpen: boolean
  disposition: string | null
  version: number
  submissionId: number
  leadAgencyId: number | null
  agency: string
  petitioner: string
  promisedOn: string | null
  prepared: string | null
  answer: string | null
  answeredBy: string | null
  deferredReason: string | null
  round: number
  /** the round before, in a sentence; null: none */
  earlier: string | null
}

export interface DeskQuestion {
  id: number
  version: number
  source: string
  name: string
  village: string
  text: string
  shownText: string
  answer: string
  state: string
  hiddenReason: string | null
  /** the petition it was received as; null: none */
  petitionId: number | null
  supports: number
  at: number
}

/** What an earlier dialogue left open, and what was said of it here. */
export interface DeskOpenItem {
  number: number
  subjectKind: 'petition' | 'conclusionItem'
  subjectId: number
  heldOn: string
  codes: string
  content: string
  conclusion: string
  agency: string
  dueOn: string | null
  isLate: boolean
  proposed: string
  href: string
  /** null: not taken up at this conference yet */
  said: string | null
  reportedBy: string
  nextOn: string | null
}

export interface DeskInvitee {
  id: number
  name: string
  title: string
  kind: string
  headcount: number
  /** when the invitation was used; null: not yet */
  arrivedAt: number | null
  /** what stands on the invitation */
  code: string
}

interface DeskArrival {
  id: number
  name: string
  village: string
  kind: string
  headcount: number
  at: number
  inviteeId: number | null
}

interface DeskNote {
  id: number
  agency: string
  text: string
  petitionId: number | null
  at: number
  isRead: boolean
}

/** Everything a desk shows; plain data, so that the browser goes on with it while the line is down. */
export interface DeskView {
  kind: 'desk'
  desk: Desk
  version: number
  /** the server's clock when this was read */
  now: number
  lang: Lang
  /** `/cat-hai/hoi-nghi/3/hoi-truong` */
  base: string
  csrf: string
  /** the account that reads */
  reader: number | null
  title: string
  topic: string
  venue: string
  day: string
  state: HallState
  /** the newest act: by its number, or by its key while only this browser knows of it */
  undoable: { act: string; by: string; seq: number | null; key: string } | null
  attendance: Attendance
  invitees: DeskInvitee[]
  /** what was looked for: at the door a name or the code of an invitation, at the secretary's a petition */
  sought: string
  arrivals: DeskArrival[]
  /** grounds of the regulation for not hearing somebody; none for who may not record it */
  exclusionGrounds: { key: string; label: string }[]
  /** how many were not heard */
  exclusions: number
  questions: DeskQuestion[]
  petitions: DeskPetition[]
  openItems: DeskOpenItem[]
  screenLook: ScreenLook
  notes: DeskNote[]
  agencies: { id: number; name: string }[]
  areas: { key: string; label: string }[]
  /** who answers for whom: names offered where “who answers” is asked */
  answerers: string[]
  can: { conduct: boolean; door: boolean; capture: boolean; answer: boolean; promise: boolean; note: boolean }
}

/** Somebody on the public screens: by name only with consent. */
export interface PublicSpeaker {
  number: number
  name: string | null
  village: string
}

interface PublicQuestion {
  id: number
  text: string
  by: string | null
  state: string
  answer: string
  supports: number
  /** received as a petition: it will be answered in writing */
  isReceived: boolean
}

/** What everybody may see: rendered once for each version, the same for all. */
export interface PublicView {
  kind: 'public'
  version: number
  now: number
  title: string
  topic: string
  venue: string
  /** hour and day as they were announced */
  day: string
  authority: string
  look: ScreenLook
  phase: HallState['phase']
  isCalledOff: boolean
  steps: { label: string; performer: string; endedAt: number | null; current: boolean }[]
  current:
    | (PublicSpeaker & { isPaused: boolean; usedSeconds: number; runningSince: number | null; quota: number | null })
    | null
  next: PublicSpeaker[]
  spoken: number
  petitions: { all: number; answered: number }
  attendance: number
  questionsOpen: boolean
  questions: PublicQuestion[]
  videoLink: string | null
  /** where telephones go: below the origin of the page */
  phonePath: string
}
