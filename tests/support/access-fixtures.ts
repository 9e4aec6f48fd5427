import { insertAccount } from '../../src/access/account-store.ts'
import { insertMembership } from '../../src/access/membership-store.ts'
import { hashPassword } from '../../src/access/password.ts'
import type { Role } from '../../src/access/role.ts'
import { insertAuthority } from '../../src/agencies/authority-store.ts'
import type { Day } from '../../src/platform/day.ts'
import type { Db } from '../../src/platform/db/connection.ts'

export const FIRST_DAY = '2025-07-01' as Day

/** An authority with the fewest words. */
export async function addTestAuthority(
  db: Db,
  slug: string,
  more: { totpRequired?: boolean; parentAuthorityId?: number } = {},
): Promise<number> {
  return insertAuthority(db, {
    ...{ slug, name: `Xã ${slug}`, shortName: slug, kind: 'commune', placeName: slug, fromDay: FIRST_DAY, toDay: null },
    ...{ parentAuthorityId: more.parentAuthorityId ?? null, casePrefix: 'AB', voters: null, demo: false },
    totpRequired: more.totpRequired ?? false,
  })
}

/** An account with memberships; returns its id. */
export async function addTestAccount(
  db: Db,
  account: { login: string; password: string; mustChangePassword?: boolean },
  memberships: readonly { authorityId: number; role: Role; agencyId?: number; fromDay?: Day; toDay?: Day }[],
): Promise<number> {
  const { login, password } = account
  const accountId = await insertAccount(db, {
    ...{ login, displayName: `Người ${login}`, email: null, passwordHash: await hashPassword(password) },
    mustChangePassword: account.mustChangePassword ?? false,
  })
  if (accountId === null) throw new Error(`login ${login} is taken`)
  for (const { authorityId, role, agencyId, fromDay, toDay } of memberships) {
    await insertMembership(db, {
      ...{ accountId, authorityId, role, agencyId: agencyId ?? null },
      ...{ fromDay: fromDay ?? FIRST_DAY, toDay: toDay ?? null },
    })
  }
  return accountId
}
