import { listAgendaSteps } from '../../src/dialogues/conference-store.ts'
import { getDialogue } from '../../src/dialogues/dialogue-store.ts'
import { dialogueSource, publishDialogue } from '../../src/procedures/publish-dialogue.ts'
import { publishEntries } from '../../src/procedures/publish-entries.ts'
import { receiveSubmission } from '../../src/procedures/receive-submission.ts'
import { findsOf, hashOfTexts } from '../../src/publications/publication.ts'
import { listPetitionSources } from '../../src/publications/publication-source-store.ts'
import type { PetitionWorld } from './petition-world.ts'

/** Receives petitions in a world and publishes them as the leader does, everything found hidden. */
export function portalSteps(world: PetitionWorld) {
  const { db, authorityId, people, dialogueId } = world
  const receive = async (more: Record<string, unknown> = {}) => {
    const { petitionIds } = await world.done(people.clerk, receiveSubmission, {
      ...{ dialogueId, receivedOn: '2025-10-10', channel: 'letter', raised: 'before' },
      ...{ petitionerKind: 'person', petitionerName: 'Phạm Văn Bình', text: 'Đề nghị sửa đường.', ...more },
    })
    return petitionIds[0]!
  }
  /** Returns the ids of the published copies, in the order of the petitions. */
  const publish = async (petitionIds: readonly number[]): Promise<number[]> => {
    const sources = await listPetitionSources(db, authorityId, { ids: petitionIds })
    const entries = sources.map((source) => ({
      ...{ kind: source.kind, id: source.id, hash: hashOfTexts(source), alsoHide: '' },
      decisions: findsOf(source).map(({ field, start }) => ({ field, start, keep: false, reason: '' })),
    }))
    await world.done(people.leader, publishEntries, { dialogueId, entries })
    const rows = await db
      .selectFrom('publicEntry')
      .select(['id', 'subjectId'])
      .where('authorityId', '=', authorityId)
      .where('kind', '=', 'petition')
      .execute()
    return petitionIds.map((id) => rows.find((row) => row.subjectId === id)!.id)
  }
  const announce = async (takingPart = 'Ai cũng được dự.') => {
    const dialogue = await getDialogue(db, authorityId, dialogueId)
    const agenda = await listAgendaSteps(db, authorityId, dialogueId)
    const source = dialogueSource(dialogue, { agenda, takingPart, names: [] })
    const hash = hashOfTexts({ ...source, texts: { ...source.texts, takingPart: '' } })
    const decisions = findsOf(source).map(({ field, start }) => ({
      field,
      start,
      keep: true,
      reason: 'Số của cơ quan',
    }))
    await world.done(people.leader, publishDialogue, { id: dialogueId, hash, takingPart, alsoHide: '', decisions })
  }
  return { receive, publish, announce }
}
