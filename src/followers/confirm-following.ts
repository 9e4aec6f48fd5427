import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { eraseFollower, findFollower, refuseAddress } from '../mail/follower-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'
import * as f from '../platform/form-fields.ts'
import type { InstallationKey } from '../platform/installation-key.ts'
import { readFollowedCopies } from '../public-record/followed-copy-store.ts'
import { readFollowToken } from './follow-tokens.ts'
import { followedSubject } from './followed-subject.ts'
import { confirmFollowing, findFollowing } from './following-store.ts'

/** What a mail asked to confirm, and its copy as it stands now (null: not public any more). Null for an ended or wrong link. */
export async function findAskedFollowing(db: Db, key: InstallationKey, authorityId: number, token: string) {
  const id = readFollowToken(key, 'confirm-following', authorityId, token)
  const following = id === null ? null : await findFollowing(db, authorityId, id)
  if (!following) return null
  const copy = (await readFollowedCopies(db, authorityId, [following.publicationId])).get(following.publicationId)
  return { following, copy: copy ?? null }
}

const byToken = z.object({ token: f.text(100) })

/** Who got the mail wants the news. Twice is once; what is not public any more cannot be followed (NotFound). */
export function confirmToFollow(key: InstallationKey) {
  return defineChange({
    name: 'follower/confirm',
    permission: 'notice:choose',
    input: byToken,
    async run({ db, authorityId, now, record }, { token }) {
      const asked = await findAskedFollowing(db, key, authorityId, token)
      if (!asked?.copy) throw new NotFound('following')
      const { following, copy } = asked
      if (!following.confirmedAt) await confirmFollowing(db, authorityId, following.id, copy.facts, now)
      record(followedSubject(authorityId, following.publicationId))
      return { followerId: following.followerId }
    },
  })
}

/** It was somebody else: the address goes at once and no such mail comes again, whoever types it. */
export function refuseToFollow(key: InstallationKey) {
  return defineChange({
    name: 'follower/refuse',
    permission: 'notice:choose',
    input: byToken,
    async run({ db, authorityId, now, record }, { token }) {
      const asked = await findAskedFollowing(db, key, authorityId, token)
      if (!asked) throw new NotFound('following')
      const { following } = asked
      const follower = await findFollower(db, authorityId, following.followerId)
      if (follower) await refuseAddress(db, key, follower.email, now)
      await eraseFollower(db, authorityId, following.followerId, 'notWanted', now)
      record(followedSubject(authorityId, following.publicationId))
    },
  })
}
