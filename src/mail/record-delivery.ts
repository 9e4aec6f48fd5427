import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import * as f from '../platform/form-fields.ts'
import { lockOutbox, updateOutbox } from './outbox-store.ts'

/** The other side has taken a message over: kept with its day in the log, for a legal notice has to be proven. */
export const recordDelivery = defineChange({
  name: 'mail/deliver',
  permission: 'mail:deliver',
  input: z.object({ id: f.id() }),
  async run({ db, authorityId, now, record }, { id }) {
    const message = await lockOutbox(db, authorityId, id)
    if (message.state === 'sent') return record({ subjectKind: 'outboxMessage', subjectId: id, after: { again: true } })
    await updateOutbox(db, authorityId, id, { state: 'sent', settledAt: now, lastError: null })
    const { kind, channel, tries, recipientKind, recipientId } = message
    record({ subjectKind: 'outboxMessage', subjectId: id, after: { kind, channel, tries, recipientKind, recipientId } })
  },
})
