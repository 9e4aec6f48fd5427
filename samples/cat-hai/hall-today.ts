import { confirmNotClassified } from '../../src/dialogues/confirm-not-classified.ts'
import { openHall } from '../../src/hall/open-hall.ts'
import type { PetitionStage } from '../play-petitions.ts'
import { registerSpeeches, type SampleSpeech } from '../sample-conference.ts'
import { type SampleSubmission, villager } from '../sample-petition.ts'
import { type SampleRound, scheduleRound } from '../sample-round.ts'
import type { ReplyHabits } from '../send-replies.ts'
import { catHaiTeam } from './cat-hai-office.ts'
import { schedulePaperForms } from './forms-today.ts'
import type { WorkingDay } from './petitions-this-year.ts'

const open = { how: 'open' } as const

/** What was sent in for the meeting of the day, most of it with its answer prepared. */
function roadPetitions(day: WorkingDay): SampleSubmission[] {
  return [
    {
      on: day(-9),
      channel: 'speechRegistration',
      who: villager('Nguyễn Thị Nhài', 'xuanDam', { phone: '0912 440 118' }),
      consent: true,
      contents: [
        {
          key: 'd-duong-xuan-dam',
          area: 'transport',
          urgency: 'urgent',
          lead: 'kinhte',
          group: 'answeredAtConference',
          says: 'Đường trục thôn Xuân Đám xuống cấp, ngập mỗi khi mưa to. Đề nghị sửa trước mùa du lịch.',
          prepared: {
            says: 'Đã bố trí 1,8 tỷ đồng sửa 900 m đường trục và rãnh thoát nước; khởi công trong tháng tới, xong trước 30/4.',
            state: 'approved',
          },
          end: open,
        },
      ],
    },
    {
      on: day(-8),
      channel: 'village',
      who: villager('Vũ Đình Khoát', 'xuanDam'),
      contents: [
        {
          key: 'd-nuoc-sach',
          area: 'water',
          urgency: 'urgent',
          lead: 'kinhte',
          group: 'answeredAtConference',
          says: 'Cuối thôn Xuân Đám mùa hè nước máy chảy yếu, hai ngày mới có một lần.',
          prepared: {
            says: 'Đang lắp trạm tăng áp tại ngã ba Xuân Đám, chạy thử trong quý I.',
            state: 'approved',
          },
          end: open,
        },
      ],
    },
    {
      on: day(-7),
      channel: 'speechRegistration',
      who: villager('Bùi Văn Sáng', 'haiSon', { phone: '0388 120 553' }),
      contents: [
        {
          key: 'd-xe-khach',
          area: 'transport',
          lead: 'congan',
          group: 'verifyAndReplyLater',
          says: 'Xe khách dừng đỗ lộn xộn trước chợ, đề nghị phân luồng giờ cao điểm.',
          end: open,
        },
      ],
    },
  ]
}

const SPEECHES: readonly SampleSpeech[] = [
  {
    speaker: 'Nguyễn Thị Nhài',
    village: 'Thôn Xuân Đám',
    content: 'Đường trục thôn xuống cấp, ngập khi mưa.',
    minutes: 5,
  },
  { speaker: 'Vũ Đình Khoát', village: 'Thôn Xuân Đám', content: 'Nước máy yếu cuối thôn.', minutes: 5 },
  { speaker: 'Bùi Văn Sáng', village: 'Thôn Hải Sơn', content: 'Xe khách dừng đỗ trước chợ.', minutes: 4 },
  {
    speaker: 'Đặng Thị Thêu',
    village: 'Hội Phụ nữ đặc khu',
    content: 'Nhà trẻ cho con công nhân bến phà.',
    minutes: 5,
  },
  { speaker: 'Phạm Quang Hưng', village: 'Tổ dân phố Bến Bèo', content: 'Thu gom rác trên vịnh.', minutes: 3 },
]

/**
 * A meeting on the day of loading: everything is prepared and the hall is open, so that whoever tries the demo can sit
 * down at a desk and begin.
 */
export function scheduleHallToday(stage: Omit<PetitionStage, 'dialogue'>, habits: ReplyHabits, day: WorkingDay): void {
  const { player } = stage
  const dialogue = { id: 0, petitions: new Map<string, number>() }
  const team = catHaiTeam
  scheduleRound({ ...stage, team, dialogue }, habits, roundOfToday(day, player.loadedOn))
  schedulePaperForms(player, dialogue, day)
  player.on(day(-3), async () => void (await registerSpeeches(player, team, dialogue, SPEECHES)))
  player.on(player.loadedOn, async () => {
    await player.do(team.clerk, confirmNotClassified, { id: dialogue.id, confirmed: true })
    await player.do(team.secretary, openHall, { id: dialogue.id })
  })
}

function roundOfToday(day: WorkingDay, heldOn: string): SampleRound {
  return {
    opened: {
      on: day(-14),
      input: () => ({
        title: 'Đối thoại chuyên đề với Nhân dân về đường giao thông, nước sạch và trật tự đô thị',
        kind: 'thematic',
        form: 'inPerson',
        chairModel: 'coPresiding',
        topic: 'Đường giao thông, nước sạch và trật tự đô thị trên địa bàn đặc khu',
        audience: ['people'],
        collectionOpensOn: day(-12),
        collectionClosesOn: day(-4),
      }),
    },
    decided: {
      on: day(-13),
      input: {
        ...{ heldOn, startsAt: '08:00', endsAt: '11:00', venue: 'Hội trường trung tâm đặc khu Cát Hải, Cát Bà' },
        ...{ collectionOpensOn: day(-12), collectionClosesOn: day(-4), reason: '' },
        composition: 'Đại diện Nhân dân các thôn, tổ dân phố; Mặt trận Tổ quốc, đoàn thể; các cơ quan liên quan.',
      },
    },
    invitees: {
      listedOn: day(-12),
      sentOn: day(-11),
      channel: 'villageHead',
      list: [
        { kind: 'superior', name: 'Đại diện Ban Tuyên giáo và Dân vận Thành ủy', agency: 'tgdvtp' },
        { kind: 'front', name: 'Ban Thường trực Ủy ban MTTQ Việt Nam đặc khu', agency: 'mttq', headcount: 3 },
        { kind: 'agencyLeader', name: 'Lương Văn Đạt', title: 'Trưởng Phòng Kinh tế', agency: 'kinhte' },
        { kind: 'agencyLeader', name: 'Ngô Đức Thắng', title: 'Trưởng Công an đặc khu', agency: 'congan' },
        { kind: 'people', name: 'Đại diện Nhân dân thôn Xuân Đám', title: 'Thôn Xuân Đám', headcount: 40, by: 'front' },
        { kind: 'people', name: 'Đại diện Nhân dân thôn Hải Sơn', title: 'Thôn Hải Sơn', headcount: 35, by: 'front' },
        { kind: 'petitioner', name: 'Nguyễn Thị Nhài', title: 'Thôn Xuân Đám' },
        { kind: 'petitioner', name: 'Bùi Văn Sáng', title: 'Thôn Hải Sơn' },
      ],
    },
    notices: [
      { on: day(-11), channel: 'media', content: 'Thời gian, địa điểm, nội dung đối thoại.', agency: 'ttvh' },
      {
        ...{ on: day(-10), channel: 'loudspeaker', at: '17:00', times: 6, place: 'Hệ thống loa đặc khu' },
        content: 'Thông báo đối thoại chuyên đề.',
      },
    ],
    published: {
      announcedOn: day(-10),
      takingPart:
        'Bà con đến dự trực tiếp, hoặc theo dõi và gửi câu hỏi qua điện thoại. Muốn phát biểu, xin đăng ký với trưởng thôn hoặc ngay tại cửa hội trường.',
    },
    submissions: roadPetitions(day),
    petitions: { classify: day(-6), assign: day(-5), prepare: day(-2), approve: day(-1) },
  }
}
