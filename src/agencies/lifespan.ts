import { type Day, shiftDay } from '../platform/day.ts'

/** From when until when something exists; `toDay` is its last day, null: it goes on. */
export interface Lifespan {
  fromDay: Day
  toDay: Day | null
}

/** Both ends included. */
export function existsOn(life: Lifespan, day: Day): boolean {
  return life.fromDay <= day && (life.toDay === null || day <= life.toDay)
}

/** True when `inner` begins and ends while `outer` exists. */
export function covers(outer: Lifespan, inner: Lifespan): boolean {
  if (inner.fromDay < outer.fromDay) return false
  if (outer.toDay === null) return true
  return inner.toDay !== null && inner.toDay <= outer.toDay
}

/** True when there is a day on which both exist. */
export function overlap(a: Lifespan, b: Lifespan): boolean {
  return (a.toDay === null || b.fromDay <= a.toDay) && (b.toDay === null || a.fromDay <= b.toDay)
}

/** True when the span has a last day earlier than its first. */
export function isReversed(life: Lifespan): boolean {
  return life.toDay !== null && life.toDay < life.fromDay
}

/** The last day of what ends because something begins on `day`. */
export function dayBefore(day: Day): Day {
  return shiftDay(day, -1)
}
