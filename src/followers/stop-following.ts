import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { eraseFollower, findFollower } from '../mail/follower-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'
import * as f from '../platform/form-fields.ts'
import type { InstallationKey } from '../platform/installation-key.ts'
import { readFollowedCopies } from '../public-record/followed-copy-store.ts'
import { readFollowToken } from './follow-tokens.ts'
import { followedSubject } from './followed-subject.ts'
import { deleteFollowing, findFollowing, hasFollowings, listFollowings } from './following-store.ts'

/** What the holder of the link below a mail follows, each as it stands now; null when nothing is followed any more. */
export async function findOwnFollowings(db: Db, key: InstallationKey, authorityId: number, token: string) {
  const id = readFollowToken(key, 'follower', authorityId, token)
  const follower = id === null ? null : await findFollower(db, authorityId, id)
  if (!follower) return null
  const followings = await listFollowings(db, authorityId, follower.id)
  const ids = followings.map((one) => one.publicationId)
  const copies = await readFollowedCopies(db, authorityId, ids)
  return followings.map((one) => ({ id: one.id, copy: copies.get(one.publicationId) ?? null }))
}

const stopFollowingForm = z.object({ token: f.text(100), followingId: f.optionalId() })

/**
 * Ends one following, or all (`followingId` null). With the last one the address is deleted, also from the mails that
 * were sent. Throws NotFound where there is nothing to end.
 */
export function stopFollowing(key: InstallationKey) {
  return defineChange({
    name: 'follower/stop',
    permission: 'notice:choose',
    input: stopFollowingForm,
    async run({ db, authorityId, now, record }, { token, followingId }) {
      const followerId = readFollowToken(key, 'follower', authorityId, token)
      const follower = followerId === null ? null : await findFollower(db, authorityId, followerId)
      if (!follower) throw new NotFound('follower')
      if (followingId !== null) {
        const following = await findFollowing(db, authorityId, followingId)
        if (following?.followerId !== follower.id) throw new NotFound('following')
        await deleteFollowing(db, authorityId, followingId)
        record(followedSubject(authorityId, following.publicationId))
      }
      const left = followingId !== null && (await hasFollowings(db, authorityId, follower.id))
      if (!left) await eraseFollower(db, authorityId, follower.id, 'notWanted', now)
      if (followingId === null) record(followedSubject(authorityId, null))
      return { left }
    },
  })
}
