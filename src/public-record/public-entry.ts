import type { Day } from '../platform/day.ts'

/** What the people are told of a petition or an item of a conclusion. */
export const publicStates = ['received', 'assigned', 'answered', 'settled', 'transferred', 'escalated'] as const
export type PublicState = (typeof publicStates)[number]

/** What may be asked for in lists: a state, or what is late. */
export const publicFilters = [...publicStates, 'overdue'] as const
export type PublicFilter = (typeof publicFilters)[number]

/** Whether the day that was promised has passed and nothing came yet; overdue is shown as overdue. */
export function isOverdue(entry: { state: string; dueOn: Day | null }, today: Day): boolean {
  return isOpen(entry) && entry.dueOn !== null && entry.dueOn < today
}

/** Whether the office still owes an answer or the work it promised. */
export function isOpen(entry: { state: string }): boolean {
  return entry.state === 'received' || entry.state === 'assigned'
}

/** Whether the answer or the work came after the promised day. */
export function wasLate(entry: { dueOn: Day | null; answeredOn: Day | null; settledOn: Day | null }): boolean {
  const done = entry.answeredOn ?? entry.settledOn
  return entry.dueOn !== null && done !== null && done > entry.dueOn
}
