import { findReceiptByFingerprint } from '../petitions/submission-receipt-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { readTypedCode } from '../platform/secret-token.ts'

/** The receipt with a check code as somebody typed it: when it was given. Null: there is none. */
export async function findOwnReceipt(db: Db, authorityId: number, typed: string): Promise<{ receivedAt: Date } | null> {
  const bare = typed.replace(/[\s-]/g, '')
  const halves = [readTypedCode(bare.slice(0, 12)), readTypedCode(bare.slice(12))]
  const found = await findReceiptByFingerprint(db, authorityId, halves.join('-'))
  return found && halves.every((half) => half !== null) ? { receivedAt: found.receivedAt } : null
}
