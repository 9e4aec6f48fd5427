import type { ChangeContext } from '../changes/define-change.ts'
import { insertTrackingLink, type TrackingOpens } from './tracking-link-store.ts'

/** A page of the Portal below the authority: `/cong/cat-hai/theo-doi/…`. Whoever holds the address may follow. */
export function trackingAddress(slug: string, token: string): string {
  return `/cong/${slug}/theo-doi/${token}`
}

/** Keeps the hash of a secret that somebody will hold; the secret itself never comes near the database. */
export async function keepTrackingSecret(
  context: ChangeContext,
  link: { submissionId: number; tokenHash: string; opens: TrackingOpens; madeFor: 'receipt' | 'mail' | 'print' },
): Promise<void> {
  await insertTrackingLink(context.db, { authorityId: context.authorityId, madeAt: context.now, ...link })
}

/** The two secrets of a receipt: the one of its address opens everything, its short code the state alone. */
export async function keepReceiptSecrets(
  context: ChangeContext,
  receipt: { submissionId: number; tokenHash: string; codeHash: string },
): Promise<void> {
  const { submissionId, tokenHash, codeHash } = receipt
  await keepTrackingSecret(context, { submissionId, tokenHash, opens: 'everything', madeFor: 'receipt' })
  await keepTrackingSecret(context, { submissionId, tokenHash: codeHash, opens: 'status', madeFor: 'receipt' })
}
