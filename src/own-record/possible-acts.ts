import { loadCalendar } from '../calendar/calendar-store.ts'
import { contestUntil } from '../deadlines/contest-until.ts'
import { contestRefusal, isOpinionAsked, mayAdd, mayWithdraw } from '../petitions/follow-rules.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { contestTermOf } from '../reception/contest-term.ts'
import type { OwnCourse } from './own-course-store.ts'
import type { OwnPetition } from './own-submission-store.ts'

/** What the holder of a receipt can do with one petition now. */
export interface PossibleActs {
  add: boolean
  withdraw: boolean
  opinion: boolean
  contest: boolean
  /** the last day to contest, as soon as there is an answer */
  contestUntil: Day | null
  /** which clause says so; null: the authority has set it for itself, or there is no answer yet */
  contestClause: { number: string; clause: string } | null
  contestLate: boolean
}

interface Asked {
  petition: OwnPetition
  course: Pick<OwnCourse, 'opinions'>
  today: Day
}

/** Asks the same rules as the changes do, so that no button leads to a refusal. */
export async function readPossibleActs(
  db: Db,
  authorityId: number,
  { petition, course, today }: Asked,
): Promise<PossibleActs> {
  const { until, clause } = await readContestTerm(db, authorityId, petition)
  const isContinued = petition.continuedBy !== null
  const refusal = contestRefusal(petition, { today, until: until ?? today, isContinued })
  const own = !petition.joined
  return {
    add: own && mayAdd(petition),
    withdraw: own && mayWithdraw(petition, petition.dialogueState),
    opinion: own && isOpinionAsked(petition, course.opinions[0] ?? null, today),
    contest: own && refusal === null,
    contestUntil: until,
    contestClause: clause,
    contestLate: own && refusal === 'petition/contest-late',
  }
}

async function readContestTerm(db: Db, authorityId: number, { dialogueId, answeredOn }: OwnPetition) {
  if (answeredOn === null) return { until: null, clause: null }
  const term = await contestTermOf(db, authorityId, { dialogueId, on: answeredOn })
  return { until: contestUntil(await loadCalendar(db), answeredOn, term), clause: term.statedBy }
}
