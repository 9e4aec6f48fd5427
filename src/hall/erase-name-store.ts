import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** Whose name goes, from the rows of which conferences; `words`: what was asked in writing goes too. */
export interface ErasedName {
  authorityId: number
  dialogueIds: readonly number[]
  name: string
  words: boolean
  tombstone: string
}

/** Blanks a name at the door and among the questions. Returns how many rows it stood in. */
export async function blankNameInHalls(db: Db, of: ErasedName): Promise<number> {
  if (of.dialogueIds.length === 0) return 0
  const isName = sql<boolean>`fold(name) = fold(${of.name})`
  const arrivals = await db
    .updateTable('hallArrival')
    .set({ name: '', village: '' })
    .where('authorityId', '=', of.authorityId)
    .where('dialogueId', 'in', [...of.dialogueIds])
    .where(isName)
    .returning('id')
    .execute()
  const questions = await db
    .updateTable('hallQuestion')
    .set({ name: '', village: '', nameShown: false, askedBy: null })
    .set(of.words ? { text: of.tombstone, shownText: of.tombstone } : {})
    .where('authorityId', '=', of.authorityId)
    .where('dialogueId', 'in', [...of.dialogueIds])
    .where(isName)
    .returning('id')
    .execute()
  return arrivals.length + questions.length
}
