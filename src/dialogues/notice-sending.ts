import type { Day } from '../platform/day.ts'

/** To these the notice must go for the duty “issue and send” to be met (004 V.3.a); village heads belong to the law. */
const REQUIRED_PURPOSES = ['competentAgency', 'petitioner', 'board', 'front', 'superior'] as const

interface Sent {
  purpose: string
  sentOn: Day | null
  receivedOn: Day | null
}

function isRequired(recipient: Sent): boolean {
  return (REQUIRED_PURPOSES as readonly string[]).includes(recipient.purpose)
}

export interface SendingGaps {
  /** addressees not yet sent to, superiors apart */
  unsent: number
  /** competent agencies whose day of receipt is not recorded; until then the day of sending counts */
  unreceived: number
  /** superiors who have not been reported to */
  superiorUnsent: number
}

export function sendingGaps(recipients: readonly Sent[]): SendingGaps {
  return {
    unsent: recipients.filter((one) => isRequired(one) && one.purpose !== 'superior' && one.sentOn === null).length,
    unreceived: recipients.filter((one) => one.purpose === 'competentAgency' && one.receivedOn === null).length,
    superiorUnsent: recipients.filter((one) => one.purpose === 'superior' && one.sentOn === null).length,
  }
}
