import type { z } from 'zod'
import { findAgencyByRole } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { findChairModel } from '../regulations/regulation.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { checkPlanned, type Plan, periodDays, requireInForce } from './plan.ts'
import { addPlannedForm, dropPlannedForm, editPlannedForm, removePlannedForm } from './plan-forms.ts'
import { planInDraft } from './plan-in-draft.ts'
import { deletePart, getPart, insertPart, updatePart } from './plan-part-store.ts'
import { lockPlan } from './plan-store.ts'
import { recordDifference } from './record-difference.ts'

type Fields = Omit<z.output<typeof addPlannedForm>, 'id'>

/** The days of the period chosen, or those typed. */
function daysOf(plan: Plan, { period, expectedFrom, expectedTo }: Fields): { expectedFrom: Day; expectedTo: Day } {
  if (period !== null) {
    const { from, to } = periodDays(plan.year, period)
    return { expectedFrom: from, expectedTo: to }
  }
  if (expectedFrom === null) throw new InputRejected({ expectedFrom: 'required' })
  return { expectedFrom, expectedTo: expectedTo ?? expectedFrom }
}

/** Values of a planned dialogue; the lead office follows from who chairs (L8), null while there is no such agency. */
async function plannedValues(context: ChangeContext, plan: Plan, input: Fields) {
  const { regulation } = await getRegulationVersion(context.db, plan.regulationVersionId)
  const { period: _, ...fields } = input
  const values = { ...fields, ...daysOf(plan, input) }
  checkPlanned(regulation, plan.year, values)
  const role = findChairModel(regulation, values.chairModel)!.leadOffice
  const office = await findAgencyByRole(context.db, context.authorityId, role, values.expectedFrom)
  const sessionKind = values.kind === 'withinRegularMeeting' ? values.sessionKind : null
  return { ...values, sessionKind, leadAgencyId: office?.id ?? null }
}

/** Puts a dialogue into the plan; returns its id. */
export const addPlannedDialogue = defineChange({
  name: 'plan/add-dialogue',
  permission: 'plan:draft',
  input: addPlannedForm,
  async run(context, { id: planId, ...input }) {
    const { db, authorityId } = context
    const plan = await planInDraft(context, planId)
    const values = await plannedValues(context, plan, input)
    const plannedId = await insertPart(db, 'plannedDialogue', authorityId, { planId, ...values })
    context.record({ subjectKind: 'plan', subjectId: planId, after: { plannedId, ...values } })
    return plannedId
  },
})

export const editPlannedDialogue = defineChange({
  name: 'plan/edit-dialogue',
  permission: 'plan:draft',
  input: editPlannedForm,
  async run(context, { plannedId, version, ...input }) {
    const { db, authorityId } = context
    const before = await getPart(db, 'plannedDialogue', authorityId, plannedId)
    const plan = await planInDraft(context, before.planId)
    const values = await plannedValues(context, plan, input)
    await updatePart(db, 'plannedDialogue', before, version, values)
    recordDifference(context, { planId: plan.id, part: { plannedId }, before, after: values })
    return plan.id
  },
})

export const removePlannedDialogue = defineChange({
  name: 'plan/remove-dialogue',
  permission: 'plan:draft',
  input: removePlannedForm,
  async run(context, { plannedId, version }) {
    const { db, authorityId } = context
    const before = await getPart(db, 'plannedDialogue', authorityId, plannedId)
    await planInDraft(context, before.planId)
    await deletePart(db, 'plannedDialogue', before, version)
    context.record({ subjectKind: 'plan', subjectId: before.planId, before: { ...before, plannedId }, after: null })
    return before.planId
  },
})

/** A dialogue of a plan in force will not be held; the plan keeps it with the reason. */
export const dropPlannedDialogue = defineChange({
  name: 'plan/drop-dialogue',
  permission: 'plan:approve',
  input: dropPlannedForm,
  async run(context, { plannedId, version, reason }) {
    const { db, authorityId } = context
    const before = await getPart(db, 'plannedDialogue', authorityId, plannedId)
    requireInForce(await lockPlan(db, authorityId, before.planId))
    if (before.droppedReason !== null) throw new BrokenRule('plan/already-dropped')
    await updatePart(db, 'plannedDialogue', before, version, { droppedReason: reason })
    const after = { droppedReason: reason }
    recordDifference(context, { planId: before.planId, part: { plannedId }, before, after, reason })
    return before.planId
  },
})
