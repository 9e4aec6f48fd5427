import { insertAgency } from '../agencies/agency-store.ts'
import { insertPost } from '../agencies/post-store.ts'
import { standardAgencies } from '../agencies/standard-agencies.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'

interface NewAuthority {
  id: number
  kind: string
  name: string
  fromDay: Day
}

/** Makes the agencies and posts that an authority of its kind usually has. Returns how many agencies were made. */
export async function addStandardAgencies({ db }: ChangeContext, authority: NewAuthority): Promise<number> {
  const { id: authorityId, kind, name, fromDay } = authority
  const ids = new Map<string, number>()
  const standard = standardAgencies(kind, name)
  for (const { posts, parent, ...agency } of standard) {
    const parentId = parent === null ? null : (ids.get(parent) ?? null)
    const agencyId = await insertAgency(db, { ...agency, authorityId, parentId, external: false, fromDay, toDay: null })
    if (agency.roleKey && !ids.has(agency.roleKey)) ids.set(agency.roleKey, agencyId)
    // the head first: without knowing whose deputy somebody is, nobody could be authorised to preside (004 IV.2)
    let headPostId: number | null = null
    for (const post of [...posts].sort((a, b) => Number(b.isHead) - Number(a.isHead))) {
      const deputyOfPostId = post.isHead ? null : headPostId
      const postId = await insertPost(db, { ...post, authorityId, agencyId, deputyOfPostId, fromDay, toDay: null })
      if (post.isHead) headPostId = postId
    }
  }
  return standard.length
}
