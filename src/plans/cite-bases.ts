import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { listLegalBases, listPlanBases, writePlanBases } from './legal-basis-store.ts'
import { citeBasesForm } from './plan-forms.ts'
import { planInDraft } from './plan-in-draft.ts'
import { updatePlan } from './plan-store.ts'

/** What a plan rests on, in the order in which it is cited (A1). */
export const citeBases = defineChange({
  name: 'plan/cite-bases',
  permission: 'plan:draft',
  input: citeBasesForm,
  async run(context, { id, version, basisIds }) {
    const { db, authorityId } = context
    const plan = await planInDraft(context, id)
    const known = new Set((await listLegalBases(db, authorityId)).map((basis) => basis.id))
    const unknown = basisIds.some((basisId) => !known.has(basisId))
    if (unknown || new Set(basisIds).size !== basisIds.length) throw new InputRejected({ basisIds: 'notInList' })
    const before = (await listPlanBases(db, authorityId, id)).map((basis) => basis.id)
    await updatePlan(db, plan, version, {})
    await writePlanBases(db, authorityId, id, basisIds)
    context.record({ subjectKind: 'plan', subjectId: id, before: { basisIds: before }, after: { basisIds } })
    return id
  },
})
