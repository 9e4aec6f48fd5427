import { loadCalendar } from '../calendar/calendar-store.ts'
import { contestUntil } from '../deadlines/contest-until.ts'
import { contestRefusal, isOpinionAsked, mayAdd, mayWithdraw } from '../petitions/follow-rules.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { findIntakeSetting } from '../reception/intake-setting-store.ts'
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
  const until = petition.answeredOn === null ? null : await lastDay(db, authorityId, petition.answeredOn)
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

async function lastDay(db: Db, authorityId: number, answeredOn: Day): Promise<Day> {
  const { contestDays } = await findIntakeSetting(db, authorityId)
  return contestUntil(await loadCalendar(db), answeredOn, contestDays)
}
