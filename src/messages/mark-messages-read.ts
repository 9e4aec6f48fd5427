import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import * as field from '../platform/form-fields.ts'
import { markRead } from './message-store.ts'

/** The reader has seen these messages; those that came meanwhile, or stand on another page, stay unread. */
export const markMessagesRead = defineChange({
  name: 'message/mark-read',
  permission: 'message:read',
  input: z.object({ messageIds: field.ids() }),
  async run(context, { messageIds }) {
    const reader = { accountId: context.actor.accountId, agencyId: context.actor.agencyId }
    const read = await markRead(context.db, context.authorityId, reader, messageIds, context.now)
    // a list that was empty, or read meanwhile, is no fault of the reader's
    if (read.length === 0) context.record({ subjectKind: 'message', subjectId: null, after: { read: false } })
    for (const id of read) context.record({ subjectKind: 'message', subjectId: id, after: { read: true } })
    return { read: read.length }
  },
})
