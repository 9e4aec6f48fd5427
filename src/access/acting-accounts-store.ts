import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { SessionMembership } from './session.ts'

/** One membership an account acts under today, as a session would find it. */
export interface ActingMembership {
  accountId: number
  displayName: string
  email: string | null
  current: SessionMembership
  authoritiesBelow: readonly number[]
}

const query = (day: Day, where: ReturnType<typeof sql>) => sql<ActingMembership>`
  select a.id as account_id, a.display_name, a.email, held.value as current,
    case when held.value->>'role' = 'superior'
      then authorities_below((held.value->>'authorityId')::bigint) else '{}' end as authorities_below
  from account a cross join lateral jsonb_array_elements(memberships_holding(a.id, ${day}::date)) held
  where a.disabled_at is null and ${where}
  order by a.id, (held.value->>'id')::bigint`

/** Everything an account is today, wherever; empty for a disabled one. */
export async function listOwnMemberships(db: Db, accountId: number, day: Day): Promise<ActingMembership[]> {
  return (await query(day, sql`a.id = ${accountId}`).execute(db)).rows
}

/** Who acts for an authority today and has an e-mail address. */
export async function listReachableMembers(db: Db, authorityId: number, day: Day): Promise<ActingMembership[]> {
  const where = sql`coalesce(a.email, '') <> '' and (held.value->>'authorityId')::bigint = ${authorityId}
    and exists (select from membership m where m.account_id = a.id and m.authority_id = ${authorityId} and m.ended_at is null)`
  return (await query(day, where).execute(db)).rows
}
