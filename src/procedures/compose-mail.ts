import { z } from 'zod'
import { type Authority, getAuthority } from '../agencies/authority-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { noticeRule, type PetitionerNotice } from '../mail/notice-kinds.ts'
import type { MailChannel } from '../mail/outbox-message.ts'
import { listItems, type OutboxItemRow, type OutboxRow, takeGathered, updateOutbox } from '../mail/outbox-store.ts'
import { listSwitchedOff } from '../mail/preference-store.ts'
import { type NoticeAbout, writeNotice } from '../mail/write-notice.ts'
import { findConsentLang, listPetitionsForNotice } from '../petitions/people-to-tell-store.ts'
import { findPetitioner } from '../petitions/petitioner-store.ts'
import { keepTrackingSecret } from '../petitions/tracking-link.ts'
import type { InstallationKey } from '../platform/installation-key.ts'
import { hashOfToken } from '../platform/secret-token.ts'
import { chooseChannel } from './choose-channel.ts'
import { mailFollowToken } from './mail-links.ts'

const AT_ONCE = 200
/** Nobody is told of what happened longer ago than this, e.g. when mails could not be sent for a long time. */
const STALE_MS = 30 * 24 * 3_600_000

/**
 * Puts into words what has gathered, for the channel its reader can be reached by: who is erased, has switched the kind
 * off or left no address gets none, and the row says why. `key` makes the secret links, of which only hashes are kept.
 */
export function composeMail(key: InstallationKey, channels: readonly MailChannel[]) {
  return defineChange({
    name: 'mail/compose',
    permission: 'mail:compose',
    input: z.object({}),
    async run(context) {
      const gathered = await takeGathered(context.db, context.authorityId, context.now, AT_ONCE)
      const authority = await getAuthority(context.db, context.authorityId)
      let composed = 0
      for (const message of gathered) {
        const refused = await compose(context, message, { key, channels, authority })
        if (refused === null) composed += 1
        else {
          const values = { state: 'cancelled', cancelledReason: refused, settledAt: context.now } as const
          await updateOutbox(context.db, context.authorityId, message.id, values)
        }
      }
      const after = { composed, cancelled: gathered.length - composed }
      context.record({ subjectKind: 'authority', subjectId: context.authorityId, after })
      return { gathered: gathered.length }
    },
  })
}

interface Means {
  key: InstallationKey
  channels: readonly MailChannel[]
  authority: Authority
}

/** Null when it is in words now, else why it is not sent: a key of the words of the outbox. */
async function compose(context: ChangeContext, message: OutboxRow, means: Means): Promise<string | null> {
  const { db, authorityId, now } = context
  const rule = noticeRule(message.kind)
  if (message.recipientKind !== 'petitioner' || !rule) return 'unknownKind'
  if (now.getTime() - message.createdAt.getTime() > STALE_MS) return 'tooOld'
  const person = await findPetitioner(db, authorityId, message.recipientId)
  if (!person || person.erasedAt !== null) return 'erased'
  const off = await listSwitchedOff(db, authorityId, { kind: 'petitioner', id: person.id })
  if (!rule.legal && off.includes(message.kind)) return 'switchedOff'
  const reached = chooseChannel(person, means.channels, rule.letter)
  if (reached === null) return 'noAddress'
  const items = await listItems(db, authorityId, message.id)
  const about = await aboutOf(context, items)
  if (about.length === 0) return 'nothingLeft'
  const lang = await findConsentLang(db, authorityId, about[0]!.submissionId)
  const to = { kind: message.kind as PetitionerNotice, name: person.name, authorityName: means.authority.name, lang }
  const { subject, content } = writeNotice(to, about)
  await keepLinks(context, message, about, { key: means.key, madeFor: reached.channel === 'letter' ? 'print' : 'mail' })
  await updateOutbox(db, authorityId, message.id, {
    ...{ state: 'waiting', channel: reached.channel, toName: person.name, toAddress: reached.address },
    ...{ subject, content, composedAt: now, nextTryAt: now },
  })
  return null
}

/** The petitions a message tells of as they stand now; one that was withdrawn meanwhile is not told of any more. */
async function aboutOf(context: ChangeContext, items: readonly OutboxItemRow[]): Promise<NoticeAbout[]> {
  const { db, authorityId } = context
  const ids = items.filter((item) => item.subjectKind === 'petition').map((item) => item.subjectId)
  const petitions = new Map((await listPetitionsForNotice(db, authorityId, ids)).map((one) => [one.id, one]))
  return items
    .flatMap((item) => {
      const petition = petitions.get(item.subjectId)
      if (!petition || petition.state === 'withdrawn') return []
      const { code, confidential, submissionId } = petition
      return [{ code, confidential, submissionId, params: item.params as Record<string, unknown> }]
    })
    .sort((a, b) => a.submissionId - b.submissionId || a.code.localeCompare(b.code))
}

async function keepLinks(
  context: ChangeContext,
  message: OutboxRow,
  about: readonly NoticeAbout[],
  link: { key: InstallationKey; madeFor: 'mail' | 'print' },
): Promise<void> {
  for (const submissionId of new Set(about.map((one) => one.submissionId))) {
    const tokenHash = hashOfToken(mailFollowToken(link.key, message, submissionId))
    await keepTrackingSecret(context, { submissionId, tokenHash, opens: 'everything', madeFor: link.madeFor })
  }
}
