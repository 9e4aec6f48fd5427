import { type Day, shiftDay, weekdayOf } from '../platform/day.ts'

/** Whose duty: what my agency owes and no colleague has taken up, what my agency owes, everything I may see. */
export const WHOSE = ['me', 'agency', 'authority'] as const
export type Whose = (typeof WHOSE)[number]

/** Where a deadline stands against today. `waiting`: still open, and not the own agency's to do. */
export const WHEN = ['open', 'overdue', 'today', 'week', 'waiting', 'provisional', 'met'] as const
export type When = (typeof WHEN)[number]

export const DEADLINE_SORTS = ['due', 'duty', 'agency', 'anchor', 'met'] as const
export type DeadlineSort = (typeof DEADLINE_SORTS)[number]

export interface DeadlineWanted {
  whose: Whose
  when: When
  agencyId?: number | undefined
  dialogueId?: number | undefined
  subjectKind?: string | undefined
  /** key of the duty */
  key?: string | undefined
  days: WorkDays
}

/** The days against which work is sorted. */
export interface WorkDays {
  today: Day
  /** Sunday of this week */
  weekEnd: Day
}

export function workDays(today: Day): WorkDays {
  const weekday = weekdayOf(today)
  return { today, weekEnd: weekday === 0 ? today : shiftDay(today, 7 - weekday) }
}

export type DueGroup = 'overdue' | 'today' | 'week' | 'later'

/** Under which heading an open deadline stands. */
export function dueGroup(dueOn: Day, { today, weekEnd }: WorkDays): DueGroup {
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= weekEnd ? 'week' : 'later'
}
