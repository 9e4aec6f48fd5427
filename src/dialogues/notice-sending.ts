import type { Day } from '../platform/day.ts'

/** To these the notice must go for the duty “issue and send” to be met (004 V.3.a); the report upward is shown apart. */
export const REQUIRED_PURPOSES = ['competentAgency', 'petitioner', 'board', 'front'] as const

interface Sent {
  purpose: string
  sentOn: Day | null
  receivedOn: Day | null
}

function isRequired(recipient: Sent): boolean {
  return (REQUIRED_PURPOSES as readonly string[]).includes(recipient.purpose)
}

/** The day on which the last required addressee was sent the notice; null while one is missing. */
export function sentToAllOn(recipients: readonly Sent[]): Day | null {
  const days = recipients.filter(isRequired).map((recipient) => recipient.sentOn)
  if (days.length === 0 || days.includes(null)) return null
  return days.reduce((last, day) => (day! > last! ? day : last))
}

export interface SendingGaps {
  /** required addressees not yet sent to */
  unsent: number
  /** competent agencies whose day of receipt is not recorded; until then the day of sending counts */
  unreceived: number
  /** superiors who have not been reported to */
  superiorUnsent: number
}

export function sendingGaps(recipients: readonly Sent[]): SendingGaps {
  return {
    unsent: recipients.filter((one) => isRequired(one) && one.sentOn === null).length,
    unreceived: recipients.filter((one) => one.purpose === 'competentAgency' && one.receivedOn === null).length,
    superiorUnsent: recipients.filter((one) => one.purpose === 'superior' && one.sentOn === null).length,
  }
}
