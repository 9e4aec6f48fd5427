import { type Insertable, sql, type Updateable } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import type { DB } from '../platform/db/tables.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { AnswerKind, PetitionAnswer } from './petition.ts'

export async function insertAnswer(db: Db, values: Insertable<DB['petitionAnswer']>): Promise<number> {
  const row = await db.insertInto('petitionAnswer').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Answers of a petition with the names of who drafted, approved and gave them; oldest first. */
export const listAnswers = fixedRead((db: Db, authorityId: number, petitionId: number) =>
  db
    .selectFrom('petitionAnswer')
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.authorityId', '=', 'petitionAnswer.authorityId')
        .onRef('agency.id', '=', 'petitionAnswer.agencyId'),
    )
    .leftJoin('account as drafter', 'drafter.id', 'petitionAnswer.draftedBy')
    .leftJoin('account as approver', 'approver.id', 'petitionAnswer.approvedBy')
    .selectAll('petitionAnswer')
    .select(['agency.name as agencyName', 'drafter.displayName as drafterName', 'approver.displayName as approverName'])
    .where('petitionAnswer.authorityId', '=', authorityId)
    .where('petitionAnswer.petitionId', '=', petitionId)
    .orderBy('petitionAnswer.id'),
)

/** The newest answer of a kind; a reply only as long as it is not sent out as a paper. Null when there is none. */
export async function findNewestAnswer(
  db: Db,
  authorityId: number,
  petitionId: number,
  kind: AnswerKind,
): Promise<PetitionAnswer | null> {
  let query = db
    .selectFrom('petitionAnswer')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('petitionId', '=', petitionId)
    .where('kind', '=', kind)
  if (kind === 'reply') query = query.where('paperId', 'is', null)
  return (await query.orderBy('id', 'desc').limit(1).executeTakeFirst()) ?? null
}

export type AnswerValues = Omit<Updateable<DB['petitionAnswer']>, 'authorityId' | 'id' | 'version'>

/** Writes over the version read; without a version over whatever is there. Throws StaleEdit, NotFound. */
export async function updateAnswer(
  db: Db,
  before: Pick<PetitionAnswer, 'authorityId' | 'id'>,
  version: number | null,
  values: AnswerValues,
): Promise<void> {
  let query = db
    .updateTable('petitionAnswer')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
  if (version !== null) query = query.where('version', '=', version)
  if (await query.returning('id').executeTakeFirst()) return
  const current = await db
    .selectFrom('petitionAnswer')
    .selectAll()
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .executeTakeFirst()
  if (!current) throw new NotFound('petition-answer')
  throw new StaleEdit('petition-answer', current as unknown as Record<string, unknown>)
}

/** Puts a tombstone in place of the words written to a person; `alsoOtherKinds`: of every answer to his own petitions. */
export async function blankAnswersOf(
  db: Db,
  authorityId: number,
  of: { paperIds: readonly number[]; petitionIds: readonly number[]; alsoOtherKinds: boolean },
  tombstone: string,
): Promise<void> {
  await db
    .updateTable('petitionAnswer')
    .set({ text: tombstone })
    .where('authorityId', '=', authorityId)
    .where(
      sql<boolean>`(paper_id = any(${[...of.paperIds]}::bigint[]) or petition_id = any(${[...of.petitionIds]}::bigint[])
        and (kind = 'reply' or ${of.alsoOtherKinds}))`,
    )
    .execute()
}

/** Agencies that support, with their contribution. */
export const listSupports = fixedRead((db: Db, authorityId: number, petitionId: number) =>
  db
    .selectFrom('petitionSupport')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.authorityId', '=', 'petitionSupport.authorityId')
        .onRef('agency.id', '=', 'petitionSupport.agencyId'),
    )
    .selectAll('petitionSupport')
    .select('agency.name as agencyName')
    .where('petitionSupport.authorityId', '=', authorityId)
    .where('petitionId', '=', petitionId)
    .orderBy('agency.name'),
)

/** Makes the supporting agencies exactly these; a contribution already given is kept. */
export async function setSupports(
  db: Db,
  authorityId: number,
  petitionId: number,
  agencyIds: readonly number[],
  on: Day,
) {
  let gone = db
    .deleteFrom('petitionSupport')
    .where('authorityId', '=', authorityId)
    .where('petitionId', '=', petitionId)
    .where('contributedOn', 'is', null)
  if (agencyIds.length > 0) gone = gone.where('agencyId', 'not in', [...agencyIds])
  await gone.execute()
  if (agencyIds.length === 0) return
  await db
    .insertInto('petitionSupport')
    .values(agencyIds.map((agencyId) => ({ authorityId, petitionId, agencyId, askedOn: on })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** An agency is no longer asked; what it contributed already is kept. */
export async function dropSupport(db: Db, authorityId: number, petitionId: number, agencyId: number): Promise<void> {
  await db
    .deleteFrom('petitionSupport')
    .where('authorityId', '=', authorityId)
    .where('petitionId', '=', petitionId)
    .where('agencyId', '=', agencyId)
    .where('contributedOn', 'is', null)
    .execute()
}

/** Keeps what a supporting agency wrote; throws NotFound when it was not asked. */
export async function keepContribution(
  db: Db,
  support: { authorityId: number; petitionId: number; agencyId: number },
  contribution: string,
  on: Day,
): Promise<void> {
  const written = await db
    .updateTable('petitionSupport')
    .set({ contribution, contributedOn: on, version: sql`version + 1` })
    .where('authorityId', '=', support.authorityId)
    .where('petitionId', '=', support.petitionId)
    .where('agencyId', '=', support.agencyId)
    .returning('agencyId')
    .executeTakeFirst()
  if (!written) throw new NotFound('petition-support')
}
