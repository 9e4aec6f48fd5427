import type { Db } from '../platform/db/connection.ts'
import { BrokenRule } from '../platform/errors.ts'

interface Claim {
  authorityId: number
  key: string
  accountId: number | null
  change: string
  inputHash: string
  now: Date
}

/**
 * Claims a key for this transaction. A second claim waits for the first to end; if that committed, its result comes
 * back (`taken`). The same key with other input or for another change is refused.
 */
export async function claimKey(db: Db, claim: Claim): Promise<{ taken: false } | { taken: true; result: unknown }> {
  const inserted = await db
    .insertInto('idempotencyKey')
    .values({
      authorityId: claim.authorityId,
      key: claim.key,
      accountId: claim.accountId,
      change: claim.change,
      inputHash: claim.inputHash,
      at: claim.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (inserted) return { taken: false }
  const earlier = await db
    .selectFrom('idempotencyKey')
    .select(['accountId', 'change', 'inputHash', 'result'])
    .where('authorityId', '=', claim.authorityId)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow()
  const same =
    earlier.change === claim.change && earlier.inputHash === claim.inputHash && earlier.accountId === claim.accountId
  if (!same) throw new BrokenRule('form/key-reused')
  return { taken: true, result: earlier.result }
}

/** What came of the change that was sent with a key; null when nothing did (yet). */
export async function findResult(db: Db, authorityId: number, key: string): Promise<unknown> {
  const row = await db
    .selectFrom('idempotencyKey')
    .select('result')
    .where('authorityId', '=', authorityId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.result ?? null
}

export async function keepResult(db: Db, authorityId: number, key: string, result: unknown): Promise<void> {
  await db
    .updateTable('idempotencyKey')
    .set({ result: JSON.stringify(result ?? null) })
    .where('authorityId', '=', authorityId)
    .where('key', '=', key)
    .execute()
}
