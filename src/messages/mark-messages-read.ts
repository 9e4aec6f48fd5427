import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import * as field from '../platform/form-fields.ts'
import { markRead } from './message-store.ts'

/** The reader has seen the messages up to this one; those that came meanwhile stay unread. */
export const markMessagesRead = defineChange({
  name: 'message/mark-read',
  permission: 'message:read',
  input: z.object({ upTo: field.id() }),
  async run(context, { upTo }) {
    const reader = { accountId: context.actor.accountId, agencyId: context.actor.agencyId }
    const read = await markRead(context.db, context.authorityId, reader, upTo, context.now)
    context.record({ subjectKind: 'message', subjectId: upTo, after: { read } })
    return { read }
  },
})
