import type { Day } from '../../platform/day.ts'
import { isOverdue, type PublicState } from '../../public-record/public-entry.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import type { Lang } from '../words/words.ts'

interface Shown {
  state: string
  dueOn: Day | null
}

const LOOKS: Readonly<Record<PublicState, 'good' | 'open' | 'away'>> = {
  received: 'open',
  assigned: 'open',
  answered: 'good',
  settled: 'good',
  transferred: 'away',
  escalated: 'away',
}

const GLYPHS = { good: '✓', open: '…', away: '→', bad: '!' } as const

/** Where a petition or an item stands: a sign with its word; what is overdue says so. */
export function PublicSign({ entry, today, lang }: { entry: Shown; today: Day; lang: Lang }) {
  const words = readingWords[lang]
  const late = isOverdue(entry, today)
  const look = late ? 'bad' : (LOOKS[entry.state as PublicState] ?? 'open')
  return (
    <span class={`sign sign-${look}`}>
      <span class="sign-glyph" aria-hidden="true">
        {GLYPHS[look]}
      </span>
      {late ? words.overdue : words.state[entry.state as PublicState]}
    </span>
  )
}
