import { listAgencies } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { addRecipientsInput, receivePaperInput, recipientInput, sendPaperInput } from '../documents/paper-forms.ts'
import { findRecipient } from '../documents/paper-store.ts'
import { recordReceipt } from '../documents/receive-paper.ts'
import { addRecipients, recordSending, removeRecipient } from '../documents/send-paper.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'
import { findPaperScopes } from './paper-access.ts'
import { workingScope } from './paper-changes.ts'
import { writeRecipients } from './paper-recipients.ts'
import { refreshAfterPaper } from './refresh-after-paper.ts'

/** Adds agencies, or somebody named, to those who get the paper (nơi nhận). */
export const addRecipientsChange = defineChange({
  name: 'paper/add-recipients',
  permission: 'paper:send',
  input: addRecipientsInput,
  scope: workingScope,
  async run(context, input) {
    const agencies = await listAgencies(context.db, context.authorityId)
    const chosen = input.agencyIds.map((agencyId) => {
      const agency = agencies.find((one) => one.id === agencyId)
      if (!agency) throw new NotFound('agency')
      return { agencyId, name: agency.name, purpose: input.purpose, remark: input.remark }
    })
    const named = input.name === '' ? [] : [{ name: input.name, purpose: input.purpose, remark: input.remark }]
    const added = await addRecipients(context, input.id, [...chosen, ...named])
    if (added.length === 0) context.record({ subjectKind: 'paper', subjectId: input.id, after: { recipients: 0 } })
    await writeRecipients(context, input.id)
    await refreshAfterPaper(context, input.id)
  },
})

export const removeRecipientChange = defineChange({
  name: 'paper/remove-recipient',
  permission: 'paper:send',
  input: recipientInput,
  scope: workingScope,
  async run(context, input) {
    await requireRecipientOf(context.db, context.authorityId, input)
    await removeRecipient(context, input.recipientId)
    await writeRecipients(context, input.id)
  },
})

/** One sending, to one addressee or several on the same day by the same way. */
export const sendPaperChange = defineChange({
  name: 'paper/send',
  permission: 'paper:send',
  input: sendPaperInput,
  scope: workingScope,
  async run(context, input) {
    for (const recipientId of [...new Set(input.recipientIds)].sort((a, b) => a - b)) {
      await requireRecipientOf(context.db, context.authorityId, { id: input.id, recipientId })
      await recordSending(context, { recipientId, sentOn: input.sentOn, channel: input.channel })
    }
    await refreshAfterPaper(context, input.id)
  },
})

/** Receipt is recorded by the sender, or by the agency that received it. */
export const receivePaperChange = defineChange({
  name: 'paper/receive',
  permission: 'paper:send',
  input: receivePaperInput,
  async scope(db, authorityId, input) {
    const scopes = await findPaperScopes(db, authorityId, input.id)
    const recipient = await findRecipient(db, authorityId, input.recipientId)
    if (!scopes || recipient?.paperId !== input.id) return null
    const own = recipient.agencyId === null ? [] : [recipient.agencyId]
    return { ...scopes.working, agencyIds: [...(scopes.working.agencyIds ?? []), ...own] }
  },
  async run(context, input) {
    await recordReceipt(context, { ...input, note: input.note || null })
    await refreshAfterPaper(context, input.id, { cause: 'receipt', reason: 'Ghi nhận ngày nhận văn bản.' })
  },
})

async function requireRecipientOf(db: Db, authorityId: number, input: { id: number; recipientId: number }) {
  const recipient = await findRecipient(db, authorityId, input.recipientId)
  if (recipient?.paperId !== input.id) throw new NotFound('paperRecipient')
}
