import { AGENCY_KINDS, AGENCY_LEVELS, type AgencyKind, type AgencyLevel } from '../../../agencies/agency.ts'
import type { Lifespan } from '../../../agencies/lifespan.ts'
import { type Day, formatDay } from '../../../platform/day.ts'
import { StateBadge } from '../../kit/state-badge.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import type { Lang } from '../../words/words.ts'

/** `01/07/2025 – 30/06/2026`, or `từ 01/07/2025`. */
export function lifeText(life: Lifespan, lang: Lang): string {
  const words = agencyWords[lang]
  const from = formatDay(life.fromDay)
  return life.toDay === null ? words.since(from) : words.between(from, formatDay(life.toDay))
}

/** Whether something exists today, as sign and word. */
export function LifeBadge({ life, today, lang }: { life: Lifespan; today: Day; lang: Lang }) {
  const words = agencyWords[lang]
  if (life.fromDay > today) return <StateBadge tone="info" label={words.willBegin} />
  if (life.toDay === null) return <StateBadge tone="good" label={words.active} />
  if (life.toDay < today) return <StateBadge tone="quiet" label={words.ended} sign="minus" />
  return <StateBadge tone="warn" label={words.willEnd(formatDay(life.toDay))} />
}

export function kindText(kind: string, lang: Lang): string {
  return AGENCY_KINDS[kind as AgencyKind]?.[lang] ?? kind
}

export function levelText(level: string, lang: Lang): string {
  return AGENCY_LEVELS[level as AgencyLevel]?.[lang] ?? level
}
