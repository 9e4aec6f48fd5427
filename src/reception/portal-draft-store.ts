import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

export interface StoredDraft {
  sealed: Buffer
  createdAt: Date
  sentAt: Date | null
}

/** A draft still kept; null for an unknown or expired one. */
export async function findDraft(
  db: Db,
  authorityId: number,
  secretHash: string,
  now: Date,
): Promise<StoredDraft | null> {
  const found = await db
    .selectFrom('portalDraft')
    .select(['sealed', 'createdAt', 'sentAt'])
    .where('authorityId', '=', authorityId)
    .where('secretHash', '=', secretHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return found ?? null
}

interface KeptDraft {
  authorityId: number
  secretHash: string
  sealed: Buffer
  fileHashes: string[]
  now: Date
  expiresAt: Date
}

/** Keeps a draft as it is now; one that was sent is not written over. */
export async function keepDraft(db: Db, { now, ...draft }: KeptDraft): Promise<void> {
  const { sealed, fileHashes, expiresAt } = draft
  await db
    .insertInto('portalDraft')
    .values({ ...draft, createdAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'secretHash'])
        .doUpdateSet({ sealed, fileHashes, expiresAt })
        .where('portalDraft.sentAt', 'is', null),
    )
    .execute()
}

/** The draft became a submission: what was typed goes, that it was sent stays until it expires. */
export async function markDraftSent(db: Db, authorityId: number, secretHash: string, at: Date): Promise<void> {
  await db
    .updateTable('portalDraft')
    .set({ sentAt: at, sealed: Buffer.alloc(0), fileHashes: [] })
    .where('authorityId', '=', authorityId)
    .where('secretHash', '=', secretHash)
    .execute()
}

export async function deleteDraft(db: Db, authorityId: number, secretHash: string): Promise<void> {
  await db
    .deleteFrom('portalDraft')
    .where('authorityId', '=', authorityId)
    .where('secretHash', '=', secretHash)
    .execute()
}

/** Drafts whose time is over, counts and salts nobody needs any more; for the hourly job. */
export async function deleteExpired(db: Db, now: Date, oldestCount: Date, oldestSalt: Day): Promise<void> {
  await db.deleteFrom('portalDraft').where('expiresAt', '<=', now).execute()
  await db.deleteFrom('portalCount').where('windowStart', '<', oldestCount).execute()
  await db.deleteFrom('portalSalt').where('day', '<', oldestSalt).execute()
}
