import type { Tone } from './badge.tsx'
import { Icon, type IconName } from './icon.tsx'

const SIGNS: Record<Tone, IconName> = { quiet: 'circle', info: 'dot', good: 'check', warn: 'clock', bad: 'alert' }

/** A state: sign and word, never colour alone. */
export function StateBadge({ tone, label, sign }: { tone: Tone; label: string; sign?: IconName }) {
  return (
    <span class={`tag tag-state tone-${tone}`}>
      <Icon name={sign ?? SIGNS[tone]} />
      {label}
    </span>
  )
}
