import { findAgency } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { editPlanForm } from './plan-forms.ts'
import { planInDraft } from './plan-in-draft.ts'
import { updatePlan } from './plan-store.ts'
import { recordDifference } from './record-difference.ts'

/** Corrects the texts of a draft. */
export const editPlan = defineChange({
  name: 'plan/edit',
  permission: 'plan:draft',
  input: editPlanForm,
  async run(context, { id, version, ...values }) {
    const { db, authorityId } = context
    const plan = await planInDraft(context, id)
    const issuer = await findAgency(db, authorityId, values.issuerAgencyId)
    if (!issuer || issuer.external) throw new InputRejected({ issuerAgencyId: 'notInList' })
    await updatePlan(db, plan, version, values)
    recordDifference(context, { planId: id, before: plan, after: values })
    return id
  },
})
