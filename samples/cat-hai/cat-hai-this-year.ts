import { newApiKey } from '../../src/access/api-key.ts'
import { issueApiKey, revokeApiKey } from '../../src/access/api-key-changes.ts'
import { hashOfSecret } from '../../src/access/session-token.ts'
import { addWorkingDays } from '../../src/calendar/count-days.ts'
import type { WorkingCalendar } from '../../src/calendar/working-calendar.ts'
import { listConclusionItems } from '../../src/dialogues/conclusion-store.ts'
import { proposeItemSettlement } from '../../src/dialogues/propose-settlement.ts'
import { type Day, formatDay, yearOf } from '../../src/platform/day.ts'
import { draftPaperChange } from '../../src/procedures/paper-changes.ts'
import type { DialogueAtWork } from '../sample-dialogue.ts'
import { scheduleFollowers, schedulePost } from '../sample-mail.ts'
import { scheduleReport, scheduleReportYear } from '../sample-oversight.ts'
import { type PlanAtWork, schedulePlan } from '../sample-plan.ts'
import type { SamplePlayer } from '../sample-player.ts'
import { scheduleModeration, schedulePortalDay } from '../sample-portal.ts'
import { type SampleRound, scheduleRound } from '../sample-round.ts'
import { catHaiDesks, catHaiHabits, catHaiTeam } from './cat-hai-office.ts'
import { boardSigner, governmentSigner, partySigner } from './cat-hai-voices.ts'
import { scheduleHallToday } from './hall-today.ts'
import { scheduleCatHaiLists } from './lists-this-year.ts'
import { bayPapers, comingPapers } from './papers-this-year.ts'
import { bayPetitions, comingPetitions, type WorkingDay } from './petitions-this-year.ts'
import { catHaiEarlierPortalDay, catHaiModeration, catHaiPortalDay } from './portal-this-year.ts'

const HALL = 'Hội trường trung tâm đặc khu Cát Hải, Cát Bà'
const BAY_HOUSE = 'Nhà văn hóa tổ dân phố Bến Bèo'

/**
 * The current year, alive on the day of loading: a thematic dialogue whose replies fall due around today, and a
 * periodic one in preparation whose invitations are due soon.
 */
export function scheduleCatHaiThisYear(
  player: SamplePlayer,
  calendar: WorkingCalendar,
  all: Map<string, number>,
): void {
  const day: WorkingDay = (count) => addWorkingDays(calendar, player.loadedOn, count).date
  const year = yearOf(day(-45) as Day)
  const planned = [`${year}-01-26`, day(-60)].sort()[0]!
  const planDay = planned < '2026-01-20' ? '2026-01-20' : planned
  const plan = schedulePlan(player, catHaiTeam, planOf(year, planDay))
  for (const one of new Set([2026, year])) scheduleReports(player, one, planDay)
  const office = { player, desks: catHaiDesks, all }
  const bay: DialogueAtWork = { id: 0, petitions: new Map() }
  const bayTeam = { ...catHaiTeam, chair: 'chairman' }
  scheduleRound({ ...office, team: bayTeam, dialogue: bay }, catHaiHabits, bayRound(plan, day))
  scheduleProposal(player, bay, day)
  const coming: DialogueAtWork = { id: 0, petitions: new Map() }
  scheduleRound({ ...office, team: catHaiTeam, dialogue: coming }, catHaiHabits, comingRound(plan, day, year))
  scheduleHallToday({ ...office, team: catHaiTeam }, catHaiHabits, day)
  player.on(day(-1), async () => {
    await player.do('clerk', draftPaperChange, {
      kind: 'invitation',
      subjectKind: 'dialogue',
      subjectId: coming.id,
      title: `Giấy mời dự Hội nghị đối thoại định kỳ ngày ${formatDay(day(12) as Day)}`,
      body: `Trân trọng kính mời dự Hội nghị hồi 8 giờ 00 ngày ${formatDay(day(12) as Day)} tại ${HALL}.`,
      issuerAgencyId: player.agency('vpdu'),
      replacesPaperId: '',
    })
  })
  scheduleKeys(player, day)
  schedulePortalDay(player, catHaiEarlierPortalDay(day(-3)))
  scheduleModeration(player, catHaiModeration(day))
  schedulePortalDay(player, catHaiPortalDay(day(-1), coming))
  scheduleCatHaiLists(player, coming, day)
  scheduleFollowers(player, day(-14), FOLLOWERS)
  schedulePost(player, [...POST_DAYS_2025, ...[-28, -20, -15, -14, -11, -7, -5, -3, -2, -1].map(day)], MAILBOXES)
}

/** Keys of two neighbouring systems; one was replaced. */
function scheduleKeys(player: SamplePlayer, day: WorkingDay): void {
  const issue = (name: string, scopes: readonly string[]) =>
    player.do('quantri', issueApiKey(hashOfSecret(newApiKey())), {
      ...{ name, scopes, role: 'clerk', agencyId: player.agency('vpdu'), perMinute: 60, expiresOn: '' },
    })
  player.on(day(-40), async () => {
    const { keyId } = await issue('Ứng dụng theo dõi đối thoại của Thành phố (thử)', ['petition:read'])
    player.on(day(-10), async () => {
      await player.do('quantri', revokeApiKey, { id: keyId, version: 1, reason: 'Hết thời gian thử.' })
    })
  })
  player.on(day(-9), async () => {
    await issue('Ứng dụng theo dõi đối thoại của Thành phố', ['petition:read', 'deadline:read', 'report:read'])
  })
}

/** Days of the round of 2025 after which its mails went out. */
const POST_DAYS_2025 = ['2025-10-17', '2025-11-11', '2025-12-02', '2025-12-24']
const FOLLOWERS = [
  'ngoc.bien@example.vn',
  'nguyen.van.hai@example.vn',
  'catba.info@example.vn',
  'luu.thi.men@example.vn',
  'chua.xac.nhan@example.vn',
]
const MAILBOXES = {
  'ngocbien@example.vn': 'unknown',
  'vinh.dinh@example.vn': 'fullAtFirst',
  'hien.tran@example.vn': 'full',
} as const

function planOf(year: number, on: string) {
  return {
    year,
    title: `Kế hoạch thực hiện công tác đối thoại giữa người đứng đầu cấp ủy, chính quyền đặc khu với Nhân dân năm ${year}`,
    issuer: 'dangUy',
    drafter: 'board',
    drafted: on,
    approved: on,
    issued: on,
    number: '68',
    signer: partySigner,
    published: on,
    planned: [
      {
        key: 'vinh',
        title: 'Đối thoại chuyên đề với các hộ nuôi trồng thủy sản và kinh doanh du lịch trên vịnh',
        kind: 'thematic',
        chairModel: 'peoplesCommitteeChair',
        audience: ['farmers', 'entrepreneurs'],
        topic: 'Nuôi biển bền vững và du lịch vịnh',
        period: 'H2',
        venue: BAY_HOUSE,
      },
      {
        key: 'dinhKy',
        title: `Hội nghị đối thoại định kỳ với Nhân dân năm ${year}`,
        kind: 'periodic',
        chairModel: 'coPresiding',
        audience: ['people'],
        period: 'Q4',
        venue: HALL,
      },
    ],
    tasks: [
      { agency: 'tgdv', content: 'Hướng dẫn, đôn đốc; báo cáo Ban Tuyên giáo và Dân vận Thành ủy hằng quý và năm.' },
      { agency: 'vpdu', content: 'Chủ trì hội nghị định kỳ đồng chủ trì; lập, lưu hồ sơ.' },
      { agency: 'vphd', content: 'Chủ trì đối thoại chuyên đề của Chủ tịch UBND; lập, lưu hồ sơ.' },
      { agency: 'mttq', role: 'supporting' as const, content: 'Lấy ý kiến, tổng hợp ý kiến Nhân dân; giám sát.' },
    ],
    disseminated: [{ on, channel: 'portal', note: 'Đăng trên Cổng thông tin điện tử đặc khu.', agency: 'vhxh' }],
  }
}

function scheduleReports(player: SamplePlayer, year: number, opened: string): void {
  scheduleReportYear(player, 'board', opened, year)
  const sent: readonly [string, 'Q1' | 'Q2' | 'Q3' | 'year', string][] = [
    [`${year}-03-12`, 'Q1', 'quý I'],
    [`${year}-06-11`, 'Q2', 'quý II'],
    [`${year}-09-11`, 'Q3', 'quý III'],
    [`${year}-11-12`, 'year', 'năm'],
  ]
  for (const [on, period, name] of sent) {
    if (on < opened || on >= player.loadedOn) continue
    scheduleReport(player, {
      ...{ on, year, period, issuer: 'tgdv', signer: boardSigner, prepares: 'board', who: 'board' },
      key: period === 'year' ? 'annualReport' : 'quarterReport',
      title: `Báo cáo công tác đối thoại ${name} ${year}`,
      body: 'Số liệu theo mẫu của Ban Tuyên giáo và Dân vận Thành ủy.',
    })
  }
}

function bayRound(plan: PlanAtWork, day: WorkingDay): SampleRound {
  return {
    opened: {
      on: day(-45),
      input: () => ({
        plannedDialogueId: plan.planned.get('vinh'),
        title: 'Đối thoại chuyên đề với các hộ nuôi trồng thủy sản và kinh doanh du lịch trên vịnh',
        kind: 'thematic',
        form: 'inPerson',
        chairModel: 'peoplesCommitteeChair',
        topic: 'Nuôi biển bền vững và du lịch vịnh Lan Hạ',
        audience: ['farmers', 'entrepreneurs'],
        collectionOpensOn: day(-42),
        collectionClosesOn: day(-25),
      }),
    },
    decided: {
      on: day(-41),
      input: {
        heldOn: day(-18),
        startsAt: '14:00',
        endsAt: '17:00',
        venue: BAY_HOUSE,
        composition: 'Các hộ nuôi biển, doanh nghiệp tàu du lịch, chi hội nghề nghiệp; cơ quan liên quan.',
        collectionOpensOn: day(-42),
        collectionClosesOn: day(-25),
        reason: '',
      },
    },
    tasks: {
      on: day(-39),
      list: [
        { agency: 'kinhte', kind: 'answers', content: 'Chuẩn bị trả lời các nội dung nuôi biển.', due: day(-20) },
        {
          agency: 'vphd',
          kind: 'logistics',
          content: 'Hội trường, âm thanh, tàu đưa đón hộ dân Việt Hải.',
          due: day(-19),
        },
      ],
      doneOn: day(-19),
    },
    invitees: {
      listedOn: day(-28),
      list: [
        {
          kind: 'front',
          name: 'Ban Thường trực Ủy ban MTTQ Việt Nam đặc khu',
          agency: 'mttq',
          headcount: 2,
          reply: 'accepts',
        },
        { kind: 'agencyLeader', name: 'Lãnh đạo Phòng Kinh tế', agency: 'kinhte', reply: 'accepts' },
        { kind: 'agencyLeader', name: 'Giám đốc Ban Quản lý các vịnh', agency: 'bqlvinh', reply: 'accepts' },
        { kind: 'agencyLeader', name: 'Đồn Biên phòng Cát Bà', agency: 'bienphong' },
        { kind: 'organization', name: 'Câu lạc bộ du thuyền Lan Hạ', headcount: 8 },
        { kind: 'people', name: 'Các hộ nuôi biển Bến Bèo, Hải Sơn, Việt Hải', headcount: 70, by: 'front' },
      ],
      sentOn: day(-27),
      channel: 'villageHead',
      repliesOn: day(-21),
    },
    notices: [
      {
        on: day(-29),
        channel: 'portal',
        agency: 'vhxh',
        who: 'vhxh',
        content: 'Thông báo đối thoại chuyên đề: thời gian, địa điểm, nội dung, cách tham gia.',
      },
      { on: day(-27), channel: 'media', agency: 'ttvh', content: 'Tin trên chuyên mục địa phương.' },
      {
        on: day(-27),
        channel: 'loudspeaker',
        agency: 'ttvh',
        at: '06:00',
        times: 2,
        content: 'Phát trên loa các thôn ven vịnh.',
      },
    ],
    submissions: bayPetitions(day),
    petitions: { classify: day(-24), assign: day(-23), prepare: day(-21), approve: day(-20) },
    papers: bayPapers(day),
    held: {
      on: day(-18),
      openedAt: '14:05',
      endedAt: '17:10',
      delegates: 21,
      people: 86,
      women: 33,
      minutes: {
        secretaryName: 'Trịnh Đức Anh',
        proceedings:
          '08 nội dung gửi trước được trả lời hoặc thông tin hướng giải quyết; 02 nội dung mới phát sinh tại hội nghị.',
        conclusion:
          'Chủ tịch UBND đặc khu giao các cơ quan trả lời bằng văn bản trong 15 ngày làm việc kể từ ngày nhận thông báo kết luận.',
      },
    },
    conclusion: {
      draftedOn: day(-17),
      assessment: '107 người dự, 10 nội dung kiến nghị; 02 nội dung trả lời tại hội nghị.',
      implementation: 'Văn phòng HĐND và UBND theo dõi, đôn đốc.',
      items: [
        {
          content: 'Điện cho bè, giống, lồng nuôi',
          conclusion: 'Đề xuất mức hỗ trợ; kiểm dịch giống tại bến.',
          group: 'verifyAndReplyLater',
          lead: 'kinhte',
          due: day(3),
          covers: ['b-dien-be', 'b-giong-ca', 'b-bao-hiem-long'],
        },
        {
          content: 'Giao khu vực biển cho hộ nuôi',
          conclusion: 'Đề xuất phương án và thời hạn giải quyết hồ sơ tồn đọng.',
          group: 'verifyAndReplyLater',
          lead: 'kinhte',
          open: true,
          covers: ['b-thue-mat-nuoc'],
        },
        {
          content: 'Phao neo, phí bến, cầu cảng',
          conclusion: 'Khảo sát, bổ sung phao; rà soát phí; đề xuất lối riêng cho ngư dân.',
          group: 'verifyAndReplyLater',
          lead: 'bqlvinh',
          due: day(10),
          covers: ['b-neo-dau-dem', 'b-phi-ben', 'b-cau-cang'],
        },
        {
          content: 'Thu gom phao xốp',
          conclusion: 'Bố trí xà lan thường xuyên.',
          group: 'verifyAndReplyLater',
          lead: 'congcong',
          due: day(-3),
          done: { on: day(-4), result: 'Xà lan chạy thứ Hai, thứ Năm; đã chở 46 m³.' },
          covers: ['b-rac-phao-xop'],
        },
        {
          content: 'An toàn kayak',
          conclusion: 'Phân vùng, phao tiêu.',
          group: 'verifyAndReplyLater',
          lead: 'congan',
          due: day(5),
          covers: ['b-an-toan-kayak'],
        },
        {
          content: 'Học nghề cho lao động nữ',
          conclusion: 'Mở 02 lớp, 60 học viên.',
          group: 'answeredAtConference',
          lead: 'vhxh',
          covers: ['b-hoc-nghe'],
        },
      ],
      issuedOn: day(-16),
      signer: governmentSigner,
      sends: [
        // no axis reaches the people: their copies go with the heads of their villages
        { on: day(-16), channel: 'villageHead', purposes: ['petitioner'] },
        { on: day(-16), channel: 'documentAxis' },
      ],
      receipts: [
        { on: day(-16), only: ['kinhte'] },
        { on: day(-15), only: ['congan', 'congcong'] },
        { on: day(-13), only: ['bqlvinh', 'vhxh'] },
      ],
    },
    results: [
      {
        on: day(-15),
        channel: 'portal',
        agency: 'vhxh',
        who: 'vhxh',
        content: 'Công khai kết quả đối thoại chuyên đề.',
      },
      { on: day(-15), channel: 'posting', content: 'Niêm yết tại trụ sở và Nhà văn hóa Bến Bèo.' },
      { on: day(-15), channel: 'villageHead', content: 'Gửi 16 trưởng thôn, tổ trưởng tổ dân phố.' },
    ],
    published: {
      announcedOn: day(-29),
      takingPart: 'Các hộ nuôi biển, chủ tàu và bà con quan tâm đều được dự; tàu đón hộ dân Việt Hải lúc 13 giờ.',
      resultsOn: [day(-15), day(-3)],
    },
    oversight: [
      {
        on: day(-7),
        who: 'front',
        kind: 'note',
        to: 'bqlvinh',
        petition: 'b-cau-cang',
        content: 'Bà con Bến Bèo mong có lối riêng đưa cá lên bờ trước Tết.',
      },
      {
        on: day(-2),
        who: 'board',
        kind: 'urge',
        to: 'kinhte',
        content: 'Còn 02 kiến nghị của hộ nuôi biển đến hạn trả lời; đề nghị trả lời ngay.',
      },
      {
        on: day(-1),
        who: 'front',
        kind: 'ask',
        to: 'kinhte',
        petition: 'b-thue-mat-nuoc',
        due: day(2),
        content: 'Đề nghị giải trình tiến độ giải quyết hồ sơ giao khu vực biển.',
      },
    ],
  }
}

/** The agency proposes solution and limit of the item left open; the chair has yet to confirm. */
function scheduleProposal(player: SamplePlayer, bay: DialogueAtWork, day: WorkingDay): void {
  player.on(day(-2), async () => {
    const item = (await listConclusionItems(player.db, player.authorityId, bay.id)).find((one) => one.openProposal)!
    const proposedSettlement =
      'Giải quyết theo từng khu: khu Tùng Gấu trước; đề nghị kéo dài thời hạn vì phải lấy ý kiến Sở Nông nghiệp và Môi trường.'
    await player.do('kinhte', proposeItemSettlement, { rowId: item.id, proposedSettlement, proposedDueOn: day(20) })
  })
}

function comingRound(plan: PlanAtWork, day: WorkingDay, year: number): SampleRound {
  const dates = {
    heldOn: day(12),
    startsAt: '08:00',
    endsAt: '11:30',
    venue: HALL,
    collectionOpensOn: day(-10),
    collectionClosesOn: day(4),
  }
  return {
    opened: {
      on: day(-12),
      input: () => ({
        plannedDialogueId: plan.planned.get('dinhKy'),
        title: `Hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền đặc khu với Nhân dân năm ${year}`,
        kind: 'periodic',
        form: 'inPerson',
        chairModel: 'coPresiding',
        topic: `Tình hình kinh tế - xã hội, xây dựng Đảng, chính quyền năm ${year}; kết quả thực hiện kết luận đối thoại năm trước.`,
        audience: ['people'],
        collectionOpensOn: day(-10),
        collectionClosesOn: day(4),
      }),
    },
    decided: {
      on: day(-8),
      input: {
        ...dates,
        composition: 'Đại diện Nhân dân 16 thôn, tổ dân phố; Mặt trận Tổ quốc, đoàn thể; các cơ quan.',
        reason: '',
      },
    },
    tasks: {
      on: day(-7),
      list: [
        { agency: 'vphd', kind: 'overviewReport', content: 'Báo cáo khái quát kinh tế - xã hội.', due: day(8) },
        { agency: 'congan', kind: 'securityPlan', content: 'Kế hoạch bảo đảm an ninh trật tự.', due: day(7) },
        {
          agency: 'ttvh',
          kind: 'announcement',
          content: 'Thông báo trên loa, truyền thông trước hội nghị.',
          due: day(3),
        },
      ],
    },
    invitees: {
      listedOn: day(-2),
      list: [
        { kind: 'superior', name: 'Đại diện Ban Tuyên giáo và Dân vận Thành ủy', agency: 'tgdvtp', headcount: 2 },
        { kind: 'front', name: 'Ban Thường trực Ủy ban MTTQ Việt Nam đặc khu', agency: 'mttq', headcount: 4 },
        { kind: 'agencyLeader', name: 'Lãnh đạo các phòng, ban, đơn vị', headcount: 22 },
        { kind: 'people', name: 'Đại diện Nhân dân phía Cát Bà (8 thôn, tổ dân phố)', headcount: 120, by: 'front' },
        { kind: 'people', name: 'Đại diện Nhân dân phía Cát Hải (8 thôn, tổ dân phố)', headcount: 100, by: 'front' },
      ],
      channel: 'villageHead',
    },
    submissions: comingPetitions(day),
    petitions: { classify: day(-4), assign: day(-3), prepare: day(-2), approve: day(-1) },
    papers: comingPapers(day),
    published: {
      announcedOn: day(-2),
      takingPart:
        'Ai cũng được dự. Muốn phát biểu, xin đăng ký tại Cổng này, với trưởng thôn, tổ trưởng tổ dân phố hoặc ngay tại hội trường. Có chỗ ngồi cho người cao tuổi, người khuyết tật; cần phiên dịch xin báo Văn phòng Đảng ủy đặc khu, điện thoại 0225 3888 000.',
    },
  }
}
