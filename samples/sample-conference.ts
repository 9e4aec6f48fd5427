import { confirmNotClassified } from '../src/dialogues/confirm-not-classified.ts'
import { listInvitees } from '../src/dialogues/dialogue-people-store.ts'
import { lockMinutesAsChair, lockMinutesAsSecretary } from '../src/dialogues/lock-minutes.ts'
import { recordAttendance } from '../src/dialogues/record-attendance.ts'
import { recordSpeech } from '../src/dialogues/record-speech.ts'
import { registerSpeech } from '../src/dialogues/register-speech.ts'
import { writeMinutes } from '../src/dialogues/write-minutes.ts'
import { holdConference } from '../src/procedures/hold-conference.ts'
import type { DialogueAtWork, SampleInvitee } from './sample-dialogue.ts'
import type { SampleTeam } from './sample-papers.ts'
import type { SamplePlayer } from './sample-player.ts'

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
