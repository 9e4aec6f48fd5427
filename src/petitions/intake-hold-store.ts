import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { IntakeHold } from './intake-hold.ts'

export async function insertHold(db: Db, values: Insertable<DB['intakeHold']>): Promise<void> {
  await db.insertInto('intakeHold').values(values).execute()
}

export async function findHold(db: Db, authorityId: number, submissionId: number): Promise<IntakeHold | null> {
  const found = await db
    .selectFrom('intakeHold')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('submissionId', '=', submissionId)
    .executeTakeFirst()
  return (found as IntakeHold | undefined) ?? null
}

/** Held until the transaction ends, in the order of their ids. Throws NotFound when one of them is none. */
export async function lockHolds(db: Db, authorityId: number, ids: readonly number[]): Promise<IntakeHold[]> {
  const found = await db
    .selectFrom('intakeHold')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('submissionId', 'in', [...ids])
    .orderBy('submissionId')
    .forUpdate()
    .execute()
  if (found.length !== new Set(ids).size) throw new NotFound('intake-hold')
  return found as unknown as IntakeHold[]
}

/** Writes over the version read; throws StaleEdit when somebody decided in between. */
export async function updateHold(
  db: Db,
  before: Pick<IntakeHold, 'authorityId' | 'submissionId' | 'version'>,
  values: Updateable<DB['intakeHold']>,
): Promise<void> {
  const written = await db
    .updateTable('intakeHold')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('submissionId', '=', before.submissionId)
    .where('version', '=', before.version)
    .returning('submissionId')
    .executeTakeFirst()
  if (written) return
  const current = await findHold(db, before.authorityId, before.submissionId)
  throw new StaleEdit('intake-hold', current as unknown as Record<string, unknown>)
}

/** How many sent the same text since a moment. */
export async function countSameText(db: Db, authorityId: number, hash: string, since: Date): Promise<number> {
  const { n } = await db
    .selectFrom('submissionReceipt')
    .select(sql<number>`count(*)`.as('n'))
    .where('authorityId', '=', authorityId)
    .where('textHash', '=', hash)
    .where('receivedAt', '>', since)
    .executeTakeFirstOrThrow()
  return n
}

/** How many wait to be looked at. */
export async function countHeld(db: Db, authorityId: number): Promise<number> {
  const { n } = await db
    .selectFrom('intakeHold')
    .select(sql<number>`count(*)`.as('n'))
    .where('authorityId', '=', authorityId)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  return n
}

/** One text waiting to be looked at, however many sent it. */
export interface HeldGroup {
  textHash: string
  count: number
  firstId: number
  firstAt: Date
  lastAt: Date
  why: string[]
  contents: { content: string }[]
  /** every one of them asked to be kept confidential, or one did */
  confidential: boolean
  senders: string[]
}

/** What waits, the same texts together, the oldest first; `shown` names of senders of each. */
export async function listHeldGroups(db: Db, authorityId: number, shown = 3, limit = 50): Promise<HeldGroup[]> {
  const { rows } = await sql<HeldGroup>`
    select h.text_hash, count(*)::int as count, min(h.submission_id) as first_id,
      min(r.received_at) as first_at, max(r.received_at) as last_at,
      (select array_agg(distinct w) from intake_hold x, unnest(x.why) w
        where x.authority_id = h.authority_id and x.text_hash = h.text_hash and x.state = 'held') as why,
      (array_agg(h.contents order by h.submission_id))[1] as contents,
      bool_or(s.confidential) as confidential,
      (array_agg(p.name order by h.submission_id))[1:${sql.lit(shown)}] as senders
    from intake_hold h
    join submission s on s.authority_id = h.authority_id and s.id = h.submission_id
    join petitioner p on p.authority_id = s.authority_id and p.id = s.petitioner_id
    join submission_receipt r on r.authority_id = h.authority_id and r.submission_id = h.submission_id
    where h.authority_id = ${authorityId} and h.state = 'held'
    group by h.authority_id, h.text_hash
    order by min(r.received_at)
    limit ${limit}
  `.execute(db)
  return rows
}

/** Everything held with one text. */
export async function listHeldOfText(db: Db, authorityId: number, hash: string) {
  return db
    .selectFrom('intakeHold')
    .innerJoin('submission', (join) =>
      join
        .onRef('submission.authorityId', '=', 'intakeHold.authorityId')
        .onRef('submission.id', '=', 'intakeHold.submissionId'),
    )
    .innerJoin('petitioner', (join) =>
      join
        .onRef('petitioner.authorityId', '=', 'submission.authorityId')
        .onRef('petitioner.id', '=', 'submission.petitionerId'),
    )
    .innerJoin('submissionReceipt', (join) =>
      join
        .onRef('submissionReceipt.authorityId', '=', 'submission.authorityId')
        .onRef('submissionReceipt.submissionId', '=', 'submission.id'),
    )
    .select([
      'intakeHold.submissionId',
      'intakeHold.version',
      'intakeHold.why',
      'intakeHold.contents',
      'submission.confidential',
      'submission.dialogueId',
      'petitioner.name',
      'petitioner.kind',
      'submissionReceipt.receivedAt',
    ])
    .where('intakeHold.authorityId', '=', authorityId)
    .where('intakeHold.textHash', '=', hash)
    .where('intakeHold.state', '=', 'held')
    .orderBy('intakeHold.submissionId')
    .limit(1000)
    .execute()
}

/** Refused ones whose sender does not agree and was not answered yet; then those refused lately. */
export async function listRefused(db: Db, authorityId: number, limit = 30) {
  return db
    .selectFrom('intakeHold')
    .innerJoin('submission', (join) =>
      join
        .onRef('submission.authorityId', '=', 'intakeHold.authorityId')
        .onRef('submission.id', '=', 'intakeHold.submissionId'),
    )
    .leftJoin('account', 'account.id', 'intakeHold.decidedBy')
    .selectAll('intakeHold')
    .select(['submission.text', 'submission.confidential', 'account.displayName as decidedByName'])
    .where('intakeHold.authorityId', '=', authorityId)
    .where('intakeHold.state', '=', 'refused')
    .orderBy(sql`intake_hold.appealed_at is not null and intake_hold.appeal_decided_at is null`, 'desc')
    .orderBy('intakeHold.decidedAt', 'desc')
    .limit(limit)
    .execute()
}

/** Takes away the words that wait, of a person whose data are erased. */
export async function blankHoldsOf(db: Db, authorityId: number, submissionIds: readonly number[]): Promise<void> {
  if (submissionIds.length === 0) return
  await db
    .updateTable('intakeHold')
    .set({ contents: '[]', appeal: null })
    .where('authorityId', '=', authorityId)
    .where('submissionId', 'in', [...submissionIds])
    .execute()
}
