import { appraiseTopic } from '../../src/dialogues/appraise-topic.ts'
import { decideTopic } from '../../src/dialogues/decide-topic.ts'
import { proposeTopic } from '../../src/dialogues/propose-topic.ts'
import { recordRegularMeeting } from '../../src/procedures/record-regular-meeting.ts'
import { scheduleReport, scheduleReportYear } from '../sample-oversight.ts'
import { type PlanAtWork, type SamplePlan, schedulePlan } from '../sample-plan.ts'
import type { SamplePlayer } from '../sample-player.ts'
import { type SampleRound, scheduleRound } from '../sample-round.ts'
import { enterprisePapers, enterprisePetitions } from './enterprises-2023.ts'
import { deputySigner, provinceSigner, provinceTeam, sonLaHabits, sonLaTeam } from './son-la-house.ts'

const plan2023: SamplePlan = {
  year: 2023,
  title: 'Kế hoạch thực hiện công tác đối thoại năm 2023',
  issuer: 'vp',
  drafted: '2023-01-30',
  approved: '2023-02-06',
  issued: '2023-02-08',
  signer: deputySigner,
  published: '2023-02-09',
  planned: [
    {
      key: 'dnghiep',
      title: 'Hội nghị Chủ tịch UBND tỉnh đối thoại với doanh nghiệp, hợp tác xã và Nhân dân năm 2023',
      kind: 'thematic',
      chairModel: 'peoplesCommitteeChair',
      audience: ['enterprises', 'people'],
      topic: 'Tháo gỡ khó khăn trong đất đai, tín dụng, tiêu thụ nông sản',
      from: '2023-08-01',
      to: '2023-09-30',
    },
    {
      key: 'giaoBan',
      title: 'Đối thoại gắn với giao ban tuần, tháng, hội nghị của Văn phòng',
      kind: 'withinRegularMeeting',
      chairModel: 'officeChief',
      sessionKind: 'weeklyBriefing',
      audience: ['staff'],
      from: '2023-02-01',
      to: '2023-12-31',
    },
  ],
  tasks: [
    {
      agency: 'tonghop',
      content: 'Tham mưu thẩm định nội dung do sở, ngành, huyện đề xuất để Chủ tịch UBND tỉnh đối thoại (Điều 8).',
      done: { on: '2023-07-21', result: 'Đã thẩm định 01 nội dung.' },
    },
    {
      agency: 'tchc',
      content: 'Dự thảo thông báo kết luận; báo cáo 6 tháng trước 10/6, báo cáo năm trước 20/11.',
      done: { on: '2023-11-16', result: 'Đã gửi đủ.' },
    },
    {
      agency: 'phongban',
      content: 'Tuyên truyền, phổ biến kế hoạch; tổng hợp ý kiến.',
      done: { on: '2023-11-13', result: 'Đã tổng hợp.' },
    },
  ],
  disseminated: [{ on: '2023-02-10', channel: 'portal', note: 'Trang Thông tin điện tử Văn phòng.', agency: 'ttin' }],
}

/** The year 2023 of the office: a topic proposed, appraised and held for the chairman of the province. */
export function scheduleSonLa2023(player: SamplePlayer): void {
  const plan = schedulePlan(player, sonLaTeam, plan2023)
  scheduleReportYear(player, 'clerk', '2023-02-10', 2023)
  const topic = scheduleTopic(player)
  const stage = {
    player,
    team: provinceTeam,
    desks: {},
    dialogue: { id: 0, petitions: new Map() },
    all: new Map<string, number>(),
  }
  scheduleRound(stage, sonLaHabits, enterpriseRound(plan, topic))
  for (const on of ['2023-02-13', '2023-03-27', '2023-05-29', '2023-08-28', '2023-10-30']) {
    player.on(on, async () => {
      const input = {
        sessionKind: 'monthlyBriefing',
        heldOn: player.today,
        chairModel: 'officeChief',
        attendancePeople: 39,
        note: 'Giao ban tháng, giải đáp ý kiến công chức, người lao động.',
      }
      await player.do('clerk', recordRegularMeeting, input)
    })
  }
  const office = { year: 2023, issuer: 'vp', signer: deputySigner, prepares: 'clerk', who: 'records' }
  scheduleReport(player, {
    on: '2023-06-08',
    period: 'H1',
    key: 'sixMonthReport',
    title: 'Báo cáo kết quả công tác đối thoại 6 tháng đầu năm 2023',
    body: '0 yêu cầu, 0 đột xuất; 03 buổi gắn với giao ban tháng.',
    ...office,
  })
  scheduleReport(player, {
    on: '2023-11-16',
    period: 'year',
    key: 'annualReport',
    title: 'Báo cáo kết quả công tác đối thoại năm 2023',
    body: '01 cuộc của Chủ tịch UBND tỉnh với doanh nghiệp; 05 buổi gắn với giao ban tháng; 0 yêu cầu, 0 đột xuất.',
    ...office,
  })
}

function scheduleTopic(player: SamplePlayer): { id: number } {
  const topic = { id: 0 }
  player.on('2023-06-26', async () => {
    const { topicId } = await player.do('clerk', proposeTopic, {
      year: 2023,
      proposerAgencyId: player.agency('skhdt'),
      topic: 'Tháo gỡ khó khăn cho doanh nghiệp, hợp tác xã trong tiếp cận đất đai, tín dụng và tiêu thụ nông sản',
      reason: 'Qua khảo sát PCI 2022 và 46 kiến nghị của doanh nghiệp, hợp tác xã.',
      subjectArea: 'publicInvestment',
      sensitive: false,
      proposedOn: player.today,
    })
    topic.id = topicId
  })
  const appraise = (on: string, who: string, agency: string, opinion: string, note: string) =>
    player.on(on, async () => {
      // the division records what the leaders of its own office said on the paper
      const paper = who === 'clerk' ? { paperApprover: 'Phó Chánh Văn phòng' } : {}
      const input = {
        id: topic.id,
        agencyId: player.agency(agency),
        opinion,
        note,
        appraisedOn: player.today,
        ...paper,
      }
      await player.do(who, appraiseTopic, input)
    })
  appraise(
    '2023-07-10',
    'clerk',
    'vp',
    'agree',
    'Đúng thẩm quyền, cần thiết; chuẩn bị theo Điều 8 Quy định số 12-QĐi/TU.',
  )
  appraise('2023-07-12', 'board', 'danvan', 'agreeWithChanges', 'Bổ sung đối tượng là hợp tác xã và hộ liên kết.')
  appraise('2023-07-14', 'front', 'mttq', 'agree', 'Thống nhất; Mặt trận cử đại diện hộ dân liên kết dự.')
  player.on('2023-07-20', async () => {
    await player.do('chuTich', decideTopic, {
      id: topic.id,
      decision: 'accepted',
      decidedOn: player.today,
      decisionNote: 'Tổ chức trong tháng 8/2023.',
    })
  })
  return topic
}

function enterpriseRound(plan: PlanAtWork, topic: { id: number }): SampleRound {
  return {
    opened: {
      on: '2023-07-24',
      input: () => ({
        plannedDialogueId: plan.planned.get('dnghiep'),
        topicProposalId: topic.id,
        title: 'Hội nghị Chủ tịch UBND tỉnh đối thoại với doanh nghiệp, hợp tác xã và Nhân dân năm 2023',
        kind: 'thematic',
        form: 'inPerson',
        chairModel: 'peoplesCommitteeChair',
        topic: 'Tháo gỡ khó khăn trong tiếp cận đất đai, tín dụng và tiêu thụ nông sản',
        audience: ['enterprises', 'people'],
      }),
    },
    decided: {
      on: '2023-08-01',
      input: {
        heldOn: '2023-08-24',
        startsAt: '08:00',
        endsAt: '11:30',
        venue: 'Hội trường UBND tỉnh',
        composition: 'Chủ tịch UBND tỉnh, các sở, ngành, 12 huyện, thành phố; 120 doanh nghiệp, hợp tác xã, hộ dân.',
        reason: '',
      },
    },
    invitees: {
      listedOn: '2023-08-08',
      list: [
        { kind: 'agencyLeader', name: 'Giám đốc Sở Kế hoạch và Đầu tư', agency: 'skhdt', reply: 'accepts' },
        { kind: 'agencyLeader', name: 'Giám đốc Sở Nông nghiệp và PTNT', agency: 'snn', reply: 'accepts' },
        { kind: 'agencyLeader', name: 'Giám đốc Sở Tài nguyên và Môi trường', agency: 'stnmt', reply: 'accepts' },
        {
          kind: 'agencyLeader',
          name: 'Giám đốc Ngân hàng Nhà nước chi nhánh tỉnh',
          agency: 'nhnn',
          reply: 'substitute',
          note: 'Phó Giám đốc dự thay',
        },
        { kind: 'front', name: 'Ban Thường trực UBMTTQ tỉnh', agency: 'mttq', headcount: 2, reply: 'accepts' },
        { kind: 'organization', name: 'Hiệp hội Doanh nghiệp tỉnh', headcount: 60 },
        { kind: 'organization', name: 'Liên minh Hợp tác xã tỉnh', headcount: 40 },
        { kind: 'people', name: 'Đại diện hộ dân liên kết sản xuất', headcount: 20, by: 'front' },
      ],
      sentOn: '2023-08-10',
      channel: 'electronic',
      repliesOn: '2023-08-18',
    },
    notices: [
      {
        on: '2023-08-10',
        channel: 'portal',
        content: 'Thông báo, mời doanh nghiệp, hợp tác xã gửi kiến nghị.',
        place: 'Trang thông tin điện tử Văn phòng',
      },
    ],
    submissions: enterprisePetitions,
    petitions: { classify: '2023-08-16', assign: '2023-08-16', prepare: '2023-08-21', approve: '2023-08-22' },
    papers: enterprisePapers,
    held: {
      on: '2023-08-24',
      openedAt: '08:00',
      endedAt: '11:40',
      delegates: 64,
      people: 124,
      women: 52,
      minutes: {
        secretaryName: 'Vì Đức Trung',
        proceedings: '06 kiến nghị được nêu; lãnh đạo các sở trả lời trực tiếp.',
        conclusion: 'Chủ tịch UBND tỉnh giao các sở giải quyết, trả lời bằng văn bản; Văn phòng theo dõi, đôn đốc.',
      },
    },
    conclusion: {
      draftedOn: '2023-08-28',
      assessment:
        'Các kiến nghị của doanh nghiệp, hợp tác xã, hộ dân thẳng thắn, tập trung vào đất đai, tín dụng, tiêu thụ nông sản; lãnh đạo các sở, ngành trả lời đúng trọng tâm.',
      implementation: 'Văn phòng UBND tỉnh theo dõi, đôn đốc.',
      items: [
        {
          content: 'Tiếp cận đất đai, giá thuê đất',
          conclusion: 'Rà soát, công khai quỹ đất sạch.',
          group: 'verifyAndReplyLater',
          lead: 'stnmt',
          due: '2023-10-31',
          done: { on: '2023-10-26', result: 'Công khai 14 khu đất.' },
          covers: ['gia-thue-dat', 'quy-dat-sach'],
        },
        {
          content: 'Tín dụng cho hợp tác xã',
          conclusion: 'Hội nghị kết nối ngân hàng - doanh nghiệp trong tháng 9.',
          group: 'verifyAndReplyLater',
          lead: 'nhnn',
          due: '2023-09-30',
          done: { on: '2023-09-28', result: 'Đã tổ chức hội nghị kết nối.' },
          covers: ['vay-von-htx'],
        },
        {
          content: 'Tiêu thụ mận, xoài, nhãn',
          conclusion: 'Mở rộng kênh tiêu thụ, mã số vùng trồng.',
          group: 'verifyAndReplyLater',
          lead: 'snn',
          due: '2023-11-30',
          done: { on: '2023-11-29', result: 'Cấp 31 mã số vùng trồng.' },
          covers: ['ma-vung-trong', 'tieu-thu-man'],
        },
      ],
      issuedOn: '2023-08-31',
      signer: provinceSigner,
      sends: [{ on: '2023-08-31', channel: 'documentAxis' }],
      receipts: [{ on: '2023-09-05' }],
    },
    published: {
      announcedOn: '2023-08-10',
      takingPart: 'Doanh nghiệp, hợp tác xã, hộ kinh doanh gửi kiến nghị trước ngày 15/8/2023 hoặc nêu tại hội nghị.',
      resultsOn: ['2023-09-01', '2023-12-12'],
    },
    closedOn: '2023-12-15',
  }
}
