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
  const until =
    petition.answeredOn === null ? null : await lastDay(db, authorityId, petition.dialogueId, petition.answeredOn)
  const isContinued = petition.continuedBy !== null
  const refusal = contestRefusal(petition, { today, until: until ?? today, isContinued })
  const own = !petition.joined
  return {
    add: own && mayAdd(petition),
    withdraw: own && mayWithdraw(petition, petition.dialogueState),
    opinion: own && isOpinionAsked(petition, course.opinions[0] ?? null, today),
    contest: own && refusal === null,
    contestUntil: until,
    contestLate: own && refusal === 'petition/contest-late',
  }
}

async function lastDay(db: Db, authorityId: number, dialogueId: number | null, answeredOn: Day): Promise<Day> {
  const term = await contestTermOf(db, authorityId, { dialogueId, on: answeredOn })
  return contestUntil(await loadCalendar(db), answeredOn, term)
}
