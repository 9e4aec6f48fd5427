import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

export interface NewMembership {
  accountId: number
  authorityId: number
  agencyId: number | null
  personId?: number | null
  role: string
  fromDay: Day
  toDay: Day | null
}

/** Returns the id. */
export async function insertMembership(db: Db, membership: NewMembership): Promise<number> {
  const { id } = await db.insertInto('membership').values(membership).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findMembership(db: Db, authorityId: number, id: number) {
  return (
    (await db
      .selectFrom('membership')
      .selectAll()
      .where('authorityId', '=', authorityId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()) ?? null
  )
}

/** Every membership of an account that was not ended, in whichever authority. */
export async function listMembershipsOfAccount(db: Db, accountId: number) {
  return db
    .selectFrom('membership')
    .select(['id', 'authorityId', 'agencyId', 'role', 'fromDay', 'toDay', 'endedAt'])
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
}

export async function closeMembership(db: Db, id: number, endedAt: Date, endedReason: string): Promise<void> {
  await db
    .updateTable('membership')
    .set((row) => ({ endedAt, endedReason, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Accounts other than this one that are system administrators on a day. */
export async function countOtherSystemAdministrators(db: Db, accountId: number, today: Day): Promise<number> {
  const { others } = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select((one) => one.fn.count<number>('account.id').distinct().as('others'))
    .where('membership.role', '=', 'systemAdministrator')
    .where('membership.endedAt', 'is', null)
    .where('membership.fromDay', '<=', today)
    .where((or) => or.or([or('membership.toDay', 'is', null), or('membership.toDay', '>=', today)]))
    .where('account.disabledAt', 'is', null)
    .where('account.id', '<>', accountId)
    .executeTakeFirstOrThrow()
  return others
}

export interface AccountFilter {
  search: string
  role: string | null
  state: 'active' | 'disabled' | null
  limit: number
  offset: number
}

/** Accounts of people that are or were members of an authority, one row each, with their memberships there. */
export async function listAccountsOfAuthority(db: Db, authorityId: number, filter: AccountFilter) {
  let query = db
    .selectFrom('account')
    .where('isSystem', '=', false)
    .where((where) =>
      where.exists(
        where
          .selectFrom('membership')
          .select('membership.id')
          .whereRef('membership.accountId', '=', 'account.id')
          .where('membership.authorityId', '=', authorityId)
          .$if(filter.role !== null, (q) =>
            q.where('membership.role', '=', filter.role!).where('membership.endedAt', 'is', null),
          ),
      ),
    )
  if (filter.state !== null) query = query.where('disabledAt', filter.state === 'active' ? 'is' : 'is not', null)
  if (filter.search !== '') {
    const folded = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((where) =>
      where(
        where.fn<string>('fold', [
          where.fn<string>('concat_ws', [where.val(' '), 'account.displayName', 'account.login']),
        ]),
        'like',
        where.fn<string>('fold', [where.val(folded)]),
      ),
    )
  }
  const [{ total }, rows] = await Promise.all([
    query.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    query
      .select(['id', 'login', 'displayName', 'email', 'disabledAt', 'totpConfirmedAt', 'version'])
      .orderBy('displayName')
      .orderBy('id')
      .limit(filter.limit)
      .offset(filter.offset)
      .execute(),
  ])
  return { total, rows }
}

/** Memberships in an authority of some accounts, ended ones last. */
export async function listMembershipsIn(db: Db, authorityId: number, accountIds: readonly number[]) {
  if (accountIds.length === 0) return []
  return db
    .selectFrom('membership')
    .leftJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'membership.authorityId').onRef('agency.id', '=', 'membership.agencyId'),
    )
    .select([
      'membership.id',
      'membership.accountId',
      'membership.role',
      'membership.agencyId',
      'membership.fromDay',
      'membership.toDay',
      'membership.endedAt',
      'membership.endedReason',
      'agency.name as agencyName',
      'agency.shortName as agencyShortName',
    ])
    .where('membership.authorityId', '=', authorityId)
    .where('membership.accountId', 'in', accountIds)
    .orderBy('membership.endedAt', (order) => order.desc().nullsFirst())
    .orderBy('membership.id')
    .execute()
}

/** Memberships in an agency that were not ended and hold on that day or later, with whose they are. */
export async function listMembershipsOfAgency(db: Db, authorityId: number, agencyId: number, on: Day) {
  return db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select(['membership.id', 'membership.accountId', 'membership.role', 'membership.personId'])
    .select(['membership.fromDay', 'membership.toDay', 'account.displayName'])
    .where('membership.authorityId', '=', authorityId)
    .where('membership.agencyId', '=', agencyId)
    .where('membership.endedAt', 'is', null)
    .where((or) => or.or([or('membership.toDay', 'is', null), or('membership.toDay', '>=', on)]))
    .orderBy('account.displayName')
    .orderBy('membership.id')
    .execute()
}

/** Accounts that hold a role in an authority on that day, in one agency of it when given; disabled ones left out. */
export async function listAccountsOfRole(
  db: Db,
  authorityId: number,
  role: string,
  on: Day,
  agencyId: number | null = null,
): Promise<number[]> {
  let query = db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select('account.id')
    .distinct()
    .where('membership.authorityId', '=', authorityId)
    .where('membership.role', '=', role)
    .where('membership.endedAt', 'is', null)
    .where('membership.fromDay', '<=', on)
    .where((or) => or.or([or('membership.toDay', 'is', null), or('membership.toDay', '>=', on)]))
    .where('account.disabledAt', 'is', null)
  if (agencyId !== null) query = query.where('membership.agencyId', '=', agencyId)
  return (await query.execute()).map((row) => row.id)
}

/** Whose membership holds on a day: of this account, authority, role and agency; null when none does. */
export async function findMembershipHolding(
  db: Db,
  asked: { accountId: number; authorityId: number; role: string; agencyId: number | null },
  on: Day,
): Promise<{ displayName: string } | null> {
  const found = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select('account.displayName')
    .where('membership.accountId', '=', asked.accountId)
    .where('membership.authorityId', '=', asked.authorityId)
    .where('membership.role', '=', asked.role)
    .where('membership.agencyId', asked.agencyId === null ? 'is' : '=', asked.agencyId)
    .where('membership.endedAt', 'is', null)
    .where('membership.fromDay', '<=', on)
    .where((or) => or.or([or('membership.toDay', 'is', null), or('membership.toDay', '>=', on)]))
    .where('account.disabledAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
