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

export async function markRead(
  db: Db,
  authorityId: number,
  reader: Reader,
  upToId: number,
  now: Date,
): Promise<number> {
  const result = await db
    .updateTable('message')
    .set({ readAt: now })
    .where('authorityId', '=', authorityId)
    .where('id', '<=', upToId)
    .where('readAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('accountId', '=', reader.accountId),
        eb.and([eb('accountId', 'is', null), eb('agencyId', '=', reader.agencyId)]),
      ]),
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
