import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import type { DB } from '../platform/db/tables.ts'
import { NotFound } from '../platform/errors.ts'

// Petitions that went elsewhere: transferred to the competent agency, or escalated to the superior.

export async function insertTransfer(db: Db, values: Insertable<DB['petitionTransfer']>): Promise<number> {
  const row = await db.insertInto('petitionTransfer').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function insertEscalation(db: Db, values: Insertable<DB['petitionEscalation']>): Promise<number> {
  const row = await db.insertInto('petitionEscalation').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export const listTransfers = fixedRead((db: Db, authorityId: number, petitionId: number) =>
  db
    .selectFrom('petitionTransfer')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.authorityId', '=', 'petitionTransfer.authorityId')
        .onRef('agency.id', '=', 'petitionTransfer.toAgencyId'),
    )
    .selectAll('petitionTransfer')
    .select('agency.name as agencyName')
    .where('petitionTransfer.authorityId', '=', authorityId)
    .where('petitionId', '=', petitionId)
    .orderBy('petitionTransfer.id'),
)

export const listEscalations = fixedRead((db: Db, authorityId: number, petitionId: number) =>
  db
    .selectFrom('petitionEscalation')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.authorityId', '=', 'petitionEscalation.authorityId')
        .onRef('agency.id', '=', 'petitionEscalation.toAgencyId'),
    )
    .selectAll('petitionEscalation')
    .select('agency.name as agencyName')
    .where('petitionEscalation.authorityId', '=', authorityId)
    .where('petitionId', '=', petitionId)
    .orderBy('petitionEscalation.id'),
)

/** Writes what became known of the newest transfer of a petition; throws NotFound when there is none. */
export async function updateNewestTransfer(
  db: Db,
  authorityId: number,
  petitionId: number,
  values: Updateable<DB['petitionTransfer']>,
): Promise<number> {
  const written = await db
    .updateTable('petitionTransfer')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', authorityId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('petitionTransfer')
        .select((one) => one.fn.max('id').as('id'))
        .where('authorityId', '=', authorityId)
        .where('petitionId', '=', petitionId),
    )
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new NotFound('petition-transfer')
  return written.id
}

/** As `updateNewestTransfer`, for the escalation. */
export async function updateNewestEscalation(
  db: Db,
  authorityId: number,
  petitionId: number,
  values: Updateable<DB['petitionEscalation']>,
): Promise<number> {
  const written = await db
    .updateTable('petitionEscalation')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', authorityId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('petitionEscalation')
        .select((one) => one.fn.max('id').as('id'))
        .where('authorityId', '=', authorityId)
        .where('petitionId', '=', petitionId),
    )
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new NotFound('petition-escalation')
  return written.id
}
