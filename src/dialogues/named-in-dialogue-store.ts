import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

interface ErasedName {
  authorityId: number
  dialogueIds: readonly number[]
  name: string
  /** what was to be said goes too */
  words: boolean
  tombstone: string
}

/**
 * Blanks a name where conferences keep it: who was not heard, who registered to speak, who was invited as one of the people,
 * the words of the minutes and their revisions. The rows stay, so that numbers and order do. Returns how many there were.
 */
export async function blankNameInDialogues(db: Db, of: ErasedName): Promise<number> {
  if (of.dialogueIds.length === 0) return 0
  const { authorityId, name, tombstone } = of
  const ids = [...of.dialogueIds]
  const excluded = await db
    .updateTable('exclusion')
    .set({ restrictedName: null, note: '' })
    .where('authorityId', '=', authorityId)
    .where('dialogueId', 'in', ids)
    .where(sql<boolean>`fold(restricted_name) = fold(${name})`)
    .returning('id')
    .execute()
  const speeches = await db
    .updateTable('speechRegistration')
    .set({
      ...{ speakerName: tombstone, village: '', phone: null, email: null, contactHash: null, tokenHash: null },
      // of words that go their hash stays, so that a kept copy can still be told to be the same
      ...(of.words
        ? {
            content: sql<string>`case content when '' then ''
              else ${`${tombstone} SHA-256 `}::text || encode(sha256(convert_to(content, 'UTF8')), 'hex') end`,
          }
        : {}),
    })
    .where('authorityId', '=', authorityId)
    .where('dialogueId', 'in', ids)
    .where(sql<boolean>`fold(speaker_name) = fold(${name})`)
    .returning('id')
    .execute()
  const invitees = await db
    .updateTable('invitee')
    .set({ name: tombstone })
    .where('authorityId', '=', authorityId)
    .where('dialogueId', 'in', ids)
    .where('kind', 'in', ['people', 'petitioner'])
    .where(sql<boolean>`fold(name) = fold(${name})`)
    .returning('id')
    .execute()
  await blankNameInMinutes(db, { authorityId, ids, name, tombstone })
  return excluded.length + speeches.length + invitees.length
}

async function blankNameInMinutes(
  db: Db,
  { authorityId, ids, name, tombstone }: { authorityId: number; ids: number[]; name: string; tombstone: string },
): Promise<void> {
  const without = (column: 'proceedings' | 'conclusion') =>
    sql<string>`replace(${sql.ref(column)}, ${name}, ${tombstone})`
  const values = { proceedings: without('proceedings'), conclusion: without('conclusion') }
  const minutes = await db
    .updateTable('minutes')
    .set(values)
    .where('authorityId', '=', authorityId)
    .where('dialogueId', 'in', ids)
    .returning('id')
    .execute()
  if (minutes.length === 0) return
  await db
    .updateTable('minutesRevision')
    .set(values)
    .where('authorityId', '=', authorityId)
    .where(
      'minutesId',
      'in',
      minutes.map((one) => one.id),
    )
    .execute()
}
