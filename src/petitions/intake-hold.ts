import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { DB } from '../platform/db/tables.ts'
import { foldText } from './petition-search.ts'

export type IntakeHold = Omit<Selectable<DB['intakeHold']>, 'contents'> & { contents: { content: string }[] }

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
