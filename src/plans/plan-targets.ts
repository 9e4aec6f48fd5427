import { defineChange } from '../changes/define-change.ts'
import { addTargetForm, editTargetForm, removeTargetForm } from './plan-forms.ts'
import { planInDraft } from './plan-in-draft.ts'
import { deletePart, getPart, insertPart, updatePart } from './plan-part-store.ts'
import { recordDifference } from './record-difference.ts'

/** A target beside those of the regulation (A4); returns its id. */
export const addTarget = defineChange({
  name: 'plan/add-target',
  permission: 'plan:draft',
  input: addTargetForm,
  async run(context, { id: planId, ...values }) {
    const { db, authorityId } = context
    await planInDraft(context, planId)
    const targetId = await insertPart(db, 'planTarget', authorityId, { planId, ...values })
    context.record({ subjectKind: 'plan', subjectId: planId, after: { targetId, ...values } })
    return targetId
  },
})

export const editTarget = defineChange({
  name: 'plan/edit-target',
  permission: 'plan:draft',
  input: editTargetForm,
  async run(context, { targetId, version, ...values }) {
    const { db, authorityId } = context
    const before = await getPart(db, 'planTarget', authorityId, targetId)
    await planInDraft(context, before.planId)
    await updatePart(db, 'planTarget', before, version, values)
    recordDifference(context, { planId: before.planId, part: { targetId }, before, after: values })
    return before.planId
  },
})

export const removeTarget = defineChange({
  name: 'plan/remove-target',
  permission: 'plan:draft',
  input: removeTargetForm,
  async run(context, { targetId, version }) {
    const { db, authorityId } = context
    const before = await getPart(db, 'planTarget', authorityId, targetId)
    await planInDraft(context, before.planId)
    await deletePart(db, 'planTarget', before, version)
    context.record({ subjectKind: 'plan', subjectId: before.planId, before: { ...before, targetId }, after: null })
    return before.planId
  },
})
