import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { getAuthority } from '../agencies/authority-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { findFollower } from '../mail/follower-store.ts'
import type { MailEntry } from '../mail/outbox-message.ts'
import { cancelUnsent, insertWritten } from '../mail/outbox-store.ts'
import { dayOf } from '../platform/day.ts'
import * as f from '../platform/form-fields.ts'
import { type FollowedCopy, readFollowedCopies, readNewCopies } from '../public-record/followed-copy-store.ts'
import { type FollowNews, followNews, newsOfCopies } from './follow-news.ts'
import { type ToldNews, writeNews } from './follow-wording.ts'
import { countNewsMails, type Following, keepTold, listChangedFollowings } from './following-store.ts'

/** With more news on one day the rest comes in one mail the next morning. */
const MOST_MAILS_A_DAY = 3
const AT_ONCE = 100

/**
 * Tells followers what has changed in what they follow, or what the authority they follow published: reads the published
 * copies and nothing else, compares them with what was told last, and writes one mail for each. Who got the most mails of a day waits until the next. Goes on from
 * the follower `after`; `last` is the one it came to, null when all were looked at.
 */
export const tellFollowers = defineChange({
  name: 'follower/tell',
  permission: 'mail:compose',
  input: z.object({ after: f.count() }),
  async run(context, { after }) {
    const { db, authorityId, now, today } = context
    const changed = await listChangedFollowings(db, authorityId, { today, after, followers: AT_ONCE })
    const byFollower = Map.groupBy(changed, (one) => one.followerId)
    const copies = await readFollowedCopies(db, authorityId, [...new Set(changed.map((one) => one.publicationId))])
    const mails = await countNewsMails(db, authorityId, [...byFollower.keys()], now)
    let written = 0
    for (const [followerId, followings] of byFollower) {
      if ((mails.get(followerId) ?? 0) >= MOST_MAILS_A_DAY) continue
      if (await tellOne(context, followerId, followings, copies)) written += 1
    }
    context.record({ subjectKind: 'authority', subjectId: authorityId, after: { looked: changed.length, written } })
    const last = byFollower.size < AT_ONCE ? null : [...byFollower.keys()].at(-1)!
    return { last, written }
  },
})

async function tellOne(
  context: ChangeContext,
  followerId: number,
  followings: readonly Following[],
  copies: ReadonlyMap<number | null, FollowedCopy>,
): Promise<boolean> {
  const { db, authorityId, now } = context
  const told: ToldNews[] = []
  for (const following of followings) {
    const copy = copies.get(following.publicationId) ?? null
    const facts = copy?.facts ?? null
    const news =
      copy?.kind === 'authority' ? await newsOfAuthority(context, following) : followNews(following.told, facts)
    const isNews = news.length > 0
    if (isNews) told.push({ publicationId: following.publicationId, copy, news })
    await keepTold(db, authorityId, following.id, { facts, isNews, now })
  }
  const follower = await findFollower(db, authorityId, followerId)
  if (!follower || told.length === 0) return false
  const recipient = { kind: 'follower', id: followerId } as const
  const unsent = await withoutTakenBack(context, followerId, told)
  const { name: authorityName, slug } = await getAuthority(db, authorityId)
  return insertWritten(db, {
    ...{ authorityId, recipient, toName: '', toAddress: follower.email },
    ...{ kind: 'followNews', ...writeNews({ lang: follower.lang, authorityName, slug }, told, unsent), now },
    // what was told is kept with each following, so that nothing else has to keep it from being told twice
    dedupeKey: `follower ${followerId} news ${randomUUID()}`,
  })
}

/**
 * A mail that did not go out yet may still speak of what was taken back meanwhile: it is not sent, and what else it told
 * goes with the next one.
 */
async function withoutTakenBack(
  { db, authorityId, now }: ChangeContext,
  followerId: number,
  told: readonly ToldNews[],
): Promise<MailEntry[]> {
  const gone = new Set(told.filter((one) => one.copy === null).map((one) => one.publicationId))
  if (gone.size === 0) return []
  const unsent = { authorityId, recipient: { kind: 'follower', id: followerId }, kind: 'followNews' } as const
  const contents = await cancelUnsent(db, unsent, 'takenBack', now)
  return contents.flatMap(({ entries }) => entries).filter((entry) => !gone.has(entry.publicationId ?? null))
}

/** What was published from the day on which it was looked at last, until yesterday. */
async function newsOfAuthority(
  { db, authorityId, now, today }: ChangeContext,
  { seenAt }: Following,
): Promise<FollowNews[]> {
  return newsOfCopies(await readNewCopies(db, authorityId, { from: dayOf(seenAt ?? now), before: today }))
}
