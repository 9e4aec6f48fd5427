import { listAgendaSteps } from '../src/dialogues/conference-store.ts'
import { getDialogue } from '../src/dialogues/dialogue-store.ts'
import { dialogueSource, publishDialogue } from '../src/procedures/publish-dialogue.ts'
import { publishEntries } from '../src/procedures/publish-entries.ts'
import { findsOf, hashOfTexts, type PublicationSource } from '../src/publications/publication.ts'
import {
  listItemSources,
  listPetitionerNames,
  listPetitionSources,
} from '../src/publications/publication-source-store.ts'
import type { DialogueAtWork } from './sample-dialogue.ts'
import type { SampleTeam } from './sample-papers.ts'
import type { SamplePlayer } from './sample-player.ts'

/** When a dialogue is announced at the Portal, and on which days its results are published or published anew. */
export interface SamplePublishing {
  announcedOn: string
  takingPart: string
  resultsOn?: readonly string[]
}

/** The leader of the lead office publishes; whatever is found in a text is hidden, but names of officials in answers. */
export function schedulePublishing(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  publishing: SamplePublishing,
): void {
  player.on(publishing.announcedOn, () => announce(player, team, dialogue, publishing.takingPart))
  for (const on of publishing.resultsOn ?? []) player.on(on, () => publishResults(player, team, dialogue))
}

async function announce(player: SamplePlayer, team: SampleTeam, { id }: DialogueAtWork, takingPart: string) {
  const { db, authorityId } = player
  const [dialogue, agenda, names] = await Promise.all([
    getDialogue(db, authorityId, id),
    listAgendaSteps(db, authorityId, id),
    listPetitionerNames(db, authorityId, id),
  ])
  const source = dialogueSource(dialogue, { agenda, takingPart, names })
  const hash = hashOfTexts({ ...source, texts: { ...source.texts, takingPart: '' } })
  await player.do(team.leader, publishDialogue, { id, hash, takingPart, ...decided(source) })
}

async function publishResults(player: SamplePlayer, team: SampleTeam, { id }: DialogueAtWork): Promise<void> {
  const { db, authorityId } = player
  const items = await listItemSources(db, authorityId, id)
  const petitions = await listPetitionSources(db, authorityId, { dialogueId: id })
  const sources = [...items, ...petitions].filter((source) => source.refusal === null)
  if (sources.length === 0) return
  const entries = sources.map((source) => ({
    ...{ kind: source.kind, id: source.id, hash: hashOfTexts(source) },
    ...decided(source),
  }))
  await player.do(team.leader, publishEntries, { dialogueId: id, entries })
}

function decided(source: PublicationSource) {
  const decisions = findsOf(source).map(({ field, start, kind, words }) => {
    const office = source.kind === 'dialogue' && kind === 'phone'
    const official = kind === 'name' && field !== 'content' && !source.names.includes(words)
    const reason = office ? 'Số điện thoại của cơ quan' : official ? 'Cán bộ trả lời, nêu tên theo công vụ' : ''
    return { field, start, keep: reason !== '', reason }
  })
  return { alsoHide: '', decisions }
}
