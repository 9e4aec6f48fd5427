import type { ChangeContext } from '../changes/define-change.ts'
import { insertMessage } from './message-store.ts'

export interface Message {
  to: { accountId?: number | null; agencyId?: number | null }
  /** key of its sentence in the catalogue: `petition-assigned`, `deadline-near` … */
  kind: string
  subjectKind: string
  subjectId: number
  params?: Record<string, unknown>
  /** one message per key, for ever: `deadline 12 seven-days-before agency 3` */
  dedupeKey: string
}

/** Puts a message into the outbox in the transaction of the change: with it, or not at all. */
export async function sendMessage(context: ChangeContext, message: Message): Promise<boolean> {
  return insertMessage(context.db, {
    authorityId: context.authorityId,
    accountId: message.to.accountId ?? null,
    agencyId: message.to.agencyId ?? null,
    kind: message.kind,
    subjectKind: message.subjectKind,
    subjectId: message.subjectId,
    params: message.params ?? {},
    dedupeKey: message.dedupeKey,
    createdAt: context.now,
  })
}
