import { createHash } from 'node:crypto'
import type { ChangeContext } from '../changes/define-change.ts'
import { derivedCode } from '../platform/secret-token.ts'
import { textHash } from './intake-hold.ts'
import { insertConsent, insertReceipt, keepNotice } from './submission-receipt-store.ts'
import { keepReceiptSecrets } from './tracking-link.ts'

/** What a receipt stands for. */
interface ReceiptFacts {
  authorityId: number
  submissionId: number
  /** the whole text as it was sent */
  text: string
  receivedAt: Date
}

/** `7Q2M-…`: the check code of a receipt, 120 bits over what was sent and when; shows nothing of either. */
export function fingerprintOf(facts: ReceiptFacts): string {
  const parts = [facts.authorityId, facts.submissionId, facts.text, facts.receivedAt.toISOString()]
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return `${derivedCode(digest, 'receipt 1')}-${derivedCode(digest, 'receipt 2')}`
}

interface GivenReceipt {
  submissionId: number
  contents: readonly string[]
  text: string
  tokenHash: string
  codeHash: string
}

/** Gives a receipt: its secrets as hashes, its check code, the time of the server. */
export async function giveReceipt(context: ChangeContext, receipt: GivenReceipt): Promise<void> {
  const { db, authorityId, now } = context
  const { submissionId, text } = receipt
  const fingerprint = fingerprintOf({ authorityId, submissionId, text, receivedAt: now })
  const values = { authorityId, submissionId, receivedAt: now, fingerprint, textHash: textHash(receipt.contents) }
  await insertReceipt(db, values)
  await keepReceiptSecrets(context, receipt)
  context.record({
    ...{
      subjectKind: 'submission',
      subjectId: submissionId,
      action: 'submission/give-receipt',
      after: { fingerprint },
    },
  })
}

export interface AgreedNotice {
  version: string
  lang: string
  text: string
}

/** Keeps to which wording of the notice on personal data somebody agreed (law 91/2025/QH15). */
export async function keepConsent(
  context: ChangeContext,
  subject: {
    subjectKind: 'submission' | 'speechRegistration' | 'dialogueRequest' | 'requestSigner'
    subjectId: number
  },
  notice: AgreedNotice,
  publishName: boolean,
): Promise<void> {
  const sha256 = createHash('sha256').update(notice.text).digest('hex')
  await keepNotice(context.db, { ...notice, sha256 })
  await insertConsent(context.db, {
    authorityId: context.authorityId,
    ...subject,
    noticeVersion: notice.version,
    lang: notice.lang,
    noticeSha256: sha256,
    agreedAt: context.now,
    publishName,
  })
  const after = { notice: notice.version, lang: notice.lang, sha256, publishName }
  context.record({ ...subject, action: 'data-notice/agree', after })
}
