import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import { formatDay } from '../../../platform/day.ts'
import { Icon } from '../../kit/icon.tsx'
import { deadlineWords } from '../../words/deadline-words.ts'
import type { Lang } from '../../words/words.ts'

interface OfficialUntilProps {
  calendar: WorkingCalendar
  lang: Lang
  /** something shown here was counted beyond it */
  warn: boolean
}

/** Until when the calendar of days off is official, and a warning where a deadline goes beyond. */
export function OfficialUntil({ calendar, lang, warn }: OfficialUntilProps) {
  const words = deadlineWords[lang]
  const until = calendar.officialUntil ? formatDay(calendar.officialUntil) : null
  return (
    <p class={`my-3 flex items-start gap-2 text-sm ${warn ? 'text-warning' : 'text-(--ink-soft)'}`}>
      <Icon name={warn ? 'alert' : 'info'} />
      <span>
        {until ? words.official(until) : words.notOfficial}.{warn && until ? ` ${words.beyond(until)}` : ''}
      </span>
    </p>
  )
}
