import type { ComponentChildren } from 'preact'
import { kitWords } from '../words/kit-words.ts'
import type { Tone } from './badge.tsx'
import { Icon, type IconName } from './icon.tsx'
import { LinkButton } from './link-button.tsx'
import { usePage } from './page-context.ts'

export interface ReadinessItem {
  key: string
  label: string
  state: 'missing' | 'late' | 'next' | 'ready' | 'notNeeded'
  /** A due date, a number, who has it. */
  note?: ComponentChildren
  action?: { label: string; href: string }
}

const SIGNS: Record<ReadinessItem['state'], { tone: Tone; icon: IconName }> = {
  missing: { tone: 'warn', icon: 'circle' },
  late: { tone: 'bad', icon: 'alert' },
  next: { tone: 'info', icon: 'arrow' },
  ready: { tone: 'good', icon: 'check' },
  notNeeded: { tone: 'quiet', icon: 'minus' },
}

/** What is missing, late or next, at a glance. */
export function ReadinessList({ items }: { items: readonly ReadinessItem[] }) {
  const words = kitWords[usePage().lang]
  return (
    <ul class="readiness">
      {items.map((item) => (
        <li key={item.key} class={`readiness-item readiness-${item.state} tone-${SIGNS[item.state].tone}`}>
          <span class="readiness-state">
            <Icon name={SIGNS[item.state].icon} />
            {words.readiness[item.state]}
          </span>
          <span class="readiness-label">
            {item.label}
            {item.note ? <span class="readiness-note">{item.note}</span> : null}
          </span>
          {item.action ? (
            <LinkButton href={item.action.href} small label={`${item.action.label}: ${item.label}`}>
              {item.action.label}
            </LinkButton>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
