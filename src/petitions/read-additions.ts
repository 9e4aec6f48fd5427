import { defineChange } from '../changes/define-change.ts'
import { markAdditionsRead } from './followed-petition-store.ts'
import { recordPetition, scopeOf } from './petition-record.ts'
import { readAdditionsForm } from './raise-forms.ts'

/** Somebody of the office has read what was added. */
export const readAdditions = defineChange({
  name: 'petition/read-additions',
  permission: 'petition:classify',
  input: readAdditionsForm,
  scope: scopeOf('given'),
  async run(context, { id }) {
    const { authorityId, actor, now } = context
    const read = await markAdditionsRead(
      context.db,
      { authorityId, petitionId: id },
      { accountId: actor.accountId, at: now },
    )
    recordPetition(context, id, { additionsRead: read })
  },
})
