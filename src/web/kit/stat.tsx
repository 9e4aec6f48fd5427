import type { ComponentChildren } from 'preact'
import { formatNumber } from '../words/format-values.ts'
import type { Tone } from './badge.tsx'
import { usePage } from './page-context.ts'

export interface StatProps {
  label: string
  value: number | string
  /** `trong 12 cuộc theo kế hoạch`. */
  note?: string
  tone?: Tone
  href?: string
}

/** One number with what it counts. */
export function Stat({ label, value, note, tone = 'quiet', href }: StatProps) {
  const { lang } = usePage()
  const text = typeof value === 'number' ? formatNumber(value, lang) : value
  return (
    <div class={`stat-tile tone-${tone}`}>
      <p class="stat-label">{href ? <a href={href}>{label}</a> : label}</p>
      <p class="stat-value">{text}</p>
      {note ? <p class="stat-note">{note}</p> : null}
    </div>
  )
}

/** Several numbers in a row. */
export function StatRow({ children }: { children: ComponentChildren }) {
  return <div class="stat-row">{children}</div>
}
