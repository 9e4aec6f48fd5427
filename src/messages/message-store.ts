import type { Db } from '../platform/db/connection.ts'

export interface NewMessage {
  authorityId: number
  accountId: number | null
  agencyId: number | null
  kind: string
  subjectKind: string
  subjectId: number
  params: Record<string, unknown>
  dedupeKey: string
  createdAt: Date
}

/** Writes a message once per dedupe key; false when it was already written. */
export async function insertMessage(db: Db, message: NewMessage): Promise<boolean> {
  const inserted = await db
    .insertInto('message')
    .values({ ...message, params: JSON.stringify(message.params) })
    .onConflict((conflict) => conflict.columns(['authorityId', 'dedupeKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

interface Reader {
  accountId: number | null
  agencyId: number | null
}

/** Marks what is the reader's own and still unread; gives the ids of those. */
export async function markRead(
  db: Db,
  authorityId: number,
  reader: Reader,
  ids: readonly number[],
  now: Date,
): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .updateTable('message')
    .set({ readAt: now })
    .where('authorityId', '=', authorityId)
    .where('id', 'in', ids)
    .where('readAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('accountId', '=', reader.accountId),
        eb.and([eb('accountId', 'is', null), eb('agencyId', '=', reader.agencyId)]),
      ]),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}
