import { defineChange } from '../changes/define-change.ts'
import { findPetitionFields, requireKnownKeys } from './petition-fields.ts'
import { addReaders, listReaders } from './petition-reader-store.ts'
import { petitionFor, scopeOf } from './petition-record.ts'
import { updatePetition } from './petition-store.ts'
import { addPetitionsForm, contentRows } from './submission-forms.ts'
import { addPetitions as insertAll } from './take-submission.ts'

/** Splits a submission further: contents that were overlooked become petitions of their own beside `id`. */
export const splitPetition = defineChange({
  name: 'petition/split',
  permission: 'petition:classify',
  input: addPetitionsForm,
  scope: scopeOf('given'),
  async run(context, input): Promise<{ petitionIds: number[] }> {
    const { db, authorityId } = context
    const petition = await petitionFor(context, input.id, 'split')
    const fields = await findPetitionFields(db, authorityId, petition.dialogueId, petition.receivedOn)
    requireKnownKeys(
      fields,
      input.subjectAreas.map((key) => ({ field: 'subjectAreas', list: 'subjectAreas' as const, key })),
    )
    const petitionIds = await insertAll(
      context,
      { ...petition, raised: petition.raised as 'before' | 'atConference' | 'after' },
      contentRows(input),
    )
    for (const petitionId of petitionIds) await keepProtected(context, petition, petitionId)
    return { petitionIds }
  },
})

type Context = Parameters<typeof petitionFor>[0]
type Source = Awaited<ReturnType<typeof petitionFor>>

/** What protects the first petition protects those split from it. */
async function keepProtected(context: Context, source: Source, petitionId: number): Promise<void> {
  const { db, authorityId } = context
  if (source.accusedAgencyId !== null || source.accusedAccountId !== null) {
    await updatePetition(db, { authorityId, id: petitionId }, 1, {
      accusedAgencyId: source.accusedAgencyId,
      accusedAccountId: source.accusedAccountId,
    })
  }
  if (!source.confidential) return
  for (const reader of await listReaders(db, authorityId, source.id)) {
    await addReaders(db, { authorityId, petitionId }, [reader.accountId], {
      by: context.actor.accountId,
      reason: reader.reason,
    })
  }
}
