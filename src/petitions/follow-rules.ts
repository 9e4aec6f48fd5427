import { type Day, daysBetween } from '../platform/day.ts'
import { hasOwnProcedure, isOpenState } from './petition.ts'

/** What the rules of following ask of a petition; handed in, so that they stay pure. */
export interface FollowedFacts {
  state: string
  kind: string
  answeredOn: Day | null
  settledOn: Day | null
}

/** Words may be added as long as somebody still works on it, here or where it was sent. */
export function mayAdd(facts: Pick<FollowedFacts, 'state'>): boolean {
  return isOpenState(facts.state) || facts.state === 'transferred' || facts.state === 'escalated'
}

/** What is answered or given on cannot be taken back; it stays on record. */
export function mayWithdraw(facts: Pick<FollowedFacts, 'state'>, dialogueState: string | null): boolean {
  return isOpenState(facts.state) && dialogueState !== 'closed'
}

/** Who said that it is not solved is asked again after so many days. */
const ASKED_AGAIN_AFTER_DAYS = 30

/**
 * Whether “was it solved, was the answer clear?” is asked: once there is an answer, again when something came after what
 * was said, and again after a while as long as it was not called solved.
 */
export function isOpinionAsked(facts: FollowedFacts, last: { solved: string; onDay: Day } | null, today: Day): boolean {
  if (hasOwnProcedure(facts.kind)) return false
  const events = [facts.answeredOn, facts.settledOn].filter((day) => day !== null)
  if (events.length === 0) return false
  if (last === null || events.some((day) => day > last.onDay)) return true
  return last.solved !== 'yes' && daysBetween(last.onDay, today) >= ASKED_AGAIN_AFTER_DAYS
}

/** Null when the answer may be contested on a day, else the code of the rule that forbids it. */
export function contestRefusal(
  facts: FollowedFacts,
  more: { today: Day; until: Day; isContinued: boolean },
): string | null {
  if (facts.state !== 'answered' || facts.answeredOn === null) return 'petition/not-answered'
  if (hasOwnProcedure(facts.kind)) return 'petition/own-procedure'
  if (more.isContinued) return 'petition/already-continued'
  return more.today > more.until ? 'petition/contest-late' : null
}
