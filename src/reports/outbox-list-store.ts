import { sql } from 'kysely'
import type { Actor } from '../changes/actor.ts'
import { visibilityOf } from '../petitions/petition-scope.ts'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Db } from '../platform/db/connection.ts'

/** What of the outbox is asked for: what needs somebody, what is on its way, letters to print, what is done, what is not sent. */
export const outboxViews = ['attention', 'onTheWay', 'letters', 'done', 'notSent'] as const
export type OutboxView = (typeof outboxViews)[number]

const CONDITIONS: Record<OutboxView, string> = {
  // to a wrong address that somebody typed at the Portal there is nothing the office could do
  attention: `(m.state in ('failed', 'givenUp') and m.recipient_kind <> 'follower')`,
  onTheWay: `(m.state = 'gathering' or (m.state = 'waiting' and m.channel <> 'letter') or (m.state = 'failed' and m.recipient_kind = 'follower'))`,
  letters: `(m.state = 'waiting' and m.channel = 'letter')`,
  done: `m.state in ('sent', 'printed')`,
  notSent: `(m.state = 'cancelled' or (m.state = 'givenUp' and m.recipient_kind = 'follower'))`,
}

/** Messages about petitions the reader may know of, and those to staff. */
function visible(db: Db, actor: Actor, authorityId: number) {
  const petitions = visibilityOf(actor, authorityId)
  const hidden = petitions
    ? sql`exists (select from outbox_item i where i.authority_id = m.authority_id and i.outbox_id = m.id
        and i.subject_kind = 'petition'
        and not exists ${visiblePetitions(db, petitions)
          .where(sql<boolean>`petition.id = i.subject_id`)
          .select('petition.id')})`
    : sql`m.recipient_kind <> 'account'`
  return sql`from outbox_message m where m.authority_id = ${authorityId} and not ${hidden}`
}

export interface OutboxLine {
  id: number
  recipientKind: string
  kind: string
  state: string
  channel: string | null
  toName: string
  toAddress: string
  subject: string
  tries: number
  lastError: string | null
  cancelledReason: string | null
  createdAt: Date
  nextTryAt: Date
  settledAt: Date | null
  codes: string[]
}

// who follows what is nobody's business: neither the address nor what a mail server said of it leaves the database
const COLUMNS = sql`m.id, m.recipient_kind, m.kind, m.state, m.channel, m.to_name,
  case when m.recipient_kind = 'follower' then '' else m.to_address end as to_address, m.subject, m.tries,
  case when m.recipient_kind = 'follower' then null else m.last_error end as last_error, m.cancelled_reason, m.created_at, m.next_try_at, m.settled_at,
  array(select p.code from outbox_item i join petition p on p.authority_id = i.authority_id and p.id = i.subject_id
    where i.authority_id = m.authority_id and i.outbox_id = m.id and i.subject_kind = 'petition' order by p.code) as codes`

interface Wanted {
  view: OutboxView
  /** from 1 */
  page: number
  pageSize: number
}

/** One page of the outbox, what was sent or left out last first; letters in the order of their age. */
export async function listOutbox(db: Db, actor: Actor, authorityId: number, wanted: Wanted): Promise<OutboxLine[]> {
  const order = wanted.view === 'letters' ? sql`m.id` : sql`coalesce(m.settled_at, m.created_at) desc, m.id desc`
  const { rows } = await sql<OutboxLine>`
    select ${COLUMNS} ${visible(db, actor, authorityId)} and ${sql.raw(CONDITIONS[wanted.view])}
    order by ${order} limit ${wanted.pageSize} offset ${(wanted.page - 1) * wanted.pageSize}
  `.execute(db)
  return rows
}

/** How many messages stand in each view. */
export async function countOutbox(db: Db, actor: Actor, authorityId: number): Promise<Record<OutboxView, number>> {
  const counts = outboxViews.map((view) => `count(*) filter (where ${CONDITIONS[view]}) as "${view}"`).join(', ')
  const { rows } = await sql<Record<OutboxView, number>>`
    select ${sql.raw(counts)} ${visible(db, actor, authorityId)}
  `.execute(db)
  return rows[0]!
}

/** One message with what it says; null for one the reader may not know of. */
export async function findOutboxLine(db: Db, actor: Actor, authorityId: number, id: number) {
  const { rows } = await sql<OutboxLine & { content: unknown }>`
    select ${COLUMNS}, m.content ${visible(db, actor, authorityId)} and m.id = ${id}
  `.execute(db)
  return rows[0] ?? null
}

/** The letters to print, with what they say, oldest first. */
export async function listLetters(db: Db, actor: Actor, authorityId: number, limit: number) {
  const { rows } = await sql<OutboxLine & { content: unknown; messageKey: string; recipientId: number }>`
    select ${COLUMNS}, m.content, m.message_key, m.recipient_id ${visible(db, actor, authorityId)}
      and ${sql.raw(CONDITIONS.letters)}
    order by m.id limit ${limit}
  `.execute(db)
  return rows
}

/** What those behind a petition were told about it, the newest first; what staff and others who follow it got is not among it. */
export async function listToldAbout(db: Db, authorityId: number, petitionId: number) {
  return db
    .selectFrom('outboxItem')
    .innerJoin('outboxMessage', (join) =>
      join
        .onRef('outboxMessage.authorityId', '=', 'outboxItem.authorityId')
        .onRef('outboxMessage.id', '=', 'outboxItem.outboxId'),
    )
    .select(['outboxMessage.id', 'outboxMessage.kind', 'outboxMessage.state', 'outboxMessage.channel'])
    .select([
      'outboxMessage.createdAt',
      'outboxMessage.settledAt',
      'outboxMessage.cancelledReason',
      'outboxMessage.toName',
    ])
    .where('outboxItem.authorityId', '=', authorityId)
    .where('outboxMessage.recipientKind', '=', 'petitioner')
    .where('outboxItem.subjectKind', '=', 'petition')
    .where('outboxItem.subjectId', '=', petitionId)
    .orderBy(sql`coalesce(outbox_message.settled_at, outbox_message.created_at)`, 'desc')
    .orderBy('outboxMessage.id', 'desc')
    .limit(50)
    .execute()
}
