import type { ChangeContext } from '../changes/define-change.ts'
import { findDeadlines } from '../deadlines/deadline-store.ts'
import { placeDeadline, voidDeadline } from '../deadlines/place-deadline.ts'
import { taskDue } from '../deadlines/task-due.ts'
import { findPaper } from '../documents/paper-store.ts'
import { findPlan } from '../plans/plan-store.ts'
import type { Day } from '../platform/day.ts'
import type { Dialogue } from './dialogue.ts'
import { listTasks } from './dialogue-people-store.ts'

const KEY = 'dialogueTask'

/** Opens, moves or drops the deadline of a task given for a dialogue, by the day it is due. */
export async function placeDialogueTaskDeadline(
  context: ChangeContext,
  dialogue: Pick<Dialogue, 'id' | 'planId'>,
  task: { id: number; agencyId: number; dueOn: Day | null },
): Promise<void> {
  const subject = { subjectKind: KEY, subjectId: task.id }
  if (task.dueOn === null) {
    await voidDeadline(context, { ...subject, key: KEY, reason: 'Nhiệm vụ không còn ngày phải xong.' })
    return
  }
  const [known] = await findDeadlines(context.db, context.authorityId, subject, KEY)
  const on = known?.anchorOn ?? context.today
  const planNumber = await planNumberOf(context, dialogue.planId)
  await placeDeadline(context, {
    ...subject,
    dialogueId: dialogue.id,
    agencyId: task.agencyId,
    due: taskDue(task.dueOn, { kind: KEY, on, planNumber }),
    cause: 'assignment',
    reason: known ? 'Việc phân công được sửa.' : 'Được phân công.',
  })
}

/** Tasks of a dialogue that is called off or closed are asked of nobody any more. */
export async function voidDialogueTaskDeadlines(
  context: ChangeContext,
  dialogueId: number,
  reason: string,
): Promise<void> {
  for (const task of await listTasks(context.db, context.authorityId, dialogueId)) {
    await voidDeadline(context, { subjectKind: KEY, subjectId: task.id, key: KEY, reason })
  }
}

async function planNumberOf(context: ChangeContext, planId: number | null): Promise<string | null> {
  const plan = planId === null ? null : await findPlan(context.db, context.authorityId, planId)
  const paper = plan?.paperId ? await findPaper(context.db, context.authorityId, plan.paperId) : null
  return paper?.number ?? null
}
