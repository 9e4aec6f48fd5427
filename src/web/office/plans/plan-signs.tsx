import type { PlanState } from '../../../plans/plan.ts'
import type { PlannedState, TargetState } from '../../../plans/plan-progress.ts'
import { type Day, formatDay } from '../../../platform/day.ts'
import type { Tone } from '../../kit/badge.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import type { YearStripItem } from '../../kit/year-strip.tsx'
import { planWords } from '../../words/plan-words.ts'
import type { Lang } from '../../words/words.ts'

const PLAN_TONES: Readonly<Record<PlanState, Tone>> = {
  draft: 'quiet',
  approved: 'info',
  issued: 'good',
  published: 'good',
  replaced: 'quiet',
}

export function PlanBadge({ state, lang }: { state: PlanState; lang: Lang }) {
  return <StateBadge tone={PLAN_TONES[state]} label={planWords[lang].states[state]} />
}

const PLANNED_TONES: Readonly<Record<PlannedState, Tone>> = {
  held: 'good',
  heldLate: 'warn',
  scheduled: 'info',
  preparing: 'info',
  upcoming: 'quiet',
  late: 'bad',
  missing: 'bad',
  dropped: 'quiet',
}

export function PlannedBadge({ state, lang }: { state: PlannedState; lang: Lang }) {
  return <StateBadge tone={PLANNED_TONES[state]} label={planWords[lang].plannedStates[state]} />
}

const TARGET_TONES: Readonly<Record<TargetState, Tone>> = { met: 'good', open: 'warn', missed: 'bad', counted: 'info' }

export function TargetBadge({ state, lang }: { state: TargetState; lang: Lang }) {
  return <StateBadge tone={TARGET_TONES[state]} label={planWords[lang].targetStates[state]} />
}

/** How an entry of a plan is drawn in the strip of the year; a dropped one is not. */
export function stripState(state: PlannedState): YearStripItem['state'] | null {
  if (state === 'dropped') return null
  if (state === 'held') return 'held'
  return state === 'late' || state === 'missing' || state === 'heldLate' ? 'late' : 'planned'
}

/** `29/10/2025`, or `01/10/2025 – 31/12/2025`. */
export function daysText(from: Day, to: Day): string {
  return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`
}
