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

/** Takes every secret of a submission back; who holds one finds nothing any more. */
export async function revokeTrackingLinks(db: Db, authorityId: number, submissionId: number, at: Date): Promise<void> {
  await db
    .updateTable('trackingLink')
    .set({ revokedAt: at })
    .where('authorityId', '=', authorityId)
    .where('submissionId', '=', submissionId)
    .where('revokedAt', 'is', null)
    .execute()
}
