/** A sitting that begins in the evening may go on past midnight, but not for longer than this; beyond it an hour is mistyped. */
const MOST_HOURS = 8

/**
 * Whether what began at `from` ended on the next day: its end is the earlier hour. `HH:MM`; null where one is not known. The
 * day of the conference, from which terms run, stays the one on which it was held: no regulation counts from its end.
 */
export function endsNextDay(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && to < from
}

/** Whether `to` can be the end of what began at `from`: later on the same day, or in the night after it. */
export function isPossibleEnd(from: string | null, to: string | null): boolean {
  if (from === null || to === null || !endsNextDay(from, to)) return true
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
  return minutes(to) + 24 * 60 - minutes(from) <= MOST_HOURS * 60
}
