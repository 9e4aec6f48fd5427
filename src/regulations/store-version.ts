import type { ChangeContext } from '../changes/define-change.ts'
import { requirePermission } from '../changes/perform-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { type Regulation, regulationRef } from './regulation.ts'
import { hashOfRegulation, insertRegulationVersion, listVersionsOf } from './regulation-store.ts'

/**
 * Stores a further version. Throws `regulation/version-exists` where id and version are taken (a stored version never
 * changes), `regulation/overlay-overlaps` where two versions of an overlay would bind on the same day; an overlay is
 * for whoever looks after the whole installation.
 */
export async function storeVersion(
  context: ChangeContext,
  regulation: Regulation,
  more: { origin: 'imported' | 'edited'; basedOnId: number | null },
): Promise<number> {
  const { db, actor, authorityId } = context
  if (regulation.overlay) requirePermission(actor, 'regulation:edit-overlay', { authorityId })
  const others = await listVersionsOf(db, regulation.id)
  if (others.some((other) => other.version === regulation.version))
    throw new BrokenRule('regulation/version-exists', { ref: regulationRef(regulation) })
  if (regulation.overlay) {
    const clash = others.find(
      (other) => other.retiredOn === null && overlaps(other.data as unknown as Regulation, regulation),
    )
    if (clash) throw new BrokenRule('regulation/overlay-overlaps', { ref: `${regulation.id}@${clash.version}` })
  }
  const id = await insertRegulationVersion(db, {
    regulation,
    ...more,
    ownerAuthorityId: authorityId === 0 ? null : authorityId,
    enteredBy: actor.accountId,
  })
  context.record({
    subjectKind: 'regulationVersion',
    subjectId: id,
    after: { ref: regulationRef(regulation), name: regulation.name, sha256: hashOfRegulation(regulation), ...more },
  })
  return id
}

function overlaps(a: Regulation, b: Regulation): boolean {
  const endsBefore = (first: Regulation, second: Regulation) =>
    first.effectiveTo !== null && first.effectiveTo < second.effectiveFrom
  return !endsBefore(a, b) && !endsBefore(b, a)
}
