import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** Open work of dialogues that an agency has, by kind, as ids. */
export interface DialogueWork {
  conclusionItems: number[]
  dialogueTasks: number[]
  dialogues: number[]
}

/** Items of conclusions not done, tasks not done, dialogues not closed that the agency leads, supports or archives. */
export async function listDialogueWork(db: Db, authorityId: number, agencyId: number): Promise<DialogueWork> {
  const items = await db
    .selectFrom('conclusionItem')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('doneOn', 'is', null)
    .where('withdrawnReason', 'is', null)
    .where((or) => or.or([or('leadAgencyId', '=', agencyId), sql<boolean>`${agencyId} = any(supporting_agency_ids)`]))
    .orderBy('id')
    .execute()
  const tasks = await db
    .selectFrom('dialogueTask')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('doneOn', 'is', null)
    .where('agencyId', '=', agencyId)
    .orderBy('id')
    .execute()
  const dialogues = await db
    .selectFrom('dialogue')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('state', 'not in', ['closed', 'cancelled'])
    .where((or) =>
      or.or([
        or('leadAgencyId', '=', agencyId),
        or('archiveAgencyId', '=', agencyId),
        sql<boolean>`${agencyId} = any(supporting_agency_ids)`,
      ]),
    )
    .orderBy('id')
    .execute()
  const ids = (rows: { id: number }[]) => rows.map((row) => row.id)
  return { conclusionItems: ids(items), dialogueTasks: ids(tasks), dialogues: ids(dialogues) }
}

/** Puts the successor in the place of an agency in the work listed. */
export async function handOverDialogueWork(
  db: Db,
  authorityId: number,
  work: DialogueWork,
  from: number,
  to: number,
): Promise<void> {
  const inPlace = (column: 'lead_agency_id' | 'archive_agency_id') =>
    sql<number | null>`case when ${sql.ref(column)} = ${from} then ${to}::bigint else ${sql.ref(column)} end`
  const supporting = sql<number[]>`array_replace(supporting_agency_ids, ${from}::bigint, ${to}::bigint)`
  const version = sql<number>`version + 1`
  if (work.conclusionItems.length > 0) {
    await db
      .updateTable('conclusionItem')
      .set({ leadAgencyId: inPlace('lead_agency_id'), supportingAgencyIds: supporting, version })
      .where('authorityId', '=', authorityId)
      .where('id', 'in', work.conclusionItems)
      .execute()
  }
  if (work.dialogueTasks.length > 0) {
    await db
      .updateTable('dialogueTask')
      .set({ agencyId: to, version })
      .where('authorityId', '=', authorityId)
      .where('id', 'in', work.dialogueTasks)
      .execute()
  }
  if (work.dialogues.length > 0) {
    await db
      .updateTable('dialogue')
      .set({
        leadAgencyId: inPlace('lead_agency_id'),
        archiveAgencyId: inPlace('archive_agency_id'),
        supportingAgencyIds: supporting,
        version,
      })
      .where('authorityId', '=', authorityId)
      .where('id', 'in', work.dialogues)
      .execute()
  }
}
