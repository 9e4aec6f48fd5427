import { type Day, formatDay } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'

/** What was done is dated today or earlier; the errors stand beside their fields. */
export function requireDone(today: Day, days: Readonly<Record<string, Day | null>>): void {
  const late = Object.entries(days).filter(([, day]) => day !== null && day > today)
  if (late.length > 0) throw new InputRejected(Object.fromEntries(late.map(([field]) => [field, 'inFuture'])))
}

/** For the history: who decided on paper, and when. */
export function decidedOnPaper(by: string, on: Day): string {
  return `(Quyết định trên giấy: ${by}, ngày ${formatDay(on)})`
}
