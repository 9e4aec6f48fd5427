import type { ChangeContext } from '../changes/define-change.ts'

interface Difference {
  planId: number
  /** what the row is called in the log: `targetId`, `taskId` … */
  part?: Record<string, number>
  before: object
  after: object
  reason?: string | null
}

/** Logs on the plan what differs between the stored row and the values written over it. */
export function recordDifference(
  context: ChangeContext,
  { planId, part = {}, before, after, reason }: Difference,
): void {
  const stored = before as Record<string, unknown>
  const wanted = after as Record<string, unknown>
  const differing = Object.keys(wanted).filter((key) => JSON.stringify(stored[key]) !== JSON.stringify(wanted[key]))
  const pick = (row: Record<string, unknown>) => Object.fromEntries(differing.map((key) => [key, row[key] ?? null]))
  context.record({
    subjectKind: 'plan',
    subjectId: planId,
    before: { ...part, ...pick(stored) },
    after: { ...part, ...pick(wanted) },
    reason: reason ?? null,
  })
}
