import { addInvitee } from '../src/dialogues/add-invitee.ts'
import { assignTask } from '../src/dialogues/assign-task.ts'
import { listInvitees } from '../src/dialogues/dialogue-people-store.ts'
import { getDialogue } from '../src/dialogues/dialogue-store.ts'
import { recordReply } from '../src/dialogues/record-reply.ts'
import { reportTask } from '../src/dialogues/report-task.ts'
import { openDialogue } from '../src/procedures/open-dialogue.ts'
import { publishResult } from '../src/procedures/publish-result.ts'
import { recordNotice } from '../src/procedures/record-notice.ts'
import { sendInvitations } from '../src/procedures/send-invitations.ts'
import { setConferenceDay } from '../src/procedures/set-conference-day.ts'
import type { SampleTeam } from './sample-papers.ts'
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
