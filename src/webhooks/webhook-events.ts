/**
 * What a system can ask to be told, by the line of the log that says so. The name tells what happened; what stands in
 * the petition now is asked for with the key.
 */
const webhookEvents = {
  'petition.received': ['petition/receive'],
  'petition.classified': ['petition/classify'],
  'petition.assigned': ['petition/assign', 'petition/assign-many'],
  'petition.answered': ['petition/answer-at-conference', 'petition/resolve-before', 'petition/answered-in-writing'],
  'petition.extended': [
    'petition/extend-reply',
    'petition/extend-reply-on-paper',
    'petition/mark-complex',
    'petition/mark-complex-on-paper',
  ],
  'petition.transferred': ['petition/transfer', 'petition/hand-over'],
  'petition.escalated': ['petition/escalate', 'petition/follow-escalation'],
  'petition.settled': ['petition/settle'],
  'petition.withdrawn': ['petition/withdraw', 'petition/merge'],
} as const satisfies Record<string, readonly `petition/${string}`[]>

export type WebhookEvent = keyof typeof webhookEvents
export const webhookEventNames = Object.keys(webhookEvents) as [WebhookEvent, ...WebhookEvent[]]

const eventOfAction = new Map<string, WebhookEvent>(
  webhookEventNames.flatMap((event) => webhookEvents[event].map((action) => [action, event] as const)),
)

/** The lines of the log that some events stand for. */
export function actionsOf(events: readonly string[]): string[] {
  return events.flatMap((event) => webhookEvents[event as WebhookEvent] ?? [])
}

export function eventOf(action: string): WebhookEvent | null {
  return eventOfAction.get(action) ?? null
}

const MINUTE = 60_000
const LONGEST_WAIT = 6 * 60 * MINUTE

/** How long to wait after the n-th failure in a row: a minute, doubled up to six hours. */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT, MINUTE * 2 ** Math.max(0, failures - 1))
}
