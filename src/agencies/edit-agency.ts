import { defineChange } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { checkAgency } from './add-agency.ts'
import { editAgencyForm } from './agency-forms.ts'
import { listAgencies, lockAgency, updateAgency } from './agency-store.ts'
import { listAllPosts } from './post-store.ts'

/** Corrects what an agency is; its last day is set by ending it. */
export const editAgency = defineChange({
  name: 'agency/edit',
  permission: 'agency:manage',
  input: editAgencyForm,
  async run(context, { id, version, ...values }) {
    const { db, authorityId } = context
    const before = await lockAgency(db, authorityId, id)
    checkAgency({ id, toDay: before.toDay, ...values }, await listAgencies(db, authorityId))
    const earlier = (await listAllPosts(db, authorityId, id)).some((post) => post.fromDay < values.fromDay)
    if (earlier) throw new BrokenRule('agency/posts-outside')
    await updateAgency(db, before, version, values)
    const names = Object.keys(values) as (keyof typeof values)[]
    const differing = names.filter((name) => before[name] !== values[name])
    context.record({
      subjectKind: 'agency',
      subjectId: id,
      before: Object.fromEntries(differing.map((name) => [name, before[name]])),
      after: Object.fromEntries(differing.map((name) => [name, values[name]])),
    })
    return id
  },
})
