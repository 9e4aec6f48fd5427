import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { requireOpen } from './dialogue.ts'
import { authorizeDeputyForm } from './dialogue-forms.ts'
import { listPostsWithHolder, listPresiding } from './dialogue-people-store.ts'
import { addRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { checkDeputy } from './presiding-rules.ts'

/**
 * In force majeure the head authorises his or her deputy to preside; reason and record are kept (004 V.1(4)). The
 * dialogue still counts for the head, and is marked.
 */
export const authorizeDeputy = defineChange({
  name: 'dialogue/authorize-deputy',
  permission: 'dialogue:authorize-deputy',
  input: authorizeDeputyForm,
  run: async (context, input) => {
    const { db, authorityId } = context
    const dialogue = await getDialogue(db, authorityId, input.id)
    requireOpen(dialogue)
    const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
    const posts = await listPostsWithHolder(db, authorityId, dialogue.heldOn ?? context.today)
    const headPost = posts.find((post) => post.id === input.headPostId)
    const deputyPost = posts.find((post) => post.id === input.deputyPostId)
    if (!headPost) throw new InputRejected({ headPostId: 'notFound' })
    if (!deputyPost) throw new InputRejected({ deputyPostId: 'notFound' })
    const presiding = await listPresiding(db, authorityId, input.id)
    if (presiding.some((one) => one.capacity === 'deputy' && one.forPostId === headPost.id)) {
      throw new InputRejected({ headPostId: 'taken' })
    }
    checkDeputy(regulation, {
      reasonKey: input.reasonKey,
      headPost,
      deputyPost,
      presidingPostIds: presiding.map((one) => one.postId),
    })
    const { id, ...rest } = input
    await addRow(context, 'deputyAuthorization', { dialogueId: id, ...rest }, { reason: input.reason })
    await addRow(context, 'presidingOfficial', {
      dialogueId: id,
      postId: deputyPost.id,
      personId: deputyPost.personId,
      capacity: 'deputy',
      forPostId: headPost.id,
      sphere: presiding.find((one) => one.postId === headPost.id)?.sphere ?? null,
    })
    return { id }
  },
})
