import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { approvePaper, type PaperApproval, withdrawApproval } from '../documents/approve-paper.ts'
import { editDraft } from '../documents/draft-paper.ts'
import { getPaper } from '../documents/paper-store.ts'
import { listPlanBases } from '../plans/legal-basis-store.ts'
import { missingParts, type Plan, requireDraft } from '../plans/plan.ts'
import { approvePlanForm, approvePlanOnPaperForm, returnPlanForm } from '../plans/plan-forms.ts'
import { planPaperText } from '../plans/plan-paper-text.ts'
import { listPlanned, listPlanTasks, listTargets } from '../plans/plan-part-store.ts'
import { lockPlan, updatePlan } from '../plans/plan-store.ts'
import { BrokenRule } from '../platform/errors.ts'
import { requireWordInStep } from './kept-text.ts'

/** Writes the plan's words onto its paper and approves both; the paper knows who drafted and who approved. */
async function approve(
  context: ChangeContext,
  plan: Plan,
  version: number,
  onPaper: PaperApproval | null,
): Promise<void> {
  const { db, authorityId } = context
  requireDraft(plan)
  const parts = {
    bases: await listPlanBases(db, authorityId, plan.id),
    targets: await listTargets(db, authorityId, plan.id),
    planned: await listPlanned(db, authorityId, plan.id),
    tasks: await listPlanTasks(db, authorityId, plan.id),
  }
  const missing = missingParts({ ...plan, ...parts })
  if (missing.length > 0) throw new BrokenRule(`plan/incomplete-${missing[0]}`)
  const paper = await getPaper(db, authorityId, plan.paperId!)
  // the paper may have been approved on its own page already; then only the plan follows
  if (paper.state === 'draft') {
    await requireWordInStep(context, paper.id)
    const { issuerAgencyId, title } = plan
    await editDraft(context, {
      paperId: paper.id,
      version: paper.version,
      title,
      body: planPaperText(plan, parts),
      issuerAgencyId,
    })
    await approvePaper(context, { paperId: paper.id, onPaper })
  }
  await updatePlan(db, plan, version, { state: 'approved' })
  context.record({
    subjectKind: 'plan',
    subjectId: plan.id,
    before: { state: plan.state },
    after: {
      state: 'approved',
      onPaper: onPaper !== null,
      approver: onPaper?.approver ?? null,
      approvedOn: onPaper?.approvedOn ?? null,
    },
  })
}

/** Approves a draft in the program; who drafted or changed it does not (“Who decides”). */
export const approvePlan = defineChange({
  name: 'plan/approve',
  permission: 'plan:approve',
  input: approvePlanForm,
  async run(context, { id, version }) {
    await approve(context, await lockPlan(context.db, context.authorityId, id), version, null)
    return id
  },
})

/** Records that a plan was approved on paper: who signed, when, with the signed page. */
export const approvePlanOnPaper = defineChange({
  name: 'plan/approve-on-paper',
  permission: 'plan:draft',
  input: approvePlanOnPaperForm,
  async run(context, { id, version, ...onPaper }) {
    await approve(context, await lockPlan(context.db, context.authorityId, id), version, onPaper)
    return id
  },
})

/** Takes the approval back before the plan is issued, so that the draft can be corrected. */
export const returnPlan = defineChange({
  name: 'plan/return',
  permission: 'plan:approve',
  input: returnPlanForm,
  async run(context, { id, version, reason }) {
    const { db, authorityId } = context
    const plan = await lockPlan(db, authorityId, id)
    if (plan.state !== 'approved') throw new BrokenRule('plan/not-approved')
    await withdrawApproval(context, { paperId: plan.paperId!, reason })
    await updatePlan(db, plan, version, { state: 'draft' })
    context.record({
      subjectKind: 'plan',
      subjectId: id,
      before: { state: 'approved' },
      after: { state: 'draft' },
      reason,
    })
    return id
  },
})
