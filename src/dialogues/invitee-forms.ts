import { z } from 'zod'
import {
  count,
  day,
  id,
  ids,
  oneOf,
  optionalId,
  optionalText,
  personName,
  text,
  version,
} from '../platform/form-fields.ts'

export const INVITEE_KINDS = [
  'superior',
  'front',
  'delegate',
  'agencyLeader',
  'organization',
  'people',
  'petitioner',
] as const
export const INVITATION_CHANNELS = ['byHand', 'villageHead', 'post', 'electronic', 'phone'] as const
export const REPLIES = ['none', 'accepts', 'declines', 'substitute'] as const

const inviteeFields = {
  kind: oneOf(INVITEE_KINDS),
  name: personName(200),
  title: optionalText(200),
  agencyId: optionalId(),
  headcount: count(1, 5000),
}

export const addInviteeForm = z.object({ id: id(), ...inviteeFields })
export const editInviteeForm = z.object({ rowId: id(), version: version(), ...inviteeFields })
export const removeInviteeForm = z.object({ rowId: id(), reason: text(500) })

/** Sending the invitations of the list: all that are not yet sent, or those ticked. */
export const sendInvitationsForm = z.object({
  id: id(),
  inviteeIds: ids(),
  sentOn: day(),
  channel: oneOf(INVITATION_CHANNELS),
})

export const inviteeReplyForm = z.object({ rowId: id(), reply: oneOf(REPLIES), replyNote: optionalText(500) })

/** Who of the list came: those ticked attended, the others of the list did not. */
export const attendanceListForm = z.object({ id: id(), attendedIds: ids() })
