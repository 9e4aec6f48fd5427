import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { requireAgency } from './petition-record.ts'
import { getPetitioner, updatePetitioner } from './petitioner-store.ts'
import { editPetitionerForm } from './submission-forms.ts'

/** Corrects who somebody is or how to reach them; old and new values stay erasable. */
export const editPetitioner = defineChange({
  name: 'petitioner/edit',
  permission: 'petition:classify',
  input: editPetitionerForm,
  async run(context, input) {
    const { id, version, phone, email, ...rest } = input
    const before = await getPetitioner(context.db, context.authorityId, id)
    requireRule(before.erasedAt === null, 'petitioner/erased')
    if (before.kind !== 'unnamed' && rest.name === '') throw new InputRejected({ name: 'required' })
    await requireAgency(context, 'villageAgencyId', rest.villageAgencyId)
    const values = { ...rest, phone: phone || null, email: email || null }
    await updatePetitioner(context.db, before, version, values)
    const old = Object.fromEntries(Object.keys(values).map((key) => [key, before[key as keyof typeof before]]))
    context.record({
      subjectKind: 'petitioner',
      subjectId: id,
      before: old,
      after: values,
      personal: ['name', 'representative', 'phone', 'email', 'address'],
    })
  },
})
