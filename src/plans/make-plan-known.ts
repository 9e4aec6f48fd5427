import { findAgency } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { DISSEMINATION_CHANNELS, requireInForce } from './plan.ts'
import { disseminatePlanForm } from './plan-forms.ts'
import { insertDissemination } from './plan-part-store.ts'
import { lockPlan, updatePlan } from './plan-store.ts'

/** Marks an issued plan as open to the public (A13–A15). Throws when it is not issued, or was written over meanwhile. */
export async function markPlanPublished(
  context: ChangeContext,
  { id, version }: { id: number; version: number },
): Promise<void> {
  const { db, authorityId } = context
  const plan = await lockPlan(db, authorityId, id)
  if (plan.state !== 'issued') throw new BrokenRule('plan/not-issued')
  await updatePlan(db, plan, version, { state: 'published', publishedAt: context.now })
  context.record({ subjectKind: 'plan', subjectId: id, before: { state: 'issued' }, after: { state: 'published' } })
}

/** Records how an issued plan was made known: channel, day, by whom (A12–A15). */
export const disseminatePlan = defineChange({
  name: 'plan/disseminate',
  permission: 'plan:report-task',
  input: disseminatePlanForm,
  async scope(_db, authorityId, { agencyId }) {
    return { authorityId, seenBy: 'plan:read', ...(agencyId === null ? {} : { agencyIds: [agencyId] }) }
  },
  async run(context, { id: planId, ...input }) {
    const { db, authorityId } = context
    const plan = await lockPlan(db, authorityId, planId)
    requireInForce(plan)
    if (input.doneOn > context.today) throw new InputRejected({ doneOn: 'inFuture' })
    const { regulation } = await getRegulationVersion(db, plan.regulationVersionId)
    const channels = [...DISSEMINATION_CHANNELS, ...regulation.noticeChannels.map((channel) => channel.key)]
    if (!channels.some((channel) => channel === input.channel)) throw new InputRejected({ channel: 'notInList' })
    const agencyId = input.agencyId ?? context.actor.agencyId
    if (agencyId !== null && !(await findAgency(db, authorityId, agencyId)))
      throw new InputRejected({ agencyId: 'notFound' })
    const values = { ...input, agencyId }
    const disseminationId = await insertDissemination(db, { authorityId, planId, ...values })
    context.record({ subjectKind: 'plan', subjectId: planId, after: { disseminationId, ...values } })
    return disseminationId
  },
})
