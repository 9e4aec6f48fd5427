import type { ChangeContext } from '../changes/define-change.ts'
import { placeDeadline, voidDeadline } from '../deadlines/place-deadline.ts'
import { taskDue } from '../deadlines/task-due.ts'
import type { Day } from '../platform/day.ts'
import { listPlanTasks } from './plan-part-store.ts'

/** Opens the deadline of every task of an issued plan that has a day and is not done; its readers are the plan's. */
export async function placePlanTaskDeadlines(
  context: ChangeContext,
  planId: number,
  issued: { number: string | null; datedOn: Day },
): Promise<void> {
  for (const task of await listPlanTasks(context.db, context.authorityId, planId)) {
    if (task.dueOn === null || task.doneOn !== null) continue
    await placeDeadline(context, {
      subjectKind: 'planTask',
      subjectId: task.id,
      dialogueId: null,
      agencyId: task.agencyId,
      due: taskDue(task.dueOn, { kind: 'planTask', on: issued.datedOn, planNumber: issued.number }),
      cause: 'assignment',
      reason: 'Kế hoạch được ban hành.',
    })
  }
}

/** The plan went out of force: what it asked is asked by the new version, if at all. */
export async function voidPlanTaskDeadlines(context: ChangeContext, planId: number): Promise<void> {
  for (const task of await listPlanTasks(context.db, context.authorityId, planId)) {
    const subject = { subjectKind: 'planTask', subjectId: task.id, key: 'planTask' }
    await voidDeadline(context, { ...subject, reason: 'Kế hoạch được thay thế bằng bản mới.' })
  }
}
