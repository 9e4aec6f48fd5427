import { formatNumber, formatShare } from '../words/format-values.ts'
import type { Tone } from './badge.tsx'
import { usePage } from './page-context.ts'

interface BarPart {
  key: string
  label: string
  value: number
  tone: Tone
}

interface BarRow {
  key: string
  label: string
  href?: string
  parts: readonly BarPart[]
}

interface BarFigureProps {
  /** What is compared: `Trả lời đúng hạn theo cơ quan`. */
  title: string
  rows: readonly BarRow[]
}

function Bar({ row, whole }: { row: BarRow; whole: number }) {
  let from = 0
  return (
    <svg class="bar" width="100%" height="14" aria-hidden="true" focusable="false">
      <rect class="bar-ground" x="0" y="0" width="100%" height="14" rx="2" />
      {row.parts.map((part) => {
        const x = from
        const width = whole === 0 ? 0 : (part.value / whole) * 100
        from += width
        return (
          <rect key={part.key} class={`bar-part bar-${part.tone}`} x={`${x}%`} y="0" width={`${width}%`} height="14" />
        )
      })}
    </svg>
  )
}

/** Bars with their numbers beside them; each bar is a share of its own whole, so that small agencies can be read too. */
export function BarFigure({ title, rows }: BarFigureProps) {
  const { lang } = usePage()
  return (
    <figure class="bar-figure">
      <figcaption class="bar-title">{title}</figcaption>
      <ul>
        {rows.map((row) => {
          const whole = row.parts.reduce((sum, part) => sum + part.value, 0)
          return (
            <li key={row.key} class="bar-row">
              <span class="bar-label">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</span>
              <Bar row={row} whole={whole} />
              <span class="bar-numbers">
                {row.parts.map((part) => {
                  const share = formatShare(part.value, whole, lang)
                  return (
                    <span key={part.key} class="bar-number">
                      <svg class="bar-key" viewBox="0 0 10 10" aria-hidden="true">
                        <rect class={`bar-part bar-${part.tone}`} width="10" height="10" rx="2" />
                      </svg>
                      {part.label} <strong>{formatNumber(part.value, lang)}</strong>
                      {share ? ` (${share})` : ''}
                    </span>
                  )
                })}
              </span>
            </li>
          )
        })}
      </ul>
    </figure>
  )
}
