import { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { noticeRule } from '../mail/notice-kinds.ts'
import { listItems, lockOutbox, type OutboxRow, updateOutbox } from '../mail/outbox-store.ts'
import { findPetitionScopes } from '../petitions/petition-store.ts'
import { findPetitioner } from '../petitions/petitioner-store.ts'
import type { Db } from '../platform/db/connection.ts'
import * as f from '../platform/form-fields.ts'
import { chooseChannel } from './choose-channel.ts'

/** Who may not know of a petition does not know of the messages about it. */
async function scopeOfMessage(db: Db, authorityId: number, { id }: { id: number }) {
  const [item] = await listItems(db, authorityId, id)
  if (!item) return null
  if (item.subjectKind !== 'petition') return { authorityId }
  return (await findPetitionScopes(db, authorityId, item.subjectId))?.reading ?? null
}

const oneMessage = z.object({ id: f.id() })

/** Puts a message that failed, or did not arrive, on its way again: to the address the reader has now. */
export const resendMail = defineChange({
  name: 'mail/resend',
  permission: 'mail:resend',
  input: oneMessage,
  scope: scopeOfMessage,
  async run(context, { id }) {
    const message = await lockOutbox(context.db, context.authorityId, id)
    // one whose reader was erased has no words left to send
    const sendable = message.content !== null && ['failed', 'givenUp', 'sent'].includes(message.state)
    requireRule(sendable, 'mail/not-to-resend')
    const person = await personOf(context, message)
    const reached = person && chooseChannel({ ...person, phone: null }, [], false)
    const to = reached ? { channel: reached.channel, toAddress: reached.address } : {}
    const again = { state: 'waiting', tries: 0, nextTryAt: context.now, lastError: null, settledAt: null } as const
    await updateOutbox(context.db, context.authorityId, id, { ...to, ...again })
    record(context, message, { newAddress: reached !== null && reached?.address !== message.toAddress })
  },
})

/** The mail does not arrive: the same is printed and sent by post. */
export const printInstead = defineChange({
  name: 'mail/print-instead',
  permission: 'mail:resend',
  input: oneMessage,
  scope: scopeOfMessage,
  async run(context, { id }) {
    const message = await lockOutbox(context.db, context.authorityId, id)
    requireRule(['waiting', 'failed', 'givenUp'].includes(message.state), 'mail/not-to-resend')
    const person = await personOf(context, message)
    const address = person?.address.trim() ?? ''
    requireRule(address !== '', 'mail/no-address')
    const letter = { state: 'waiting', channel: 'letter', toAddress: address, settledAt: null } as const
    await updateOutbox(context.db, context.authorityId, id, letter)
    record(context, message, {})
  },
})

/** Letters were printed and went out; each only once, those another clerk recorded meanwhile are left alone. */
export const recordPrinted = defineChange({
  name: 'mail/record-printed',
  permission: 'mail:resend',
  input: z.object({ ids: f.ids() }),
  async run(context, { ids }) {
    const { db, authorityId, now } = context
    let printed = 0
    for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
      const scope = await scopeOfMessage(db, authorityId, { id })
      if (!scope || !context.actor.may('mail:resend', scope)) continue
      const message = await lockOutbox(db, authorityId, id)
      if (message.state !== 'waiting' || message.channel !== 'letter') continue
      await updateOutbox(db, authorityId, id, { state: 'printed', settledAt: now })
      record(context, message, {})
      printed += 1
    }
    if (printed === 0) context.record({ subjectKind: 'authority', subjectId: authorityId, after: { printed } })
    return { printed }
  },
})

async function personOf({ db, authorityId }: ChangeContext, message: OutboxRow) {
  if (message.recipientKind !== 'petitioner' || !noticeRule(message.kind)) return null
  const person = await findPetitioner(db, authorityId, message.recipientId)
  return person?.erasedAt === null ? person : null
}

function record(context: ChangeContext, message: OutboxRow, more: Record<string, unknown>): void {
  const { id, kind, state, tries } = message
  context.record({ subjectKind: 'outboxMessage', subjectId: id, before: { state, tries }, after: { kind, ...more } })
}
