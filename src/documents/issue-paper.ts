import { getAuthority } from '../agencies/authority-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { approvePaper, type PaperApproval } from './approve-paper.ts'
import { draftPaper, type PaperDraft } from './draft-paper.ts'
import { needsLateEntryReason, type Paper, type SignCapacity } from './paper.ts'
import { findPaperSheet } from './paper-sheet-store.ts'
import { isExternalIssuer, lockPaper, updatePaper } from './paper-store.ts'
import { takeNumber } from './take-number.ts'

export interface PaperIssue {
  datedOn: Day
  /** typed only where the book is external, or the issuer is outside the authority */
  number?: string | null
  signerName: string
  signerTitle: string
  signCapacity: SignCapacity | string
  /** needed for a date in the future or more than 30 days back */
  lateEntryReason?: string | null
}

/**
 * Issues an approved paper: date, signer in his capacity, and the number from the right book. A paper it replaces
 * becomes void in the same act. Returns the number as written on it, null for kinds kept without one.
 */
export async function issuePaper(
  context: ChangeContext,
  issue: PaperIssue & { paperId: number },
): Promise<{ number: string | null }> {
  const { db, authorityId } = context
  const paper = await lockPaper(db, authorityId, issue.paperId)
  if (paper.state === 'issued') throw new BrokenRule('paper/already-issued')
  if (paper.state !== 'approved') throw new BrokenRule('paper/not-approved')
  await requireOwnLifetime(context, paper, issue.datedOn)
  const lateEntry = needsLateEntryReason(issue.datedOn, context.today)
  const lateEntryReason = lateEntry ? (issue.lateEntryReason?.trim() ?? '') : null
  if (lateEntryReason === '') throw new InputRejected({ lateEntryReason: 'reasonRequired' })
  const number = await numberOf(context, paper, issue)
  const set = {
    state: 'issued' as const,
    number,
    datedOn: issue.datedOn,
    signerName: issue.signerName,
    signerTitle: issue.signerTitle,
    signCapacity: issue.signCapacity,
    lateEntry,
    lateEntryReason,
    issuedAt: context.now,
    issuedBy: context.actor.accountId,
  }
  await updatePaper(db, authorityId, paper, set)
  context.record({
    subjectKind: 'paper',
    subjectId: paper.id,
    action: 'paper/issue',
    before: { state: paper.state },
    after: { ...set, issuedAt: undefined, issuedBy: undefined },
    reason: lateEntryReason,
  })
  if (paper.replacesPaperId !== null) await voidReplaced(context, paper.replacesPaperId, paper.id, number)
  return { number }
}

/** What an office of the authority issues is not older than the authority; a paper of somebody outside may be. */
async function requireOwnLifetime({ db, authorityId }: ChangeContext, paper: Paper, datedOn: Day): Promise<void> {
  if (await isFromOutside(db, authorityId, paper)) return
  const { fromDay } = await getAuthority(db, authorityId)
  if (datedOn < fromDay) throw new InputRejected({ datedOn: 'beforeAuthority' })
}

async function isFromOutside(db: Db, authorityId: number, { issuerAgencyId }: Paper): Promise<boolean> {
  return issuerAgencyId === null || (await isExternalIssuer(db, authorityId, issuerAgencyId)) === true
}

async function numberOf(context: ChangeContext, paper: Paper, issue: PaperIssue): Promise<string | null> {
  const typed = issue.number?.trim() || null
  // a paper of somebody outside carries that body's number, which is in no book of ours
  if (await isFromOutside(context.db, context.authorityId, paper)) return typed
  return takeNumber(context, {
    paperId: paper.id,
    kind: paper.kind,
    variant: (await findPaperSheet(context.db, context.authorityId, paper.id))?.variant ?? null,
    issuerAgencyId: paper.issuerAgencyId!,
    datedOn: issue.datedOn,
    typed,
  })
}

async function voidReplaced(context: ChangeContext, replacedId: number, byId: number, number: string | null) {
  const replaced = await lockPaper(context.db, context.authorityId, replacedId)
  if (replaced.state !== 'issued') throw new BrokenRule('paper/only-issued-is-replaced')
  const reason = `Được thay thế bằng văn bản ${number ? `số ${number}` : `mã ${byId}`}`
  await updatePaper(context.db, context.authorityId, replaced, { state: 'void', voidReason: reason })
  context.record({
    subjectKind: 'paper',
    subjectId: replacedId,
    action: 'paper/replace',
    before: { state: 'issued' },
    after: { state: 'void', replacedBy: byId },
    reason,
  })
}

/**
 * Enters a paper that was approved, signed and issued on paper already, in one step. Returns its id and number; the
 * signed page is required as with every approval on paper.
 */
export async function recordIssuedPaper(
  context: ChangeContext,
  paper: PaperDraft & PaperApproval & PaperIssue,
): Promise<{ paperId: number; number: string | null }> {
  const paperId = await draftPaper(context, paper)
  await approvePaper(context, { paperId, onPaper: paper })
  const { number } = await issuePaper(context, { ...paper, paperId })
  return { paperId, number }
}
