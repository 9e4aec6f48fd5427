import type { ChangeContext } from '../changes/define-change.ts'
import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { identityOf } from './bring-into-library.ts'
import {
  type BasisValues,
  getLegalBasis,
  insertLegalBasis,
  listLegalBases,
  updateLegalBasis,
} from './legal-basis-store.ts'
import { addLegalBasisForm, editLegalBasisForm } from './plan-forms.ts'

async function checkBasis(context: ChangeContext, values: BasisValues, id: number | null): Promise<void> {
  const { effectiveFrom, effectiveTo } = values
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom) {
    throw new InputRejected({ effectiveTo: 'beforeStart' })
  }
  const others = (await listLegalBases(context.db, context.authorityId)).filter((basis) => basis.id !== id)
  const same = others.some(
    (basis) =>
      identityOf(basis.number) === identityOf(values.number) && identityOf(basis.issuer) === identityOf(values.issuer),
  )
  if (same) throw new InputRejected({ number: 'taken' })
}

/** Enters an instrument that plans rest on into the library (A1); returns its id. */
export const addLegalBasis = defineChange({
  name: 'legal-basis/add',
  permission: 'plan:draft',
  input: addLegalBasisForm,
  async run(context, values) {
    await checkBasis(context, values, null)
    const id = await insertLegalBasis(context.db, context.authorityId, values)
    context.record({ subjectKind: 'legalBasis', subjectId: id, after: { ...values } })
    return id
  },
})

/** Corrects an instrument of the library, or says until when it is in force. */
export const editLegalBasis = defineChange({
  name: 'legal-basis/edit',
  permission: 'plan:draft',
  input: editLegalBasisForm,
  async run(context, { id, version, ...values }) {
    const before = await getLegalBasis(context.db, context.authorityId, id)
    await checkBasis(context, values, id)
    await updateLegalBasis(context.db, before, version, values)
    context.record({ subjectKind: 'legalBasis', subjectId: id, before: { ...before }, after: { ...values } })
    return id
  },
})
