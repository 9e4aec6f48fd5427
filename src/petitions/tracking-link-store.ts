import type { Insertable } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'

export type TrackingOpens = 'everything' | 'status'

export async function insertTrackingLink(db: Db, values: Insertable<DB['trackingLink']>): Promise<void> {
  await db.insertInto('trackingLink').values(values).execute()
}

/** Which submission the holder of a secret may follow, and how far; null for an unknown or revoked one. */
export async function findTrackedSubmission(
  db: Db,
  authorityId: number,
  tokenHash: string,
): Promise<{ submissionId: number; opens: TrackingOpens } | null> {
  const found = await db
    .selectFrom('trackingLink')
    .select(['submissionId', 'opens'])
    .where('authorityId', '=', authorityId)
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return found ? { submissionId: found.submissionId, opens: found.opens as TrackingOpens } : null
}

/** Takes the secrets of a submission back, all or those made for one thing; who holds one finds nothing any more. */
export async function revokeTrackingLinks(
  db: Db,
  of: { authorityId: number; submissionId: number; madeFor?: 'receipt' | 'mail' | 'print' },
  at: Date,
): Promise<void> {
  let query = db
    .updateTable('trackingLink')
    .set({ revokedAt: at })
    .where('authorityId', '=', of.authorityId)
    .where('submissionId', '=', of.submissionId)
    .where('revokedAt', 'is', null)
  if (of.madeFor) query = query.where('madeFor', '=', of.madeFor)
  await query.execute()
}

/** When the receipt that holds now was given; null while there is none. */
export async function findReceiptGivenAt(db: Db, authorityId: number, submissionId: number): Promise<Date | null> {
  const row = await db
    .selectFrom('trackingLink')
    .select((one) => one.fn.max('madeAt').as('at'))
    .where('authorityId', '=', authorityId)
    .where('submissionId', '=', submissionId)
    .where('madeFor', '=', 'receipt')
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return row?.at ?? null
}
