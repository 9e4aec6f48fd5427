import { decideTopic } from '../../src/dialogues/decide-topic.ts'
import { proposeTopic } from '../../src/dialogues/propose-topic.ts'
import { succeedAgency } from '../../src/procedures/succeed-agency.ts'
import { assign, classify, type PetitionStage, receive } from '../play-petitions.ts'
import type { SampleInvitee } from '../sample-dialogue.ts'
import { type PlanAtWork, type SamplePlan, schedulePlan } from '../sample-plan.ts'
import type { SamplePlayer } from '../sample-player.ts'
import { type SampleRound, scheduleRound } from '../sample-round.ts'
import { khoenOnConclusion } from './conclusion-2023.ts'
import { khoenOnPapers } from './papers-2023.ts'
import { khoenOnPetitions, lastPetitions2025 } from './petitions-2023.ts'
import { districtPartySigner, thanUyenDesks, thanUyenHabits, thanUyenTeam } from './than-uyen-house.ts'

const VENUE = 'Nhà văn hóa xã Khoen On'

const plan2023: SamplePlan = {
  year: 2023,
  title:
    'Kế hoạch tổ chức tiếp xúc, đối thoại trực tiếp giữa người đứng đầu cấp ủy, chính quyền huyện với Nhân dân xã Khoen On năm 2023',
  issuer: 'huyenUy',
  drafted: '2023-07-24',
  approved: '2023-07-27',
  issued: '2023-07-28',
  signer: districtPartySigner,
  published: '2023-07-31',
  planned: [
    {
      key: 'khoenOn',
      title: 'Hội nghị tiếp xúc, đối thoại với Nhân dân xã Khoen On',
      kind: 'periodic',
      chairModel: 'coPresiding',
      audience: ['communePeople', 'organizations'],
      from: '2023-09-01',
      to: '2023-09-30',
      venue: VENUE,
    },
  ],
  tasks: [
    {
      agency: 'ubnd',
      content: 'Chỉ đạo rà soát vụ việc, lĩnh vực nhạy cảm; thông tin tuyên truyền.',
      done: { on: '2023-08-31', result: 'Đã rà soát, đề xuất 02 nội dung.' },
    },
    {
      agency: 'mttq',
      role: 'supporting',
      content: 'Tổng hợp ý kiến, cử đại diện Nhân dân dự; giám sát sau đối thoại.',
      done: { on: '2024-01-15', result: 'Đã giám sát tại 4 bản.' },
    },
    {
      agency: 'vphu',
      content: 'Chủ trì chuẩn bị, tổ chức, báo cáo kết quả, lưu hồ sơ.',
      done: { on: '2024-01-31', result: 'Đã đóng hồ sơ.' },
    },
    {
      agency: 'khoenOn',
      role: 'supporting',
      content: 'Nắm tình hình; kế hoạch bảo đảm an ninh trật tự.',
      done: { on: '2023-09-14', result: 'An toàn tuyệt đối.' },
    },
  ],
  disseminated: [
    {
      on: '2023-08-01',
      channel: 'media',
      note: 'Trang thông tin điện tử huyện, loa truyền thanh 10 bản của xã (tiếng Thái, tiếng Mông).',
      agency: 'vphd',
    },
  ],
}

const invitees: SampleInvitee[] = [
  { kind: 'front', name: 'Ban Thường trực UBMTTQ huyện', agency: 'mttq', headcount: 2, reply: 'accepts' },
  { kind: 'agencyLeader', name: 'Lãnh đạo các phòng, ban huyện', headcount: 9 },
  { kind: 'delegate', name: 'Thường trực Đảng ủy, lãnh đạo UBND xã Khoen On', agency: 'khoenOn', headcount: 6 },
  { kind: 'people', name: 'Đại diện Nhân dân 6 bản', headcount: 96, by: 'front' },
  { kind: 'people', name: 'Già làng, trưởng bản, người có uy tín', headcount: 12, by: 'front' },
  { kind: 'petitioner', name: 'Công dân có kiến nghị', headcount: 10 },
]

const minutes = {
  secretaryName: 'Tòng Văn Dương',
  proceedings:
    '12 lượt ý kiến, trong đó 05 ý kiến bằng tiếng Mông, tiếng Thái có người phiên dịch. Người chủ trì phân công lãnh đạo các phòng trả lời từng ý kiến.',
  conclusion:
    'Đồng chí Bí thư Huyện ủy kết luận từng nội dung; nội dung chưa giải quyết giao cơ quan trả lời bằng văn bản trong 15 ngày làm việc, việc phức tạp không quá 30 ngày làm việc.',
}

/** The dialogue of the district with Khoen On, and the end of the district. */
export function scheduleThanUyen(player: SamplePlayer): void {
  const plan = schedulePlan(player, thanUyenTeam, plan2023)
  const office = { player, team: thanUyenTeam, desks: thanUyenDesks, all: new Map<string, number>() }
  const topic = scheduleTopics(player)
  scheduleRound({ ...office, dialogue: { id: 0, petitions: new Map() } }, thanUyenHabits, roundOf(plan, topic))
  scheduleEndOfDistrict({ ...office, dialogue: null })
}

function scheduleTopics(player: SamplePlayer): { id: number } {
  const accepted = { id: 0 }
  player.on('2023-07-31', async () => {
    const propose = (who: string, agency: string, topic: string, reason: string, subjectArea: string) =>
      player.do(who, proposeTopic, {
        year: 2023,
        proposerAgencyId: player.agency(agency),
        topic,
        reason,
        subjectArea,
        sensitive: false,
        proposedOn: player.today,
      })
    accepted.id = (
      await propose(
        'truongTnmt',
        'tnmt',
        'Đất đai, bồi thường vùng lòng hồ, hạ tầng thiết yếu xã Khoen On',
        'Lĩnh vực nhạy cảm, nhiều đơn kiến nghị kéo dài.',
        'land',
      )
    ).topicId
    const other = await propose(
      'front',
      'mttq',
      'Công tác giảm nghèo tại xã Khoen On',
      'Tổng hợp ý kiến hội viên.',
      'socialPolicy',
    )
    player.on('2023-08-03', async () => {
      await player.do('biThu', decideTopic, {
        id: accepted.id,
        decision: 'accepted',
        decidedOn: player.today,
        decisionNote: 'Lồng ghép nội dung giảm nghèo.',
      })
      await player.do('biThu', decideTopic, {
        id: other.topicId,
        decision: 'declined',
        decidedOn: player.today,
        decisionNote: 'Lồng ghép vào chủ đề về đất đai, hạ tầng.',
      })
    })
  })
  return accepted
}

function roundOf(plan: PlanAtWork, topic: { id: number }): SampleRound {
  return {
    opened: {
      on: '2023-08-07',
      input: () => ({
        plannedDialogueId: plan.planned.get('khoenOn'),
        topicProposalId: topic.id,
        title: 'Hội nghị tiếp xúc, đối thoại trực tiếp với Nhân dân xã Khoen On năm 2023',
        kind: 'periodic',
        form: 'inPerson',
        chairModel: 'coPresiding',
        topic: 'Đất đai, bồi thường vùng lòng hồ, hạ tầng thiết yếu, giảm nghèo.',
        audience: ['communePeople', 'organizations'],
        interpreterNeeded: 'tiếng Thái, tiếng Mông',
      }),
    },
    decided: {
      on: '2023-08-30',
      input: {
        heldOn: '2023-09-14',
        startsAt: '08:00',
        endsAt: '11:30',
        venue: VENUE,
        composition:
          'Bí thư Huyện ủy, Chủ tịch UBND huyện, UBMTTQ, phòng ban liên quan, đại diện Nhân dân, công dân có kiến nghị.',
        reason: '',
      },
    },
    tasks: {
      on: '2023-08-30',
      list: [
        {
          agency: 'khoenOn',
          kind: 'securityPlan',
          content: 'Kế hoạch bảo đảm an ninh trật tự, an toàn cho Nhân dân.',
          due: '2023-09-08',
        },
        {
          agency: 'vphd',
          kind: 'logistics',
          content: 'Điều kiện vật chất, người phiên dịch tiếng Thái, tiếng Mông.',
          due: '2023-09-12',
        },
        {
          agency: 'tnmt',
          kind: 'answers',
          content: 'Chuẩn bị trả lời các nội dung đất đai, bồi thường.',
          due: '2023-09-11',
        },
      ],
      doneOn: '2023-09-12',
    },
    invitees: {
      listedOn: '2023-08-31',
      list: invitees,
      sentOn: '2023-09-05',
      channel: 'byHand',
      repliesOn: '2023-09-11',
    },
    notices: [
      {
        on: '2023-08-31',
        channel: 'media',
        content: 'Thông báo thời gian, địa điểm, nội dung đối thoại (tiếng Việt, tiếng Thái, tiếng Mông).',
        place: 'Truyền thanh - truyền hình huyện, loa các bản',
        times: 3,
      },
    ],
    submissions: khoenOnPetitions,
    petitions: { classify: '2023-09-05', assign: '2023-09-06', prepare: '2023-09-11', approve: '2023-09-12' },
    papers: khoenOnPapers,
    held: { on: '2023-09-14', openedAt: '08:10', endedAt: '11:25', delegates: 34, people: 121, women: 48, minutes },
    internalReview: {
      on: '2023-09-20',
      chairedBy: 'Hoàng Quang Tuyến',
      content:
        'Ưu điểm: không khí cởi mở, có phiên dịch. Hạn chế: báo cáo của một số phòng còn dài; thời gian cho Nhân dân phát biểu cần tăng.',
      assignments:
        'VP Huyện ủy: ban hành thông báo kết luận; Phòng KT&HT: chuyển nội dung điện lưới; Phòng LĐ-TB&XH: xác minh hộ nghèo; VP HĐND - UBND: trình tỉnh nội dung phủ sóng.',
    },
    conclusion: khoenOnConclusion,
    oversight: [
      {
        on: '2023-10-12',
        who: 'board',
        kind: 'urge',
        to: 'tnmt',
        content: 'Đề nghị đẩy nhanh kiểm tra thực địa lòng hồ, trả lời trước ngày 26/10/2023.',
      },
      {
        on: '2023-12-14',
        who: 'front',
        kind: 'visit',
        to: 'kinhteht',
        content: 'Giám sát tại bản Chế Hạng, Mùi, On: đường đã rải đá, nước đã về bản.',
        participants: 'UBMTTQ huyện, Đảng ủy xã Khoen On, già làng',
      },
    ],
    published: {
      announcedOn: '2023-08-31',
      takingPart:
        'Bà con các bản đều được dự; có phiên dịch tiếng Thái và tiếng Mông. Đăng ký phát biểu với trưởng bản.',
      resultsOn: ['2023-09-28', '2024-01-25'],
    },
    closedOn: '2024-01-30',
  }
}

const heirs: readonly [string, string][] = [
  ['vphu', 'vpXa'],
  ['vphd', 'vpXa'],
  ['huyenUy', 'xaThanUyen'],
  ['ubnd', 'ubndXa'],
  ['khoenOn', 'khoenOnMoi'],
  ['tnmt', 'kinhTeXa'],
  ['nongnghiep', 'kinhTeXa'],
  ['kinhteht', 'kinhTeXa'],
  ['ldtbxh', 'vhxhXa'],
  ['gddt', 'vhxhXa'],
  ['mttq', 'mttqXa'],
]

function scheduleEndOfDistrict(stage: PetitionStage): void {
  const { player } = stage
  const succeed = (old: string, heir: string, onDay: string, basis: string) =>
    player.do('quantri', succeedAgency, {
      id: player.agency(old),
      version: 1,
      successorId: player.agency(heir),
      onDay,
      basis,
    })
  player.on('2025-02-20', async () => {
    await succeed(
      'danvan',
      'tgdv',
      '2025-02-20',
      'Quyết định của Ban Thường vụ Huyện ủy hợp nhất Ban Tuyên giáo và Ban Dân vận',
    )
  })
  for (const submission of lastPetitions2025) {
    player.on(submission.on, async () => {
      await receive(stage, submission)
      for (const content of submission.contents) {
        await classify(stage, content)
        await assign(stage, content)
      }
    })
  }
  player.on('2025-07-01', async () => {
    const basis = 'Kết thúc hoạt động cấp huyện từ ngày 01/7/2025; bàn giao cho đơn vị hành chính cấp xã mới'
    for (const [old, heir] of heirs) await succeed(old, heir, '2025-07-01', basis)
  })
}
