import { sql } from 'kysely'
import { dayOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import {
  SESSION_IDLE_MS,
  SESSION_LONGEST_MS,
  SESSION_TOUCH_MS,
  type Session,
  type SessionMembership,
} from './session.ts'
import { hashOfSecret } from './session-token.ts'

type SessionRow = Omit<Session, 'current'> & { membershipId: number | null }

/**
 * The session of a token hash with everything a request needs, in one query, or null when it does not hold: unknown,
 * ended, idle or old beyond the limits, or its account disabled.
 */
export async function findSession(db: Db, tokenHash: string, now: Date): Promise<Session | null> {
  const idleSince = new Date(now.getTime() - SESSION_IDLE_MS)
  const today = dayOf(now)
  const { rows } = await sql<SessionRow>`
    select s.id, s.account_id, s.created_at, s.last_seen_at, s.expires_at, s.second_factor_at, s.membership_id,
      a.login, a.display_name, a.totp_confirmed_at, a.must_change_password,
      memberships_holding(s.account_id, ${today}::date) as memberships,
      case when own.role = 'superior' then authorities_below(own.authority_id) else '{}' end as authorities_below
    from session s join account a on a.id = s.account_id
    left join membership own on own.id = s.membership_id
    where s.token_hash = ${tokenHash} and s.ended_at is null and a.disabled_at is null
      and s.expires_at > ${now} and s.last_seen_at > ${idleSince}
  `.execute(db)
  const row = rows[0]
  if (!row) return null
  const { membershipId, ...session } = row
  const current = session.memberships.find((one: SessionMembership) => one.id === membershipId) ?? null
  return { ...session, current, authoritiesBelow: current === null ? [] : session.authoritiesBelow }
}

/** The session a browser's token opens, with its last use kept to the minute. */
export async function resumeSession(db: Db, token: string, now: Date): Promise<Session | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const session = await findSession(db, hashOfSecret(token), now)
  if (session && now.getTime() - session.lastSeenAt.getTime() >= SESSION_TOUCH_MS) {
    await db.updateTable('session').set({ lastSeenAt: now }).where('id', '=', session.id).execute()
  }
  return session
}

export interface NewSession {
  tokenHash: string
  accountId: number
  now: Date
  userAgent: string | null
  address: string | null
}

/** Opens a session; an account with a single membership acts under it from the start. Returns the id. */
export async function insertSession(db: Db, session: NewSession): Promise<number> {
  const { id } = await db
    .insertInto('session')
    .values({
      tokenHash: session.tokenHash,
      accountId: session.accountId,
      membershipId: await onlyMembership(db, session.accountId, session.now),
      createdAt: session.now,
      lastSeenAt: session.now,
      expiresAt: new Date(session.now.getTime() + SESSION_LONGEST_MS),
      userAgent: session.userAgent?.slice(0, 300) ?? null,
      address: session.address,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function onlyMembership(db: Db, accountId: number, now: Date): Promise<number | null> {
  const today = dayOf(now)
  const rows = await db
    .selectFrom('membership')
    .select('id')
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .where('fromDay', '<=', today)
    .where((or) => or.or([or('toDay', 'is', null), or('toDay', '>=', today)]))
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]!.id : null
}

/** A new token for the same session: what was known of the old one is worthless. */
export async function rotateSession(
  db: Db,
  id: number,
  tokenHash: string,
  second: { secondFactorAt?: Date } = {},
): Promise<void> {
  await db
    .updateTable('session')
    .set({ tokenHash, ...second })
    .where('id', '=', id)
    .execute()
}

/** Open sessions under one membership go on under the one that takes its place. */
export async function moveSessions(db: Db, fromMembershipId: number, toMembershipId: number): Promise<void> {
  await db
    .updateTable('session')
    .set({ membershipId: toMembershipId })
    .where('membershipId', '=', fromMembershipId)
    .where('endedAt', 'is', null)
    .execute()
}

export async function updateSessionMembership(db: Db, id: number, membershipId: number): Promise<void> {
  await db.updateTable('session').set({ membershipId }).where('id', '=', id).execute()
}

/** Sessions of an account that still hold, the last used first. */
export async function listSessions(db: Db, accountId: number, now: Date) {
  return db
    .selectFrom('session')
    .select(['id', 'createdAt', 'lastSeenAt', 'expiresAt', 'userAgent', 'address'])
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('lastSeenAt', '>', new Date(now.getTime() - SESSION_IDLE_MS))
    .orderBy('lastSeenAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Ends sessions of an account: one, all, or all but one. Returns how many ended. */
export async function endSessions(
  db: Db,
  accountId: number,
  ending: { now: Date; reason: string; only?: number; except?: number },
): Promise<number> {
  let query = db
    .updateTable('session')
    .set({ endedAt: ending.now, endedReason: ending.reason })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
  if (ending.only !== undefined) query = query.where('id', '=', ending.only)
  if (ending.except !== undefined) query = query.where('id', '<>', ending.except)
  const result = await query.executeTakeFirst()
  return Number(result.numUpdatedRows)
}
