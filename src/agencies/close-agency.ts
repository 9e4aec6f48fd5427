import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { type Agency, listAgencies, updateAgency } from './agency-store.ts'
import { closeHolding, listAllPosts, listHoldings, updatePost } from './post-store.ts'

/**
 * Sets the last day of an agency. Its posts and who holds them end with it; agencies under it must have ended or been
 * put elsewhere before. What it still has to do is looked at by the caller.
 */
export async function closeAgency(
  context: ChangeContext,
  agency: Agency,
  closing: { version: number; toDay: Day; reason: string },
): Promise<void> {
  const { db, authorityId } = context
  const { toDay, reason } = closing
  if (toDay < agency.fromDay) throw new InputRejected({ toDay: 'beforeStart' })
  const children = (await listAgencies(db, authorityId)).filter((one) => one.parentId === agency.id)
  const going = children.find((child) => child.toDay === null || child.toDay > toDay)
  if (going) throw new BrokenRule('agency/has-parts', { name: going.name })
  await updateAgency(db, agency, closing.version, { toDay })
  context.record({
    subjectKind: 'agency',
    subjectId: agency.id,
    action: 'agency/end',
    before: { toDay: agency.toDay },
    after: { toDay },
    reason,
  })
  await closePosts(context, agency, toDay, reason)
}

async function closePosts(context: ChangeContext, agency: Agency, toDay: Day, reason: string): Promise<void> {
  const { db, authorityId } = context
  const posts = (await listAllPosts(db, authorityId, agency.id)).filter(
    (one) => one.toDay === null || one.toDay > toDay,
  )
  if (posts.some((post) => post.fromDay > toDay)) throw new BrokenRule('agency/posts-outside')
  for (const post of posts) {
    const holdings = (await listHoldings(db, authorityId, [post.id])).filter(
      (one) => one.toDay === null || one.toDay > toDay,
    )
    if (holdings.some((holding) => holding.fromDay > toDay)) throw new BrokenRule('agency/posts-outside')
    for (const holding of holdings) await closeHolding(db, holding, toDay)
    await updatePost(db, post, post.version, { toDay })
    context.record({
      subjectKind: 'post',
      subjectId: post.id,
      action: 'post/end',
      before: { toDay: post.toDay },
      after: { toDay, holdingsEnded: holdings.map((holding) => holding.id) },
      reason,
    })
  }
}
