import { recordExclusion } from '../../src/dialogues/record-exclusion.ts'
import { endAgency } from '../../src/procedures/end-agency.ts'
import type { DialogueAtWork, SampleInvitee, SampleNotice } from '../sample-dialogue.ts'
import type { SamplePaper } from '../sample-papers.ts'
import { type PlanAtWork, type SamplePlan, schedulePlan } from '../sample-plan.ts'
import type { SamplePlayer } from '../sample-player.ts'
import { type SampleRound, scheduleRound } from '../sample-round.ts'
import { playSurvey, type SampleSurvey } from '../sample-survey.ts'
import { autumnConclusion, springConclusion } from './conclusions-2023.ts'
import {
  communeFrontSigner,
  communeSigner,
  hoangPhuDesks,
  hoangPhuHabits,
  hoangPhuTeam,
  policeSigner,
} from './hoang-phu-house.ts'
import { autumnPetitions2023, springPetitions2023 } from './petitions-2023.ts'

const VENUE = 'Hội trường công sở xã Hoằng Phú'

const plan2023: SamplePlan = {
  year: 2023,
  title:
    'Kế hoạch tổ chức hội nghị đối thoại người đứng đầu cấp ủy, chính quyền với MTTQ, các đoàn thể chính trị - xã hội và Nhân dân năm 2023, gắn với diễn đàn Công an lắng nghe ý kiến Nhân dân',
  issuer: 'ubnd',
  drafted: '2023-03-06',
  approved: '2023-03-09',
  issued: '2023-03-10',
  signer: communeSigner,
  published: '2023-03-13',
  planned: [
    {
      key: 'q2',
      title: 'Hội nghị đối thoại quý II năm 2023 gắn với diễn đàn Công an lắng nghe ý kiến Nhân dân',
      kind: 'periodic',
      chairModel: 'threeChairs',
      audience: ['frontAndOrganizations', 'people'],
      period: 'Q2',
      venue: VENUE,
    },
    {
      key: 'q4',
      title: 'Hội nghị đối thoại quý IV năm 2023 gắn với diễn đàn Công an lắng nghe ý kiến Nhân dân',
      kind: 'periodic',
      chairModel: 'threeChairs',
      audience: ['frontAndOrganizations', 'people'],
      period: 'Q4',
      venue: VENUE,
    },
  ],
  tasks: [
    {
      agency: 'vp',
      content:
        'Xây dựng chương trình, báo cáo tóm tắt kinh tế - xã hội, phát hành giấy mời, niêm yết kế hoạch trên trang thông tin điện tử.',
      done: { on: '2023-11-30', result: 'Đã hoàn thành cả hai kỳ.' },
    },
    {
      agency: 'vhxh',
      content: 'Phối hợp Đài truyền thanh thông báo thời gian, địa điểm, nội dung trước 07 ngày.',
      done: { on: '2023-11-15', result: 'Đã thông báo đúng thời gian.' },
    },
    {
      agency: 'mttq',
      role: 'supporting',
      content:
        'Tổng hợp, phân loại ý kiến các thôn, đoàn thể; tổ chức đăng ký phát biểu; giám sát thực hiện thông báo kết luận.',
      done: { on: '2023-12-22', result: 'Đã giám sát hai thông báo kết luận.' },
    },
  ],
  disseminated: [
    { on: '2023-03-13', channel: 'portal', note: 'Niêm yết trên trang thông tin điện tử của xã.', agency: 'vp' },
    { on: '2023-03-15', channel: 'loudspeaker', note: 'Phát trên hệ thống truyền thanh xã.', agency: 'dai' },
  ],
}

const invitees: SampleInvitee[] = [
  { kind: 'superior', name: 'Lãnh đạo Công an huyện Hoằng Hóa', agency: 'conganHuyen', headcount: 2, reply: 'accepts' },
  { kind: 'front', name: 'Ban Thường trực Ủy ban MTTQ xã', agency: 'mttq', headcount: 3, reply: 'accepts' },
  { kind: 'organization', name: 'Các đoàn thể chính trị - xã hội xã', agency: 'doanthe', headcount: 10 },
  { kind: 'delegate', name: 'Cán bộ, công chức xã', headcount: 18 },
  { kind: 'delegate', name: 'Trưởng thôn, trưởng Ban Công tác Mặt trận 6 thôn', headcount: 12 },
  ...['Phú Thượng', 'Phú Trung', 'Phú Khê', 'Trung Tây', 'Đức Thành', 'Trinh Thôn'].map((name) => ({
    kind: 'people' as const,
    name: `Nhân dân thôn ${name}`,
    headcount: 18,
  })),
]

interface Quarter {
  key: 'q2' | 'q4'
  name: string
  held: string
  before: (days: 'open' | 'decide' | 'invite' | 'air1' | 'air2' | 'digest' | 'brief' | 'eve') => string
}

const spring: Quarter = {
  key: 'q2',
  name: 'quý II',
  held: '2023-06-14',
  before: (d) =>
    ({
      open: '2023-05-15',
      decide: '2023-05-22',
      invite: '2023-06-05',
      air1: '2023-06-05',
      air2: '2023-06-12',
      digest: '2023-06-08',
      brief: '2023-06-09',
      eve: '2023-06-13',
    })[d],
}
const autumn: Quarter = {
  key: 'q4',
  name: 'quý IV',
  held: '2023-11-15',
  before: (d) =>
    ({
      open: '2023-10-16',
      decide: '2023-10-20',
      invite: '2023-11-06',
      air1: '2023-11-06',
      air2: '2023-11-13',
      digest: '2023-11-09',
      brief: '2023-11-10',
      eve: '2023-11-14',
    })[d],
}

function papersOf({ name, before, held }: Quarter, count: number): SamplePaper[] {
  const commune = { issuer: 'ubnd', signer: communeSigner }
  const day = `${held.slice(8)}/${held.slice(5, 7)}/2023`
  return [
    {
      on: before('decide'),
      kind: 'conferencePlan',
      title: `Kế hoạch tổ chức hội nghị đối thoại ${name} năm 2023`,
      body: `Hội nghị tổ chức ngày ${day} tại ${VENUE}; chủ trì: Bí thư Đảng ủy, Chủ tịch UBND, Trưởng Công an xã.`,
      ...commune,
    },
    {
      on: before('invite'),
      kind: 'invitation',
      title: `Giấy mời dự hội nghị đối thoại ${name} năm 2023`,
      body: `Kính mời dự hội nghị hồi 7 giờ 30 ngày ${day}.`,
      ...commune,
    },
    {
      on: before('air1'),
      kind: 'loudspeakerBulletin',
      title: 'Bản tin truyền thanh và nhật ký phát',
      body: `Phát 6 giờ và 17 giờ các ngày từ ${before('air1').slice(8)}/${before('air1').slice(5, 7)} đến ngày hội nghị, 6 cụm loa.`,
      ...commune,
      onPaper: true,
    },
    {
      on: before('digest'),
      kind: 'frontSummary',
      title: 'Bản tổng hợp ý kiến, kiến nghị của các thôn, đoàn thể',
      body: `Mặt trận Tổ quốc xã tổng hợp ${count} ý kiến đăng ký trước hội nghị, phân theo công tác đảng, chính quyền, an ninh.`,
      issuer: 'mttq',
      signer: communeFrontSigner,
      onPaper: true,
    },
    {
      on: before('brief'),
      kind: 'agenda',
      title: 'Chương trình hội nghị đối thoại (10 bước)',
      body: 'Chương trình theo mục II.3 của kế hoạch.',
      ...commune,
      onPaper: true,
    },
    {
      on: before('brief'),
      kind: 'meetingRules',
      title: 'Nội quy hội nghị đối thoại',
      body: 'Phát biểu theo thứ tự đăng ký; không đưa thông tin sai sự thật; không đối thoại với người đang sử dụng rượu, chất kích thích.',
      ...commune,
      onPaper: true,
    },
    {
      on: before('eve'),
      kind: 'socioEconomicBriefing',
      title: 'Báo cáo tóm tắt tình hình kinh tế - xã hội, quốc phòng - an ninh',
      body: 'Thu ngân sách, nông thôn mới, chuyển đổi số và các vấn đề dư luận quan tâm.',
      ...commune,
      onPaper: true,
    },
    {
      on: before('eve'),
      kind: 'securityBriefing',
      title: 'Báo cáo tóm tắt tình hình an ninh, trật tự',
      body: 'Phạm pháp hình sự giảm; kết quả cấp căn cước, định danh điện tử.',
      issuer: 'congan',
      signer: policeSigner,
      onPaper: true,
    },
  ]
}

function afterPapers(on: string, round: string): SamplePaper[] {
  const commune = { issuer: 'ubnd', signer: communeSigner, onPaper: true }
  return [
    {
      on,
      kind: 'minutes',
      title: `Biên bản hội nghị đối thoại ${round} năm 2023`,
      body: 'Bản in có chữ ký thư ký và người chủ trì.',
      ...commune,
    },
    {
      on,
      kind: 'surveySummary',
      title: 'Biểu tổng hợp phiếu đánh giá sự hài lòng',
      body: 'Kết quả theo bốn nhóm nội dung, bốn mức.',
      ...commune,
    },
  ]
}

function noticesOf({ before, held }: Quarter): SampleNotice[] {
  const content = `Thông báo hội nghị đối thoại ngày ${held.slice(8)}/${held.slice(5, 7)}/2023: thời gian, địa điểm, nội dung.`
  const air = { channel: 'loudspeaker' as const, agency: 'dai', who: 'dai', times: 2, place: '6 cụm loa thôn', content }
  return [
    { on: before('air1'), at: '06:00', ...air },
    { on: before('air2'), at: '17:00', ...air },
    { on: before('invite'), channel: 'portal', place: 'Trang thông tin điện tử xã', content },
  ]
}

const ballots: Record<'q2' | 'q4', SampleSurvey> = {
  q2: {
    title: 'Phiếu đánh giá sự hài lòng – diễn đàn Công an lắng nghe ý kiến Nhân dân, quý II/2023',
    ...{ issued: 150, returned: 146, valid: 143, clerk: 'clerk', first: 'clerk', second: 'minutes' },
    comments: 'Đề nghị tăng tuần tra ban đêm; làm căn cước lưu động cho người già.',
    tally: { conduct: [88, 49, 5, 1], procedures: [81, 53, 8, 1], patrols: [70, 58, 12, 3], reports: [74, 55, 11, 3] },
  },
  q4: {
    title: 'Phiếu đánh giá sự hài lòng – diễn đàn Công an lắng nghe ý kiến Nhân dân, quý IV/2023',
    ...{ issued: 160, returned: 155, valid: 152, clerk: 'clerk', first: 'clerk', second: 'minutes' },
    comments: 'Đề nghị lắp thêm camera ở ngã ba Phú Khê.',
    tally: { conduct: [99, 47, 5, 1], procedures: [94, 50, 7, 1], patrols: [83, 56, 11, 2], reports: [86, 54, 10, 2] },
    slip: { conduct: [99, 47, 5, 1], procedures: [94, 50, 7, 1], patrols: [88, 51, 11, 2], reports: [86, 54, 10, 2] },
  },
}

/** The two rounds of 2023 with the police forum. */
export function scheduleHoangPhu(player: SamplePlayer): void {
  const plan = schedulePlan(player, hoangPhuTeam, plan2023)
  const all = new Map<string, number>()
  const office = { player, team: hoangPhuTeam, desks: hoangPhuDesks, all }
  for (const quarter of [spring, autumn]) {
    const dialogue: DialogueAtWork = { id: 0, petitions: new Map() }
    scheduleRound({ ...office, dialogue }, hoangPhuHabits, roundOf(player, plan, quarter, dialogue))
  }
  player.on('2025-07-01', async () => {
    const input = {
      version: 1,
      toDay: '2025-06-30',
      reason: 'Kết thúc hoạt động cấp huyện (Luật Tổ chức chính quyền địa phương 2025).',
    }
    for (const key of ['conganHuyen', 'ubndHuyen'])
      await player.do('quantri', endAgency, { id: player.agency(key), ...input })
  })
}

function roundOf(player: SamplePlayer, plan: PlanAtWork, quarter: Quarter, dialogue: DialogueAtWork): SampleRound {
  const { key, name, held, before } = quarter
  const isSpring = key === 'q2'
  const submissions = isSpring ? springPetitions2023 : autumnPetitions2023
  return {
    opened: {
      on: before('open'),
      input: () => ({
        plannedDialogueId: plan.planned.get(key),
        title: `Hội nghị đối thoại ${name} năm 2023 gắn với diễn đàn Công an lắng nghe ý kiến Nhân dân`,
        kind: 'periodic',
        form: 'inPerson',
        chairModel: 'threeChairs',
        topic: 'Phát triển kinh tế - xã hội, xây dựng nông thôn mới nâng cao, an ninh trật tự.',
        audience: ['frontAndOrganizations', 'people'],
        policeForum: true,
      }),
    },
    decided: {
      on: before('decide'),
      input: {
        heldOn: held,
        startsAt: '07:30',
        endsAt: '11:00',
        venue: VENUE,
        composition: 'Cán bộ, công chức, MTTQ, đoàn thể, Ban Công tác Mặt trận thôn, Nhân dân.',
        reason: '',
      },
    },
    invitees: {
      listedOn: before('decide'),
      list: invitees,
      sentOn: before('invite'),
      channel: 'byHand',
      repliesOn: before('eve'),
    },
    notices: noticesOf(quarter),
    submissions,
    petitions: {
      classify: before('digest'),
      assign: before('digest'),
      prepare: before('brief'),
      approve: before('eve'),
    },
    papers: [...papersOf(quarter, isSpring ? 7 : 9), ...afterPapers(isSpring ? '2023-06-15' : '2023-11-16', name)],
    speeches: {
      registeredOn: before('eve'),
      list: speechesOf(
        submissions.map((one) => ({
          speaker: one.who.representative ?? one.who.name ?? '',
          content: one.contents[0]!.says,
          hall: one.raised === 'atConference',
          offTopic: one.contents[0]!.offTopic ?? false,
        })),
      ),
    },
    held: {
      on: held,
      ...(isSpring
        ? { openedAt: '07:40', endedAt: '11:05', delegates: 43, people: 118, women: 61 }
        : { openedAt: '07:35', endedAt: '11:15', delegates: 45, people: 126, women: 66 }),
      minutes: {
        secretaryName: 'Lê Đình Tuấn',
        proceedings: `Hội nghị tiến hành theo 10 bước của chương trình; ${submissions.length} ý kiến. Đại diện Công an huyện Hoằng Hóa phát biểu; lấy phiếu đánh giá sự hài lòng. Chủ tịch UBND trả lời các nội dung chính quyền, Trưởng Công an trả lời các nội dung an ninh trật tự, Bí thư Đảng ủy tiếp thu các nội dung công tác đảng.`,
        conclusion:
          'Giao các bộ phận giải quyết, trả lời bằng văn bản các nội dung còn lại; giao Văn phòng ban hành thông báo kết luận; MTTQ giám sát.',
      },
      more: async () => {
        if (!isSpring) await exclude(player, dialogue)
        await playSurvey(player, dialogue, ballots[key])
      },
    },
    conclusion: isSpring ? springConclusion : autumnConclusion,
    oversight: [
      {
        on: isSpring ? '2023-07-20' : '2023-12-12',
        who: 'front',
        kind: 'visit',
        content:
          'Giám sát việc thực hiện thông báo kết luận: các việc đã hẹn được triển khai, đề nghị đẩy nhanh việc hoàn trả đường.',
        participants: 'Ban Thường trực UBMTTQ xã, Ban Thanh tra nhân dân',
      },
    ],
    published: {
      announcedOn: before('invite'),
      takingPart:
        'Nhân dân các thôn đều được dự. Đăng ký phát biểu với Ban Công tác Mặt trận thôn hoặc ngay tại hội trường.',
      resultsOn: isSpring ? ['2023-06-20', '2023-11-28'] : ['2023-11-20', '2023-12-22'],
    },
    closedOn: isSpring ? '2023-11-30' : '2023-12-26',
  }
}

async function exclude(player: SamplePlayer, dialogue: DialogueAtWork): Promise<void> {
  await player.do('minutes', recordExclusion, {
    id: dialogue.id,
    groundKey: 'intoxicated',
    restrictedName: '',
    note: 'Một người có biểu hiện say rượu, gây ồn ở cửa hội trường; mời ra ngoài, hẹn tiếp tại buổi tiếp công dân.',
    decidedBy: 'Chủ tịch UBND xã Trương Văn Nghĩa',
  })
}

function speechesOf(list: readonly { speaker: string; content: string; hall: boolean; offTopic: boolean }[]) {
  return list
    .filter((one) => one.speaker !== '')
    .map((one, at) => ({
      speaker: one.speaker,
      village: '',
      content: one.content.slice(0, 120),
      onSite: one.hall,
      offTopic: one.offTopic,
      from: clock(8 * 60 + 30 + at * 8),
      to: clock(8 * 60 + 36 + at * 8),
    }))
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
