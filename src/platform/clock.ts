import { type Day, dayOf } from './day.ts'

/** Where “now” comes from; handed in everywhere so that journeys can move it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands where it is set; for journeys, tests and the demo's past. */
export class SettableClock implements Clock {
  #now: Date
  constructor(now: Date) {
    this.#now = now
  }
  now(): Date {
    return this.#now
  }
  set(now: Date): void {
    this.#now = now
  }
  /** Stands at a time of the working morning (09:00 in Viet Nam) of that day. */
  setDay(day: Day, time = '09:00'): void {
    this.#now = new Date(`${day}T${time}:00+07:00`)
  }
}

export function today(clock: Clock): Day {
  return dayOf(clock.now())
}
