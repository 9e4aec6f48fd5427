import { getAuthority } from '../agencies/authority-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { shiftDay } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import { appliesToKind, isInForce, regulationRef } from '../regulations/regulation.ts'
import { adoptRegulationForm } from '../regulations/regulation-forms.ts'
import {
  endAdoptions,
  findVersionRow,
  getRegulationVersion,
  insertAdoption,
  listAdoptions,
} from '../regulations/regulation-store.ts'

/**
 * From that day the authority works under this version; the one before ends on the day before. Dialogues already
 * opened keep the version they were opened under.
 */
export const adoptRegulation = defineChange({
  name: 'regulation/adopt',
  permission: 'regulation:edit',
  input: adoptRegulationForm,
  async run(context, { regulationVersionId, fromDay, reason }) {
    const { db, authorityId } = context
    const row = await findVersionRow(db, regulationVersionId)
    if (!row) throw new InputRejected({ regulationVersionId: 'notFound' })
    const { regulation } = await getRegulationVersion(db, regulationVersionId)
    const ref = regulationRef(regulation)
    requireRule(!regulation.overlay, 'regulation/overlay-not-adopted', { ref })
    requireRule(row.retiredOn === null || row.retiredOn > fromDay, 'regulation/retired', { ref })
    requireRule(isInForce(regulation, fromDay), 'regulation/not-in-force', { ref })
    const adoptions = await listAdoptions(db, authorityId)
    requireRule(!adoptions.some((one) => one.fromDay >= fromDay), 'regulation/later-adoption')
    const before = adoptions.find((one) => one.toDay === null || one.toDay >= fromDay)
    requireRule(before?.regulationVersionId !== regulationVersionId, 'regulation/already-adopted', { ref })
    const { kind } = await getAuthority(db, authorityId)
    requireRule(appliesToKind(regulation, kind), 'regulation/not-for-kind', { ref, who: regulation.appliesTo.label })
    await endAdoptions(db, authorityId, shiftDay(fromDay, -1))
    const id = await insertAdoption(db, { authorityId, regulationVersionId, fromDay, toDay: null })
    context.record({
      subjectKind: 'authorityRegulation',
      subjectId: id,
      before: before ? { ref: `${before.regulationId}@${before.regulationVersion}`, fromDay: before.fromDay } : null,
      after: { ref, fromDay },
      reason,
    })
    return { id, ref }
  },
})
