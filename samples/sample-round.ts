import { recordInternalReview } from '../src/procedures/record-internal-review.ts'
import { scheduleEnd, treatAtConference } from './end-petitions.ts'
import { approve, assign, classify, type PetitionStage, prepare, receive } from './play-petitions.ts'
import {
  closeSampleDossier,
  confirmReceipt,
  draftConclusionWith,
  issueNotice,
  type SampleItem,
  sendNotice,
} from './sample-conclusion.ts'
import {
  hold,
  keepSpeeches,
  registerSpeeches,
  type SampleConference,
  type SampleSpeech,
  writeAndLockMinutes,
} from './sample-conference.ts'
import {
  decideDay,
  giveTasks,
  invite,
  keepReplies,
  listInvited,
  openSample,
  reportTasks,
  type SampleInvitee,
  type SampleNotice,
  type SampleTask,
  scheduleNotices,
} from './sample-dialogue.ts'
import { type SampleOversight, scheduleOversight } from './sample-oversight.ts'
import { playPaper, type SamplePaper, type SampleSigner } from './sample-papers.ts'
import type { SampleContent, SampleSubmission } from './sample-petition.ts'
import { type SamplePublishing, schedulePublishing } from './sample-publication.ts'
import type { ReplyHabits } from './send-replies.ts'

/** One dialogue from its opening to the closed dossier, as far as it came; each step names its day. */
export interface SampleRound {
  opened: { on: string; input: () => Record<string, unknown> }
  decided?: { on: string; input: Record<string, unknown> }
  tasks?: { on: string; list: readonly SampleTask[]; doneOn?: string }
  invitees?: { listedOn: string; list: readonly SampleInvitee[]; sentOn?: string; channel: string; repliesOn?: string }
  notices?: readonly SampleNotice[]
  submissions: readonly SampleSubmission[]
  petitions: { classify: string; assign: string; prepare?: string; approve?: string }
  papers?: readonly SamplePaper[]
  speeches?: { registeredOn: string; list: readonly SampleSpeech[] }
  held?: SampleConference & {
    on: string
    minutes: { secretaryName: string; proceedings: string; conclusion: string }
    /** what else happens on the day, before the minutes are closed */
    more?: () => Promise<void>
  }
  internalReview?: { on: string; chairedBy: string; content: string; assignments: string }
  conclusion?: SampleRoundConclusion
  results?: readonly SampleNotice[]
  oversight?: readonly SampleOversight[]
  published?: SamplePublishing
  closedOn?: string
}

export interface SampleRoundConclusion {
  draftedOn: string
  assessment: string
  implementation: string
  items: readonly SampleItem[]
  issuedOn: string
  number?: string
  signer: SampleSigner
  sends: readonly { on: string; channel: string; purposes?: readonly string[] }[]
  receipts: readonly { on: string; only?: readonly string[] }[]
}

/** Puts every step of a dialogue down on its day. */
export function scheduleRound(stage: PetitionStage, habits: ReplyHabits, round: SampleRound): void {
  const { player, team } = stage
  const dialogue = stage.dialogue!
  player.on(round.opened.on, async () => {
    dialogue.id = (await openSample(player, team, round.opened.input())).id
  })
  schedulePreparation(stage, round)
  schedulePetitions(stage, habits, round)
  scheduleDay(stage, round)
  const { internalReview, conclusion, closedOn } = round
  if (internalReview) {
    player.on(internalReview.on, async () => {
      const { on: _, ...review } = internalReview
      const input = { id: dialogue.id, version: '', heldOn: player.today, ...review }
      await player.do(team.clerk, recordInternalReview, input)
    })
  }
  if (conclusion) scheduleConclusion(stage, conclusion)
  scheduleNotices(player, team, () => dialogue, round.results ?? [], 'result')
  scheduleOversight(player, () => dialogue, round.oversight ?? [])
  if (round.published) schedulePublishing(player, team, dialogue, round.published)
  if (closedOn) player.on(closedOn, () => closeSampleDossier(player, team, dialogue))
}

function schedulePreparation(stage: PetitionStage, round: SampleRound): void {
  const { player, team } = stage
  const dialogue = stage.dialogue!
  const { decided, tasks, invitees } = round
  if (decided) player.on(decided.on, () => decideDay(player, team, dialogue, decided.input))
  for (const paper of round.papers ?? []) {
    const about = () => ({ subjectKind: 'dialogue' as const, subjectId: dialogue.id })
    player.on(paper.on, async () => void (await playPaper(player, team, about(), paper)))
  }
  if (tasks) {
    player.on(tasks.on, async () => {
      const ids = await giveTasks(player, team, dialogue, tasks.list)
      if (tasks.doneOn) player.on(tasks.doneOn, () => reportTasks(player, team, ids, 'Đã hoàn thành.'))
    })
  }
  if (invitees) {
    player.on(invitees.listedOn, () => listInvited(player, team, dialogue, invitees.list))
    if (invitees.sentOn) player.on(invitees.sentOn, () => invite(player, team, dialogue, invitees.channel))
    if (invitees.repliesOn) player.on(invitees.repliesOn, () => keepReplies(player, team, dialogue, invitees.list))
  }
  scheduleNotices(player, team, () => dialogue, round.notices ?? [])
}

function schedulePetitions(stage: PetitionStage, habits: ReplyHabits, round: SampleRound): void {
  const { player } = stage
  const before = round.submissions.filter((one) => one.raised !== 'atConference')
  for (const submission of before) player.on(submission.on, () => receive(stage, submission))
  const contents = before.flatMap((submission) => submission.contents)
  const days = round.petitions
  for (const content of contents) {
    // what goes to another procedure goes there at once
    const first = content.end.how === 'handOver' ? content.end.on : days.classify
    player.on(first, () => classify(stage, content))
    player.on(days.assign, () => assign(stage, content))
    if (days.prepare) player.on(days.prepare, () => prepare(stage, content))
    if (days.approve) player.on(days.approve, () => approve(stage, content, approverOf(habits, content)))
  }
  for (const submission of round.submissions) {
    for (const content of submission.contents) scheduleEnd(stage, habits, submission, content)
  }
}

function approverOf(habits: ReplyHabits, content: SampleContent): string {
  return content.lead && content.prepared ? habits.signerOf(content.lead).name : ''
}

function scheduleDay(stage: PetitionStage, round: SampleRound): void {
  const { player, team } = stage
  const dialogue = stage.dialogue!
  const { held, speeches, invitees, submissions } = round
  if (!held) return
  const list = speeches?.list ?? []
  const registered = list.filter((one) => !one.onSite)
  const onSite = list.filter((one) => one.onSite)
  let ids: number[] = []
  if (speeches) {
    player.on(speeches.registeredOn, async () => {
      ids = await registerSpeeches(player, team, dialogue, registered)
    })
  }
  player.on(held.on, async () => {
    await hold(player, team, dialogue, held, invitees?.list ?? [])
    await keepSpeeches(player, team, registered, ids)
    await keepSpeeches(player, team, onSite, await registerSpeeches(player, team, dialogue, onSite))
    for (const submission of submissions.filter((one) => one.raised === 'atConference')) {
      await receive(stage, submission)
      for (const content of submission.contents) {
        await classify(stage, content)
        await assign(stage, content)
      }
    }
    for (const submission of submissions) {
      for (const content of submission.contents) await treatAtConference(stage, content)
    }
    await held.more?.()
    await writeAndLockMinutes(player, team, dialogue, held.minutes)
  })
}

function scheduleConclusion(stage: PetitionStage, conclusion: SampleRoundConclusion): void {
  const { player, team } = stage
  const dialogue = stage.dialogue!
  player.on(conclusion.draftedOn, () => draftConclusionWith(player, team, dialogue, conclusion))
  player.on(conclusion.issuedOn, () => issueNotice(player, team, dialogue, conclusion.signer, conclusion.number))
  for (const { on, channel, purposes } of conclusion.sends) {
    player.on(on, () => sendNotice(player, team, dialogue, channel, purposes))
  }
  for (const { on, only } of conclusion.receipts) player.on(on, () => confirmReceipt(player, team, dialogue, only))
}
