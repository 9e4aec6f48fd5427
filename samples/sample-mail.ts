import { citizenActor } from '../src/access/citizen-permissions.ts'
import { programActor } from '../src/changes/program-actor.ts'
import { askToFollow } from '../src/followers/ask-to-follow.ts'
import { confirmToFollow } from '../src/followers/confirm-following.ts'
import { followToken } from '../src/followers/follow-tokens.ts'
import { findFollowingOf } from '../src/followers/following-store.ts'
import { tellFollowers } from '../src/followers/tell-followers.ts'
import { keepFollower } from '../src/mail/follower-store.ts'
import { DeliveryFailed, type MailDriver } from '../src/mail/mail-driver.ts'
import { sendDue } from '../src/mail/send-due.ts'
import { composeMail } from '../src/procedures/compose-mail.ts'
import { addressOfLink } from '../src/procedures/mail-links.ts'
import { listNewestEntries } from '../src/public-record/public-entry-store.ts'
import { FOLLOWING_NOTICE_VERSION } from '../src/web/words/following-words.ts'
import type { SamplePlayer } from './sample-player.ts'

const ORIGIN = 'https://doithoai.example.vn'

/** How the invented mail server takes a letter: some are refused for good, a full mailbox is tried again. */
export type SampleMailboxes = Readonly<Record<string, 'unknown' | 'full' | 'fullAtFirst'>>

/**
 * Lets the post go out on some days, as the program's own job does it: what has gathered is put into words and handed to
 * a server that is only played.
 */
export function schedulePost(player: SamplePlayer, days: readonly string[], mailboxes: SampleMailboxes): void {
  const tried = new Set<string>()
  const driver: MailDriver = {
    async send({ toAddress }) {
      const box = mailboxes[toAddress]
      if (box === 'unknown') throw new DeliveryFailed('550 5.1.1 User unknown', true)
      if (box === 'full' || (box === 'fullAtFirst' && !tried.has(toAddress))) {
        tried.add(toAddress)
        throw new DeliveryFailed('452 4.2.2 Mailbox full', false)
      }
    },
  }
  for (const day of days) player.on(day, () => postAtEvening(player, driver))
}

async function postAtEvening(player: SamplePlayer, driver: MailDriver): Promise<void> {
  const { db, clock, authorityId, key, slug } = player
  player.waitUntilEvening()
  await player.do(programActor(authorityId), tellFollowers, { after: 0 })
  await player.do(programActor(authorityId), composeMail(key, ['email']), {})
  const ground = { key, origin: ORIGIN, slug }
  const addressOf = (message: Parameters<typeof addressOfLink>[1]) => (link: Parameters<typeof addressOfLink>[2]) =>
    addressOfLink(ground, message, link)
  await sendDue({ db, clock, drivers: { email: driver }, addressOf, domain: new URL(ORIGIN).hostname })
}

/** Readers of the Portal ask for news of the newest results and confirm it, all but the last. */
export function scheduleFollowers(player: SamplePlayer, on: string, emails: readonly string[]): void {
  player.on(on, async () => {
    const { db, authorityId, key, clock } = player
    const citizen = citizenActor(authorityId)
    const entries = await listNewestEntries(db, authorityId, emails.length)
    for (const [at, email] of emails.entries()) {
      const publicationId = entries[at % entries.length]!.id
      const asked = { publicationId, email, lang: 'vi', noticeVersion: FOLLOWING_NOTICE_VERSION, mayMail: true }
      await player.do(citizen, askToFollow(key), asked)
      if (at === emails.length - 1) continue
      const follower = await keepFollower(db, { authorityId, email, lang: 'vi', askedAt: clock.now() })
      const following = (await findFollowingOf(db, authorityId, follower.id, publicationId))!
      const token = followToken(key, 'confirm-following', authorityId, following.id)
      await player.do(citizen, confirmToFollow(key), { token })
    }
  })
}
