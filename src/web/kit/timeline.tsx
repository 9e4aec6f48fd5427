import type { ComponentChildren } from 'preact'
import type { Day } from '../../platform/day.ts'
import { formatWhen } from '../words/format-values.ts'
import { kitWords } from '../words/kit-words.ts'
import type { Tone } from './badge.tsx'
import { Icon, type IconName } from './icon.tsx'
import { usePage } from './page-context.ts'

export interface TimelineEvent {
  key: string
  when: Day | Date
  /** What happened: `Giao chuẩn bị trả lời cho Phòng Kinh tế`. */
  title: ComponentChildren
  /** Who did it, for which agency. */
  who?: string
  /** The reason given. */
  why?: string
  tone?: Tone
  icon?: IconName
  body?: ComponentChildren
}

/** What happened, when, by whom and why; the order is the caller's. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const { lang } = usePage()
  const words = kitWords[lang]
  return (
    <ol class="timeline" aria-label={words.history}>
      {events.map((event) => (
        <li key={event.key} class={`timeline-event tone-${event.tone ?? 'quiet'}`}>
          <span class="timeline-sign">
            <Icon name={event.icon ?? 'dot'} />
          </span>
          <div class="timeline-words">
            <p class="timeline-title">{event.title}</p>
            <p class="timeline-meta">
              <time dateTime={event.when instanceof Date ? event.when.toISOString() : event.when}>
                {formatWhen(event.when, lang)}
              </time>
              {event.who ? ` · ${event.who}` : ''}
            </p>
            {event.why ? (
              <p class="timeline-why">
                {words.reason}: {event.why}
              </p>
            ) : null}
            {event.body}
          </div>
        </li>
      ))}
    </ol>
  )
}
