import type { Rule } from './composed.ts'
import { textWidth } from './font-metrics.ts'

/** How long a drawn line is, mm: a share of the text above; of the room (mm) where the text is longer than that. */
export function ruleLength(rule: Rule, room: number): number {
  return Math.min(room, textWidth(rule.under.text, rule.under.size, rule.under.bold)) * rule.share
}
