import { idToken, isIdToken, readIdToken } from '../platform/id-token.ts'
import type { InstallationKey } from '../platform/installation-key.ts'

// Rows of followings and followers go when they end and their ids never come again: a link ends with its row.

type Purpose = 'confirm-following' | 'follower'

/** The secret of a page that a mail to a follower leads to. */
export function followToken(key: InstallationKey, purpose: Purpose, authorityId: number, id: number): string {
  return idToken(key, { purpose, authorityId, id, nonce: '' })
}

/** Of which row a token is; null for anything but a right one. */
export function readFollowToken(
  key: InstallationKey,
  purpose: Purpose,
  authorityId: number,
  token: string,
): number | null {
  const claimed = readIdToken(token)
  return isIdToken(key, claimed && { purpose, authorityId, id: claimed.id, nonce: '' }, token) ? claimed!.id : null
}
