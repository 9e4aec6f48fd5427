import { addConclusionItem } from '../src/dialogues/add-conclusion-item.ts'
import { addInvitee } from '../src/dialogues/add-invitee.ts'
import { approveConclusion } from '../src/dialogues/approve-conclusion.ts'
import { assignTask } from '../src/dialogues/assign-task.ts'
import { findConclusionNotice, listNoticeRecipients } from '../src/dialogues/conclusion-store.ts'
import { confirmNotClassified } from '../src/dialogues/confirm-not-classified.ts'
import { listInvitees } from '../src/dialogues/dialogue-people-store.ts'
import { getDialogue } from '../src/dialogues/dialogue-store.ts'
import { draftConclusion } from '../src/dialogues/draft-conclusion.ts'
import { lockMinutesAsChair, lockMinutesAsSecretary } from '../src/dialogues/lock-minutes.ts'
import { recordAttendance } from '../src/dialogues/record-attendance.ts'
import { recordReply } from '../src/dialogues/record-reply.ts'
import { recordSpeech } from '../src/dialogues/record-speech.ts'
import { registerSpeech } from '../src/dialogues/register-speech.ts'
import { reportTask } from '../src/dialogues/report-task.ts'
import { writeMinutes } from '../src/dialogues/write-minutes.ts'
import { findDossierOfDialogue } from '../src/documents/dossier-store.ts'
import { closeDossierChange } from '../src/procedures/close-dossier.ts'
import { coverPetitions } from '../src/procedures/cover-petitions.ts'
import { holdConference } from '../src/procedures/hold-conference.ts'
import { issueConclusion } from '../src/procedures/issue-conclusion.ts'
import { openDialogue } from '../src/procedures/open-dialogue.ts'
import { publishResult } from '../src/procedures/publish-result.ts'
import { recordConclusionReceipt } from '../src/procedures/record-conclusion-receipt.ts'
import { recordNotice } from '../src/procedures/record-notice.ts'
import { sendConclusion } from '../src/procedures/send-conclusion.ts'
import { sendInvitations } from '../src/procedures/send-invitations.ts'
import { setConferenceDay } from '../src/procedures/set-conference-day.ts'
import type { SampleSigner, SampleTeam } from './sample-papers.ts'
import type { SamplePlayer } from './sample-player.ts'

export interface SampleInvitee {
  kind: 'superior' | 'front' | 'delegate' | 'agencyLeader' | 'organization' | 'people' | 'petitioner'
  name: string
  title?: string
  agency?: string
  headcount?: number
  reply?: 'accepts' | 'declines' | 'substitute'
  note?: string
  absent?: boolean
  /** who nominated: the Front, a mass organisation */
  by?: string
}

export interface SampleNotice {
  on: string
  channel: 'media' | 'portal' | 'loudspeaker' | 'posting' | 'villageHead'
  content: string
  at?: string
  times?: number
  place?: string
  agency?: string
  who?: string
}

export interface SampleItem {
  content: string
  conclusion: string
  group: 'answeredAtConference' | 'verifyAndReplyLater' | 'noteAndReportUp'
  lead?: string
  supporting?: readonly string[]
  due?: string
  open?: boolean
  /** keys of the petitions it concludes */
  covers?: readonly string[]
}

/** One dialogue at work: its id and the ids of its petitions by the keys of the data. */
export interface DialogueAtWork {
  id: number
  petitions: Map<string, number>
}

/** Opens a dialogue; returns it with an empty list of petitions. */
export async function openSample(
  player: SamplePlayer,
  team: SampleTeam,
  input: Record<string, unknown>,
): Promise<DialogueAtWork> {
  const { id } = await player.do(team.clerk, openDialogue, { policeForum: false, audience: [], ...input })
  return { id, petitions: new Map() }
}

export async function decideDay(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  day: Record<string, unknown>,
) {
  const { version } = await getDialogue(player.db, player.authorityId, dialogue.id)
  await player.do(team.chair, setConferenceDay, { id: dialogue.id, version, decidedOn: player.today, ...day })
}

export interface SampleTask {
  agency: string
  kind: string
  content: string
  due?: string
}

export async function giveTasks(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  tasks: readonly SampleTask[],
): Promise<number[]> {
  const ids: number[] = []
  for (const { agency, kind, content, due } of tasks) {
    const input = { id: dialogue.id, agencyId: player.agency(agency), kind, content, dueOn: due ?? '' }
    ids.push((await player.do(team.clerk, assignTask, input)).taskId)
  }
  return ids
}

export async function reportTasks(player: SamplePlayer, team: SampleTeam, taskIds: readonly number[], result: string) {
  for (const rowId of taskIds) {
    await player.do(team.clerk, reportTask, { rowId, doneOn: player.today, result })
  }
}

export async function listInvited(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  invitees: readonly SampleInvitee[],
) {
  for (const { kind, name, title, agency, headcount, by } of invitees) {
    await player.do(by ?? team.clerk, addInvitee, {
      id: dialogue.id,
      kind,
      name,
      title: title ?? '',
      agencyId: agency ? player.agency(agency) : '',
      headcount: headcount ?? 1,
    })
  }
}

/** The invitations go out; a few answers come back. */
export async function invite(player: SamplePlayer, team: SampleTeam, dialogue: DialogueAtWork, channel: string) {
  const input = { id: dialogue.id, inviteeIds: [], sentOn: player.today, channel }
  await player.do(team.records, sendInvitations, input)
}

export async function keepReplies(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  invitees: readonly SampleInvitee[],
) {
  const rows = await listInvitees(player.db, player.authorityId, dialogue.id)
  for (const invitee of invitees.filter((one) => one.reply)) {
    const row = rows.find((one) => one.name === invitee.name)!
    await player.do(team.clerk, recordReply, { rowId: row.id, reply: invitee.reply, replyNote: invitee.note ?? '' })
  }
}

/** Puts the announcements of a dialogue down, each on its day. */
export function scheduleNotices(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: () => DialogueAtWork,
  notices: readonly SampleNotice[],
  purpose: 'announcement' | 'result' = 'announcement',
) {
  for (const notice of notices) {
    player.on(notice.on, async () => {
      const change = purpose === 'result' ? publishResult : recordNotice
      await player.do(notice.who ?? team.clerk, change, {
        id: dialogue().id,
        channel: notice.channel,
        doneOn: player.today,
        atTime: notice.at ?? '',
        times: notice.times ?? 1,
        place: notice.place ?? '',
        content: notice.content,
        doneByAgencyId: notice.agency ? player.agency(notice.agency) : '',
      })
    })
  }
}

export interface SampleSpeech {
  speaker: string
  village: string
  content: string
  minutes?: number
  from?: string
  to?: string
  offTopic?: boolean
  state?: 'spoken' | 'withdrawn' | 'absent'
  onSite?: boolean
}

export interface SampleConference {
  openedAt: string
  endedAt: string
  delegates: number
  people: number
  women: number
}

/** The day itself: held, who came, who spoke. */
export async function hold(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  day: SampleConference,
  invitees: readonly SampleInvitee[],
) {
  await player.do(team.clerk, confirmNotClassified, { id: dialogue.id, confirmed: true })
  await player.do(team.secretary, holdConference, {
    id: dialogue.id,
    heldOn: player.today,
    openedAt: day.openedAt,
    endedAt: day.endedAt,
    attendanceDelegates: day.delegates,
    attendancePeople: day.people,
    attendanceWomen: day.women,
  })
  const rows = await listInvitees(player.db, player.authorityId, dialogue.id)
  const absent = new Set(invitees.filter((one) => one.absent || one.reply === 'declines').map((one) => one.name))
  const attendedIds = rows.filter((row) => !absent.has(row.name)).map((row) => row.id)
  if (rows.length > 0) await player.do(team.secretary, recordAttendance, { id: dialogue.id, attendedIds })
}

export async function registerSpeeches(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  speeches: readonly SampleSpeech[],
): Promise<number[]> {
  const ids: number[] = []
  for (const speech of speeches) {
    const { speechId } = await player.do(team.secretary, registerSpeech, {
      id: dialogue.id,
      registered: speech.onSite ? 'onSite' : 'before',
      speakerName: speech.speaker,
      village: speech.village,
      content: speech.content,
      minutes: speech.minutes ?? 5,
    })
    ids.push(speechId)
  }
  return ids
}

export async function keepSpeeches(
  player: SamplePlayer,
  team: SampleTeam,
  speeches: readonly SampleSpeech[],
  ids: readonly number[],
) {
  for (const [at, speech] of speeches.entries()) {
    await player.do(team.secretary, recordSpeech, {
      rowId: ids[at],
      state: speech.state ?? 'spoken',
      offTopic: speech.offTopic ?? false,
      startedAt: speech.from ?? '',
      endedAt: speech.to ?? '',
    })
  }
}

export async function writeAndLockMinutes(
  player: SamplePlayer,
  team: SampleTeam,
  dialogue: DialogueAtWork,
  minutes: { secretaryName: string; proceedings: string; conclusion: string },
) {
  await player.do(team.secretary, writeMinutes, { id: dialogue.id, version: '', ...minutes })
  await player.do(team.secretary, lockMinutesAsSecretary, { id: dialogue.id })
  await player.do(team.chair, lockMinutesAsChair, { id: dialogue.id })
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
    const petitionIds = (item.covers ?? []).map((key) => petitionOf(dialogue, key))
    if (petitionIds.length > 0) await player.do(team.clerk, coverPetitions, { rowId: itemId, petitionIds })
  }
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
