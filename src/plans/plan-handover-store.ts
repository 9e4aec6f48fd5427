import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** Tasks of plans not done, and dialogues planned for `from` or later, that an agency leads. */
export async function listPlanWork(db: Db, authorityId: number, agencyId: number, from: Day) {
  const tasks = await db
    .selectFrom('planTask')
    .innerJoin('plan', (join) =>
      join.onRef('plan.authorityId', '=', 'planTask.authorityId').onRef('plan.id', '=', 'planTask.planId'),
    )
    .select('planTask.id')
    .where('planTask.authorityId', '=', authorityId)
    .where('planTask.agencyId', '=', agencyId)
    .where('doneOn', 'is', null)
    .where('plan.state', '<>', 'replaced')
    .orderBy('planTask.id')
    .execute()
  const planned = await db
    .selectFrom('plannedDialogue')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('leadAgencyId', '=', agencyId)
    .where('droppedReason', 'is', null)
    .where('expectedTo', '>=', from)
    .orderBy('id')
    .execute()
  return { planTasks: tasks.map((row) => row.id), plannedDialogues: planned.map((row) => row.id) }
}

export async function handOverPlanWork(
  db: Db,
  authorityId: number,
  work: { planTasks: readonly number[]; plannedDialogues: readonly number[] },
  to: number,
): Promise<void> {
  const version = sql<number>`version + 1`
  if (work.planTasks.length > 0) {
    await db
      .updateTable('planTask')
      .set({ agencyId: to, version })
      .where('authorityId', '=', authorityId)
      .where('id', 'in', [...work.planTasks])
      .execute()
  }
  if (work.plannedDialogues.length > 0) {
    await db
      .updateTable('plannedDialogue')
      .set({ leadAgencyId: to, version })
      .where('authorityId', '=', authorityId)
      .where('id', 'in', [...work.plannedDialogues])
      .execute()
  }
}
