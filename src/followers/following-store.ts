import { sql } from 'kysely'
import { type Day, dayOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { CopyFacts } from '../public-record/followed-copy-store.ts'

export interface Following {
  id: number
  followerId: number
  /** null: whatever the authority publishes */
  publicationId: number | null
  mailedAt: Date
  confirmedAt: Date | null
  /** which state was looked at last: of one thing that of its copy, of an authority the moment */
  seenAt: Date | null
  told: CopyFacts | null
}

const COLUMNS = ['id', 'followerId', 'publicationId', 'mailedAt', 'confirmedAt', 'seenAt', 'told'] as const

const typed = (row: Omit<Following, 'told'> & { told: unknown }): Following => ({
  ...row,
  told: row.told as CopyFacts | null,
})

export async function findFollowingOf(db: Db, authorityId: number, followerId: number, publicationId: number | null) {
  const row = await db
    .selectFrom('following')
    .select(COLUMNS)
    .where('authorityId', '=', authorityId)
    .where('followerId', '=', followerId)
    .where('publicationId', publicationId === null ? 'is' : '=', publicationId)
    .executeTakeFirst()
  return row ? typed(row) : null
}

/** Null when it was ended, or forgotten because nobody confirmed it. */
export async function findFollowing(db: Db, authorityId: number, id: number): Promise<Following | null> {
  const row = await db
    .selectFrom('following')
    .select(COLUMNS)
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? typed(row) : null
}

/** What somebody follows and has confirmed, the newest first. */
export async function listFollowings(db: Db, authorityId: number, followerId: number): Promise<Following[]> {
  const rows = await db
    .selectFrom('following')
    .select(COLUMNS)
    .where('authorityId', '=', authorityId)
    .where('followerId', '=', followerId)
    .where('confirmedAt', 'is not', null)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(typed)
}

interface NewFollowing {
  authorityId: number
  followerId: number
  publicationId: number | null
  noticeVersion: string
  askedAt: Date
}

export async function insertFollowing(db: Db, following: NewFollowing): Promise<number> {
  const row = await db
    .insertInto('following')
    .values({ ...following, mailedAt: following.askedAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function markMailed(db: Db, authorityId: number, id: number, mailedAt: Date): Promise<void> {
  await db
    .updateTable('following')
    .set({ mailedAt })
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** From now on news are told against these facts; of an authority, of what it publishes from today. */
export async function confirmFollowing(db: Db, authorityId: number, id: number, facts: CopyFacts | null, now: Date) {
  await db
    .updateTable('following')
    .set({ confirmedAt: now, told: facts && JSON.stringify(facts), toldAt: now, seenAt: seen(now) })
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** What was public when the follower was told, or nothing had to be told. */
export async function keepTold(
  db: Db,
  authorityId: number,
  id: number,
  { facts, isNews, now }: { facts: CopyFacts | null; isNews: boolean; now: Date },
): Promise<void> {
  await db
    .updateTable('following')
    .set({ told: facts && JSON.stringify(facts), seenAt: seen(now), ...(isNews ? { toldAt: now } : {}) })
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** The state of the copy at this moment, to the microsecond, null when there is none; of an authority the moment. */
function seen(now: Date) {
  return sql<Date | null>`case when following.publication_id is null then ${now}::timestamptz else (
    select c.updated_at from (
      select authority_id, id, updated_at from public_entry union all select authority_id, id, updated_at from public_dialogue
    ) c where c.authority_id = following.authority_id and c.id = following.publication_id) end`
}

export async function deleteFollowing(db: Db, authorityId: number, id: number): Promise<void> {
  await db.deleteFrom('following').where('authorityId', '=', authorityId).where('id', '=', id).execute()
}

/** Whether anything is left that the follower follows or has still to confirm. */
export async function hasFollowings(db: Db, authorityId: number, followerId: number): Promise<boolean> {
  const row = await db
    .selectFrom('following')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('followerId', '=', followerId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Followings to look at: the copy is not as it was seen last; of a whole authority, something was published for the first
 * time since, before today, so that a day's publications come in one mail the next morning.
 */
function changed(today: Day) {
  return sql`
  from following f
  left join public_entry e on e.authority_id = f.authority_id and e.id = f.publication_id
  left join public_dialogue d on d.authority_id = f.authority_id and d.id = f.publication_id
  where f.confirmed_at is not null and case when f.publication_id is not null
    then coalesce(e.updated_at, d.updated_at) is distinct from f.seen_at
    else exists (
      select from (
        select authority_id, published_on from public_entry union all select authority_id, published_on from public_dialogue
      ) c
      where c.authority_id = f.authority_id and c.published_on < ${today}
        and c.published_on >= (f.seen_at at time zone 'Asia/Ho_Chi_Minh')::date)
    end`
}

/** Authorities where something that somebody follows is not as it was when it was looked at last. */
export async function listAuthoritiesWithNews(db: Db, today: Day): Promise<number[]> {
  const { rows } = await sql<{ authorityId: number }>`select distinct f.authority_id ${changed(today)}`.execute(db)
  return rows.map((row) => row.authorityId)
}

interface WhichChanged {
  today: Day
  /** goes on behind this follower */
  after: number
  /** so many followers at once */
  followers: number
}

/** Followings with possible news, all of one follower together. */
export async function listChangedFollowings(db: Db, authorityId: number, { today, after, followers }: WhichChanged) {
  const { rows } = await sql<Following>`
    select f.id, f.follower_id, f.publication_id, f.mailed_at, f.confirmed_at, f.seen_at, f.told ${changed(today)}
      and f.authority_id = ${authorityId} and f.follower_id in (
        select distinct f.follower_id ${changed(today)} and f.authority_id = ${authorityId} and f.follower_id > ${after}
        order by f.follower_id limit ${followers})
    order by f.follower_id, f.id
    for update of f`.execute(db)
  return rows
}

/** How many mails with news each of some followers got on the day of `now`, in Viet Nam. */
export async function countNewsMails(db: Db, authorityId: number, followerIds: readonly number[], now: Date) {
  if (followerIds.length === 0) return new Map<number, number>()
  const midnight = new Date(`${dayOf(now)}T00:00:00+07:00`)
  const { rows } = await sql<{ followerId: number; n: number }>`
    select recipient_id as follower_id, count(*)::int as n from outbox_message
    where authority_id = ${authorityId} and recipient_kind = 'follower' and kind = 'followNews'
      and recipient_id = any(${[...followerIds]}::bigint[]) and created_at >= ${midnight}
    group by 1`.execute(db)
  return new Map(rows.map((row) => [row.followerId, row.n]))
}

interface Ages {
  /** asked before this and never confirmed */
  unconfirmed: Date
  /** told of the end, or of nothing any more, before this */
  over: Date
  /** confirmed before this, whatever came of it */
  longest: Date
}

/** Ends what need not be followed any more; gives the followers that may have nothing left. */
export async function deleteOldFollowings(db: Db, ages: Ages): Promise<{ authorityId: number; followerId: number }[]> {
  const { rows } = await sql<{ authorityId: number; followerId: number }>`
    delete from following f where (f.confirmed_at is null and f.asked_at < ${ages.unconfirmed})
      or (f.confirmed_at is not null and f.publication_id is not null and f.told_at < ${ages.over}
        and (f.told is null or f.told->>'resultsOn' is not null or f.told->>'state' in ('settled', 'transferred', 'cancelled')))
      or f.confirmed_at < ${ages.longest}
    returning f.authority_id, f.follower_id`.execute(db)
  return rows
}

/** Followers to whom the last mail could not be delivered at all: the address is wrong, or no longer theirs. */
export async function listUnreachable(db: Db): Promise<{ authorityId: number; followerId: number }[]> {
  const { rows } = await sql<{ authorityId: number; followerId: number }>`
    select w.authority_id, w.id as follower_id from follower w
    where (select m.state from outbox_message m where m.authority_id = w.authority_id and m.recipient_kind = 'follower'
      and m.recipient_id = w.id order by m.id desc limit 1) = 'givenUp'`.execute(db)
  return rows
}
