import type { TimeLeft } from '../../calendar/count-days.ts'
import { type Day, formatDayWithWeekday } from '../../platform/day.ts'
import { formatWeekday } from './format-values.ts'
import { defineWords, type Lang } from './words.ts'

/** Words for the time left until a due day, or since. */
const timeLeftWords = defineWords({
  vi: {
    today: 'hôm nay là hạn cuối',
    tomorrow: 'còn 1 ngày, mai là hạn cuối',
    working: (n: number) => `còn ${n} ngày làm việc`,
    daysOff: (n: number) => `còn ${n} ngày, đều là ngày nghỉ`,
    over: (n: number) => `quá hạn ${n} ngày làm việc`,
    justOver: (due: Day) => `đã quá hạn (hạn là ${formatDayWithWeekday(due)})`,
  },
  en: {
    today: 'due today',
    tomorrow: '1 day left, due tomorrow',
    working: (n) => (n === 1 ? '1 working day left' : `${n} working days left`),
    daysOff: (n) => `${n} days left, none of them a working day`,
    over: (n) => (n === 1 ? '1 working day overdue' : `${n} working days overdue`),
    justOver: (due) => `overdue (was due on ${formatWeekday(due, 'en')})`,
  },
})

/**
 * How near a due day is, in working days, because officials plan in them. Where none lies between, a bare 0 would be
 * read as “today”, so the days themselves are said: on a Friday a Saturday limit is not today, on a Saturday a Friday's
 * is over.
 */
export function timeLeftText({ days, working }: TimeLeft, due: Day, lang: Lang): string {
  const words = timeLeftWords[lang]
  if (days === 0) return words.today
  if (days === 1) return words.tomorrow
  if (days > 0) return working === 0 ? words.daysOff(days) : words.working(working)
  return working === 0 ? words.justOver(due) : words.over(working)
}
