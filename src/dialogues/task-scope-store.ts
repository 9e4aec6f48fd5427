import type { Db } from '../platform/db/connection.ts'

/** Whose task it is; null when there is no such task. */
export async function findTaskAgency(db: Db, authorityId: number, taskId: number): Promise<number | null> {
  const found = await db
    .selectFrom('dialogueTask')
    .select('agencyId')
    .where('authorityId', '=', authorityId)
    .where('id', '=', taskId)
    .executeTakeFirst()
  return found?.agencyId ?? null
}

/** Who proposes and reports on a conclusion item: its lead agency alone (004 V.2(6)); null when there is no such item. */
export async function findItemAgencies(db: Db, authorityId: number, itemId: number): Promise<number[] | null> {
  const found = await db
    .selectFrom('conclusionItem')
    .select('leadAgencyId')
    .where('authorityId', '=', authorityId)
    .where('id', '=', itemId)
    .executeTakeFirst()
  if (!found) return null
  return found.leadAgencyId === null ? [] : [found.leadAgencyId]
}
