import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import { id, text } from '../platform/form-fields.ts'
import { webhookEventNames } from './webhook-events.ts'
import { endWebhooks, insertWebhook, lastLogLine, listWebhooks } from './webhook-store.ts'

/** A key needs no more places than this. */
const MOST_PER_KEY = 10

const openWebhookForm = z.object({
  apiKeyId: id(),
  url: text(500).pipe(z.url('notValid')),
  events: z.array(z.enum(webhookEventNames, 'notInList')).min(1, 'required'),
})

const endWebhookForm = z.object({ apiKeyId: id(), id: id() })

/** A secret as signing wants it; both sides know it, so it is handed over once and kept. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/**
 * A system asks to be told from now on, at an address of its own. Its secret is handed in beside the input, so that it
 * stands neither in the log nor in the idempotency record.
 */
export function openWebhook(secret: string) {
  return defineChange({
    name: 'webhook/open',
    permission: 'petition:read',
    input: openWebhookForm,
    async run({ db, authorityId, now, record }, input) {
      const present = (await listWebhooks(db, authorityId, input.apiKeyId)).filter((one) => one.endedAt === null)
      if (present.length >= MOST_PER_KEY) throw new InputRejected({ url: 'tooMany' })
      const position = await lastLogLine(db, authorityId)
      const webhookId = await insertWebhook(db, {
        authorityId,
        ...input,
        secret,
        position,
        nextTryAt: now,
        madeAt: now,
      })
      record({ subjectKind: 'webhook', subjectId: webhookId, after: { ...input } })
      return { webhookId }
    },
  })
}

/** A system asks to be told no more. */
export const endWebhook = defineChange({
  name: 'webhook/end',
  permission: 'petition:read',
  input: endWebhookForm,
  async run({ db, authorityId, now, record }, input) {
    const ended = await endWebhooks(db, { authorityId, ...input }, { at: now, reason: 'Hệ thống đề nghị dừng.' })
    if (ended === 0) throw new NotFound('webhook')
    record({ subjectKind: 'webhook', subjectId: input.id, after: { ended: true } })
  },
})
