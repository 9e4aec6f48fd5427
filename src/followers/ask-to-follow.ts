import { z } from 'zod'
import { getAuthority } from '../agencies/authority-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { isAddressRefused, keepFollower } from '../mail/follower-store.ts'
import { insertWritten } from '../mail/outbox-store.ts'
import { NotFound } from '../platform/errors.ts'
import * as f from '../platform/form-fields.ts'
import type { InstallationKey } from '../platform/installation-key.ts'
import { readFollowedCopies } from '../public-record/followed-copy-store.ts'
import { writeConfirmation } from './follow-wording.ts'
import { followedSubject } from './followed-subject.ts'
import { findFollowingOf, insertFollowing, markMailed } from './following-store.ts'

/** Asking again within this time sends nothing more. */
const AGAIN_AFTER_MS = 3_600_000
const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@.<>(),;:"[\]\\]+$/

/** A mail address as it is compared and written to: one line, in small letters. */
const followAddress = z.preprocess(
  (value) => (typeof value === 'string' ? value.normalize('NFC').trim().toLowerCase() : ''),
  z.string().min(1, 'required').max(200, 'tooLong').regex(ADDRESS, 'notAnEmail'),
)

const askToFollowForm = z.object({
  /** null: whatever the authority publishes */
  publicationId: f.optionalId(),
  email: followAddress,
  lang: f.oneOf(['vi', 'en']),
  noticeVersion: f.key(),
  /** false: too many mails went to this address today, so none is written */
  mayMail: z.boolean(),
})

/**
 * Somebody wants news of something published: one mail asks the address whether it is so. Whoever asks learns the same
 * whether the address was known, follows already, or wants no mail of ours. Throws NotFound when it is not public.
 */
export function askToFollow(key: InstallationKey) {
  return defineChange({
    name: 'follower/ask',
    permission: 'notice:choose',
    input: askToFollowForm,
    async run({ db, authorityId, now, record }, { publicationId, email, lang, noticeVersion, mayMail }) {
      const copy = (await readFollowedCopies(db, authorityId, [publicationId])).get(publicationId)
      if (!copy) throw new NotFound('publication')
      record(followedSubject(authorityId, publicationId))
      if (!mayMail || (await isAddressRefused(db, key, email))) return
      const follower = await keepFollower(db, { authorityId, email, lang, askedAt: now })
      const known = await findFollowingOf(db, authorityId, follower.id, publicationId)
      if (known?.confirmedAt || (known && now.getTime() - known.mailedAt.getTime() < AGAIN_AFTER_MS)) return
      const followingId =
        known?.id ??
        (await insertFollowing(db, {
          ...{ authorityId, followerId: follower.id, publicationId, noticeVersion, askedAt: now },
        }))
      if (known) await markMailed(db, authorityId, known.id, now)
      const { name: authorityName, slug } = await getAuthority(db, authorityId)
      const mail = writeConfirmation({ lang, authorityName, slug }, copy, followingId)
      await insertWritten(db, {
        ...{ authorityId, recipient: { kind: 'follower', id: follower.id }, toName: '', toAddress: email },
        ...{ kind: 'followConfirm', ...mail, now, dedupeKey: `following ${followingId} confirm ${now.toISOString()}` },
      })
    },
  })
}
