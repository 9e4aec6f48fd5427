import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { linkRepeatForm } from './petition-forms.ts'
import { insertLink } from './petition-link-store.ts'
import { petitionFor, savePetition, scopeOf } from './petition-record.ts'
import { findPetition, findPetitionScopes } from './petition-store.ts'

/** The same matter again: “lần thứ n”; `continued` when it was settled and is raised further (I5, 004 V.4). */
export const linkRepeat = defineChange({
  name: 'petition/link-repeat',
  permission: 'petition:merge',
  input: linkRepeatForm,
  scope: scopeOf('given'),
  async run(context, input) {
    const { db, authorityId } = context
    const petition = await petitionFor(context, input.id, 'linkRepeat')
    const scopes = await findPetitionScopes(db, authorityId, input.earlierId)
    const earlier = await findPetition(db, authorityId, input.earlierId)
    if (!earlier || !scopes || !context.actor.may('petition:read', scopes.reading)) {
      throw new InputRejected({ earlierId: 'notFound' })
    }
    const isEarlier =
      earlier.receivedOn < petition.receivedOn ||
      (earlier.receivedOn === petition.receivedOn && earlier.id < petition.id)
    requireRule(isEarlier, 'petition/repeat-not-earlier', { code: earlier.code })
    const values = { repeatOfId: earlier.id, repeatNumber: earlier.repeatNumber + 1, continued: input.continued }
    await savePetition(context, petition, input.version, values, { more: { earlier: earlier.code } })
    const kind = input.continued ? 'continued' : 'repeat'
    await insertLink(db, { authorityId, petitionId: petition.id, otherId: earlier.id, kind })
  },
})
