/** Law 72/2025/QH15, art. 43: a dialogue is held when at least 10 % of the commune's voters ask for it. */
const VOTERS_SHARE_PERCENT = 10

export interface RequestWeight {
  /** null: nobody has counted the voters */
  percent: number | null
  /** how many signatures make the dialogue a duty; null when the voters are not counted */
  needed: number | null
  /** true: the dialogue must be held */
  binding: boolean
}

/** Weighs the signatures of a request against the voters of the commune. */
export function weighRequest(
  signers: number | null,
  voters: number | null,
  sharePercent = VOTERS_SHARE_PERCENT,
): RequestWeight {
  if (voters === null || voters <= 0) return { percent: null, needed: null, binding: false }
  const needed = Math.ceil((voters * sharePercent) / 100)
  const count = signers ?? 0
  return { percent: Math.floor((count * 1000) / voters) / 10, needed, binding: count >= needed }
}
