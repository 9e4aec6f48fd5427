import type { ComponentChildren } from 'preact'

export type Tone = 'quiet' | 'info' | 'good' | 'warn' | 'bad'

/** A short word in a frame: a kind, a field, a number. For a state use `StateBadge`. */
export function Badge({ tone = 'quiet', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`tag tone-${tone}`}>{children}</span>
}
