import { randomUUID } from 'node:crypto'
import { findAuthoritySlugs } from '../agencies/authority-store.ts'
import { performChange } from '../changes/perform-change.ts'
import { programActor } from '../changes/program-actor.ts'
import type { MailDrivers } from '../mail/open-drivers.ts'
import type { MailChannel } from '../mail/outbox-message.ts'
import { listAuthoritiesWithGathered } from '../mail/outbox-store.ts'
import { sendDue } from '../mail/send-due.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/connection.ts'
import type { InstallationKey } from '../platform/installation-key.ts'
import { composeMail } from '../procedures/compose-mail.ts'
import { addressOfLink } from '../procedures/mail-links.ts'

export interface MailPost {
  db: Db
  clock: Clock
  key: InstallationKey
  drivers: MailDrivers
  origin: string | undefined
}

/** Puts into words what has gathered, everywhere, then sends what is due. Returns how many messages went out. */
export async function runMailPost(post: MailPost, ending?: AbortSignal): Promise<number> {
  await composeEverywhere(post, ending)
  if (ending?.aborted) return 0
  const slugs = await findAuthoritySlugs(post.db)
  const { key, origin, db, clock, drivers } = post
  return sendDue(
    {
      ...{ db, clock, drivers },
      domain: origin ? new URL(origin).hostname : 'doi-thoai.invalid',
      addressOf: (message) => (link) =>
        addressOfLink({ key, origin, slug: slugs.get(message.authorityId) ?? '' }, message, link),
    },
    ending,
  )
}

async function composeEverywhere({ db, clock, key, drivers }: MailPost, ending?: AbortSignal): Promise<void> {
  const change = composeMail(key, Object.keys(drivers) as MailChannel[])
  for (const authorityId of await listAuthoritiesWithGathered(db, clock.now())) {
    for (let left = true; left && !ending?.aborted; ) {
      const actor = programActor(authorityId)
      // what was composed is no longer gathering, so that no key has to keep it from being done twice
      const outcome = await performChange({ db, clock }, change, { actor, authorityId, input: {}, key: randomUUID() })
      left = outcome.ok && outcome.value.gathered > 0
    }
  }
}
