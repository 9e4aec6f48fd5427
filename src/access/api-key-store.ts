import { type Insertable, sql } from 'kysely'
import type { Actor } from '../changes/actor.ts'
import { dayOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'
import { StaleEdit } from '../platform/errors.ts'
import { permissionsOf } from './api-key.ts'
import { may } from './may.ts'
import type { Role } from './role.ts'

/** A key that holds, with who acts under it. */
export interface KeyInUse {
  id: number
  name: string
  authorityId: number
  perMinute: number
  actor: Actor
}

const columns = sql`k.id, k.name, k.authority_id, k.per_minute, k.scopes, k.last_used_at, k.account_id, a.display_name,
  m.role, m.agency_id`

interface KeyRow {
  id: number
  name: string
  authorityId: number
  perMinute: number
  scopes: string[]
  lastUsedAt: Date | null
  accountId: number
  displayName: string
  role: string
  agencyId: number | null
}

/** What must hold of a key on a day: not revoked, not run out, its account open, its membership not ended. */
function holding(now: Date) {
  const today = dayOf(now)
  return sql`k.revoked_at is null and (k.expires_on is null or k.expires_on >= ${today}) and a.disabled_at is null
    and m.ended_at is null and m.from_day <= ${today} and (m.to_day is null or m.to_day >= ${today})`
}

/** The key of a hash, or null when it does not hold (any more). */
export async function findKeyInUse(db: Db, keyHash: string, now: Date): Promise<KeyInUse | null> {
  const { rows } = await sql<KeyRow>`
    select ${columns} from api_key k join account a on a.id = k.account_id join membership m on m.id = k.membership_id
    where k.key_hash = ${keyHash} and ${holding(now)}`.execute(db)
  return rows[0] ? inUse(rows[0]) : null
}

/** The key of a webhook, or null when it does not hold (any more). */
export async function findKeyById(db: Db, authorityId: number, id: number, now: Date): Promise<KeyInUse | null> {
  const { rows } = await sql<KeyRow>`
    select ${columns} from api_key k join account a on a.id = k.account_id join membership m on m.id = k.membership_id
    where k.authority_id = ${authorityId} and k.id = ${id} and ${holding(now)}`.execute(db)
  return rows[0] ? inUse(rows[0]) : null
}

function inUse(row: KeyRow): KeyInUse {
  const opened = permissionsOf(row.scopes)
  const membership = {
    role: row.role as Role,
    authorityId: row.authorityId,
    agencyId: row.agencyId,
    accountId: row.accountId,
    authoritiesBelow: [],
  }
  return {
    id: row.id,
    name: row.name,
    authorityId: row.authorityId,
    perMinute: row.perMinute,
    actor: {
      accountId: row.accountId,
      displayName: row.displayName,
      homeAuthorityId: row.authorityId,
      agencyId: row.agencyId,
      role: row.role,
      may: (permission, scope) => opened.has(permission) && may(membership, permission, scope),
    },
  }
}

/** Keeps the last use, to the minute. */
export async function touchKey(db: Db, key: Pick<KeyInUse, 'authorityId' | 'id'>, now: Date): Promise<void> {
  await sql`update api_key set last_used_at = ${now} where authority_id = ${key.authorityId} and id = ${key.id}
    and (last_used_at is null or last_used_at < ${new Date(now.getTime() - 60_000)})`.execute(db)
}

export async function insertApiKey(db: Db, values: Insertable<DB['apiKey']>): Promise<number> {
  const { id } = await db.insertInto('apiKey').values(values).returning('id').executeTakeFirstOrThrow()
  return id
}

/** The keys of an authority, those that hold first, the newest on top. */
export async function listApiKeys(db: Db, authorityId: number) {
  return db
    .selectFrom('apiKey')
    .innerJoin('membership', 'membership.id', 'apiKey.membershipId')
    .leftJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'membership.authorityId').onRef('agency.id', '=', 'membership.agencyId'),
    )
    .select(['apiKey.id', 'apiKey.name', 'apiKey.scopes', 'apiKey.perMinute', 'apiKey.expiresOn', 'apiKey.madeAt'])
    .select(['apiKey.revokedAt', 'apiKey.revokedReason', 'apiKey.lastUsedAt', 'apiKey.version', 'apiKey.accountId'])
    .select(['membership.role', 'membership.id as membershipId', 'agency.shortName as agencyName'])
    .where('apiKey.authorityId', '=', authorityId)
    .orderBy('apiKey.revokedAt', (order) => order.desc().nullsFirst())
    .orderBy('apiKey.id', 'desc')
    .execute()
}

export type ApiKeyRow = Awaited<ReturnType<typeof listApiKeys>>[number]

export async function findApiKey(db: Db, authorityId: number, id: number): Promise<ApiKeyRow | null> {
  return (await listApiKeys(db, authorityId)).find((key) => key.id === id) ?? null
}

/** Ends a key; throws StaleEdit when it was ended meanwhile. */
export async function endApiKey(
  db: Db,
  key: Pick<ApiKeyRow, 'id' | 'version'> & { authorityId: number },
  revoked: { at: Date; reason: string },
): Promise<void> {
  const ended = await db
    .updateTable('apiKey')
    .set((row) => ({ revokedAt: revoked.at, revokedReason: revoked.reason, version: row('version', '+', 1) }))
    .where('authorityId', '=', key.authorityId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw new StaleEdit('api-key', {})
}
