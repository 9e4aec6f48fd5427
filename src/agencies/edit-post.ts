import { defineChange } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { editPostForm } from './agency-forms.ts'
import { lockAgency } from './agency-store.ts'
import { covers } from './lifespan.ts'
import { checkPost } from './post.ts'
import { listAllPosts, listHoldings, lockPost, updatePost } from './post-store.ts'

/** Corrects a post or sets its last day; who holds it must have left by then. */
export const editPost = defineChange({
  name: 'post/edit',
  permission: 'agency:manage',
  input: editPostForm,
  async run(context, { id, version, ...values }) {
    const { db, authorityId } = context
    const before = await lockPost(db, authorityId, id)
    const agency = await lockAgency(db, authorityId, before.agencyId)
    checkPost({ id, ...values }, agency, await listAllPosts(db, authorityId))
    const outside = (await listHoldings(db, authorityId, [id])).find((holding) => !covers(values, holding))
    if (outside) throw new BrokenRule('post/holder-outside', { name: outside.personName })
    await updatePost(db, before, version, values)
    const names = Object.keys(values) as (keyof typeof values)[]
    const differing = names.filter((name) => before[name] !== values[name])
    context.record({
      subjectKind: 'post',
      subjectId: id,
      before: Object.fromEntries(differing.map((name) => [name, before[name]])),
      after: Object.fromEntries(differing.map((name) => [name, values[name]])),
    })
    return id
  },
})
