import type { Regulation } from '../regulations/regulation.ts'
import type { Label } from '../regulations/regulation-vocabulary.ts'

/** Which records a figure counts. */
export type FigureSource = 'dialogue' | 'petition' | 'request' | 'deadline'

export interface Figure {
  key: string
  label: Label
  source: FigureSource
}

const dialogue = (vi: string, en: string) => ({ label: { vi, en }, source: 'dialogue' as const })
const petition = (vi: string, en: string) => ({ label: { vi, en }, source: 'petition' as const })
const request = (vi: string, en: string) => ({ label: { vi, en }, source: 'request' as const })
const deadline = (vi: string, en: string) => ({ label: { vi, en }, source: 'deadline' as const })

/**
 * Every figure that reports can be made of. All of them add up: what several authorities count is the sum of what each
 * counts (forms 8). Petitions in hand = carried over + received = resolved + transferred + remaining.
 */
const FIGURES = {
  held: dialogue('Số cuộc đối thoại', 'Dialogues held'),
  periodic: dialogue('Đối thoại định kỳ', 'Periodic dialogues'),
  thematic: dialogue('Đối thoại chuyên đề', 'Thematic dialogues'),
  adHoc: dialogue('Đối thoại đột xuất', 'Ad hoc dialogues'),
  onRequest: dialogue('Đối thoại theo yêu cầu', 'Dialogues on request'),
  withinRegularMeeting: dialogue('Đối thoại gắn với cuộc họp thường kỳ', 'Dialogues within regular meetings'),
  inPerson: dialogue('Đối thoại trực tiếp', 'Dialogues in person'),
  online: dialogue('Đối thoại trực tuyến', 'Dialogues online'),
  indirect: dialogue('Đối thoại gián tiếp', 'Indirect dialogues'),
  partyChair: dialogue('Bí thư cấp ủy chủ trì', 'Chaired by the party secretary'),
  governmentChair: dialogue('Chủ tịch UBND chủ trì', "Chaired by the head of the People's Committee"),
  coChaired: dialogue('Đồng chủ trì', 'Co-chaired'),
  otherChair: dialogue('Người khác chủ trì', 'Chaired by somebody else'),
  byDeputy: dialogue('Ủy quyền cấp phó chủ trì', 'Presided over by an authorised deputy'),
  outsidePlan: dialogue('Ngoài kế hoạch', 'Outside the plan'),
  people: dialogue('Lượt người dân dự', 'People present'),
  women: dialogue('Lượt phụ nữ dự', 'Women present'),
  delegates: dialogue('Lượt đại biểu dự', 'Delegates present'),
  attendance: dialogue('Tổng lượt người dự', 'Attendance, all'),
  carriedOver: petition('Ý kiến kỳ trước chuyển sang', 'Petitions carried over'),
  received: petition('Ý kiến tiếp nhận trong kỳ', 'Petitions received in the period'),
  inHand: petition('Tổng số ý kiến trong kỳ', 'Petitions in hand'),
  resolved: petition('Ý kiến đã trả lời, giải quyết', 'Petitions answered or settled'),
  answeredAtConference: petition('Trả lời tại hội nghị', 'Answered at the conference'),
  answeredBefore: petition('Giải quyết trước hội nghị', 'Resolved before the conference'),
  answeredInWriting: petition('Trả lời bằng văn bản', 'Answered in writing'),
  settled: petition('Đã giải quyết xong', 'Settled'),
  transferred: petition('Chuyển cơ quan khác', 'Transferred to another agency'),
  escalated: petition('Vượt thẩm quyền, báo cáo cấp trên', 'Beyond competence, reported up'),
  remaining: petition('Ý kiến còn lại chuyển kỳ sau', 'Petitions remaining'),
  remainingInTime: petition('Đang giải quyết trong hạn', 'In progress, in time'),
  remainingOverdue: petition('Đang giải quyết quá hạn', 'In progress, overdue'),
  offTopic: petition('Ý kiến ngoài chủ đề', 'Off-topic petitions'),
  continued: petition('Tiếp tục kiến nghị', 'Continued petitions'),
  repeated: petition('Kiến nghị nhiều lần', 'Repeated petitions'),
  complaints: petition('Khiếu nại (không tính vào ý kiến)', 'Complaints (not in the total)'),
  denunciations: petition('Tố cáo (không tính vào ý kiến)', 'Denunciations (not in the total)'),
  requests: request('Yêu cầu đối thoại nhận được', 'Requests for a dialogue'),
  requestsAccepted: request('Yêu cầu được chấp nhận', 'Requests accepted'),
  requestsDeclined: request('Yêu cầu không được chấp nhận', 'Requests declined'),
  noticesOnTime: deadline('Thông báo, giấy mời đúng hạn', 'Notices on time'),
  noticesLate: deadline('Thông báo, giấy mời trễ hạn', 'Notices late'),
  conclusionsOnTime: deadline('Thông báo kết luận đúng hạn', 'Conclusion notices on time'),
  conclusionsLate: deadline('Thông báo kết luận trễ hạn', 'Conclusion notices late'),
  repliesOnTime: deadline('Trả lời bằng văn bản đúng hạn', 'Replies on time'),
  repliesLate: deadline('Trả lời bằng văn bản trễ hạn', 'Replies late'),
} as const satisfies Record<string, Omit<Figure, 'key'>>

export type FigureKey = keyof typeof FIGURES

/** Sessions within one kind of regular meeting (001: 06 conferences, 03 sessions under the flag, 35 briefings). */
const SESSION = 'session:'

/** The catalogue in its order, with a figure for each kind of regular meeting of the regulation. */
export function listFigures(regulation: Regulation | null): Figure[] {
  const sessions = regulation?.kinds.flatMap((kind) => kind.sessionKinds) ?? []
  return [
    ...Object.entries(FIGURES).map(([key, figure]) => ({ key, ...figure })),
    ...sessions.map(({ key, label, labelEn }) => ({
      key: `${SESSION}${key}`,
      label: { vi: label, en: labelEn ?? label },
      source: 'dialogue' as const,
    })),
  ]
}

/** A figure by its key; null for one nobody knows. A session kind of another regulation is named by its key. */
export function findFigure(key: string, regulation: Regulation | null): Figure | null {
  if (Object.hasOwn(FIGURES, key)) return { key, ...FIGURES[key as FigureKey] }
  if (!isSessionFigure(key)) return null
  const sessions = regulation?.kinds.flatMap((kind) => kind.sessionKinds) ?? []
  const named = sessionsOfFigure(key).map(
    (name) => sessions.find((one) => one.key === name) ?? { key: name, label: name },
  )
  const vi = named.map((one) => one.label).join('; ')
  const en = named.map((one) => ('labelEn' in one ? one.labelEn : undefined) ?? one.label).join('; ')
  return { key, label: { vi, en }, source: 'dialogue' }
}

/** Whether a key names sessions within meetings: `session:` and one or several keys of the regulation's, with commas. */
export function isSessionFigure(key: string): boolean {
  return /^session:[A-Za-z][A-Za-z0-9-]{0,79}(,[A-Za-z][A-Za-z0-9-]{0,79}){0,9}$/.test(key)
}

export function sessionsOfFigure(key: string): string[] {
  return key.slice(SESSION.length).split(',')
}
