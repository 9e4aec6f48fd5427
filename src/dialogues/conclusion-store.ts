import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'

/** The conclusion notice of a dialogue with number and day of its paper; null before it is drafted. */
export async function findConclusionNotice(db: Db, authorityId: number, dialogueId: number) {
  const found = await db
    .selectFrom('conclusionNotice')
    .leftJoin('paper', (join) =>
      join
        .onRef('paper.id', '=', 'conclusionNotice.paperId')
        .onRef('paper.authorityId', '=', 'conclusionNotice.authorityId'),
    )
    .leftJoin('account', 'account.id', 'conclusionNotice.approvedBy')
    .selectAll('conclusionNotice')
    .select(['paper.number as paperNumber', 'paper.datedOn as paperDatedOn', 'paper.signerName'])
    .select('account.displayName as approvedByName')
    .where('conclusionNotice.authorityId', '=', authorityId)
    .where('conclusionNotice.dialogueId', '=', dialogueId)
    .executeTakeFirst()
  return found ?? null
}

export type ConclusionNotice = NonNullable<Awaited<ReturnType<typeof findConclusionNotice>>>

/** Keeps the notice as it was issued while it is corrected; null when the correction has come to its end. */
export async function setBeforeCorrection(
  db: Db,
  authorityId: number,
  noticeId: number,
  kept: object | null,
): Promise<void> {
  await db
    .updateTable('conclusionNotice')
    .set({ beforeCorrection: kept === null ? null : JSON.stringify(kept) })
    .where('authorityId', '=', authorityId)
    .where('id', '=', noticeId)
    .execute()
}

/** The paper being drafted and approved: the new version while the notice is corrected, else the notice itself. */
export function paperInWork(notice: Pick<ConclusionNotice, 'paperId' | 'correctingPaperId'>): number {
  const paperId = notice.correctingPaperId ?? notice.paperId
  if (paperId === null) throw new NotFound('conclusionNotice')
  return paperId
}

/** Items in their order with the names of their lead agencies, those taken out apart. */
export async function listConclusionItems(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('conclusionItem')
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.id', '=', 'conclusionItem.leadAgencyId')
        .onRef('agency.authorityId', '=', 'conclusionItem.authorityId'),
    )
    .selectAll('conclusionItem')
    .select(['agency.name as leadAgencyName', 'agency.shortName as leadAgencyShortName'])
    .where('conclusionItem.authorityId', '=', authorityId)
    .where('conclusionItem.dialogueId', '=', dialogueId)
    .where('withdrawnReason', 'is', null)
    .orderBy('position')
    .orderBy('conclusionItem.id')
    .execute()
}

export type ConclusionItem = Awaited<ReturnType<typeof listConclusionItems>>[number]

/** Who is to get the notice, and when it was sent to and received by each. */
export async function listNoticeRecipients(db: Db, authorityId: number, paperId: number | null) {
  if (paperId === null) return []
  return db
    .selectFrom('paperRecipient')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('paperId', '=', paperId)
    .orderBy('id')
    .execute()
}

export type NoticeRecipient = Awaited<ReturnType<typeof listNoticeRecipients>>[number]
