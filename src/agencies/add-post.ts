import type { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { addPostForm } from './agency-forms.ts'
import { lockAgency } from './agency-store.ts'
import { checkPost } from './post.ts'
import { insertPost, listAllPosts } from './post-store.ts'

/** A post of an agency, within the agency's life; returns its id. */
export async function enterPost(context: ChangeContext, input: z.output<typeof addPostForm>): Promise<number> {
  const { db, authorityId } = context
  // the agency's row is held, so that two heads cannot be entered at the same moment
  const agency = await lockAgency(db, authorityId, input.agencyId)
  checkPost({ id: null, ...input }, agency, await listAllPosts(db, authorityId))
  const id = await insertPost(db, { authorityId, ...input })
  context.record({ subjectKind: 'post', subjectId: id, action: 'post/add', after: input })
  return id
}

export const addPost = defineChange({
  name: 'post/add',
  permission: 'agency:manage',
  input: addPostForm,
  run: enterPost,
})
