import type { ChangeContext } from '../../src/changes/define-change.ts'
import { defineChange } from '../../src/changes/define-change.ts'
import { givePetition } from '../../src/petitions/give-petition.ts'
import { assignForm } from '../../src/petitions/petition-forms.ts'
import { scopeOf } from '../../src/petitions/petition-record.ts'
import { getPetition } from '../../src/petitions/petition-store.ts'
import { receiveSubmission } from '../../src/procedures/receive-submission.ts'
import type { PetitionWorld } from './petition-world.ts'

/** The body of assigning alone, without the deadlines of the procedure. */
export const give = defineChange({
  name: 'petition/assign',
  permission: 'petition:assign',
  input: assignForm,
  scope: scopeOf('given'),
  run: (context: ChangeContext, input) => givePetition(context, input),
})

/** The first steps of a petition in a world: received, given to an agency; and what is stored of it. */
export function petitionSteps(world: () => PetitionWorld) {
  const read = (id: number) => getPetition(world().db, world().authorityId, id)
  const receive = async (more: Record<string, unknown> = {}) => {
    const { petitionIds } = await world().done(world().people.clerk, receiveSubmission, {
      ...{ dialogueId: world().dialogueId, receivedOn: '2025-10-10', channel: 'letter', raised: 'before' },
      ...{ petitionerKind: 'person', petitionerName: 'Phạm Văn Bình', text: 'Đề nghị sửa đường.', ...more },
    })
    return petitionIds[0]!
  }
  const assigned = async (more: Record<string, unknown> = {}) => {
    const id = await receive(more)
    const { economy, culture } = world().agencies
    const given = { leadAgencyId: economy, supportingAgencyIds: [culture] }
    await world().done(world().people.clerk, give, { id, version: (await read(id)).version, ...given })
    return id
  }
  return { read, receive, assigned }
}
