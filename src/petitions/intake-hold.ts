import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { DB } from '../platform/db/tables.ts'
import { foldText } from './petition-search.ts'

export type IntakeHold = Omit<Selectable<DB['intakeHold']>, 'contents'> & { contents: { content: string }[] }

/**
 * Why something that came through the Portal is looked at first: the same text from many, too much from one address or
 * contact, filled in faster than anybody writes, a field filled in that no person sees, a flood at that hour.
 */
export const HOLD_CAUSES = ['sameText', 'tooMany', 'tooFast', 'hiddenField', 'flood'] as const
export type HoldCause = (typeof HOLD_CAUSES)[number]

/** Why it was not taken in; the published standards, each with its sentence. Nothing else is a reason. */
export const REFUSAL_REASONS = ['advertising', 'insult', 'unlawful', 'noContent', 'otherPerson', 'repeated'] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** So many of the same text within the days are a matter to be answered once, not case by case. */
export const SAME_TEXT = { most: 5, days: 14 }

/** What two texts have in common whatever their signs, capitals, spaces and stops. */
export function textHash(contents: readonly string[]): string {
  const bare = contents.map((content) =>
    foldText(content)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  )
  return createHash('sha256').update(bare.join('\n')).digest('hex')
}
