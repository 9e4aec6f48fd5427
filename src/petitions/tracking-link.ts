import type { ChangeContext } from '../changes/define-change.ts'
import { hashOfToken, newSecretToken } from '../platform/secret-token.ts'
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

/**
 * A new secret that opens a submission and its petitions, for a mail or a printed letter of this transaction. Several
 * may be valid at once. The token goes into that text and nowhere else: not into the result of the change, which is kept.
 */
export async function makeTrackingToken(
  context: ChangeContext,
  submissionId: number,
  madeFor: 'mail' | 'print',
): Promise<string> {
  const token = newSecretToken()
  await keepTrackingSecret(context, { submissionId, tokenHash: hashOfToken(token), opens: 'everything', madeFor })
  return token
}
