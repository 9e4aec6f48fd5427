import { performChange } from '../changes/perform-change.ts'
import { programActor } from '../changes/program-actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/connection.ts'
import { DeliveryFailed, type OutgoingMail } from './mail-driver.ts'
import { type AddressOf, mailHtml, mailText, shortText } from './mail-text.ts'
import type { MailDrivers } from './open-drivers.ts'
import { type MailChannel, type MailContent, nextTry, SENDING_LEASE_MS } from './outbox-message.ts'
import { claimDue, type OutboxRow, updateOutbox } from './outbox-store.ts'
import { recordDelivery } from './record-delivery.ts'

export interface Sending {
  db: Db
  clock: Clock
  drivers: MailDrivers
  /** the address of a link in a message; null where it cannot be made */
  addressOf(message: OutboxRow): AddressOf
  /** right side of the Message-ID */
  domain: string
}

const AT_ONCE = 20

/**
 * Sends what is due, a few at a time, until nothing is or `ending` says stop. At least once: one that was handed over
 * while the program died is sent again under the same Message-ID. Returns how many were handed over.
 */
export async function sendDue(sending: Sending, ending?: AbortSignal): Promise<number> {
  const channels = Object.keys(sending.drivers) as MailChannel[]
  let sent = 0
  while (!ending?.aborted) {
    const now = sending.clock.now()
    const lease = new Date(now.getTime() + SENDING_LEASE_MS)
    const due = await claimDue(sending.db, channels, now, lease, AT_ONCE)
    if (due.length === 0) break
    const done = await Promise.all(due.map((message) => sendOne(sending, message)))
    sent += done.filter(Boolean).length
  }
  return sent
}

async function sendOne(sending: Sending, message: OutboxRow): Promise<boolean> {
  const { db, clock } = sending
  const driver = sending.drivers[message.channel as keyof MailDrivers]
  try {
    if (!driver) throw new DeliveryFailed('no driver', false)
    await driver.send(outgoing(sending, message))
  } catch (error) {
    await keepFailure(sending, message, error)
    return false
  }
  const { authorityId, id } = message
  const key = `mail ${id} try ${message.tries}`
  await performChange({ db, clock }, recordDelivery, {
    ...{ actor: programActor(authorityId), authorityId, input: { id }, key },
  })
  return true
}

function outgoing(sending: Sending, message: OutboxRow): OutgoingMail {
  const content = message.content as unknown as MailContent
  const addressOf = sending.addressOf(message)
  const spoken = message.channel === 'sms' || message.channel === 'zalo'
  return {
    messageId: `<${message.messageKey}@${sending.domain}>`,
    toName: message.toName,
    toAddress: message.toAddress,
    subject: message.subject,
    text: spoken ? shortText(content, addressOf) : mailText(content, addressOf),
    html: spoken ? '' : mailHtml(message.subject, content, addressOf),
    settingsAddress: content.footerLink ? addressOf(content.footerLink) : null,
    // staff switch mails off when signed in; everybody else by the secret of the address alone
    oneClick: message.recipientKind !== 'account',
    at: sending.clock.now(),
  }
}

/** A refusal for good, or one too many tries: somebody has to look, it stands on the office's list. */
async function keepFailure({ db, clock }: Sending, message: OutboxRow, error: unknown): Promise<void> {
  const failed = error instanceof DeliveryFailed ? error : new DeliveryFailed(String(error).slice(0, 500), false)
  const now = clock.now()
  const again = failed.forGood ? null : nextTry(message.tries, now)
  await updateOutbox(db, message.authorityId, message.id, {
    lastError: failed.message,
    ...(again ? { state: 'failed', nextTryAt: again } : { state: 'givenUp', settledAt: now }),
  })
}
