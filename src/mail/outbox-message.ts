/** Who is told; the address is looked up when the message is put into words, so that one erased meanwhile gets none. */
export interface Recipient {
  kind: 'petitioner' | 'account' | 'follower'
  id: number
}

export type MailChannel = 'email' | 'sms' | 'zalo' | 'letter'

/**
 * gathering: may still take more of the same kind · waiting: in words, not yet tried · failed: will be tried again ·
 * sent, printed: done · givenUp: refused for good, or tried long enough · cancelled: not wanted any more
 */
const outboxStates = ['gathering', 'waiting', 'failed', 'givenUp', 'sent', 'printed', 'cancelled'] as const
export type OutboxState = (typeof outboxStates)[number]

/** A link by what it leads to; its address is made only when it is sent, with the installation's key. */
export type MailLink =
  | { to: 'follow'; submissionId: number; label: string }
  | { to: 'page'; path: string; label: string }
  | { to: 'settings'; label: string }
  | { to: 'confirm'; followingId: number; label: string }

export interface MailEntry {
  title: string
  lines: string[]
  link: MailLink | null
  /** the publication it tells of, which may be taken back before the mail goes out */
  publicationId?: number | null
}

/** A message in words, apart from the form it takes as mail, letter or text message. */
export interface MailContent {
  greeting: string
  /** paragraphs before the entries */
  opening: string[]
  /** what it tells of, one by one */
  entries: MailEntry[]
  closing: string[]
  /** who sends it: name of the authority, place */
  sender: string
  /** small print: why one gets this, how to switch it off */
  footer: string[]
  footerLink: MailLink | null
  /** the whole in a text message, at most 300 letters, without the link */
  short: string
}

/** What happened, of which a recipient is told. */
export interface MailItem {
  subjectKind: string
  subjectId: number
  params: Record<string, unknown>
  /** one per stage and reader, for ever: `petition 12 answered petitioner 3` */
  dedupeKey: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Waits between the tries: quick at first, for three days in all. */
const WAITS = [2 * MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR]

/** When to try again after so many tries; null: no more. */
export function nextTry(tries: number, now: Date): Date | null {
  const wait = WAITS[tries - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait)
}

/** Longer than a slow server takes; a program that dies while sending is taken over after it. */
export const SENDING_LEASE_MS = 10 * MINUTE
