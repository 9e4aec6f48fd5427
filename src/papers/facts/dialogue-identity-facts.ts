import { issuingAgencyId } from '../../agencies/agency.ts'
import type { Dialogue } from '../../dialogues/dialogue.ts'
import { eventDay } from '../../dialogues/dialogue.ts'
import type { Presiding } from '../../dialogues/dialogue-people-store.ts'
import { endsNextDay } from '../../dialogues/sitting-hours.ts'
import { shiftDay } from '../../platform/day.ts'
import type { Regulation } from '../../regulations/regulation.ts'
import { DIALOGUE_FORMS, DIALOGUE_KINDS } from '../../regulations/regulation-vocabulary.ts'
import type { FactSetting } from './common-facts.ts'
import { CLOCK_BLANK, COUNT_BLANK, DAY_BLANK, fact, type ListsOf, LONG_DAY_BLANK, type ValuesOf } from './fact-names.ts'
import { clockText, countText, dayText, joined, longDayText, openEnded, textLines, weekdayText } from './fact-text.ts'

const values = {
  title: fact('Tên cuộc đối thoại', 'Title of the dialogue'),
  titleWithDay: fact('Tên và ngày tổ chức cuộc đối thoại', 'Title of the dialogue with its day'),
  kind: fact('Loại: định kỳ, chuyên đề, đột xuất …', 'Kind'),
  form: fact('Hình thức: trực tiếp, trực tuyến, gián tiếp', 'Form'),
  topic: fact('Chủ đề, nội dung', 'Topic'),
  audience: fact('Đối tượng đối thoại', 'Audience'),
  chairTitles: fact('Chức vụ những người chủ trì', 'Posts of those who preside'),
  chairNames: fact('Chức vụ và họ tên những người chủ trì', 'Posts and names of those who preside'),
  chairName: fact('Họ tên người chủ trì', 'Name of the chair'),
  chairPost: fact('Chức vụ người chủ trì', 'Post of the chair'),
  coChaired: fact('Có đồng chủ trì', 'Co-chaired'),
  leadOffice: fact('Cơ quan chủ trì tham mưu', 'Lead office'),
  supportingOffices: fact('Cơ quan phối hợp', 'Supporting offices'),
  supportingOfficeLines: fact('Cơ quan phối hợp, mỗi dòng một cơ quan', 'Supporting offices, one a line'),
  archiveOwner: fact('Nơi lưu hồ sơ', 'Archive owner'),
  hostPlace: fact('Đơn vị nơi tổ chức', 'Host'),
  heldOn: fact('Ngày tổ chức', 'Held on', DAY_BLANK),
  heldOnLong: fact('Ngày tổ chức, viết đủ', 'Held on, written out', LONG_DAY_BLANK),
  weekday: fact('Thứ trong tuần', 'Weekday'),
  time: fact('Thời gian: giờ, thứ, ngày', 'Time with weekday and day', `${CLOCK_BLANK}, ${LONG_DAY_BLANK}`),
  startsAt: fact('Giờ bắt đầu theo kế hoạch', 'Planned start', CLOCK_BLANK),
  openedAt: fact('Giờ khai mạc', 'Opened at', CLOCK_BLANK),
  endedAt: fact('Giờ bế mạc', 'Ended at', CLOCK_BLANK),
  endedDay: fact(
    'Ngày bế mạc: cùng ngày, hoặc ngày hôm sau viết đủ',
    'Day of the end: the same, or the next written out',
  ),
  venue: fact('Địa điểm', 'Venue'),
  onlineLink: fact('Địa chỉ dự trực tuyến', 'Link'),
  composition: fact('Thành phần', 'Composition'),
  collectionOpensOn: fact('Ngày bắt đầu tiếp nhận ý kiến', 'Collection opens', DAY_BLANK),
  collectionClosesOn: fact('Ngày kết thúc tiếp nhận ý kiến', 'Collection closes', DAY_BLANK),
  timePlaceDecidedOn: fact('Ngày quyết định thời gian, địa điểm', 'Time and place decided on', DAY_BLANK),
  policeForum: fact('Gắn với diễn đàn Công an lắng nghe ý kiến Nhân dân', 'With the police forum'),
  sessionKind: fact('Loại cuộc họp gắn với đối thoại', 'Kind of meeting'),
  triggerReason: fact('Lý do đối thoại đột xuất', 'Reason of an ad hoc dialogue'),
  interpreter: fact('Ngôn ngữ cần phiên dịch', 'Interpreter'),
  minutesPerSpeaker: fact('Thời lượng mỗi lượt phát biểu (phút)', 'Minutes per speaker', COUNT_BLANK),
  offTopicPolicy: fact('Cách xử lý câu hỏi ngoài chủ đề', 'Questions off the topic'),
  exclusionGrounds: fact('Những người không đối thoại', 'Who is not admitted'),
  delegates: fact('Số đại biểu dự', 'Delegates present', COUNT_BLANK),
  people: fact('Số người dân dự', 'People present', COUNT_BLANK),
  women: fact('Số nữ', 'Women', COUNT_BLANK),
  attendance: fact('Tổng số người dự', 'Present in all', COUNT_BLANK),
  dialogueNote: fact('Ghi chú về cuộc đối thoại', 'Note'),
}

const lists = {
  chairs: {
    label: { vi: 'Những người chủ trì', en: 'Those who preside' },
    fields: {
      title: { vi: 'Chức vụ', en: 'Post' },
      name: { vi: 'Họ tên', en: 'Name' },
      titleAndName: { vi: 'Chức vụ và họ tên', en: 'Post and name' },
      capacity: { vi: 'Tư cách: chủ trì, đồng chủ trì, được ủy quyền', en: 'Capacity' },
    },
  },
  contents: {
    label: { vi: 'Nội dung đối thoại theo quy chế', en: 'Contents by the regulation' },
    fields: { content: { vi: 'Nội dung', en: 'Content' } },
  },
  rules: {
    label: { vi: 'Các điều của nội quy', en: 'Rules of the meeting' },
    fields: { rule: { vi: 'Nội dung', en: 'Rule' } },
  },
}

export const identityVocabulary = { values, lists }
type Facts = { values: ValuesOf<typeof values>; lists: ListsOf<typeof lists> }

const CAPACITIES: Readonly<Record<string, string>> = {
  chair: 'chủ trì',
  coChair: 'đồng chủ trì',
  deputy: 'chủ trì theo ủy quyền',
}

/** What a dialogue is, when and where, who presides. */
export function identityFacts(dialogue: Dialogue, presiding: readonly Presiding[], setting: FactSetting): Facts {
  const { regulation, agencyName } = setting
  const day = eventDay(dialogue)
  const kind = regulation?.kinds.find((one) => one.key === dialogue.kind)
  const chairs = presidingNow(presiding).map((one) => ({ ...one, postTitle: setting.spelled(one.postTitle) }))
  const model = regulation?.chairModels.find((one) => one.key === dialogue.chairModel)
  const audiences = regulation?.petitionFields?.audiences ?? []
  const session = kind?.sessionKinds.find((one) => one.key === dialogue.sessionKind)
  const trigger = kind?.triggers.find((one) => one.key === dialogue.triggerKey)
  const rules = regulation?.meetingRules
  const total = dialogue.attendanceDelegates === null && dialogue.attendancePeople === null
  return {
    values: {
      title: dialogue.title,
      titleWithDay: titleWithDay(dialogue),
      kind: DIALOGUE_KINDS[dialogue.kind].vi,
      form: DIALOGUE_FORMS[dialogue.form].vi,
      topic: openEnded(dialogue.topic),
      audience: joined(dialogue.audience.map((key) => audiences.find((one) => one.key === key)?.label ?? '')),
      chairTitles:
        joined(chairs.map((one) => one.postTitle)) ||
        setting.spelled((model?.label ?? '').replace(/\s*(đồng )?chủ trì$/u, '')),
      chairNames: joined(chairs.map(titleAndName), '; '),
      chairName: chairs[0]?.personName ?? '',
      chairPost: chairs[0]?.postTitle ?? '',
      coChaired: chairs.length > 1 ? 'đồng chủ trì' : '',
      leadOffice: agencyName(issuingAgencyId(setting.agencies, dialogue.leadAgencyId)),
      supportingOffices: joined(dialogue.supportingAgencyIds.map((id) => withinSentence(agencyName(id)))),
      supportingOfficeLines: joined(dialogue.supportingAgencyIds.map(agencyName), '\n'),
      archiveOwner: agencyName(dialogue.archiveAgencyId),
      hostPlace: agencyName(dialogue.hostAgencyId),
      heldOn: dayText(day),
      heldOnLong: longDayText(day),
      weekday: weekdayText(day),
      time: day ? joined([clockText(dialogue.startsAt), `${weekdayText(day)}, ${longDayText(day)}`]) : '',
      startsAt: clockText(dialogue.startsAt),
      openedAt: clockText(dialogue.openedAt ?? dialogue.startsAt),
      endedAt: clockText(dialogue.endedAt ?? dialogue.endsAt),
      endedDay: day && endsNextDay(dialogue.openedAt, dialogue.endedAt) ? longDayText(shiftDay(day, 1)) : 'cùng ngày',
      venue: openEnded(dialogue.venue),
      onlineLink: dialogue.onlineLink ?? '',
      composition: openEnded(dialogue.composition),
      collectionOpensOn: dayText(dialogue.collectionOpensOn),
      collectionClosesOn: dayText(dialogue.collectionClosesOn),
      timePlaceDecidedOn: dayText(dialogue.timePlaceDecidedOn),
      policeForum: dialogue.policeForum ? 'gắn với diễn đàn Công an lắng nghe ý kiến Nhân dân' : '',
      sessionKind: session?.label ?? '',
      triggerReason: joined([trigger?.text, openEnded(dialogue.triggerReason)], '. '),
      interpreter: dialogue.interpreterNeeded ?? '',
      minutesPerSpeaker: countText(rules?.minutesPerSpeaker),
      offTopicPolicy: rules?.offTopicPolicy.policy === 'notStated' ? '' : openEnded(rules?.offTopicPolicy.text),
      exclusionGrounds: joined(
        (rules?.exclusionGrounds ?? []).map((one) => lowerFirst(openEnded(one.label))),
        '; ',
      ),
      delegates: countText(dialogue.attendanceDelegates),
      people: countText(dialogue.attendancePeople),
      women: countText(dialogue.attendanceWomen),
      attendance: total ? '' : countText((dialogue.attendanceDelegates ?? 0) + (dialogue.attendancePeople ?? 0)),
      dialogueNote: dialogue.note,
    },
    lists: {
      chairs: chairs.map((one) => ({
        title: one.postTitle,
        name: one.personName ?? '',
        titleAndName: titleAndName(one),
        capacity: CAPACITIES[one.capacity] ?? '',
      })),
      contents: (kind?.contents ?? []).map((one) => ({ content: openEnded(one.label) })),
      rules: rulesOf(dialogue, setting),
    },
  }
}

/** `Hội nghị … ngày 14/9/2023`; a title that names its day already is not given it twice. */
export function titleWithDay(dialogue: Dialogue): string {
  const day = eventDay(dialogue)
  if (/ngày \d{1,2}\/\d{1,2}/u.test(dialogue.title)) return dialogue.title
  return `${dialogue.title} ngày ${dayText(day) || DAY_BLANK}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

/** “Các phòng, ban …” has its capital at the beginning of a line only. */
function withinSentence(name: string): string {
  return name.replace(/^Các(?=\s)/u, 'các')
}

/** Heads whom an authorised deputy stands in for do not preside. */
export function presidingNow(presiding: readonly Presiding[]): Presiding[] {
  const replaced = new Set(presiding.filter((one) => one.capacity === 'deputy').map((one) => one.forPostId))
  return presiding.filter((one) => !replaced.has(one.postId))
}

function titleAndName(one: Presiding): string {
  return one.personName ? `đồng chí ${one.personName}, ${one.postTitle}` : one.postTitle
}

/** The rules written for this meeting; before anybody wrote some, those of the regulation. */
function rulesOf(dialogue: Dialogue, { regulation }: FactSetting) {
  const own = textLines(dialogue.meetingRules)
  const lines = own.length > 0 ? own : (regulation?.meetingRules.clauses ?? []).map((one) => one.text)
  return lines.map((line) => ({ rule: openEnded(line) }))
}

/** An office speaks with its staff unless the dialogue is with others: `doanh nghiệp và Nhân dân`. */
export function audienceWords(
  dialogue: Dialogue,
  regulation: Regulation | null,
  { common }: FactSetting,
): Record<string, string> {
  const labels = dialogue.audience.map(
    (key) => regulation?.petitionFields?.audiences.find((one) => one.key === key)?.label ?? '',
  )
  if (dialogue.audience.includes('staff') || common.values.audienceWords === 'Nhân dân') return {}
  const named = labels.filter((label) => label !== '').map((label) => label.replace(/^(?!Nhân dân)./u, lower))
  if (named.length === 0) return {}
  return { audienceWords: [named.slice(0, -1).join(', '), named.at(-1)!].filter(Boolean).join(' và ') }
}

const lower = (text: string) => text.toLocaleLowerCase('vi')
