import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Petition } from './petition.ts'
import { findPetition } from './petition-store.ts'

/**
 * The submissions that a secret leads to: its own, and those by which the same petitioner carried one of its petitions
 * on, so that one receipt shows the whole matter.
 */
function trackedSubmissions(authorityId: number, tokenHash: string) {
  return sql`with recursive tracked as (
      select l.submission_id, l.opens from tracking_link l
      where l.authority_id = ${authorityId} and l.token_hash = ${tokenHash} and l.revoked_at is null
      union
      select later.submission_id, t.opens from tracked t
      join petition p on p.authority_id = ${authorityId} and p.submission_id = t.submission_id
      join petition later on later.authority_id = p.authority_id and later.repeat_of_id = p.id and later.continued
        and later.petitioner_id = p.petitioner_id
    )`
}

/** A petition that a secret opens whole; null for anything else. */
export async function findFollowedPetition(
  db: Db,
  authorityId: number,
  tokenHash: string,
  petitionId: number,
): Promise<Petition | null> {
  const { rows } = await sql<{ id: number }>`${trackedSubmissions(authorityId, tokenHash)}
    select p.id from tracked t join petition p on p.authority_id = ${authorityId} and p.submission_id = t.submission_id
    where p.id = ${petitionId} and t.opens = 'everything'`.execute(db)
  return rows.length === 0 ? null : findPetition(db, authorityId, petitionId)
}

export async function insertAddition(
  db: Db,
  values: { authorityId: number; petitionId: number; text: string; sentAt: Date },
): Promise<number> {
  const row = await db.insertInto('petitionAddition').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** What the petitioner added later, oldest first. */
export async function listAdditions(db: Db, authorityId: number, petitionId: number) {
  return db
    .selectFrom('petitionAddition')
    .leftJoin('account', 'account.id', 'petitionAddition.readBy')
    .select(['petitionAddition.id', 'text', 'sentAt', 'readAt', 'account.displayName as readByName'])
    .where('authorityId', '=', authorityId)
    .where('petitionId', '=', petitionId)
    .orderBy('petitionAddition.id')
    .execute()
}

/** Marks what was added as read; how many were. */
export async function markAdditionsRead(
  db: Db,
  of: { authorityId: number; petitionId: number },
  by: { accountId: number | null; at: Date },
): Promise<number> {
  const rows = await db
    .updateTable('petitionAddition')
    .set({ readBy: by.accountId, readAt: by.at })
    .where('authorityId', '=', of.authorityId)
    .where('petitionId', '=', of.petitionId)
    .where('readAt', 'is', null)
    .returning('id')
    .execute()
  return rows.length
}

export async function insertOpinion(
  db: Db,
  values: { authorityId: number; petitionId: number; solved: string; clear: string; said: string; onDay: Day },
): Promise<void> {
  await db.insertInto('petitionOpinion').values(values).execute()
}

/** What the petitioner said of the answer, each time; the newest first. */
export async function listOpinions(db: Db, authorityId: number, petitionId: number) {
  return db
    .selectFrom('petitionOpinion')
    .select(['solved', 'clear', 'said', 'onDay'])
    .where('authorityId', '=', authorityId)
    .where('petitionId', '=', petitionId)
    .orderBy('id', 'desc')
    .execute()
}

/** Counts somebody's “so do I” once; false when the same contact was counted before. */
export async function insertSeconding(
  db: Db,
  values: { authorityId: number; petitionId: number; contactHash: string; at: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('petitionSeconding')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning('petitionId')
    .executeTakeFirst()
  return row !== undefined
}

export async function countSecondings(db: Db, authorityId: number, petitionId: number): Promise<number> {
  const { n } = await db
    .selectFrom('petitionSeconding')
    .select(sql<number>`count(*)`.as('n'))
    .where('authorityId', '=', authorityId)
    .where('petitionId', '=', petitionId)
    .executeTakeFirstOrThrow()
  return n
}

/** Petitions of the same petitioner that carry one on; the newest first. */
export async function listContinuations(db: Db, authorityId: number, petitionId: number) {
  return db
    .selectFrom('petition')
    .select(['id', 'code', 'receivedOn', 'submissionId'])
    .where('authorityId', '=', authorityId)
    .where('repeatOfId', '=', petitionId)
    .where('continued', '=', true)
    .orderBy('id', 'desc')
    .execute()
}

/** Puts a tombstone over what a person added and said later. */
export async function blankAdditionsOf(db: Db, authorityId: number, petitionIds: readonly number[], tombstone: string) {
  if (petitionIds.length === 0) return
  await db
    .updateTable('petitionAddition')
    .set({ text: tombstone })
    .where('authorityId', '=', authorityId)
    .where('petitionId', 'in', [...petitionIds])
    .execute()
  await db
    .updateTable('petitionOpinion')
    .set({ said: '' })
    .where('authorityId', '=', authorityId)
    .where('petitionId', 'in', [...petitionIds])
    .execute()
}
