/**
 * The closed lists that the program itself acts on. A regulation chooses among them; everything else in it
 * (roles, subject areas, deadline keys, agenda steps …) is free data with its own label.
 */
export interface Label {
  vi: string
  en: string
}

const label = (vi: string, en: string): Label => ({ vi, en })

export const AUTHORITY_KINDS = {
  province: label('tỉnh, thành phố', 'province'),
  provinceOffice: label('sở, ban, ngành, văn phòng cấp tỉnh', 'provincial department or office'),
  formerDistrict: label('huyện (kết thúc 30/6/2025)', 'former district (ended 30/6/2025)'),
  city: label('thành phố trực thuộc tỉnh (cũ)', 'former provincial city'),
  commune: label('xã', 'commune'),
  ward: label('phường', 'ward'),
  specialZone: label('đặc khu', 'special zone'),
  other: label('đơn vị khác', 'other'),
} as const

export const DIALOGUE_KINDS = {
  periodic: label('định kỳ', 'periodic'),
  thematic: label('chuyên đề', 'thematic'),
  adHoc: label('đột xuất', 'ad hoc'),
  onRequest: label('theo yêu cầu', 'on request'),
  withinRegularMeeting: label('gắn với cuộc họp thường kỳ', 'within a regular meeting'),
} as const

export const DIALOGUE_FORMS = {
  inPerson: label('trực tiếp', 'in person'),
  online: label('trực tuyến', 'online'),
  indirect: label('gián tiếp', 'indirect'),
} as const

/** Events of a dialogue or petition from which a clock can start. */
export const ANCHOR_EVENTS = {
  planIssued: label('ngày ban hành kế hoạch', 'plan issued'),
  requestReceived: label('ngày nhận yêu cầu đối thoại', 'request for a dialogue received'),
  collectionOpened: label('ngày bắt đầu tiếp nhận ý kiến', 'collection opened'),
  collectionClosed: label('ngày kết thúc tiếp nhận ý kiến', 'collection closed'),
  conferenceHeld: label('ngày tổ chức hội nghị đối thoại', 'conference held'),
  noticeIssued: label('ngày ban hành thông báo kết luận', 'conclusion notice issued'),
  noticeSent: label('ngày gửi thông báo kết luận', 'conclusion notice sent'),
  noticeReceived: label('ngày nhận được thông báo kết luận', 'conclusion notice received'),
  petitionReceived: label('ngày nhận được kiến nghị', 'petition received'),
  assignmentReceived: label('ngày nhận được văn bản phân công', 'assignment received'),
} as const

/** Events by which a duty is met; `recordedByHand` when the program cannot see it for itself. */
export const MEETING_EVENTS = {
  invitationSent: label('đã gửi giấy mời', 'invitation sent'),
  publicNoticeIssued: label('đã thông báo công khai', 'public notice issued'),
  mediaNoticeIssued: label('đã thông báo trên phương tiện thông tin đại chúng', 'media notice issued'),
  loudspeakerBroadcast: label('đã phát trên hệ thống truyền thanh', 'broadcast by loudspeaker'),
  internalReviewHeld: label('đã rút kinh nghiệm nội bộ và phân công', 'internal review held and work assigned'),
  noticeSentToAll: label('đã ban hành và gửi đủ nơi nhận', 'issued and sent to every addressee'),
  replySent: label('đã gửi văn bản trả lời', 'written reply sent'),
  resultPublished: label('đã công khai kết quả', 'result made public'),
  reportSent: label('đã gửi báo cáo', 'report sent'),
  acknowledgementSent: label('đã báo cho người kiến nghị', 'petitioner told in writing'),
  recordedByHand: label('ghi nhận bằng tay', 'recorded by hand'),
} as const

/** Who decides what (the acts are the program's, the deciders are the regulation's). */
export const DECISION_ACTS = {
  prepareDialogue: label('đề xuất, chuẩn bị hội nghị', 'propose and prepare'),
  closeDossier: label('đóng hồ sơ', 'close the dossier'),
  extendDeadline: label('gia hạn', 'extend a deadline'),
  markComplex: label('xác định vụ việc phức tạp', 'mark as complex'),
  excludePerson: label('không đối thoại với người thuộc diện loại trừ', 'exclude a person'),
  concludeDialogue: label('kết luận', 'conclude'),
  approveReply: label('duyệt văn bản trả lời', 'approve a reply'),
  issuePaper: label('cấp số, phát hành văn bản', 'number and issue papers'),
  publish: label('công khai', 'publish'),
  noteAndUrge: label('theo dõi, ghi ý kiến, đôn đốc', 'follow, note and urge'),
} as const

/** Roles that follow from the dialogue itself; all other roles are named by the regulation. */
export const BUILT_IN_ROLES = {
  leadOffice: label('cơ quan chủ trì tham mưu', 'lead office'),
  archiveOwner: label('cơ quan lưu trữ hồ sơ', 'archive owner'),
  presidingOfficial: label('người chủ trì', 'presiding official'),
  authorizedDeputy: label('cấp phó được ủy quyền', 'authorised deputy'),
  leadAgency: label('cơ quan được giao giải quyết', 'assigned agency'),
  leadAgencyHead: label('người đứng đầu cơ quan được giao', 'head of the assigned agency'),
  leadOfficeHead: label('lãnh đạo cơ quan chủ trì tham mưu', 'leader of the lead office'),
  responsible: label('cơ quan, người chịu trách nhiệm', 'whoever is responsible'),
  secretariat: label('tổ thư ký', 'secretariat'),
  recordsClerk: label('văn thư', 'records clerk'),
  petitioner: label('người kiến nghị', 'petitioner'),
  people: label('Nhân dân', 'the people'),
  superior: label('cấp ủy, chính quyền cấp trên', 'superior party committee and government'),
} as const

export const LAYOUT_PROFILES = {
  state: label('thể thức văn bản hành chính (NĐ 30/2020/NĐ-CP)', 'state layout'),
  party: label('thể thức văn bản của Đảng', 'party layout'),
  front: label('thể thức văn bản của MTTQ', 'Front layout'),
} as const

export const REPORT_PERIODS = {
  Q1: label('quý I', 'first quarter'),
  Q2: label('quý II', 'second quarter'),
  Q3: label('quý III', 'third quarter'),
  Q4: label('quý IV', 'fourth quarter'),
  H1: label('6 tháng đầu năm', 'first half-year'),
  year: label('năm', 'year'),
} as const

export type AuthorityKind = keyof typeof AUTHORITY_KINDS
export type DialogueKind = keyof typeof DIALOGUE_KINDS
export type DialogueForm = keyof typeof DIALOGUE_FORMS
export type AnchorEvent = keyof typeof ANCHOR_EVENTS
export type MeetingEvent = keyof typeof MEETING_EVENTS
export type ReportPeriod = keyof typeof REPORT_PERIODS

/** The keys of one of the lists above, in their order, typed for `z.enum`. */
export function keysOf<T extends Record<string, unknown>>(list: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(list) as [keyof T & string, ...(keyof T & string)[]]
}
