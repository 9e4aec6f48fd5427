import { addConclusionItem } from '../src/dialogues/add-conclusion-item.ts'
import { findConclusionNotice, listNoticeRecipients } from '../src/dialogues/conclusion-store.ts'
import { draftConclusion } from '../src/dialogues/draft-conclusion.ts'
import { findDossierOfDialogue } from '../src/documents/dossier-store.ts'
import { approveConclusion } from '../src/procedures/approve-conclusion.ts'
import { closeDossierChange } from '../src/procedures/close-dossier.ts'
import { coverPetitions } from '../src/procedures/cover-petitions.ts'
import { issueConclusion } from '../src/procedures/issue-conclusion.ts'
import { reportItemResult } from '../src/procedures/item-limit.ts'
import { recordConclusionReceipt } from '../src/procedures/record-conclusion-receipt.ts'
import { sendConclusion } from '../src/procedures/send-conclusion.ts'
import type { DialogueAtWork } from './sample-dialogue.ts'
import type { SampleSigner, SampleTeam } from './sample-papers.ts'
import type { SamplePlayer } from './sample-player.ts'

export interface SampleItem {
  content: string
  conclusion: string
  group: 'answeredAtConference' | 'verifyAndReplyLater' | 'noteAndReportUp'
  lead?: string
  supporting?: readonly string[]
  due?: string
  open?: boolean
  /** what came of it, as the agency reported */
  done?: { on: string; result: string }
  /** keys of the petitions it concludes */
  covers?: readonly string[]
}

export async function draftConclusionWith(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  draft: { assessment: string; implementation: string; items: readonly SampleItem[] },
) {
  const { assessment, implementation } = draft
  await player.do(team.clerk, draftConclusion, { id: dialogue.id, version: '', assessment, implementation })
  for (const item of draft.items) {
    const { itemId } = await player.do(team.clerk, addConclusionItem, {
      id: dialogue.id,
      content: item.content,
      conclusion: item.conclusion,
      disposition: item.group,
      leadAgencyId: item.lead ? player.agency(item.lead) : '',
      supportingAgencyIds: (item.supporting ?? []).map((key) => player.agency(key)),
      dueOn: item.due ?? '',
      openProposal: item.open ?? false,
    })
    if (item.done) scheduleResult(player, team, itemId, item.done)
    const petitionIds = (item.covers ?? []).map((key) => petitionOf(dialogue, key))
    if (petitionIds.length > 0) await player.do(team.clerk, coverPetitions, { rowId: itemId, petitionIds })
  }
}

function scheduleResult(player: SamplePlayer, team: SampleTeam, rowId: number, done: { on: string; result: string }) {
  player.on(done.on, async () => {
    await player.do(team.clerk, reportItemResult, { rowId, doneOn: player.today, result: done.result })
  })
}

export function petitionOf(dialogue: DialogueAtWork, key: string): number {
  const id = dialogue.petitions.get(key)
  if (id === undefined) throw new Error(`samples: no petition ${key}`)
  return id
}

export async function issueNotice(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  signer: SampleSigner,
  number = '',
) {
  await player.do(team.chair, approveConclusion, { id: dialogue.id })
  await player.do(team.records, issueConclusion, {
    id: dialogue.id,
    datedOn: player.today,
    number,
    signerName: signer.name,
    signerTitle: signer.title,
    signCapacity: signer.capacity,
    lateEntryReason: '',
  })
}

/** Sends the notice: `purposes` on this day by this way; without them, to all who are left. */
export async function sendNotice(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  channel: string,
  purposes?: readonly string[],
) {
  const recipients = await recipientsOf(player, dialogue)
  const chosen = recipients.filter((one) => one.sentOn === null && (!purposes || purposes.includes(one.purpose)))
  const recipientIds = chosen.map((one) => one.id)
  await player.do(team.records, sendConclusion, { id: dialogue.id, recipientIds, sentOn: player.today, channel })
}

async function recipientsOf(player: SamplePlayer, dialogue: DialogueAtWork) {
  const notice = await findConclusionNotice(player.db, player.authorityId, dialogue.id)
  return listNoticeRecipients(player.db, player.authorityId, notice?.paperId ?? null)
}

/** The agencies confirm the receipt of the notice; `only` names some of them. */
export async function confirmReceipt(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  only?: readonly string[],
) {
  const wanted = only && new Set(only.map((key) => player.agency(key)))
  for (const one of await recipientsOf(player, dialogue)) {
    const due = one.agencyId !== null && one.sentOn !== null && one.receivedOn === null && one.purpose !== 'village'
    if (!due || (wanted && !wanted.has(one.agencyId!))) continue
    const input = {
      id: dialogue.id,
      recipientId: one.id,
      receivedOn: player.today,
      note: 'Xác nhận trên trục liên thông',
    }
    await player.do(team.records, recordConclusionReceipt, input)
  }
}

export async function closeSampleDossier(player: SamplePlayer, team: SampleTeam, dialogue: DialogueAtWork) {
  const dossier = await findDossierOfDialogue(player.db, player.authorityId, dialogue.id)
  const input = { id: dossier!.id, version: dossier!.version }
  await player.do(team.leader, closeDossierChange(player.files), input)
}
