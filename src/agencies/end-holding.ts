import { defineChange } from '../changes/define-change.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { endHoldingForm } from './agency-forms.ts'
import { covers, overlap } from './lifespan.ts'
import { closeHolding, getHolding, listHoldings, lockPost } from './post-store.ts'

/** The last day on which somebody holds a post, also to correct it. */
export const endHolding = defineChange({
  name: 'post/end-holding',
  permission: 'agency:manage',
  input: endHoldingForm,
  async run(context, { holdingId, version, toDay, reason }) {
    const { db, authorityId } = context
    const holding = await getHolding(db, authorityId, holdingId)
    const post = await lockPost(db, authorityId, holding.postId)
    if (toDay < holding.fromDay) throw new InputRejected({ toDay: 'beforeStart' })
    const life = { fromDay: holding.fromDay, toDay }
    if (!covers(post, life)) throw new BrokenRule('post/appointed-outside')
    const others = (await listHoldings(db, authorityId, [post.id])).filter((one) => one.id !== holdingId)
    if (others.some((one) => overlap(one, life))) throw new BrokenRule('post/holdings-overlap')
    await closeHolding(db, { authorityId, id: holdingId, version }, toDay)
    context.record({
      subjectKind: 'post',
      subjectId: post.id,
      before: { holdingId, toDay: holding.toDay },
      after: { holdingId, toDay },
      reason,
    })
    return post.id
  },
})
