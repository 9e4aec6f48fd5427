import { findAgency } from '../agencies/agency-store.ts'
import { existsOn } from '../agencies/lifespan.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { meetDeadline } from '../deadlines/place-deadline.ts'
import { sendMessage } from '../messages/send-message.ts'
import type { Day } from '../platform/day.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import { type Plan, periodDays, requireInForce } from './plan.ts'
import { addPlanTaskForm, editPlanTaskForm, removePlanTaskForm, reportPlanTaskForm } from './plan-forms.ts'
import { planInDraft } from './plan-in-draft.ts'
import { deletePart, getPart, insertPart, listPlanTasks, updatePart } from './plan-part-store.ts'
import { lockPlan } from './plan-store.ts'
import { recordDifference } from './record-difference.ts'

/** A task goes to an agency that exists when it is due, or at some time of the year. */
async function checkTask(
  context: ChangeContext,
  plan: Plan,
  task: { agencyId: number; dueOn: Day | null },
): Promise<void> {
  const agency = await findAgency(context.db, context.authorityId, task.agencyId)
  if (!agency) throw new InputRejected({ agencyId: 'notFound' })
  const year = periodDays(plan.year, 'year')
  const days = task.dueOn === null ? [year.from, year.to] : [task.dueOn]
  if (!days.some((day) => existsOn(agency, day))) throw new InputRejected({ agencyId: 'plan/agency-not-there' })
}

/** Gives an agency a task of the plan, as lead or supporting; returns its id. */
export const addPlanTask = defineChange({
  name: 'plan/add-task',
  permission: 'plan:draft',
  input: addPlanTaskForm,
  async run(context, { id: planId, ...values }) {
    const { db, authorityId } = context
    const plan = await planInDraft(context, planId)
    await checkTask(context, plan, values)
    const position = Math.max(0, ...(await listPlanTasks(db, authorityId, planId)).map((task) => task.position)) + 1
    const taskId = await insertPart(db, 'planTask', authorityId, { planId, position, ...values })
    context.record({ subjectKind: 'plan', subjectId: planId, after: { taskId, ...values } })
    return taskId
  },
})

export const editPlanTask = defineChange({
  name: 'plan/edit-task',
  permission: 'plan:draft',
  input: editPlanTaskForm,
  async run(context, { taskId, version, ...values }) {
    const { db, authorityId } = context
    const before = await getPart(db, 'planTask', authorityId, taskId)
    const plan = await planInDraft(context, before.planId)
    await checkTask(context, plan, values)
    await updatePart(db, 'planTask', before, version, values)
    recordDifference(context, { planId: plan.id, part: { taskId }, before, after: values })
    return plan.id
  },
})

export const removePlanTask = defineChange({
  name: 'plan/remove-task',
  permission: 'plan:draft',
  input: removePlanTaskForm,
  async run(context, { taskId, version }) {
    const { db, authorityId } = context
    const before = await getPart(db, 'planTask', authorityId, taskId)
    await planInDraft(context, before.planId)
    await deletePart(db, 'planTask', before, version)
    context.record({ subjectKind: 'plan', subjectId: before.planId, before: { ...before, taskId }, after: null })
    return before.planId
  },
})

/** The agency, or the lead office for it, reports a task as done: on which day and with what result. */
export const reportPlanTask = defineChange({
  name: 'plan/report-task',
  permission: 'plan:report-task',
  input: reportPlanTaskForm,
  async scope(db, authorityId, { taskId }) {
    const task = await getPart(db, 'planTask', authorityId, taskId).catch((error) => {
      if (error instanceof NotFound) return null
      throw error
    })
    return task && { authorityId, agencyIds: [task.agencyId], seenBy: 'plan:read' }
  },
  async run(context, { taskId, version, ...report }) {
    const { db, authorityId } = context
    const before = await getPart(db, 'planTask', authorityId, taskId)
    requireInForce(await lockPlan(db, authorityId, before.planId))
    if (report.doneOn > context.today) throw new InputRejected({ doneOn: 'inFuture' })
    await updatePart(db, 'planTask', before, version, report)
    recordDifference(context, { planId: before.planId, part: { taskId }, before, after: report })
    const met = { subjectKind: 'planTask', subjectId: taskId, key: 'planTask' }
    await meetDeadline(context, { ...met, metOn: report.doneOn })
    return before.planId
  },
})

/** Tells every agency that has a task in a plan which was issued. */
export async function tellTaskHolders(context: ChangeContext, plan: Plan): Promise<void> {
  const tasks = await listPlanTasks(context.db, context.authorityId, plan.id)
  for (const agencyId of new Set(tasks.filter((task) => task.doneOn === null).map((task) => task.agencyId))) {
    await sendMessage(context, {
      to: { agencyId },
      kind: 'plan-task-given',
      subjectKind: 'plan',
      subjectId: plan.id,
      params: { title: plan.title, count: tasks.filter((task) => task.agencyId === agencyId).length },
      dedupeKey: `plan ${plan.id} tasks agency ${agencyId}`,
    })
  }
}
