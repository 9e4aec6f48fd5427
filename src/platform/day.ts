/** A calendar day in Asia/Ho_Chi_Minh, written `YYYY-MM-DD`. Deadlines are days, never instants. */
export type Day = string & { readonly __brand: 'Day' }

const MS_PER_DAY = 86_400_000
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a real day of the calendar in the form `YYYY-MM-DD` (2025-02-30 is none). */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !PATTERN.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** Reads `YYYY-MM-DD`; throws RangeError for anything else. */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Reads what an official types: `29/10/2025`, `29-10-2025`, `2025-10-29`. Null when it is no real day. */
export function readTypedDay(text: string): Day | null {
  const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim())
  const iso = typed ? `${typed[3]}-${typed[2]!.padStart(2, '0')}-${typed[1]!.padStart(2, '0')}` : text.trim()
  return isDay(iso) ? iso : null
}

function toMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** The day `count` calendar days later (earlier when negative). */
export function shiftDay(day: Day, count: number): Day {
  return new Date(toMs(day) + count * MS_PER_DAY).toISOString().slice(0, 10) as Day
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toMs(to) - toMs(from)) / MS_PER_DAY)
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(toMs(day)).getUTCDay()
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** The day in Asia/Ho_Chi_Minh (UTC+7 all year) in which an instant falls. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as Day
}

/** As officials write it: `29/10/2025`. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

/** `thứ Tư 29/10/2025`, used where a deadline is explained. */
export function formatDayWithWeekday(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)]} ${formatDay(day)}`
}
