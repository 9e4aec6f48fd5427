import { createHash } from 'node:crypto'
import type { Day } from '../platform/day.ts'
import type { ConclusionItem, ConclusionNotice } from './conclusion-store.ts'

/** What of an item the notice itself says; results, proposals and confirmations are facts of their own. */
const ITEM_FIELDS = ['content', 'conclusion', 'disposition', 'leadAgencyId', 'supportingAgencyIds'] as const
const LIMIT_FIELDS = ['dueOn', 'openProposal'] as const
const NOTICE_FIELDS = [
  'assessment',
  'implementation',
  'approvedBy',
  'approvedAt',
  'paperApprover',
  'paperApprovedOn',
] as const

export type ItemAsIssued = Pick<
  ConclusionItem,
  'id' | 'confirmedOn' | (typeof ITEM_FIELDS)[number] | (typeof LIMIT_FIELDS)[number]
>

/** A notice as it was issued, with its items in their order and which petition each concludes. */
export interface BeforeCorrection extends Pick<ConclusionNotice, (typeof NOTICE_FIELDS)[number]> {
  items: ItemAsIssued[]
  petitions: { petitionId: number; itemId: number }[]
}

/** What a reader of the draft sees of it, as one short word: it changes with the text and with any item. */
export function conclusionSeen(notice: ConclusionNotice, items: readonly ConclusionItem[]): string {
  return createHash('sha256')
    .update(JSON.stringify(conclusionAsItStands(notice, items, [])))
    .digest('base64url')
}

/** The notice as it stands now, as a value to be kept. */
export function conclusionAsItStands(
  notice: ConclusionNotice,
  items: readonly ConclusionItem[],
  petitions: BeforeCorrection['petitions'],
): BeforeCorrection {
  return {
    ...pick(notice, NOTICE_FIELDS),
    items: items.map((item) => pick(item, ['id', 'confirmedOn', ...ITEM_FIELDS, ...LIMIT_FIELDS])),
    petitions,
  }
}

/** The fields an item goes back to; a limit confirmed since then stays, and agencies are those that exist now. */
export function ownFields(
  issued: ItemAsIssued,
  now: { confirmedOn: Day | null },
  heirOf: (agencyId: number) => number,
) {
  const limit = issued.confirmedOn === now.confirmedOn ? pick(issued, LIMIT_FIELDS) : {}
  return {
    ...pick(issued, ITEM_FIELDS),
    ...limit,
    leadAgencyId: issued.leadAgencyId === null ? null : heirOf(issued.leadAgencyId),
    supportingAgencyIds: [...new Set(issued.supportingAgencyIds.map(heirOf))],
    withdrawnReason: null,
  }
}

/** Whether any of the values is another one in the row. */
export function differs(row: object, values: object): boolean {
  const stored = row as Record<string, unknown>
  return Object.entries(values).some(([field, value]) => JSON.stringify(stored[field]) !== JSON.stringify(value))
}

function pick<T extends object, K extends keyof T>(from: T, fields: readonly K[]): Pick<T, K> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<T, K>
}
