import type { Db } from '../platform/db/connection.ts'
import type { Recipient } from './outbox-message.ts'

/** The kinds a reader has switched off. */
export async function listSwitchedOff(db: Db, authorityId: number, recipient: Recipient): Promise<string[]> {
  const rows = await db
    .selectFrom('mailPreference')
    .select('kind')
    .where('authorityId', '=', authorityId)
    .where('recipientKind', '=', recipient.kind)
    .where('recipientId', '=', recipient.id)
    .where('off', '=', true)
    .execute()
  return rows.map((row) => row.kind)
}

export async function setPreference(
  db: Db,
  authorityId: number,
  recipient: Recipient,
  preference: { kind: string; off: boolean; now: Date },
): Promise<void> {
  const { kind, off, now: changedAt } = preference
  await db
    .insertInto('mailPreference')
    .values({ authorityId, recipientKind: recipient.kind, recipientId: recipient.id, kind, off, changedAt })
    .onConflict((conflict) =>
      conflict.columns(['authorityId', 'recipientKind', 'recipientId', 'kind']).doUpdateSet({ off, changedAt }),
    )
    .execute()
}
