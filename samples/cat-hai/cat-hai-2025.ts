import { scheduleEnd, treatAtConference } from '../end-petitions.ts'
import { approve, assign, classify, type PetitionStage, prepare, receive } from '../play-petitions.ts'
import {
  closeSampleDossier,
  confirmReceipt,
  type DialogueAtWork,
  decideDay,
  draftConclusionWith,
  giveTasks,
  hold,
  invite,
  issueNotice,
  keepReplies,
  keepSpeeches,
  listInvited,
  openSample,
  registerSpeeches,
  reportTasks,
  scheduleNotices,
  sendNotice,
  writeAndLockMinutes,
} from '../sample-dialogue.ts'
import { scheduleOversight, scheduleReport, scheduleReportYear } from '../sample-oversight.ts'
import { playPaper } from '../sample-papers.ts'
import { schedulePlan } from '../sample-plan.ts'
import type { SamplePlayer } from '../sample-player.ts'
import { catHaiDesks, catHaiHabits, catHaiTeam } from './cat-hai-office.ts'
import { partySigner, signerOf } from './cat-hai-voices.ts'
import { assessment2025, conclusionItems2025, implementation2025 } from './conclusion-2025.ts'
import { invitees2025, notices2025, resultNotices2025, tasks2025 } from './invitees-2025.ts'
import { oversight2025 } from './oversight-2025.ts'
import { papers2025 } from './papers-2025.ts'
import { landPetitions2025 } from './petitions-land-2025.ts'
import { earlierPetitions2025, peoplePetitions2025 } from './petitions-people-2025.ts'
import { seaPetitions2025 } from './petitions-sea-2025.ts'
import { plan2025 } from './plan-2025.ts'
import { reports2025 } from './reports-2025.ts'
import { minutes2025, speeches2025 } from './speeches-2025.ts'

const submissions = [...seaPetitions2025, ...landPetitions2025, ...peoplePetitions2025]
const contents = submissions.flatMap((submission) => submission.contents)
const before = submissions.filter((one) => one.raised !== 'atConference')

/** The year 2025 of Cát Hải: its plan, the dialogue of 29/10/2025 and everything that came of it, to the closed dossier. */
export function scheduleCatHai2025(player: SamplePlayer, all: Map<string, number>): void {
  const team = catHaiTeam
  const dialogue: DialogueAtWork = { id: 0, petitions: new Map() }
  const stage: PetitionStage = { player, team, desks: catHaiDesks, dialogue, all }
  scheduleReportYear(player, 'board', '2025-08-08', 2025)
  const plan = schedulePlan(player, team, plan2025)
  scheduleEarlier(player, all)
  player.on('2025-09-08', async () => {
    const opened = await openSample(player, team, {
      plannedDialogueId: plan.planned.get('hoi-nghi-2025'),
      title: 'Hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền đặc khu với Nhân dân năm 2025',
      kind: 'periodic',
      form: 'inPerson',
      chairModel: 'coPresiding',
      topic:
        'Tình hình kinh tế - xã hội, xây dựng Đảng, chính quyền; những vấn đề Nhân dân quan tâm khi thực hiện mô hình chính quyền địa phương 2 cấp.',
      audience: ['people'],
      collectionOpensOn: '2025-09-15',
      collectionClosesOn: '2025-10-17',
    })
    dialogue.id = opened.id
  })
  schedulePreparation(stage)
  scheduleConference(stage)
  scheduleConclusion(stage)
  scheduleOversight(player, () => dialogue, oversight2025)
  for (const report of reports2025) scheduleReport(player, report)
  player.on('2026-01-16', () => closeSampleDossier(player, team, dialogue))
}

/** Three matters raised in the summer at the reception of citizens, which come back in autumn. */
function scheduleEarlier(player: SamplePlayer, all: Map<string, number>): void {
  const stage: PetitionStage = { player, team: catHaiTeam, desks: catHaiDesks, dialogue: null, all }
  for (const submission of earlierPetitions2025) {
    player.on(submission.on, async () => {
      await receive(stage, submission)
      for (const content of submission.contents) {
        await classify(stage, content)
        await assign(stage, content)
      }
    })
    for (const content of submission.contents) scheduleEnd(stage, catHaiHabits, submission, content)
  }
}

function schedulePreparation(stage: PetitionStage): void {
  const { player, team } = stage
  const dialogue = stage.dialogue!
  let tasks: number[] = []
  player.on('2025-10-03', async () => {
    await decideDay(player, team, dialogue, {
      heldOn: '2025-10-29',
      startsAt: '08:00',
      endsAt: '11:30',
      venue: 'Hội trường trung tâm đặc khu Cát Hải, Cát Bà',
      composition:
        'Đại diện Nhân dân 16 thôn, tổ dân phố; các cơ quan, đơn vị; Mặt trận Tổ quốc và các đoàn thể; người có kiến nghị.',
      collectionOpensOn: '2025-09-15',
      collectionClosesOn: '2025-10-17',
      reason: '',
    })
  })
  for (const paper of papers2025) {
    player.on(paper.on, async () => {
      await playPaper(player, team, { subjectKind: 'dialogue', subjectId: dialogue.id }, paper)
    })
  }
  player.on('2025-10-07', async () => {
    tasks = await giveTasks(player, team, dialogue, tasks2025)
  })
  player.on('2025-10-28', () => reportTasks(player, team, tasks, 'Đã hoàn thành.'))
  player.on('2025-10-14', () => listInvited(player, team, dialogue, invitees2025))
  player.on('2025-10-17', () => invite(player, team, dialogue, 'villageHead'))
  player.on('2025-10-24', () => keepReplies(player, team, dialogue, invitees2025))
  scheduleNotices(player, team, () => dialogue, notices2025)
  for (const submission of before) player.on(submission.on, () => receive(stage, submission))
  const early = before.flatMap((submission) => submission.contents)
  player.on('2025-10-14', () =>
    each(
      early.filter((one) => one.end.how === 'handOver'),
      (one) => classify(stage, one),
    ),
  )
  player.on('2025-10-20', () =>
    each(
      early.filter((one) => one.end.how !== 'handOver'),
      (one) => classify(stage, one),
    ),
  )
  player.on('2025-10-21', () => each(early, (one) => assign(stage, one)))
  player.on('2025-10-24', () => each(early, (one) => prepare(stage, one)))
  player.on('2025-10-27', () => each(early, (one) => approve(stage, one, signerName(one.lead))))
}

function signerName(agency: string | undefined): string {
  return agency ? signerOf(agency).name : ''
}

function scheduleConference(stage: PetitionStage): void {
  const { player, team } = stage
  const dialogue = stage.dialogue!
  player.on('2025-10-28', async () => {
    const ids = await registerSpeeches(
      player,
      team,
      dialogue,
      speeches2025.filter((one) => !one.onSite),
    )
    player.on('2025-10-29', () =>
      keepSpeeches(
        player,
        team,
        speeches2025.filter((one) => !one.onSite),
        ids,
      ),
    )
  })
  player.on('2025-10-29', async () => {
    const day = { openedAt: '08:05', endedAt: '11:20', delegates: 46, people: 212, women: 97 }
    await hold(player, team, dialogue, day, invitees2025)
    const onSite = speeches2025.filter((one) => one.onSite)
    await keepSpeeches(player, team, onSite, await registerSpeeches(player, team, dialogue, onSite))
    for (const submission of submissions.filter((one) => one.raised === 'atConference')) {
      await receive(stage, submission)
      await each(submission.contents, (one) => classify(stage, one))
      await each(submission.contents, (one) => assign(stage, one))
    }
    await each(contents, (one) => treatAtConference(stage, one))
    await writeAndLockMinutes(player, team, dialogue, minutes2025)
  })
  for (const submission of submissions) {
    for (const content of submission.contents) scheduleEnd(stage, catHaiHabits, submission, content)
  }
}

function scheduleConclusion(stage: PetitionStage): void {
  const { player, team } = stage
  const dialogue = stage.dialogue!
  player.on('2025-11-04', () =>
    draftConclusionWith(player, team, dialogue, {
      assessment: assessment2025,
      implementation: implementation2025,
      items: conclusionItems2025,
    }),
  )
  player.on('2025-11-07', async () => {
    await issueNotice(player, team, dialogue, partySigner, '37')
    await sendNotice(player, team, dialogue, 'documentAxis', [
      'competentAgency',
      'board',
      'front',
      'superior',
      'village',
    ])
  })
  scheduleNotices(player, team, () => dialogue, resultNotices2025, 'result')
  player.on('2025-11-10', async () => {
    await sendNotice(player, team, dialogue, 'villageHead')
    await confirmReceipt(player, team, dialogue)
  })
}

async function each<T>(list: readonly T[], run: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of list) await run(one)
}
