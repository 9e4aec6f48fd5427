import type { Day } from '../platform/day.ts'
import { openStates, type PetitionState, petitionStates } from './petition.ts'

/** What a list of petitions is narrowed to; absent parts do not narrow. */
export interface PetitionFilter {
  dialogueId?: number | undefined
  state?: PetitionState | 'open' | 'overdue' | undefined
  disposition?: string | undefined
  subjectArea?: string | undefined
  /** lead or supporting */
  agencyId?: number | undefined
  channel?: string | undefined
  kind?: string | undefined
  urgency?: string | undefined
  petitionerId?: number | undefined
  /** as typed */
  search?: string | undefined
  /** the day against which “overdue” is meant */
  today: Day
}

export const petitionSorts = ['newest', 'code', 'received', 'due', 'state', 'agency'] as const
export type PetitionSort = (typeof petitionSorts)[number]

export interface PageWanted {
  sort: PetitionSort
  direction: 'asc' | 'desc'
  /** from 1 */
  page: number
  pageSize: number
}

/** Counting stops here: nobody pages further, and the database need not count on. */
export const COUNT_CAP = 2000

/** The states a filter stands for; null for all. */
export function statesOf(filter: PetitionFilter['state']): readonly PetitionState[] | null {
  if (filter === undefined) return null
  if (filter === 'open' || filter === 'overdue') return filter === 'open' ? openStates : null
  return [filter]
}

export function isPetitionState(text: string): text is PetitionState {
  return (petitionStates as readonly string[]).includes(text)
}
