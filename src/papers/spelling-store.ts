import type { Db } from '../platform/db/connection.ts'
import { type PaperSpelling, USUAL_SPELLING } from './paper-spelling.ts'

/** How an authority spells on its papers; as usual while it said nothing else (`version` 0 then). */
export async function findSpelling(db: Db, authorityId: number): Promise<PaperSpelling & { version: number }> {
  const row = await db
    .selectFrom('paperSpelling')
    .select(['uy', 'oa', 'version'])
    .where('authorityId', '=', authorityId)
    .executeTakeFirst()
  return row ? ({ ...row } as PaperSpelling & { version: number }) : { ...USUAL_SPELLING, version: 0 }
}

/** Writes over what was read as `version`; false when somebody else wrote meanwhile. */
export async function saveSpelling(
  db: Db,
  authorityId: number,
  { uy, oa, version }: PaperSpelling & { version: number },
): Promise<boolean> {
  if (version === 0) {
    const result = await db
      .insertInto('paperSpelling')
      .values({ authorityId, uy, oa })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return result.numInsertedOrUpdatedRows === 1n
  }
  const result = await db
    .updateTable('paperSpelling')
    .set({ uy, oa, version: version + 1 })
    .where('authorityId', '=', authorityId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
