import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import type { Actor } from './actor.ts'
import { FIRST_HASH, hashOfLine, type LogLine, separatePersonal } from './change-log.ts'
import type { LogEntry } from './define-change.ts'

interface LogHeader {
  authorityId: number
  at: Date
  actor: Actor
  requestKey: string | null
}

/** Appends lines to the authority's chain; holds the chain's head locked until the transaction ends. */
export async function appendToLog(db: Db, header: LogHeader, entries: readonly LogEntry[]): Promise<void> {
  let { seq, hash } = await lockHead(db, header.authorityId)
  const lines: (LogLine & { hash: string })[] = []
  const personal: { authorityId: number; seq: number; field: string; salt: string; value: string }[] = []
  for (const entry of entries) {
    const separated = separatePersonal(entry)
    seq += 1
    const line: LogLine = {
      authorityId: header.authorityId,
      seq,
      at: header.at.toISOString(),
      accountId: header.actor.accountId,
      agencyId: header.actor.agencyId,
      action: entry.action ?? '',
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      before: separated.before,
      after: separated.after,
      reason: entry.reason ?? null,
      requestKey: header.requestKey,
      prevHash: hash,
    }
    hash = hashOfLine(line)
    lines.push({ ...line, hash })
    for (const value of separated.personal) personal.push({ authorityId: header.authorityId, seq, ...value })
  }
  const json = JSON.stringify(lines)
  await sql`
    with line as (
      insert into change_log (authority_id, seq, at, account_id, agency_id, action, subject_kind, subject_id, before, after, reason, request_key, prev_hash, hash)
      select (l->>'authorityId')::bigint, (l->>'seq')::bigint, (l->>'at')::timestamptz, (l->>'accountId')::bigint, (l->>'agencyId')::bigint,
             l->>'action', l->>'subjectKind', (l->>'subjectId')::bigint, nullif(l->'before', 'null'), nullif(l->'after', 'null'),
             l->>'reason', l->>'requestKey', l->>'prevHash', l->>'hash'
      from jsonb_array_elements(${json}::jsonb) l
    ), secret as (
      insert into change_log_personal (authority_id, seq, field, salt, value)
      select (p->>'authorityId')::bigint, (p->>'seq')::bigint, p->>'field', p->>'salt', p->>'value'
      from jsonb_array_elements(${JSON.stringify(personal)}::jsonb) p
    )
    update change_log_head set seq = ${seq}, hash = ${hash} where authority_id = ${header.authorityId}
  `.execute(db)
}

async function lockHead(db: Db, authorityId: number): Promise<{ seq: number; hash: string }> {
  const head = await sql<{ seq: number; hash: string }>`
    insert into change_log_head (authority_id, seq, hash) values (${authorityId}, 0, ${FIRST_HASH})
    on conflict (authority_id) do update set seq = change_log_head.seq
    returning seq, hash
  `.execute(db)
  return head.rows[0]!
}

const newestLines = fixedRead((db, authorityId: number, subjectKind: string, subjectId: number, limit: number) =>
  db
    .selectFrom('changeLog')
    .leftJoin('account', 'account.id', 'changeLog.accountId')
    .select([
      'changeLog.seq',
      'changeLog.at',
      'changeLog.action',
      'changeLog.before',
      'changeLog.after',
      'changeLog.reason',
      'changeLog.accountId',
      'changeLog.agencyId',
      'account.displayName as accountName',
    ])
    .where('changeLog.authorityId', '=', authorityId)
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .orderBy('changeLog.seq', 'desc')
    .limit(limit),
)

/** Lines about one thing, newest first, with the erasable personal values put back where they still exist. */
export async function listLogOf(db: Db, authorityId: number, subjectKind: string, subjectId: number, limit = 200) {
  return newestLines(db, authorityId, subjectKind, subjectId, limit)
}

/**
 * Erases the personal values kept beside the lines about some things; the chain keeps their salted hashes, so that it
 * still verifies. Returns how many values went.
 */
export async function erasePersonalOf(
  db: Db,
  authorityId: number,
  subjectKind: string,
  subjectIds: readonly number[],
): Promise<number> {
  if (subjectIds.length === 0) return 0
  const result = await db
    .deleteFrom('changeLogPersonal')
    .where('authorityId', '=', authorityId)
    .where('seq', 'in', (lines) =>
      lines
        .selectFrom('changeLog')
        .select('seq')
        .where('authorityId', '=', authorityId)
        .where('subjectKind', '=', subjectKind)
        .where('subjectId', 'in', [...subjectIds]),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** As `erasePersonalOf`, but only of the lines in which a word stands: other people's beside them stay. */
export async function erasePersonalNaming(
  db: Db,
  authorityId: number,
  of: { subjectKind: string; subjectIds: readonly number[]; word: string },
): Promise<void> {
  if (of.subjectIds.length === 0) return
  await db
    .deleteFrom('changeLogPersonal')
    .where('authorityId', '=', authorityId)
    .where('seq', 'in', (lines) =>
      lines
        .selectFrom('changeLog')
        .innerJoin('changeLogPersonal as told', (join) =>
          join.onRef('told.authorityId', '=', 'changeLog.authorityId').onRef('told.seq', '=', 'changeLog.seq'),
        )
        .select('changeLog.seq')
        .where('changeLog.authorityId', '=', authorityId)
        .where('subjectKind', '=', of.subjectKind)
        .where('subjectId', 'in', [...of.subjectIds])
        .where(sql<boolean>`strpos(fold(told.value), fold(${of.word})) > 0`),
    )
    .execute()
}

/** Lines of one authority's chain in order, in portions. */
export async function readChain(db: Db, authorityId: number, afterSeq: number, limit: number) {
  return db
    .selectFrom('changeLog')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

export async function listPersonal(db: Db, authorityId: number, fromSeq: number, toSeq: number) {
  return db
    .selectFrom('changeLogPersonal')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('seq', '>=', fromSeq)
    .where('seq', '<=', toSeq)
    .execute()
}

/** Every authority that has a line or a head: a chain whose head was taken away is still looked at. */
export async function listChains(db: Db): Promise<number[]> {
  const { rows } = await sql<{ authorityId: number }>`
    select authority_id from change_log_head union select authority_id from change_log order by 1
  `.execute(db)
  return rows.map((row) => row.authorityId)
}

export async function listHeads(db: Db) {
  return db.selectFrom('changeLogHead').selectAll().orderBy('authorityId').execute()
}

/** Where one authority's chain stands; an empty chain stands at 0. */
export async function findHead(db: Db, authorityId: number): Promise<{ seq: number; hash: string }> {
  const head = await db
    .selectFrom('changeLogHead')
    .select(['seq', 'hash'])
    .where('authorityId', '=', authorityId)
    .executeTakeFirst()
  return head ?? { seq: 0, hash: FIRST_HASH }
}

export async function listSeals(db: Db) {
  return db.selectFrom('changeLogSeal').selectAll().orderBy('id').execute()
}

export async function insertSeal(
  db: Db,
  seal: { sealedAt: Date; heads: unknown; prevHash: string; hash: string },
): Promise<void> {
  await db
    .insertInto('changeLogSeal')
    .values({ ...seal, heads: JSON.stringify(seal.heads) })
    .execute()
}
