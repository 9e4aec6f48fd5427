import { addWorkingDays } from '../../src/calendar/count-days.ts'
import type { WorkingCalendar } from '../../src/calendar/working-calendar.ts'
import { type Day, yearOf } from '../../src/platform/day.ts'
import type { WorkingDay } from '../cat-hai/petitions-this-year.ts'
import { scheduleReport, scheduleReportYear } from '../sample-oversight.ts'
import type { SampleTeam } from '../sample-papers.ts'
import { type PlanAtWork, schedulePlan } from '../sample-plan.ts'
import type { SamplePlayer } from '../sample-player.ts'
import { type SampleRound, scheduleRound } from '../sample-round.ts'
import type { ReplyHabits } from '../send-replies.ts'
import { boardHeadOf, type SmallMeeting, type SmallPeriod, type SmallUnit, secretaryOf } from './small-unit.ts'

const team: SampleTeam = {
  ...{ clerk: 'clerk', leader: 'leader', chair: 'chair', records: 'records', secretary: 'minutes' },
  ...{ front: 'board', board: 'board' },
}

const DIVISION_HEAD = { name: 'Phạm Quang Vinh', title: 'Trưởng phòng', capacity: 'head' }

/** The current year of a small unit: its plan, at most one dialogue, the reports it owes. */
export function scheduleSmallUnit(player: SamplePlayer, unit: SmallUnit, calendar: WorkingCalendar): void {
  const day: WorkingDay = (count) => addWorkingDays(calendar, player.loadedOn, count).date
  const year = yearOf(day(-45) as Day)
  const planned = [`${year}-01-28`, day(-95)].sort()[0]!
  const plan = schedulePlan(player, team, planOf(unit, year, planned))
  scheduleReportYear(player, 'board', planned, year)
  scheduleReports(player, unit, year)
  if (!unit.meeting) return
  const dialogue = { id: 0, petitions: new Map<string, number>() }
  const habits: ReplyHabits = {
    ...{ signerOf: () => DIVISION_HEAD, locality: 'vphd', reportTo: ['dangUy', 'ubnd'], office: 'vpdu' },
    ...{ officeSigner: { name: unit.people[1], title: 'Chánh Văn phòng', capacity: 'head' } },
    ...{ upwardIssuer: 'dangUy', upwardSigner: secretaryOf(unit) },
  }
  const stage = { player, team, desks: {}, all: new Map<string, number>(), dialogue }
  scheduleRound(stage, habits, roundOf(unit, unit.meeting, plan, day))
}

function planOf(unit: SmallUnit, year: number, on: string) {
  return {
    ...{ year, issuer: 'dangUy', drafter: 'board', drafted: on, approved: on, issued: on, signer: secretaryOf(unit) },
    title: `Kế hoạch thực hiện công tác đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân năm ${year}`,
    planned: [
      {
        ...{ key: 'dinhKy', title: `Hội nghị đối thoại định kỳ với Nhân dân năm ${year}`, kind: 'periodic' },
        ...{ chairModel: 'coPresiding', audience: ['people'], topic: unit.topic, period: 'year' },
        venue: venueOf(unit),
      },
    ],
    tasks: [],
    disseminated: [],
  }
}

const venueOf = ({ name }: SmallUnit) => `Hội trường ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`

function roundOf(unit: SmallUnit, meeting: SmallMeeting, plan: PlanAtWork, day: WorkingDay): SampleRound {
  const on = (before: number) => day(meeting.held + before)
  const venue = venueOf(unit)
  const collecting = { collectionOpensOn: on(-22), collectionClosesOn: on(-9) }
  return {
    opened: {
      on: on(-25),
      input: () => ({
        ...{ plannedDialogueId: plan.planned.get('dinhKy'), title: 'Hội nghị đối thoại định kỳ với Nhân dân' },
        ...{ kind: 'periodic', form: 'inPerson', chairModel: 'coPresiding', topic: unit.topic, audience: ['people'] },
        ...collecting,
      }),
    },
    decided: {
      on: on(-20),
      input: {
        ...{ heldOn: on(0), startsAt: '08:00', endsAt: '11:00', venue, reason: '', ...collecting },
        composition: 'Đại diện Nhân dân các thôn, tổ dân phố; Mặt trận Tổ quốc, đoàn thể; các phòng.',
      },
    },
    invitees: {
      ...{ listedOn: on(-12), sentOn: on(-meeting.invited), channel: 'villageHead' },
      list: [
        { kind: 'front', name: 'Ban Thường trực Ủy ban MTTQ Việt Nam', agency: 'mttq', headcount: 2 },
        { kind: 'people', name: 'Đại diện Nhân dân các thôn, tổ dân phố', headcount: meeting.people },
      ],
    },
    notices: [
      { on: on(-11), channel: 'portal', content: 'Thông báo hội nghị đối thoại: thời gian, địa điểm, nội dung.' },
      { on: on(-10), channel: 'media', content: 'Tin trên trang thông tin của thành phố.' },
    ],
    submissions: meeting.submissions(day),
    petitions: { classify: on(-8), assign: on(-7), prepare: on(-4), approve: on(-3) },
    held: {
      ...{
        on: on(0),
        openedAt: '08:05',
        endedAt: '11:10',
        delegates: 14,
        people: meeting.people,
        women: meeting.women,
      },
      minutes: {
        secretaryName: unit.people[4],
        proceedings: 'Các ý kiến gửi trước được trả lời hoặc thông tin hướng giải quyết.',
        conclusion: 'Giao các phòng trả lời bằng văn bản trong 15 ngày làm việc.',
      },
    },
    ...(meeting.concluded === undefined ? {} : { conclusion: conclusionOf(unit, meeting, day) }),
    results:
      meeting.concluded === undefined
        ? []
        : (['portal', 'posting', 'villageHead'] as const).map((channel) => ({
            ...{ on: on(Math.min(meeting.concluded ?? 0, 6)), channel },
            content: 'Công khai kết quả hội nghị đối thoại.',
          })),
  }
}

/** What was not answered there, each with a limit; met on the day its letter went. */
function conclusionOf(unit: SmallUnit, { held, concluded = 0, submissions }: SmallMeeting, day: WorkingDay) {
  const on = (after: number) => day(held + concluded + after)
  const contents = submissions(day).flatMap((one) => one.contents)
  const later = contents.filter((one) => one.group === 'verifyAndReplyLater')
  return {
    draftedOn: on(-1),
    assessment: `${contents.length} nội dung kiến nghị; phần còn lại trả lời bằng văn bản.`,
    implementation: 'Văn phòng Đảng ủy theo dõi, đôn đốc.',
    items: later.map(({ key, says, lead, end }) => ({
      ...{ content: says, conclusion: 'Kiểm tra và trả lời bằng văn bản.', lead: lead!, covers: [key], due: on(20) },
      group: 'verifyAndReplyLater' as const,
      ...(end.how === 'reply' && end.issued ? { done: { on: end.issued, result: end.says } } : {}),
    })),
    issuedOn: on(0),
    signer: secretaryOf(unit),
    sends: [
      { on: on(0), channel: 'villageHead', purposes: ['petitioner'] },
      { on: on(0), channel: 'documentAxis' },
    ],
    receipts: [{ on: on(1) }],
  }
}

const MONTHS: Readonly<Record<SmallPeriod, [month: string, name: string]>> = {
  Q1: ['03', 'quý I'],
  Q2: ['06', 'quý II'],
  Q3: ['09', 'quý III'],
  year: ['11', 'năm'],
}

function scheduleReports(player: SamplePlayer, unit: SmallUnit, year: number): void {
  for (const [period, report] of Object.entries(unit.reports) as [SmallPeriod, SmallUnit['reports'][SmallPeriod]][]) {
    const [month, name] = MONTHS[period]
    const { day, onPaper, returned } = report!
    const on = `${year}-${month}-${String(day).padStart(2, '0')}`
    if (on >= player.loadedOn) continue
    scheduleReport(player, {
      ...{ on, year, period, issuer: 'tgdv', signer: boardHeadOf(unit), prepares: 'board', who: 'board' },
      key: period === 'year' ? 'annualReport' : 'quarterReport',
      title: `Báo cáo công tác đối thoại ${name} ${year}`,
      body: 'Số liệu theo mẫu của Ban Tuyên giáo và Dân vận Thành ủy.',
      ...(onPaper ? { onPaper } : {}),
      ...(returned ? { returned: { remark: returned } } : {}),
    })
  }
}
