import { eraseFollower, forgetRefusedAddresses } from '../mail/follower-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { DAYS_TO_CONFIRM } from './follow-wording.ts'
import { deleteOldFollowings, hasFollowings, listUnreachable } from './following-store.ts'

const DAY_MS = 86_400_000
/** After the last news there is to tell. */
const DAYS_AFTER_THE_END = 90
const LONGEST_DAYS = 730
const REFUSAL_DAYS = 365

/**
 * Addresses that nobody confirmed, those with nothing left to follow and those that cannot be reached: gone, every hour,
 * from the mails that went to them too. Returns how many.
 */
export async function forgetFollowers(db: Db, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const ended = await deleteOldFollowings(db, {
    unconfirmed: before(DAYS_TO_CONFIRM),
    over: before(DAYS_AFTER_THE_END),
    longest: before(LONGEST_DAYS),
  })
  let gone = 0
  for (const { authorityId, followerId } of ended) {
    if (await hasFollowings(db, authorityId, followerId)) continue
    await eraseFollower(db, authorityId, followerId, 'erased', now)
    gone += 1
  }
  for (const { authorityId, followerId } of await listUnreachable(db)) {
    await eraseFollower(db, authorityId, followerId, 'noAddress', now)
    gone += 1
  }
  await forgetRefusedAddresses(db, before(REFUSAL_DAYS))
  return gone
}
