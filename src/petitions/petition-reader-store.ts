import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** Who may open a confidential petition, with the reason given. */
export async function listReaders(db: Db, authorityId: number, petitionId: number) {
  return db
    .selectFrom('petitionReader')
    .innerJoin('account', 'account.id', 'petitionReader.accountId')
    .select(['petitionReader.accountId', 'petitionReader.reason', 'petitionReader.addedAt', 'account.displayName'])
    .where('petitionReader.authorityId', '=', authorityId)
    .where('petitionReader.petitionId', '=', petitionId)
    .orderBy('petitionReader.addedAt')
    .execute()
}

export async function addReaders(
  db: Db,
  petition: { authorityId: number; petitionId: number },
  accountIds: readonly number[],
  added: { by: number | null; reason: string },
): Promise<void> {
  const unique = [...new Set(accountIds)]
  if (unique.length === 0) return
  await db
    .insertInto('petitionReader')
    .values(unique.map((accountId) => ({ ...petition, accountId, addedBy: added.by, reason: added.reason })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeReaders(db: Db, authorityId: number, petitionId: number, accountIds: readonly number[]) {
  if (accountIds.length === 0) return
  await db
    .deleteFrom('petitionReader')
    .where('authorityId', '=', authorityId)
    .where('petitionId', '=', petitionId)
    .where('accountId', 'in', [...accountIds])
    .execute()
}

/** Accounts that act for the authority on that day, for choosing readers and the accused. */
export async function listActingAccounts(db: Db, authorityId: number, on: Day, roles?: readonly string[]) {
  let query = db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select(['account.id', 'account.displayName', 'membership.role', 'membership.agencyId'])
    .where('membership.authorityId', '=', authorityId)
    .where('membership.fromDay', '<=', on)
    .where((eb) => eb.or([eb('membership.toDay', 'is', null), eb('membership.toDay', '>=', on)]))
    .where('membership.endedAt', 'is', null)
    .where('account.disabledAt', 'is', null)
  if (roles) query = query.where('membership.role', 'in', [...roles])
  return query.orderBy('account.displayName').execute()
}

/** Whether the account opened the confidential petition, stating its purpose, since that moment. */
export async function hasOpenedSince(db: Db, authorityId: number, petitionId: number, accountId: number, since: Date) {
  const line = await db
    .selectFrom('changeLog')
    .select('seq')
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', 'petition')
    .where('subjectId', '=', petitionId)
    .where('action', '=', 'petition/open')
    .where('accountId', '=', accountId)
    .where('at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return line !== undefined
}
