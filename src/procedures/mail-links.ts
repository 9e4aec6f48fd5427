import { followToken } from '../followers/follow-tokens.ts'
import type { MailLink } from '../mail/outbox-message.ts'
import { trackingAddress } from '../petitions/tracking-link.ts'
import { idToken } from '../platform/id-token.ts'
import { deriveSecret, type InstallationKey } from '../platform/installation-key.ts'

interface Message {
  authorityId: number
  id: number
  messageKey: string
  recipientId: number
  recipientKind: string
}

/** The secret of the link that one message carries to one submission: derived, so that no row ever holds it. */
export function mailFollowToken(key: InstallationKey, message: Message, submissionId: number): string {
  return deriveSecret(key, 'mail-follow', [message.authorityId, message.id, message.messageKey, submissionId])
}

/** The secret of the page where a reader chooses which mails to get. */
function mailSettingsToken(key: InstallationKey, authorityId: number, petitionerId: number): string {
  return idToken(key, { purpose: 'mail-settings', authorityId, id: petitionerId, nonce: '' })
}

export interface LinkGround {
  key: InstallationKey
  /** the public address of the installation; without it no link can be written into a mail */
  origin: string | undefined
  slug: string
}

/** The full address a link of a message leads to; null where there is none to give. */
export function addressOfLink(ground: LinkGround, message: Message, link: MailLink): string | null {
  const { key, origin, slug } = ground
  if (!origin) return null
  const address = (path: string) => new URL(path, origin).href
  if (link.to === 'follow') return address(trackingAddress(slug, mailFollowToken(key, message, link.submissionId)))
  if (link.to === 'page') return address(link.path)
  if (link.to === 'settings' && message.recipientKind === 'petitioner') {
    return address(`/cong/${slug}/thu/${mailSettingsToken(key, message.authorityId, message.recipientId)}`)
  }
  if (message.recipientKind !== 'follower') return null
  const token = (purpose: 'confirm-following' | 'follower', id: number) =>
    followToken(key, purpose, message.authorityId, id)
  if (link.to === 'confirm')
    return address(`/cong/${slug}/nhan-tin/xac-nhan/${token('confirm-following', link.followingId)}`)
  return link.to === 'settings' ? address(`/cong/${slug}/nhan-tin/${token('follower', message.recipientId)}`) : null
}
