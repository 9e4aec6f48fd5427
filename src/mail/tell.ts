import type { ChangeContext } from '../changes/define-change.ts'
import { dayOf, shiftDay } from '../platform/day.ts'
import type { MailItem, Recipient } from './outbox-message.ts'
import { findNewestOfKind, insertItem, isItemKnown, openGathering } from './outbox-store.ts'

export interface Told extends MailItem {
  to: Recipient
  kind: string
  /** how long the message waits for more of its kind, in minutes */
  gatherMinutes: number
  /** true: a second message of the kind on one day waits until the next morning */
  oncePerDay: boolean
}

/** When letters of the next day go out, in Viet Nam: not in the night. */
const MORNING = '07:00:00+07:00'

/**
 * Puts something into the outbox in the transaction of the change: with it, or not at all. What is told of the same kind
 * to the same reader within a while becomes one message. False: told already.
 */
export async function tell(context: ChangeContext, told: Told): Promise<boolean> {
  const { db, authorityId, now } = context
  const { to, kind, gatherMinutes, oncePerDay, ...item } = told
  if (await isItemKnown(db, authorityId, item.dedupeKey)) return false
  let nextTryAt = new Date(now.getTime() + gatherMinutes * 60_000)
  if (oncePerDay) {
    const newest = await findNewestOfKind(db, authorityId, to, kind)
    const told = newest && newest.state !== 'gathering' ? dayOf(newest.composedAt ?? newest.createdAt) : null
    if (told === dayOf(now)) nextTryAt = new Date(`${shiftDay(dayOf(now), 1)}T${MORNING}`)
  }
  const outboxId = await openGathering(db, { authorityId, recipient: to, kind, nextTryAt, createdAt: now })
  return insertItem(db, authorityId, outboxId, item, now)
}
