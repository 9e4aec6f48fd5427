import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import type { Day } from '../platform/day.ts'
import { requireOpen } from './dialogue.ts'
import { listInvitees } from './dialogue-people-store.ts'
import { changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'
import { requireDone } from './done-days.ts'

interface Sending {
  id: number
  inviteeIds: readonly number[]
  sentOn: Day
  channel: string
}

/** Records that invitations went out (E4): those named, else every one of the list not yet sent. */
export async function markInvitationsSent(context: ChangeContext, sending: Sending): Promise<number> {
  requireOpen(await lockDialogue(context.db, context.authorityId, sending.id))
  requireDone(context.today, { sentOn: sending.sentOn })
  const unsent = (await listInvitees(context.db, context.authorityId, sending.id)).filter((one) => one.sentOn === null)
  const chosen = sending.inviteeIds.length === 0 ? unsent : unsent.filter((one) => sending.inviteeIds.includes(one.id))
  requireRule(chosen.length > 0, 'dialogue/nobody-to-invite')
  for (const invitee of chosen) {
    await changeRow(
      context,
      'invitee',
      invitee.id,
      null,
      { sentOn: sending.sentOn, channel: sending.channel },
      { action: 'dialogue/send-invitation' },
    )
  }
  return chosen.length
}
