import type { AccessScope } from '../changes/actor.ts'
import type { PetitionerKind, PetitionKind } from '../petitions/petition.ts'
import type { Day } from '../platform/day.ts'

const opinionListStates = ['open', 'atFront', 'returned', 'atOffice', 'received'] as const
type OpinionListState = (typeof opinionListStates)[number]

export interface OpinionList {
  authorityId: number
  id: number
  agencyId: number
  dialogueId: number | null
  title: string
  state: OpinionListState
  sentOn: Day | null
  forwardedOn: Day | null
  receivedOn: Day | null
  remark: string | null
  version: number
}

export interface Opinion {
  id: number
  listId: number
  petitionerKind: PetitionerKind
  petitionerName: string
  phone: string
  address: string
  villageAgencyId: number | null
  headcount: number | null
  content: string
  kind: PetitionKind
  subjectArea: string | null
  receivedOn: Day
  mergedIntoId: number | null
  petitionId: number | null
}

/** A list is its maker's, the Front's and the office's; no other village knows of it. */
export function opinionListScope(list: Pick<OpinionList, 'authorityId' | 'agencyId'>): AccessScope {
  return { authorityId: list.authorityId, agencyIds: [list.agencyId], seenBy: 'opinion-list:read' }
}

/** While it lies with its maker, opinions come and go. */
export function isBeingMade({ state }: Pick<OpinionList, 'state'>): boolean {
  return state === 'open' || state === 'returned'
}

/** Whether the Front and the office may know of it: before it was ever sent it is its maker's alone. */
export function wasSent({ state, sentOn }: Pick<OpinionList, 'state' | 'sentOn'>): boolean {
  return state !== 'open' || sentOn !== null
}
