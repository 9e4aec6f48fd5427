import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import type { RecipientPurpose, SendingChannel } from './paper.ts'
import {
  deleteRecipient,
  insertRecipients,
  isExternalIssuer,
  listRecipients,
  lockPaper,
  lockRecipient,
  type NewRecipient,
  updateRecipient,
} from './paper-store.ts'

export interface RecipientDraft {
  agencyId?: number | null
  petitionerId?: number | null
  name: string
  purpose: RecipientPurpose | string
  /** behind the name on the paper, in brackets: `để b/c` */
  remark?: string
  writtenTo?: boolean
}

/**
 * Adds addressees to a paper that is not void. One who is on the list already for the same purpose is not added
 * twice. Returns the ids of the new ones.
 */
export async function addRecipients(
  context: ChangeContext,
  paperId: number,
  recipients: readonly RecipientDraft[],
): Promise<number[]> {
  const { db, authorityId } = context
  const paper = await lockPaper(db, authorityId, paperId)
  if (paper.state === 'void') throw new BrokenRule('paper/void')
  const identity = (r: RecipientDraft) => `${r.agencyId ?? ''}|${r.petitionerId ?? ''}|${r.name}|${r.purpose}`
  const known = new Set((await listRecipients(db, authorityId, paperId)).map(identity))
  const added: NewRecipient[] = []
  for (const recipient of recipients) {
    if (known.has(identity(recipient))) continue
    known.add(identity(recipient))
    const agencyId = recipient.agencyId ?? null
    if (agencyId !== null && (await isExternalIssuer(db, authorityId, agencyId)) === null) {
      throw new InputRejected({ agencyId: 'notInList' })
    }
    added.push({
      agencyId,
      petitionerId: recipient.petitionerId ?? null,
      name: recipient.name,
      purpose: recipient.purpose,
      remark: recipient.remark ?? '',
      writtenTo: recipient.writtenTo ?? false,
    })
  }
  const ids = await insertRecipients(db, authorityId, paperId, added)
  if (ids.length > 0) {
    context.record({
      subjectKind: 'paper',
      subjectId: paperId,
      action: 'paper/add-recipients',
      after: { recipients: added },
      personal: ['recipients'],
    })
  }
  return ids
}

/** Strikes an addressee out before the paper is issued. */
export async function removeRecipient(context: ChangeContext, recipientId: number): Promise<void> {
  const { db, authorityId } = context
  const recipient = await lockRecipient(db, authorityId, recipientId)
  const paper = await lockPaper(db, authorityId, recipient.paperId)
  if (paper.state === 'issued' || paper.state === 'void' || recipient.sentOn)
    throw new BrokenRule('paper/recipient-stays')
  await deleteRecipient(db, authorityId, recipientId)
  context.record({
    subjectKind: 'paper',
    subjectId: paper.id,
    action: 'paper/remove-recipient',
    before: { recipientId, name: recipient.name, purpose: recipient.purpose },
    personal: ['name'],
  })
}

/** Records that an issued paper was sent to one addressee: day and channel. */
export async function recordSending(
  context: ChangeContext,
  sending: { recipientId: number; sentOn: Day; channel: SendingChannel | string },
): Promise<{ paperId: number }> {
  const { db, authorityId } = context
  const recipient = await lockRecipient(db, authorityId, sending.recipientId)
  const paper = await lockPaper(db, authorityId, recipient.paperId)
  if (paper.state !== 'issued') throw new BrokenRule('paper/not-issued')
  if (recipient.sentOn !== null) throw new BrokenRule('paper/already-sent', { name: recipient.name })
  if (sending.sentOn > context.today) throw new InputRejected({ sentOn: 'inFuture' })
  if (sending.sentOn < paper.datedOn!) throw new InputRejected({ sentOn: 'beforePaperDate' })
  await updateRecipient(db, authorityId, recipient, { sentOn: sending.sentOn, channel: sending.channel })
  context.record({
    subjectKind: 'paper',
    subjectId: paper.id,
    action: 'paper/send',
    before: { recipientId: recipient.id, sentOn: null },
    after: { recipientId: recipient.id, name: recipient.name, sentOn: sending.sentOn, channel: sending.channel },
    personal: ['name'],
  })
  return { paperId: paper.id }
}
