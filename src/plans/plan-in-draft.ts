import type { ChangeContext } from '../changes/define-change.ts'
import { noteEditor } from '../documents/draft-paper.ts'
import { type Plan, requireDraft } from './plan.ts'
import { lockPlan } from './plan-store.ts'

/**
 * The plan whose words are about to be changed, locked while it is a draft; whoever does so does not approve it. Throws
 * BrokenRule when it is a draft no more.
 */
export async function planInDraft(context: ChangeContext, planId: number): Promise<Plan> {
  const plan = await lockPlan(context.db, context.authorityId, planId)
  requireDraft(plan)
  if (plan.paperId !== null) await noteEditor(context, plan.paperId)
  return plan
}
