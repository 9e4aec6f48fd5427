import type { Selectable } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { SupervisionAct as SupervisionActTable } from '../platform/db/tables.ts'

/** What an overseer does: puts down an opinion, asks for an account, visits, urges, states the result (J1–J6, I3). */
export const SUPERVISION_KINDS = ['note', 'accountRequest', 'visit', 'urging', 'result'] as const
export type SupervisionKind = (typeof SUPERVISION_KINDS)[number]

export interface SupervisionAct extends Omit<Selectable<SupervisionActTable>, 'kind'> {
  kind: SupervisionKind
}

/** Where a request for an account stands; every other act is simply done. */
const ACCOUNT_STATES = ['waiting', 'late', 'answered', 'answeredLate', 'withdrawn'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

/** The state of a request for an account on that day; null for any other act. */
export function accountState(
  act: Pick<SupervisionAct, 'kind' | 'answerDueOn' | 'answeredOn' | 'withdrawnOn'>,
  today: Day,
): AccountState | null {
  if (act.kind !== 'accountRequest' || act.answerDueOn === null) return null
  if (act.answeredOn !== null) return act.answeredOn > act.answerDueOn ? 'answeredLate' : 'answered'
  if (act.withdrawnOn !== null) return 'withdrawn'
  return act.answerDueOn < today ? 'late' : 'waiting'
}

/** True while an answer is still owed. */
export function awaitsAnswer(act: Pick<SupervisionAct, 'kind' | 'answeredOn' | 'withdrawnOn'>): boolean {
  return act.kind === 'accountRequest' && act.answeredOn === null && act.withdrawnOn === null
}
