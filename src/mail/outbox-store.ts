import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'
import type { MailChannel, MailContent, MailItem, OutboxState, Recipient } from './outbox-message.ts'

export async function isItemKnown(db: Db, authorityId: number, dedupeKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('outboxItem')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('dedupeKey', '=', dedupeKey)
    .executeTakeFirst()
  return row !== undefined
}

/** The newest message of a kind to a reader that was not cancelled: when it was opened and for when it was planned. */
export async function findNewestOfKind(db: Db, authorityId: number, recipient: Recipient, kind: string) {
  return db
    .selectFrom('outboxMessage')
    .select(['id', 'state', 'createdAt', 'nextTryAt', 'composedAt'])
    .where('authorityId', '=', authorityId)
    .where('recipientKind', '=', recipient.kind)
    .where('recipientId', '=', recipient.id)
    .where('kind', '=', kind)
    .where('state', '<>', 'cancelled')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

interface Opened {
  authorityId: number
  recipient: Recipient
  kind: string
  nextTryAt: Date
  createdAt: Date
}

/** The message that gathers for this reader and kind, opened when there is none. Its row is held until the transaction ends. */
export async function openGathering(db: Db, { recipient, ...values }: Opened): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into outbox_message (authority_id, recipient_kind, recipient_id, kind, next_try_at, created_at)
    values (${values.authorityId}, ${recipient.kind}, ${recipient.id}, ${values.kind}, ${values.nextTryAt}, ${values.createdAt})
    on conflict (authority_id, recipient_kind, recipient_id, kind) where state = 'gathering'
      do update set kind = excluded.kind
    returning id
  `.execute(db)
  return rows[0]!.id
}

/** False when the item was already told. */
export async function insertItem(
  db: Db,
  authorityId: number,
  outboxId: number,
  item: MailItem,
  now: Date,
): Promise<boolean> {
  const row = await db
    .insertInto('outboxItem')
    .values({ authorityId, outboxId, ...item, params: JSON.stringify(item.params), createdAt: now })
    .onConflict((conflict) => conflict.columns(['authorityId', 'dedupeKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Gathering messages whose time has come, locked; those another program works on are passed over. */
export async function takeGathered(db: Db, authorityId: number, now: Date, limit: number) {
  return db
    .selectFrom('outboxMessage')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('state', '=', 'gathering')
    .where('nextTryAt', '<=', now)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Authorities with something gathered whose time has come. */
export async function listAuthoritiesWithGathered(db: Db, now: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('outboxMessage')
    .select('authorityId')
    .distinct()
    .where('state', '=', 'gathering')
    .where('nextTryAt', '<=', now)
    .execute()
  return rows.map((row) => row.authorityId)
}

export async function listItems(db: Db, authorityId: number, outboxId: number) {
  return db
    .selectFrom('outboxItem')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('outboxId', '=', outboxId)
    .orderBy('id')
    .execute()
}

export type OutboxItemRow = Awaited<ReturnType<typeof listItems>>[number]

export interface OutboxUpdate {
  state?: OutboxState
  channel?: MailChannel | null
  toName?: string
  toAddress?: string
  subject?: string
  content?: MailContent | null
  tries?: number
  nextTryAt?: Date
  lastError?: string | null
  cancelledReason?: string | null
  composedAt?: Date | null
  settledAt?: Date | null
}

export async function updateOutbox(db: Db, authorityId: number, id: number, update: OutboxUpdate): Promise<void> {
  const { content, ...values } = update
  await db
    .updateTable('outboxMessage')
    .set({ ...values, ...(content === undefined ? {} : { content: content && JSON.stringify(content) }) })
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** Locked until the transaction ends. Throws NotFound. */
export async function lockOutbox(db: Db, authorityId: number, id: number) {
  const row = await db
    .selectFrom('outboxMessage')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('outbox-message')
  return row
}

export type OutboxRow = Awaited<ReturnType<typeof lockOutbox>>

/**
 * Takes messages to send: counts the try and holds them for the time of a lease, so that no other program sends them
 * meanwhile and one that dies leaves them to be taken again.
 */
export async function claimDue(db: Db, channels: readonly MailChannel[], now: Date, lease: Date, limit: number) {
  if (channels.length === 0) return []
  return db
    .updateTable('outboxMessage')
    .set((row) => ({ tries: row('tries', '+', 1), nextTryAt: lease }))
    .where('id', 'in', (due) =>
      due
        .selectFrom('outboxMessage')
        .select('id')
        .where('state', 'in', ['waiting', 'failed'])
        .where('channel', 'in', [...channels])
        .where('nextTryAt', '<=', now)
        .orderBy('nextTryAt')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute()
}

/** Forgets whom the messages went to and what they said; what still waits is not sent any more. Returns how many. */
export async function blankOutboxOf(db: Db, authorityId: number, recipient: Recipient, reason: string, now: Date) {
  const isDone = sql<boolean>`state in ('sent', 'printed')`
  const ended = sql<OutboxState>`case when ${isDone} then state else 'cancelled' end`
  const endedAt = sql<Date>`case when ${isDone} then settled_at else ${now}::timestamptz end`
  const result = await db
    .updateTable('outboxMessage')
    .set({ toName: '', toAddress: '', subject: '', content: null, lastError: null })
    .set({ state: ended, cancelledReason: reason, settledAt: endedAt })
    .where('authorityId', '=', authorityId)
    .where('recipientKind', '=', recipient.kind)
    .where('recipientId', '=', recipient.id)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

interface Unsent {
  authorityId: number
  recipient: Recipient
  kind: string
}

/** What still waits to be sent to a reader and must not go out any more as it is; returns what it says, the oldest first. */
export async function cancelUnsent(
  db: Db,
  { authorityId, recipient, kind }: Unsent,
  reason: string,
  now: Date,
): Promise<MailContent[]> {
  const rows = await db
    .updateTable('outboxMessage')
    .set({ state: 'cancelled', cancelledReason: reason, settledAt: now })
    .where('authorityId', '=', authorityId)
    .where('recipientKind', '=', recipient.kind)
    .where('recipientId', '=', recipient.id)
    .where('kind', '=', kind)
    .where('state', 'in', ['waiting', 'failed'])
    .returning(['id', 'content'])
    .execute()
  return rows.sort((one, other) => one.id - other.id).map((row) => row.content as unknown as MailContent)
}

interface Written {
  authorityId: number
  recipient: Recipient
  toName: string
  toAddress: string
  kind: string
  subject: string
  content: MailContent
  dedupeKey: string
  now: Date
}

/** A message that is in words already, to go out by e-mail; once per dedupe key. False: it was written before. */
export async function insertWritten(db: Db, { recipient, dedupeKey, now, ...mail }: Written): Promise<boolean> {
  if (await isItemKnown(db, mail.authorityId, dedupeKey)) return false
  const { id } = await db
    .insertInto('outboxMessage')
    .values({
      ...mail,
      content: JSON.stringify(mail.content),
      recipientKind: recipient.kind,
      recipientId: recipient.id,
      state: 'waiting',
      channel: 'email',
      ...{ nextTryAt: now, createdAt: now, composedAt: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const item = { subjectKind: recipient.kind, subjectId: recipient.id, params: {}, dedupeKey }
  return insertItem(db, mail.authorityId, id, item, now)
}
