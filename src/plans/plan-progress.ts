import type { Day } from '../platform/day.ts'
import { periodDays, type TargetPeriod } from './plan.ts'

/** A dialogue that was opened, as far as plans are measured by it. */
export interface ActualDialogue {
  id: number
  title: string
  planId: number | null
  plannedDialogueId: number | null
  kind: string
  form: string
  sessionKind: string | null
  held: boolean
  /** the day it was or will be held; of an indirect one the day its collection closes; null: not set yet */
  day: Day | null
  /** kinds of the posts for which its chair model counts */
  countsFor: readonly string[]
  /** kinds of the posts in whose place an authorised deputy presided */
  deputyFor: readonly string[]
}

export interface PlannedEntry {
  id: number
  expectedFrom: Day
  expectedTo: Day
  droppedReason: string | null
}

/**
 * `late`: its time is over and the year is not; `missing`: the year is over; `heldLate`: held, after its time;
 * `scheduled`: has a day; `preparing`: opened without a day; `upcoming`: nothing opened yet.
 */
export type PlannedState = 'held' | 'heldLate' | 'scheduled' | 'preparing' | 'upcoming' | 'late' | 'missing' | 'dropped'

export interface PlannedProgress<P extends PlannedEntry = PlannedEntry> {
  planned: P
  dialogue: ActualDialogue | null
  state: PlannedState
  /** where it stands in the year: the day held or set, else the last day of its time */
  day: Day
}

/** How an entry of a plan stands on a day. */
export function progressOfPlanned<P extends PlannedEntry>(
  planned: P,
  actual: readonly ActualDialogue[],
  year: number,
  today: Day,
): PlannedProgress<P> {
  const dialogue = actual.find((one) => one.plannedDialogueId === planned.id) ?? null
  return { planned, dialogue, state: stateOf(planned, dialogue, year, today), day: dialogue?.day ?? planned.expectedTo }
}

function stateOf(planned: PlannedEntry, dialogue: ActualDialogue | null, year: number, today: Day): PlannedState {
  if (dialogue?.held) return dialogue.day !== null && dialogue.day > planned.expectedTo ? 'heldLate' : 'held'
  if (planned.droppedReason !== null) return 'dropped'
  if (today > planned.expectedTo) return today > periodDays(year, 'year').to ? 'missing' : 'late'
  if (dialogue === null) return 'upcoming'
  return dialogue.day === null ? 'preparing' : 'scheduled'
}

export interface TargetEntry {
  id: number
  postKind: string
  minimum: number
  kinds: readonly string[]
  period: TargetPeriod
  countsIndirect: boolean
}

/** `counted`: no minimum is set, the figure is reported all the same, zero included. */
export type TargetState = 'met' | 'open' | 'missed' | 'counted'

interface CountedDialogue {
  dialogue: ActualDialogue
  /** an authorised deputy presided: counts for the head and is marked */
  byDeputy: boolean
  /** counts for every head who presided */
  coChaired: boolean
}

export interface TargetProgress<T extends TargetEntry = TargetEntry> {
  target: T
  counted: CountedDialogue[]
  state: TargetState
}

/**
 * What counts for a target: dialogues held in its period, of the kinds it names, that the chair model counts for its
 * post; an indirect one only where the regulation says so (“Target”).
 */
export function progressOfTarget<T extends TargetEntry>(
  target: T,
  actual: readonly ActualDialogue[],
  year: number,
  today: Day,
): TargetProgress<T> {
  const { from, to } = periodDays(year, target.period)
  const counted = actual
    .filter((one) => one.held && one.day !== null && one.day >= from && one.day <= to)
    .filter((one) => target.kinds.includes(one.kind) && one.countsFor.includes(target.postKind))
    .filter((one) => one.form !== 'indirect' || target.countsIndirect)
    .map((dialogue) => ({
      dialogue,
      byDeputy: dialogue.deputyFor.includes(target.postKind),
      coChaired: dialogue.countsFor.length > 1,
    }))
  return { target, counted, state: targetState(target.minimum, counted.length, to, today) }
}

function targetState(minimum: number, count: number, lastDay: Day, today: Day): TargetState {
  if (minimum === 0) return 'counted'
  if (count >= minimum) return 'met'
  return today > lastDay ? 'missed' : 'open'
}

export interface PlanProgress<P extends PlannedEntry, T extends TargetEntry> {
  planned: PlannedProgress<P>[]
  targets: TargetProgress<T>[]
  /** opened beside the plan (ad hoc, on request …); sessions within regular meetings are only counted */
  outside: ActualDialogue[]
  /** held, by kind: every kind of the regulation stands here, with zero too */
  heldByKind: { kind: string; count: number }[]
  /** sessions held within regular meetings, by kind of session, with zero too */
  heldBySession: { session: string; count: number }[]
}

interface Measured<P, T> {
  id: number
  year: number
  planned: readonly P[]
  targets: readonly T[]
  kinds: readonly string[]
  sessions: readonly string[]
}

/** A plan against what happened in its year, as it stands on `today`. */
export function progressOfPlan<P extends PlannedEntry, T extends TargetEntry>(
  plan: Measured<P, T>,
  actual: readonly ActualDialogue[],
  today: Day,
): PlanProgress<P, T> {
  const own = new Set(plan.planned.map((one) => one.id))
  const held = actual.filter((one) => one.held)
  return {
    planned: plan.planned.map((one) => progressOfPlanned(one, actual, plan.year, today)),
    targets: plan.targets.map((one) => progressOfTarget(one, actual, plan.year, today)),
    outside: actual.filter(
      (one) =>
        one.kind !== 'withinRegularMeeting' &&
        (one.planId === null || one.planId === plan.id) &&
        (one.plannedDialogueId === null || !own.has(one.plannedDialogueId)),
    ),
    heldByKind: plan.kinds.map((kind) => ({ kind, count: held.filter((one) => one.kind === kind).length })),
    heldBySession: plan.sessions.map((session) => ({
      session,
      count: held.filter((one) => one.kind === 'withinRegularMeeting' && one.sessionKind === session).length,
    })),
  }
}
