import type { Db } from '../platform/db/connection.ts'

export interface StoredFileRow {
  sha256: string
  size: number
  erasedAt: Date | null
}

/** The stored files in order of their hash, in portions. */
export async function listStoredFiles(db: Db, after: string, limit: number): Promise<StoredFileRow[]> {
  return db
    .selectFrom('storedFile')
    .select(['sha256', 'size', 'erasedAt'])
    .where('sha256', '>', after)
    .orderBy('sha256')
    .limit(limit)
    .execute()
}

/** Which of these contents have a row. */
export async function knownContents(db: Db, sha256s: readonly string[]): Promise<Set<string>> {
  if (sha256s.length === 0) return new Set()
  const rows = await db
    .selectFrom('storedFile')
    .select('sha256')
    .where('sha256', 'in', [...sha256s])
    .execute()
  return new Set(rows.map((row) => row.sha256))
}

/** Runs `act` while the row of an erased content is locked, if it is still erased. */
export async function whileErased(db: Db, sha256: string, act: () => Promise<void>): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('storedFile')
      .select('sha256')
      .where('sha256', '=', sha256)
      .where('erasedAt', 'is not', null)
      .forUpdate()
      .executeTakeFirst()
    if (row) await act()
    return row !== undefined
  })
}

export async function listErasedContents(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('storedFile')
    .select('sha256')
    .where('erasedAt', 'is not', null)
    .orderBy('sha256')
    .execute()
  return rows.map((row) => row.sha256)
}
