import { type Insertable, sql } from 'kysely'
import type { Visibility } from '../petitions/petition-scope.ts'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'

/** While one program sends, no other takes the same webhook up. */
const LEASE_MS = 120_000

export async function insertWebhook(db: Db, values: Insertable<DB['webhook']>): Promise<number> {
  const { id } = await db.insertInto('webhook').values(values).returning('id').executeTakeFirstOrThrow()
  return id
}

/** The last line of an authority's log: a new webhook is told what comes after it. */
export async function lastLogLine(db: Db, authorityId: number): Promise<number> {
  const head = await db
    .selectFrom('changeLogHead')
    .select('seq')
    .where('authorityId', '=', authorityId)
    .executeTakeFirst()
  return head?.seq ?? 0
}

/** The webhooks of an authority, or of one key of it; those that go on first. */
export async function listWebhooks(db: Db, authorityId: number, apiKeyId: number | null = null) {
  let query = db
    .selectFrom('webhook')
    .innerJoin('apiKey', (join) =>
      join.onRef('apiKey.authorityId', '=', 'webhook.authorityId').onRef('apiKey.id', '=', 'webhook.apiKeyId'),
    )
    .select([
      'webhook.id',
      'webhook.apiKeyId',
      'webhook.url',
      'webhook.events',
      'webhook.failures',
      'webhook.lastError',
    ])
    .select(['webhook.failingSince', 'webhook.lastTakenAt', 'webhook.endedAt', 'webhook.endedReason', 'apiKey.name'])
    .where('webhook.authorityId', '=', authorityId)
  if (apiKeyId !== null) query = query.where('webhook.apiKeyId', '=', apiKeyId)
  return query
    .orderBy('webhook.endedAt', (order) => order.desc().nullsFirst())
    .orderBy('webhook.id')
    .execute()
}

export type WebhookRow = Awaited<ReturnType<typeof listWebhooks>>[number]

/** Ends the webhooks of a key, or one of them; the secret goes. Returns how many ended now. */
export async function endWebhooks(
  db: Db,
  of: { authorityId: number; apiKeyId: number; id?: number },
  ended: { at: Date; reason: string },
): Promise<number> {
  let query = db
    .updateTable('webhook')
    .set({ endedAt: ended.at, endedReason: ended.reason, secret: null })
    .where('authorityId', '=', of.authorityId)
    .where('apiKeyId', '=', of.apiKeyId)
    .where('endedAt', 'is', null)
  if (of.id !== undefined) query = query.where('id', '=', of.id)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** Takes up what is due, for the time of a lease; what another program has taken up is left out. */
export async function takeDueWebhooks(db: Db, now: Date, limit = 20) {
  const { rows } = await sql<Taken>`
    update webhook set next_try_at = ${new Date(now.getTime() + LEASE_MS)}
    where (authority_id, id) in (select authority_id, id from webhook where ended_at is null and next_try_at <= ${now}
      order by next_try_at limit ${limit} for update skip locked)
    returning authority_id, id, api_key_id, url, secret, events, position, failures, failing_since`.execute(db)
  return rows
}

export interface Taken {
  authorityId: number
  id: number
  apiKeyId: number
  url: string
  secret: string
  events: string[]
  position: number
  failures: number
  failingSince: Date | null
}

/** What happened after a line of the log to petitions the system may see, in order; confidential ones stay untold. */
export async function listNews(
  db: Db,
  visibility: Visibility,
  wanted: { after: number; until: number; actions: readonly string[]; limit: number },
) {
  if (wanted.actions.length === 0) return []
  return visiblePetitions(db, visibility)
    .innerJoin('changeLog', (join) =>
      join.onRef('changeLog.authorityId', '=', 'petition.authorityId').onRef('changeLog.subjectId', '=', 'petition.id'),
    )
    .select(['changeLog.seq', 'changeLog.at', 'changeLog.action', 'petition.code', 'petition.state'])
    .where('changeLog.subjectKind', '=', 'petition')
    .where('changeLog.action', 'in', [...wanted.actions])
    .where('changeLog.seq', '>', wanted.after)
    .where('changeLog.seq', '<=', wanted.until)
    .where('petition.confidential', '=', false)
    .orderBy('changeLog.seq')
    .limit(wanted.limit)
    .execute()
}

/** The system took everything up to a line. */
export async function moveOn(db: Db, of: Pick<Taken, 'authorityId' | 'id'>, position: number, at: Date): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ position, failures: 0, failingSince: null, lastError: null, lastTakenAt: at })
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}

/** When to look again; a failure is kept so that the administrator sees it. */
export async function waitUntil(
  db: Db,
  of: Taken,
  at: Date,
  failure: { error: string; now: Date } | null = null,
): Promise<void> {
  const failed = failure && {
    failures: of.failures + 1,
    failingSince: of.failingSince ?? failure.now,
    lastError: failure.error.slice(0, 300),
  }
  await db
    .updateTable('webhook')
    .set({ nextTryAt: at, ...failed })
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}
