import { defineChange } from '../changes/define-change.ts'
import { requirePermission, requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { regulationRef } from './regulation.ts'
import { retireRegulationForm } from './regulation-forms.ts'
import { findVersionRow, getRegulationVersion, retireVersion } from './regulation-store.ts'

/** Takes a version out of the list of those that can be adopted, or ends an overlay; whoever works under it goes on. */
export const retireRegulation = defineChange({
  name: 'regulation/retire',
  permission: 'regulation:edit',
  input: retireRegulationForm,
  async run(context, { regulationVersionId, onDay, reason }) {
    const { db, actor, authorityId } = context
    const row = await findVersionRow(db, regulationVersionId)
    if (!row) throw new InputRejected({ regulationVersionId: 'notFound' })
    // what came with the program or binds everybody is not one authority's to retire
    if (row.overlay || row.ownerAuthorityId !== authorityId)
      requirePermission(actor, 'regulation:edit-overlay', { authorityId })
    const { regulation } = await getRegulationVersion(db, regulationVersionId)
    requireRule(row.retiredOn === null, 'regulation/retired', { ref: regulationRef(regulation) })
    await retireVersion(db, regulationVersionId, onDay)
    context.record({
      subjectKind: 'regulationVersion',
      subjectId: regulationVersionId,
      before: { retiredOn: null },
      after: { ref: regulationRef(regulation), retiredOn: onDay },
      reason,
    })
  },
})
