import { findAgency } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { findPaper } from '../documents/paper-store.ts'
import { markPlanPublished } from '../plans/make-plan-known.ts'
import { publishPlanForm } from '../plans/plan-forms.ts'
import { listPlanned, listTargets } from '../plans/plan-part-store.ts'
import { getPlan } from '../plans/plan-store.ts'
import { hashOfTexts } from '../publications/publication.ts'
import { keepDecision, putPlanCopy } from '../publications/publication-store.ts'

/** Opens an issued plan to the public (A13–A15): what it says is copied to the Portal. Returns the plan's id. */
export const publishPlan = defineChange({
  name: 'plan/publish',
  permission: 'plan:publish',
  input: publishPlanForm,
  async run(context, input) {
    await markPlanPublished(context, input)
    await copyPlan(context, input.id)
    return input.id
  },
})

async function copyPlan(context: ChangeContext, planId: number): Promise<void> {
  const { db, authorityId, now, today } = context
  const plan = await getPlan(db, authorityId, planId)
  const [issuer, paper, targets, planned] = await Promise.all([
    findAgency(db, authorityId, plan.issuerAgencyId),
    plan.paperId === null ? null : findPaper(db, authorityId, plan.paperId),
    listTargets(db, authorityId, planId),
    listPlanned(db, authorityId, planId),
  ])
  const { title, purpose, requirements, motto } = plan
  const texts = { title, purpose, requirements, motto }
  const { id } = await keepDecision(db, {
    ...{ authorityId, subjectKind: 'plan', subjectId: planId, dialogueId: null, finds: [] },
    ...{ sourceHash: hashOfTexts({ texts, person: null }), decidedBy: context.actor.accountId, decidedAt: now },
  })
  await putPlanCopy(db, {
    ...{ authorityId, id, planId, year: plan.year, ...texts, issuer: issuer?.name ?? '' },
    ...{ number: paper?.number ?? null, issuedOn: paper?.datedOn ?? null, publishedOn: today },
    targets: JSON.stringify(targets.map(({ label, minimum, period }) => ({ label, minimum, period }))),
    dialogues: JSON.stringify(
      planned
        .filter((row) => row.droppedReason === null)
        .map(({ id: plannedId, title: what, kind, form, topic, expectedFrom, expectedTo, venue }) => ({
          ...{ plannedId, title: what, kind, form, topic, from: expectedFrom, to: expectedTo, venue },
        })),
    ),
  })
}
