import { findDossierOfDialogue } from '../../src/documents/dossier-store.ts'
import { closeDossierChange } from '../../src/procedures/close-dossier.ts'
import { fileDossierItemChange } from '../../src/procedures/dossier-changes.ts'
import { recordRegularMeeting } from '../../src/procedures/record-regular-meeting.ts'
import { sampleUpload } from '../sample-file.ts'
import { scheduleReport, scheduleReportYear } from '../sample-oversight.ts'
import { playPaper, type SamplePaper } from '../sample-papers.ts'
import { type SamplePlan, schedulePlan } from '../sample-plan.ts'
import type { SamplePlayer } from '../sample-player.ts'
import { meetings2021, type SampleMeeting } from './meetings-2021.ts'
import { deputySigner, sonLaTeam } from './son-la-house.ts'

const meeting = {
  kind: 'withinRegularMeeting',
  chairModel: 'officeChief',
  audience: ['staff'],
  from: '2021-02-01',
  to: '2021-12-31',
} as const

const plan2021: SamplePlan = {
  year: 2021,
  title:
    'Kế hoạch đối thoại của Chánh Văn phòng Ủy ban nhân dân tỉnh với công chức, viên chức, người lao động và nhân dân',
  issuer: 'vp',
  drafted: '2021-01-25',
  approved: '2021-01-29',
  issued: '2021-02-01',
  signer: deputySigner,
  published: '2021-02-02',
  planned: [
    {
      key: 'hoiNghi',
      title:
        'Đối thoại gắn với hội nghị triển khai nhiệm vụ năm, hội nghị công chức, viên chức, hội nghị quán triệt văn bản',
      sessionKind: 'documentBriefing',
      ...meeting,
    },
    { key: 'duoiCo', title: 'Đối thoại gắn với sinh hoạt chính trị dưới cờ', sessionKind: 'flagCeremony', ...meeting },
    { key: 'giaoBan', title: 'Đối thoại gắn với giao ban tuần, tháng', sessionKind: 'weeklyBriefing', ...meeting },
  ],
  tasks: [
    {
      agency: 'phongban',
      content: 'Tuyên truyền, phổ biến kế hoạch; tổng hợp ý kiến, kiến nghị báo cáo tại giao ban.',
      done: { on: '2021-11-15', result: 'Đã tổng hợp tại 35 buổi giao ban.' },
    },
    {
      agency: 'tchc',
      content: 'Tổng hợp chung, dự thảo thông báo kết luận, báo cáo 6 tháng, báo cáo năm.',
      done: { on: '2021-11-18', result: 'Đã gửi báo cáo.' },
    },
    {
      agency: 'ttin',
      content: 'Đăng tải kế hoạch, lịch tiếp công dân trên Trang thông tin điện tử.',
      done: { on: '2021-02-03', result: 'Đã đăng.' },
    },
  ],
  disseminated: [
    {
      on: '2021-02-03',
      channel: 'portal',
      note: 'Đăng kế hoạch trên Trang thông tin điện tử Văn phòng.',
      agency: 'ttin',
    },
    {
      on: '2021-02-22',
      channel: 'staffMeeting',
      note: 'Quán triệt tới toàn thể công chức, viên chức, người lao động.',
      agency: 'phongban',
    },
  ],
}

const office2021 = { issuer: 'vp', signer: deputySigner, body: '', onPaper: true } as const

/** What the report of the year names beside the plan: the inspection, and the rules kept as evidence. */
const papersOfTheYear: readonly SamplePaper[] = [
  {
    ...{ ...office2021, on: '2021-02-25', kind: 'inspectionPlan' },
    title: 'Kế hoạch kiểm tra việc triển khai thực hiện công tác dân vận, dân chủ năm 2021',
  },
  {
    ...{ ...office2021, on: '2021-03-09', kind: 'internalRule' },
    title: 'Thông báo lịch tiếp công dân năm 2021',
  },
  {
    ...{ ...office2021, on: '2021-10-29', kind: 'inspectionRecord' },
    title: 'Báo cáo kết quả kiểm tra việc triển khai thực hiện công tác dân vận, dân chủ năm 2021',
    body: 'Kiểm tra 05 phòng, đơn vị. Các đơn vị đã quán triệt kế hoạch đối thoại, thực hiện lịch tiếp công dân.\nHạn chế: 01 đơn vị lập hồ sơ chưa đủ.',
  },
]

/** The year 2021 of the office as its report tells it: no request, no ad hoc dialogue, 44 within regular meetings. */
export function scheduleSonLa2021(player: SamplePlayer): void {
  const plan = schedulePlan(player, sonLaTeam, plan2021)
  for (const paper of papersOfTheYear)
    player.on(paper.on, async () => {
      await playPaper(player, sonLaTeam, { subjectKind: 'plan', subjectId: plan.id }, paper)
    })
  scheduleReportYear(player, 'clerk', '2021-02-05', 2021)
  const held: { id: number; meeting: SampleMeeting }[] = []
  for (const one of meetings2021) {
    player.on(one.on, async () => {
      const { id } = await player.do('clerk', recordRegularMeeting, {
        sessionKind: one.kind,
        heldOn: player.today,
        chairModel: 'officeChief',
        attendancePeople: one.people,
        note: one.note,
      })
      held.push({ id, meeting: one })
    })
  }
  const office = { year: 2021, issuer: 'vp', signer: deputySigner, prepares: 'clerk', who: 'records' }
  scheduleReport(player, {
    on: '2021-06-08',
    period: 'H1',
    key: 'sixMonthReport',
    title: 'Báo cáo kết quả thực hiện công tác đối thoại 6 tháng đầu năm 2021',
    body: 'Đối thoại trực tiếp theo yêu cầu: 0. Đối thoại đột xuất trong 6 tháng đầu năm: 0.',
    ...office,
  })
  scheduleReport(player, {
    on: '2021-11-18',
    period: 'year',
    key: 'annualReport',
    title: 'Báo cáo kết quả thực hiện công tác đối thoại năm 2021',
    body: '06 hội nghị, 03 buổi sinh hoạt chính trị dưới cờ, 35 buổi giao ban; 0 yêu cầu đối thoại trực tiếp trong năm. Đề xuất, kiến nghị: Không.',
    ...office,
  })
  player.on('2021-12-20', async () => {
    for (const { id, meeting: one } of held) await archive(player, id, one)
  })
}

/** The record of a meeting; the plan it was held under is there by itself. Then its dossier is closed. */
async function archive(player: SamplePlayer, dialogueId: number, meetingHeld: SampleMeeting): Promise<void> {
  const dossier = (await findDossierOfDialogue(player.db, player.authorityId, dialogueId))!
  const file = (entryKey: string, note: string, lines: readonly string[]) =>
    sampleUpload(player, `${entryKey}.pdf`, lines).then((upload) =>
      player.do('clerk', fileDossierItemChange, { id: dossier.id, entryKey, note, file: upload }),
    )
  await file('meetingRecord', 'Biên bản cuộc họp', [`Bien ban hop ngay ${meetingHeld.on}`, meetingHeld.note])
  const now = (await findDossierOfDialogue(player.db, player.authorityId, dialogueId))!
  await player.do('leader', closeDossierChange(player.files), { id: now.id, version: now.version })
}
