import type { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { moveToNewEntries } from '../dialogues/dialogue-plan-store.ts'
import { issuePaper } from '../documents/issue-paper.ts'
import { getPaper } from '../documents/paper-store.ts'
import type { Plan } from '../plans/plan.ts'
import { issuePlanForm } from '../plans/plan-forms.ts'
import { listPlanned } from '../plans/plan-part-store.ts'
import { lockPlan, updatePlan } from '../plans/plan-store.ts'
import { placePlanTaskDeadlines, voidPlanTaskDeadlines } from '../plans/plan-task-deadlines.ts'
import { tellTaskHolders } from '../plans/plan-tasks.ts'
import { BrokenRule } from '../platform/errors.ts'
import { drawAndSeal } from './paper-text.ts'

/**
 * Issues an approved plan: number from the book, date, signer in his capacity (A2, A17). The version it replaces goes
 * out of force; dialogues opened from that version go on under the new one. Every agency with a task is told;
 * tasks with a day stand in the list of deadlines.
 */
async function issue(
  context: ChangeContext,
  input: z.output<typeof issuePlanForm>,
): Promise<{ number: string | null }> {
  const { db, authorityId } = context
  const { id, version, ...paperIssue } = input
  const plan = await lockPlan(db, authorityId, id)
  if (plan.state !== 'approved') throw new BrokenRule('plan/not-approved')
  const paper = await getPaper(db, authorityId, plan.paperId!)
  // the records clerk may have issued the paper on its own page; then only the plan follows
  const { number } = paper.state === 'issued' ? paper : await issuePaper(context, { ...paperIssue, paperId: paper.id })
  await updatePlan(db, plan, version, { state: 'issued' })
  context.record({
    subjectKind: 'plan',
    subjectId: id,
    before: { state: 'approved' },
    after: { state: 'issued', number, datedOn: input.datedOn, signCapacity: input.signCapacity },
  })
  if (plan.replacesPlanId !== null) await replace(context, plan)
  await placePlanTaskDeadlines(context, id, { number, datedOn: paper.datedOn ?? input.datedOn })
  await tellTaskHolders(context, plan)
  await drawAndSeal(context, paper.id)
  return { number }
}

async function replace(context: ChangeContext, plan: Plan): Promise<void> {
  const { db, authorityId } = context
  const old = await lockPlan(db, authorityId, plan.replacesPlanId!)
  if (old.state !== 'issued' && old.state !== 'published') throw new BrokenRule('plan/only-in-force-is-replaced')
  await updatePlan(db, old, old.version, { state: 'replaced' })
  await voidPlanTaskDeadlines(context, old.id)
  const entries = (await listPlanned(db, authorityId, plan.id)).flatMap(({ id, replacesPlannedId }) =>
    replacesPlannedId === null ? [] : [{ oldId: replacesPlannedId, newId: id }],
  )
  const moved = await moveToNewEntries(db, authorityId, plan.id, entries)
  context.record({
    subjectKind: 'plan',
    subjectId: old.id,
    action: 'plan/replaced',
    before: { state: old.state },
    after: { state: 'replaced', byPlanId: plan.id, dialoguesMoved: moved },
  })
  for (const dialogueId of moved) {
    context.record({
      subjectKind: 'dialogue',
      subjectId: dialogueId,
      action: 'dialogue/plan-replaced',
      before: { planId: old.id },
      after: { planId: plan.id },
    })
  }
}

export const issuePlan = defineChange({
  name: 'plan/issue',
  permission: 'plan:issue',
  input: issuePlanForm,
  run: issue,
})
