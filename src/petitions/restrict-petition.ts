import { defineChange } from '../changes/define-change.ts'
import { openPetitionForm, readPetitionForm, restrictForm } from './petition-forms.ts'
import { addReaders, listReaders, removeReaders } from './petition-reader-store.ts'
import { petitionFor, recordPetition, requireAccounts, savePetition, scopeOf } from './petition-record.ts'
import { getPetition } from './petition-store.ts'

/** Makes a petition confidential for a need-to-know list, changes the list, or lifts it; always with the reason. */
export const restrictPetition = defineChange({
  name: 'petition/restrict',
  permission: 'petition:restrict',
  input: restrictForm,
  scope: scopeOf('given'),
  async run(context, input) {
    const { db, authorityId, actor } = context
    const petition = await petitionFor(context, input.id, 'restrict')
    await requireAccounts(context, 'readerIds', input.readerIds)
    const own = actor.accountId === null ? [] : [actor.accountId]
    const wanted = [...new Set([...input.readerIds, ...own])].filter((id) => id !== petition.accusedAccountId)
    const present = (await listReaders(db, authorityId, petition.id)).map((reader) => reader.accountId)
    await removeReaders(
      db,
      authorityId,
      petition.id,
      present.filter((id) => !input.confidential || !wanted.includes(id)),
    )
    if (input.confidential) {
      const added = { by: actor.accountId, reason: input.reason }
      await addReaders(db, { authorityId, petitionId: petition.id }, wanted, added)
    }
    const more = { readers: input.confidential ? wanted : [] }
    await savePetition(
      context,
      petition,
      input.version,
      { confidential: input.confidential },
      { reason: input.reason, more },
    )
  },
})

/** Opens a confidential petition; the purpose is stated first and kept. */
export const openConfidentialPetition = defineChange({
  name: 'petition/open',
  permission: 'petition:read',
  input: openPetitionForm,
  scope: scopeOf('reading'),
  async run(context, input) {
    const petition = await getPetition(context.db, context.authorityId, input.id)
    recordPetition(context, petition.id, { code: petition.code }, { reason: input.purpose })
  },
})

/** Reading a sensitive petition leaves a line in its history. */
export const readSensitivePetition = defineChange({
  name: 'petition/read',
  permission: 'petition:read',
  input: readPetitionForm,
  scope: scopeOf('reading'),
  async run(context, input) {
    const petition = await getPetition(context.db, context.authorityId, input.id)
    recordPetition(context, petition.id, { code: petition.code })
  },
})
