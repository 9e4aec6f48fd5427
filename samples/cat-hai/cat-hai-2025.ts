import { scheduleEnd } from '../end-petitions.ts'
import { assign, classify, type PetitionStage, receive } from '../play-petitions.ts'
import { scheduleReport, scheduleReportYear } from '../sample-oversight.ts'
import { type PlanAtWork, schedulePlan } from '../sample-plan.ts'
import type { SamplePlayer } from '../sample-player.ts'
import { type SampleRound, scheduleRound } from '../sample-round.ts'
import { catHaiDesks, catHaiHabits, catHaiTeam } from './cat-hai-office.ts'
import { partySigner } from './cat-hai-voices.ts'
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

/** The year 2025 of Cát Hải: its plan, the dialogue of 29/10/2025 and everything that came of it, to the closed dossier. */
export function scheduleCatHai2025(player: SamplePlayer, all: Map<string, number>): void {
  const office = { player, team: catHaiTeam, desks: catHaiDesks, all }
  scheduleReportYear(player, 'board', '2025-08-08', 2025)
  const plan = schedulePlan(player, catHaiTeam, plan2025)
  scheduleEarlier({ ...office, dialogue: null })
  const dialogue = { id: 0, petitions: new Map<string, number>() }
  scheduleRound({ ...office, dialogue }, catHaiHabits, round2025(plan))
  for (const report of reports2025) scheduleReport(player, report)
}

/** Three matters raised in the summer at the reception of citizens, which come back in autumn. */
function scheduleEarlier(stage: PetitionStage): void {
  for (const submission of earlierPetitions2025) {
    stage.player.on(submission.on, async () => {
      await receive(stage, submission)
      for (const content of submission.contents) {
        await classify(stage, content)
        await assign(stage, content)
      }
    })
    for (const content of submission.contents) scheduleEnd(stage, catHaiHabits, submission, content)
  }
}

const conferenceDay = {
  heldOn: '2025-10-29',
  startsAt: '08:00',
  endsAt: '11:30',
  venue: 'Hội trường trung tâm đặc khu Cát Hải, Cát Bà',
  composition:
    'Đại diện Nhân dân 16 thôn, tổ dân phố; các cơ quan, đơn vị; Mặt trận Tổ quốc và các đoàn thể; người có kiến nghị.',
  collectionOpensOn: '2025-09-15',
  collectionClosesOn: '2025-10-17',
  reason: '',
}

function round2025(plan: PlanAtWork): SampleRound {
  return {
    opened: {
      on: '2025-09-08',
      input: () => ({
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
      }),
    },
    decided: { on: '2025-10-03', input: conferenceDay },
    tasks: { on: '2025-10-07', list: tasks2025, doneOn: '2025-10-28' },
    invitees: {
      listedOn: '2025-10-14',
      list: invitees2025,
      sentOn: '2025-10-17',
      channel: 'villageHead',
      repliesOn: '2025-10-24',
    },
    notices: notices2025,
    submissions: [...seaPetitions2025, ...landPetitions2025, ...peoplePetitions2025],
    petitions: { classify: '2025-10-20', assign: '2025-10-21', prepare: '2025-10-24', approve: '2025-10-27' },
    papers: papers2025,
    speeches: { registeredOn: '2025-10-28', list: speeches2025 },
    held: {
      on: '2025-10-29',
      openedAt: '08:05',
      endedAt: '11:20',
      delegates: 46,
      people: 212,
      women: 97,
      minutes: minutes2025,
    },
    conclusion: {
      draftedOn: '2025-11-04',
      assessment: assessment2025,
      implementation: implementation2025,
      items: conclusionItems2025,
      issuedOn: '2025-11-07',
      number: '37',
      signer: partySigner,
      sends: [
        {
          on: '2025-11-07',
          channel: 'documentAxis',
          purposes: ['competentAgency', 'board', 'front', 'superior', 'village'],
        },
        { on: '2025-11-10', channel: 'villageHead' },
      ],
      receipts: [{ on: '2025-11-10' }],
    },
    results: resultNotices2025,
    oversight: oversight2025,
    published: {
      announcedOn: '2025-10-17',
      takingPart:
        'Ai cũng được dự. Muốn phát biểu, xin đăng ký với trưởng thôn, tổ trưởng tổ dân phố hoặc tại Cổng này; có thể đăng ký ngay tại hội trường. Cần phiên dịch hoặc xe đưa đón, xin báo Văn phòng Đảng ủy đặc khu, điện thoại 0225 3888 000.',
      resultsOn: ['2025-11-07', '2025-12-05', '2026-01-15'],
    },
    closedOn: '2026-01-16',
  }
}
