import type { AgendaStep, Minutes, PublicNotice, Speech } from '../../dialogues/conference-store.ts'
import type { DialogueTask, Invitee } from '../../dialogues/dialogue-people-store.ts'
import { COUNT_BLANK, DAY_BLANK, fact, type ListsOf, type ValuesOf } from './fact-names.ts'
import { clockText, countText, dayText, joined, openEnded } from './fact-text.ts'

const values = {
  speakerCount: fact('Số lượt đăng ký phát biểu', 'Registered speakers', COUNT_BLANK),
  spokenCount: fact('Số lượt đã phát biểu', 'Speakers heard', COUNT_BLANK),
  inviteeCount: fact('Số người được mời', 'Persons invited'),
  nomineeCount: fact('Số người được cử dự', 'Persons nominated', COUNT_BLANK),
  secretary: fact('Thư ký', 'Secretary'),
  proceedings: fact('Diễn biến hội nghị trong biên bản', 'Proceedings in the minutes'),
  minutesConclusion: fact('Kết luận của người chủ trì trong biên bản', 'Conclusion in the minutes'),
  reviewHeldOn: fact('Ngày rút kinh nghiệm', 'Day of the internal review', DAY_BLANK),
  reviewChairedBy: fact('Người chủ trì rút kinh nghiệm', 'Chair of the internal review'),
  reviewContent: fact('Nội dung rút kinh nghiệm', 'Content of the internal review'),
  reviewAssignments: fact('Phân công sau rút kinh nghiệm', 'Assignments of the internal review'),
}

const fields = <Names extends string>(names: Record<Names, [string, string]>) =>
  Object.fromEntries(Object.entries<[string, string]>(names).map(([name, [vi, en]]) => [name, { vi, en }])) as Record<
    Names,
    { vi: string; en: string }
  >

const inviteeFields = fields({
  name: ['Họ tên, đơn vị', 'Name'],
  title: ['Chức vụ', 'Title'],
  agency: ['Cơ quan', 'Agency'],
  kind: ['Thành phần', 'Kind'],
  headcount: ['Số lượng', 'Number of persons'],
  nominatedBy: ['Cơ quan cử', 'Nominated by'],
  sentOn: ['Ngày gửi giấy mời', 'Invitation sent on'],
  reply: ['Trả lời giấy mời', 'Reply'],
  attended: ['Có mặt', 'Attended'],
})

const noticeFields = fields({
  channel: ['Kênh', 'Channel'],
  doneOn: ['Ngày', 'Day'],
  atTime: ['Giờ', 'Time'],
  times: ['Số lần', 'How often'],
  place: ['Nơi', 'Place'],
  content: ['Nội dung', 'Content'],
  doneBy: ['Đơn vị thực hiện', 'Done by'],
})

const taskFields = fields({
  agency: ['Cơ quan, bộ phận', 'Agency'],
  kind: ['Loại việc', 'Kind of task'],
  content: ['Nội dung công việc', 'Task'],
  dueOn: ['Thời hạn', 'Due'],
  doneOn: ['Ngày xong', 'Done on'],
  result: ['Kết quả', 'Result'],
})

const lists = {
  agenda: {
    label: { vi: 'Chương trình', en: 'Agenda' },
    fields: fields({
      time: ['Thời gian', 'Time'],
      content: ['Nội dung công việc', 'Step'],
      performer: ['Người thực hiện', 'Performer'],
      minutes: ['Số phút', 'Minutes'],
      happened: ['Diễn biến', 'What happened'],
    }),
  },
  invitees: { label: { vi: 'Người được mời', en: 'Invitees' }, fields: inviteeFields },
  nominees: {
    label: { vi: 'Người được các cơ quan, tổ chức cử dự', en: 'Nominated participants' },
    fields: inviteeFields,
  },
  agencyLeaders: {
    label: { vi: 'Lãnh đạo cơ quan dự, giải trình', en: 'Leaders who attend to explain' },
    fields: inviteeFields,
  },
  attended: { label: { vi: 'Người có mặt', en: 'Present' }, fields: inviteeFields },
  speeches: {
    label: { vi: 'Đăng ký phát biểu, theo thứ tự', en: 'Speakers in order' },
    fields: fields({
      speaker: ['Họ tên', 'Speaker'],
      village: ['Thôn, tổ dân phố, đơn vị', 'Village'],
      content: ['Nội dung đăng ký', 'Content'],
      minutes: ['Thời lượng (phút)', 'Minutes'],
      registered: ['Đăng ký trước hay tại hội nghị', 'Registered before or on site'],
      state: ['Tình trạng', 'State'],
      topic: ['Trong hay ngoài chủ đề', 'On or off the topic'],
    }),
  },
  announcements: { label: { vi: 'Các lần thông báo trước hội nghị', en: 'Announcements' }, fields: noticeFields },
  publications: { label: { vi: 'Các lần công khai kết quả', en: 'Publications of the result' }, fields: noticeFields },
  broadcasts: { label: { vi: 'Các lần phát truyền thanh', en: 'Loudspeaker broadcasts' }, fields: noticeFields },
  tasks: { label: { vi: 'Phân công nhiệm vụ', en: 'Tasks' }, fields: taskFields },
  securityTasks: { label: { vi: 'Nhiệm vụ bảo đảm an ninh trật tự', en: 'Security tasks' }, fields: taskFields },
}

export const participantVocabulary = { values, lists }
type Facts = { values: ValuesOf<typeof values>; lists: ListsOf<typeof lists> }

const INVITEE_KINDS: Readonly<Record<string, string>> = {
  superior: 'Lãnh đạo cấp trên',
  front: 'Mặt trận Tổ quốc',
  delegate: 'Đại biểu',
  agencyLeader: 'Lãnh đạo cơ quan, đơn vị',
  organization: 'Tổ chức chính trị - xã hội',
  people: 'Đại diện Nhân dân',
  petitioner: 'Người có kiến nghị',
}

const REPLIES: Readonly<Record<string, string>> = {
  accepts: 'Sẽ dự',
  declines: 'Báo vắng',
  substitute: 'Cử người thay',
}

const CHANNELS: Readonly<Record<string, string>> = {
  media: 'Phương tiện thông tin đại chúng',
  portal: 'Cổng (trang) thông tin điện tử',
  loudspeaker: 'Hệ thống truyền thanh',
  posting: 'Niêm yết',
  villageHead: 'Trưởng thôn, tổ trưởng tổ dân phố',
}

const TASK_KINDS: Readonly<Record<string, string>> = {
  logistics: 'Hậu cần',
  securityPlan: 'An ninh trật tự',
  overviewReport: 'Báo cáo khái quát kinh tế - xã hội',
  securityReport: 'Báo cáo tình hình an ninh',
  answers: 'Chuẩn bị trả lời',
  attendance: 'Cử người dự',
  announcement: 'Thông báo, tuyên truyền',
}

const SPEECH_STATES: Readonly<Record<string, string>> = {
  registered: 'Đã đăng ký',
  spoken: 'Đã phát biểu',
  withdrawn: 'Rút đăng ký',
  absent: 'Vắng',
}

export interface Participants {
  agenda: readonly AgendaStep[]
  invitees: readonly Invitee[]
  speeches: readonly Speech[]
  notices: readonly PublicNotice[]
  tasks: readonly DialogueTask[]
  minutes: Minutes | null
  review: { heldOn: string; chairedBy: string; content: string; assignments: string } | null
  /** names of citizens are left out */
  public: boolean
}

/** Who is invited, speaks, does what; what the minutes and the internal review say. */
export function participantFacts(found: Participants): Facts {
  const { minutes, review, speeches, notices, tasks } = found
  const invitees = found.invitees.map((one) => inviteeRow(one, found.public))
  const only = (test: (one: Invitee) => boolean) => invitees.filter((_, at) => test(found.invitees[at]!))
  const told = (purpose: string) => notices.filter((one) => one.purpose === purpose)
  return {
    values: {
      // nobody entered who registered: nothing is said, rather than that nobody spoke
      speakerCount: speeches.length === 0 ? '' : countText(speeches.length),
      spokenCount: speeches.length === 0 ? '' : countText(speeches.filter((one) => one.state === 'spoken').length),
      inviteeCount: countText(found.invitees.reduce((sum, one) => sum + one.headcount, 0)),
      nomineeCount: countText(found.invitees.filter(isNominee).reduce((sum, one) => sum + one.headcount, 0)),
      secretary: minutes?.secretaryName || (minutes?.secretaryAccount ?? ''),
      proceedings: minutes?.proceedings ?? '',
      minutesConclusion: minutes?.conclusion ?? '',
      reviewHeldOn: dayText(review?.heldOn as Parameters<typeof dayText>[0]),
      reviewChairedBy: review?.chairedBy ?? '',
      reviewContent: review?.content ?? '',
      reviewAssignments: review?.assignments ?? '',
    },
    lists: {
      agenda: found.agenda.map((step) => ({
        time: clockText(step.plannedAt),
        content: openEnded(step.label),
        performer: step.performer,
        minutes: countText(step.minutes),
        happened: step.happened,
      })),
      invitees,
      nominees: only(isNominee),
      agencyLeaders: only((one) => one.kind === 'agencyLeader'),
      attended: only((one) => one.attended === true),
      speeches: speeches.map((one) => ({
        speaker: found.public ? 'Công dân' : one.speakerName,
        village: one.village,
        content: one.content,
        minutes: countText(one.minutes),
        registered: one.registered === 'onSite' ? 'Đăng ký tại hội nghị' : 'Đăng ký trước',
        state: SPEECH_STATES[one.state] ?? '',
        topic: one.offTopic ? 'Ngoài chủ đề' : 'Trong chủ đề',
      })),
      announcements: told('announcement').map(noticeRow),
      publications: told('result').map(noticeRow),
      broadcasts: notices.filter((one) => one.channel === 'loudspeaker').map(noticeRow),
      tasks: tasks.map(taskRow),
      securityTasks: tasks.filter((one) => one.kind === 'securityPlan').map(taskRow),
    },
  }
}

function isNominee(one: Invitee): boolean {
  return one.nominatedByAgencyId !== null || ['people', 'organization'].includes(one.kind)
}

function inviteeRow(one: Invitee, isPublic: boolean) {
  const citizen = ['people', 'petitioner'].includes(one.kind)
  return {
    name: isPublic && citizen ? (INVITEE_KINDS[one.kind] ?? '') : one.name,
    title: one.title,
    agency: one.agencyName ?? '',
    kind: INVITEE_KINDS[one.kind] ?? '',
    headcount: countText(one.headcount),
    nominatedBy: one.nominatedBy ?? '',
    sentOn: dayText(one.sentOn),
    reply: joined([REPLIES[one.reply], one.replyNote], ': '),
    attended: one.attended === null ? '' : one.attended ? 'Có mặt' : 'Vắng',
  }
}

function noticeRow(one: PublicNotice) {
  return {
    channel: CHANNELS[one.channel] ?? '',
    doneOn: dayText(one.doneOn),
    atTime: clockText(one.atTime),
    times: countText(one.times),
    place: one.place,
    content: one.content,
    doneBy: one.doneBy ?? '',
  }
}

function taskRow(task: DialogueTask) {
  return {
    agency: task.agencyName,
    kind: TASK_KINDS[task.kind] ?? '',
    content: openEnded(task.content),
    dueOn: dayText(task.dueOn),
    doneOn: dayText(task.doneOn),
    result: task.result ?? '',
  }
}
