import type { Db } from '../platform/db/connection.ts'

export interface AccountMail {
  digest: boolean
  atOnce: boolean
  calendarNonce: string | null
}

/** Who never chose gets the digest of the day, and no calendar address. */
const UNCHOSEN: AccountMail = { digest: true, atOnce: false, calendarNonce: null }

export async function findAccountMail(db: Db, accountId: number): Promise<AccountMail> {
  const row = await db
    .selectFrom('accountMail')
    .select(['digest', 'atOnce', 'calendarNonce'])
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row ?? UNCHOSEN
}

export async function saveAccountMail(db: Db, accountId: number, mail: Partial<AccountMail>, now: Date): Promise<void> {
  await db
    .insertInto('accountMail')
    .values({ ...UNCHOSEN, ...mail, accountId, changedAt: now })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ ...mail, changedAt: now }))
    .execute()
}

/** Up to which message the account was told by e-mail; 0 at first. */
export async function toldUpTo(db: Db, authorityId: number, accountId: number): Promise<number> {
  const row = await db
    .selectFrom('accountTold')
    .select('upToId')
    .where('authorityId', '=', authorityId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row?.upToId ?? 0
}

export async function keepToldUpTo(db: Db, authorityId: number, accountId: number, upToId: number): Promise<void> {
  await db
    .insertInto('accountTold')
    .values({ authorityId, accountId, upToId })
    .onConflict((conflict) => conflict.columns(['authorityId', 'accountId']).doUpdateSet({ upToId }))
    .execute()
}
