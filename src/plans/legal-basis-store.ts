import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'

export interface BasisValues {
  number: string
  datedOn: Day | null
  issuer: string
  title: string
  effectiveFrom: Day | null
  effectiveTo: Day | null
}

/** The authority's library of legal bases, the newest instrument first (A1). */
export async function listLegalBases(db: Db, authorityId: number) {
  return db
    .selectFrom('legalBasis')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .orderBy(sql`dated_on desc nulls last`)
    .orderBy('id')
    .execute()
}

export type LegalBasis = Awaited<ReturnType<typeof listLegalBases>>[number]

export async function getLegalBasis(db: Db, authorityId: number, id: number): Promise<LegalBasis> {
  const row = await db
    .selectFrom('legalBasis')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('legalBasis')
  return row
}

export async function insertLegalBasis(db: Db, authorityId: number, values: BasisValues): Promise<number> {
  const row = await db
    .insertInto('legalBasis')
    .values({ ...values, authorityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Writes over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updateLegalBasis(
  db: Db,
  before: Pick<LegalBasis, 'authorityId' | 'id'>,
  version: number,
  values: BasisValues,
): Promise<void> {
  const written = await db
    .updateTable('legalBasis')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new StaleEdit('legalBasis', { ...(await getLegalBasis(db, before.authorityId, before.id)) })
}

/** What a plan cites, in its order. */
export async function listPlanBases(db: Db, authorityId: number, planId: number): Promise<LegalBasis[]> {
  return db
    .selectFrom('planBasis')
    .innerJoin('legalBasis', (join) =>
      join
        .onRef('legalBasis.authorityId', '=', 'planBasis.authorityId')
        .onRef('legalBasis.id', '=', 'planBasis.legalBasisId'),
    )
    .selectAll('legalBasis')
    .where('planBasis.authorityId', '=', authorityId)
    .where('planBasis.planId', '=', planId)
    .orderBy('planBasis.position')
    .execute()
}

/** Puts the bases of a plan in the order given, in place of those it had. */
export async function writePlanBases(
  db: Db,
  authorityId: number,
  planId: number,
  basisIds: readonly number[],
): Promise<void> {
  await db.deleteFrom('planBasis').where('authorityId', '=', authorityId).where('planId', '=', planId).execute()
  if (basisIds.length === 0) return
  const rows = basisIds.map((legalBasisId, index) => ({ authorityId, planId, legalBasisId, position: index + 1 }))
  await db.insertInto('planBasis').values(rows).execute()
}
