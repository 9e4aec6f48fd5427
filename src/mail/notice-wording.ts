import { formatDay, formatDayWithWeekday, isDay } from '../platform/day.ts'
import type { PetitionerNotice } from './notice-kinds.ts'

export type MailLang = 'vi' | 'en'
type Params = Readonly<Record<string, unknown>>

/** What a mail, a letter or a text message to a petitioner says of one kind of news. */
interface NoticeWording {
  /** subject, and the sentence before what it tells of */
  subject: string
  opening: string
  lines(params: Params): string[]
  closing?: string
  /** of one petition, by its code */
  short(code: string, params: Params): string
}

const day = (value: unknown) => (isDay(value) ? formatDay(value) : '')
const text = (value: unknown) => (typeof value === 'string' ? value : '')

const vi: Record<PetitionerNotice, NoticeWording> = {
  received: {
    subject: 'Đã tiếp nhận kiến nghị của ông/bà',
    opening: 'Chúng tôi đã tiếp nhận kiến nghị của ông/bà.',
    lines: () => [],
    closing: 'Khi kiến nghị được giao cho cơ quan trả lời, ông/bà sẽ được báo tiếp.',
    short: (code) => `Đã tiếp nhận kiến nghị ${code} của ông/bà.`,
  },
  assigned: {
    subject: 'Kiến nghị của ông/bà đã được giao cho cơ quan trả lời',
    opening: 'Kiến nghị của ông/bà đã được giao cho cơ quan có trách nhiệm trả lời.',
    lines: ({ agency, dueOn }) => [
      `Đã giao cho ${text(agency)}.`,
      ...(day(dueOn) ? [`Hạn trả lời: chậm nhất ngày ${day(dueOn)}.`] : []),
    ],
    short: (code, { agency, dueOn }) =>
      `Kiến nghị ${code} đã giao cho ${text(agency)}${day(dueOn) ? `, hạn trả lời ${day(dueOn)}` : ''}.`,
  },
  atConference: {
    subject: 'Kiến nghị của ông/bà sẽ được trả lời tại hội nghị đối thoại',
    opening: 'Kiến nghị của ông/bà được đưa ra trả lời tại hội nghị đối thoại. Kính mời ông/bà đến dự.',
    lines: ({ on, at, venue }) => [
      `Thời gian: ${text(at) ? `${text(at)}, ` : ''}${isDay(on) ? formatDayWithWeekday(on) : ''}.`,
      ...(text(venue) ? [`Địa điểm: ${text(venue)}.`] : []),
    ],
    short: (code, { on, at }) =>
      `Kiến nghị ${code} sẽ được trả lời tại hội nghị đối thoại ${text(at) ? `${text(at)} ` : ''}ngày ${day(on)}.`,
  },
  answered: {
    subject: 'Kiến nghị của ông/bà đã được trả lời',
    opening: 'Kiến nghị của ông/bà đã được trả lời.',
    lines: ({ how, on }) => [
      how === 'inWriting'
        ? `Đã trả lời bằng văn bản, gửi ngày ${day(on)}.`
        : how === 'atConference'
          ? 'Đã trả lời tại hội nghị đối thoại.'
          : 'Đã giải quyết và trả lời trước hội nghị đối thoại.',
    ],
    short: (code) => `Kiến nghị ${code} của ông/bà đã được trả lời.`,
  },
  extended: {
    subject: 'Thời hạn trả lời kiến nghị của ông/bà được kéo dài',
    opening: 'Chúng tôi cần thêm thời gian để trả lời kiến nghị của ông/bà.',
    lines: ({ dueOn, why }) => [
      ...(day(dueOn) ? [`Hạn trả lời mới: chậm nhất ngày ${day(dueOn)}.`] : []),
      `Lý do: ${text(why) || 'Vụ việc phức tạp'}.`,
    ],
    short: (code, { dueOn }) =>
      `Hạn trả lời kiến nghị ${code} được kéo dài${day(dueOn) ? ` đến ngày ${day(dueOn)}` : ''}.`,
  },
  transferred: {
    subject: 'Kiến nghị của ông/bà đã được chuyển đến cơ quan có thẩm quyền',
    opening: 'Kiến nghị của ông/bà thuộc trách nhiệm giải quyết của cơ quan khác và đã được chuyển đến đó.',
    lines: ({ agency }) => [`Đã chuyển đến ${text(agency)}.`],
    short: (code, { agency }) => `Kiến nghị ${code} đã được chuyển đến ${text(agency)}.`,
  },
  escalated: {
    subject: 'Kiến nghị của ông/bà đã được báo cáo cấp trên',
    opening: 'Nội dung kiến nghị của ông/bà vượt thẩm quyền giải quyết tại chỗ và đã được báo cáo cấp trên.',
    lines: ({ agency }) => [`Đã báo cáo ${text(agency)}.`],
    closing: 'Khi có ý kiến của cấp trên, ông/bà sẽ được trả lời.',
    short: (code, { agency }) => `Kiến nghị ${code} đã được báo cáo ${text(agency)}.`,
  },
  handedOver: {
    subject: 'Nội dung ông/bà nêu được chuyển theo trình tự riêng',
    opening: 'Nội dung ông/bà nêu thuộc trình tự giải quyết khiếu nại, tố cáo do pháp luật quy định riêng.',
    lines: ({ body }) => (text(body) ? [`Đã chuyển đến ${text(body)}.`] : []),
    short: (code) => `Nội dung ${code} đã được chuyển theo trình tự khiếu nại, tố cáo.`,
  },
  merged: {
    subject: 'Kiến nghị của ông/bà được xem xét cùng kiến nghị có cùng nội dung',
    opening: 'Kiến nghị của ông/bà có cùng nội dung với kiến nghị khác nên được xem xét chung.',
    lines: () => [],
    closing: 'Ông/bà vẫn được trả lời như mọi người đã nêu nội dung này.',
    short: (code) => `Kiến nghị ${code} được xem xét chung với kiến nghị có cùng nội dung.`,
  },
  resolved: {
    subject: 'Cơ quan báo đã giải quyết xong kiến nghị của ông/bà',
    opening: 'Cơ quan được giao báo đã giải quyết xong nội dung ông/bà kiến nghị.',
    lines: ({ on }) => (day(on) ? [`Ngày giải quyết xong: ${day(on)}.`] : []),
    closing: 'Nếu thực tế chưa được như vậy, xin ông/bà cho chúng tôi biết.',
    short: (code) => `Cơ quan báo đã giải quyết xong kiến nghị ${code}.`,
  },
  askSatisfaction: {
    subject: 'Xin ông/bà cho biết: việc đã được giải quyết chưa?',
    opening:
      'Kiến nghị của ông/bà đã được trả lời. Xin ông/bà cho biết việc đã được giải quyết chưa và câu trả lời có rõ không.',
    lines: () => [],
    closing: 'Bấm vào liên kết ở trên, chọn câu trả lời rồi bấm nút gửi. Việc này chỉ mất chưa đến một phút.',
    short: (code) => `Xin ông/bà cho biết kiến nghị ${code} đã được giải quyết chưa.`,
  },
}

const en: Record<PetitionerNotice, NoticeWording> = {
  received: {
    subject: 'Your petition was received',
    opening: 'We have received your petition.',
    lines: () => [],
    closing: 'You will hear from us when it is given to the agency that is to answer.',
    short: (code) => `Your petition ${code} was received.`,
  },
  assigned: {
    subject: 'Your petition was given to an agency',
    opening: 'Your petition was given to the agency that is to answer it.',
    lines: ({ agency, dueOn }) => [
      `Given to ${text(agency)}.`,
      ...(day(dueOn) ? [`Answer due by ${day(dueOn)}.`] : []),
    ],
    short: (code, { agency, dueOn }) =>
      `Petition ${code} was given to ${text(agency)}${day(dueOn) ? `, due by ${day(dueOn)}` : ''}.`,
  },
  atConference: {
    subject: 'Your petition will be answered at the dialogue',
    opening: 'Your petition will be answered at the dialogue conference. You are welcome to come.',
    lines: ({ on, at, venue }) => [
      `Time: ${text(at) ? `${text(at)}, ` : ''}${day(on)}.`,
      ...(text(venue) ? [`Place: ${text(venue)}.`] : []),
    ],
    short: (code, { on }) => `Petition ${code} will be answered at the dialogue on ${day(on)}.`,
  },
  answered: {
    subject: 'Your petition was answered',
    opening: 'Your petition was answered.',
    lines: ({ how, on }) => [
      how === 'inWriting'
        ? `Answered in writing, sent on ${day(on)}.`
        : how === 'atConference'
          ? 'Answered at the dialogue conference.'
          : 'Settled and answered before the dialogue conference.',
    ],
    short: (code) => `Your petition ${code} was answered.`,
  },
  extended: {
    subject: 'More time is needed to answer your petition',
    opening: 'We need more time to answer your petition.',
    lines: ({ dueOn, why }) => [
      ...(day(dueOn) ? [`Answer now due by ${day(dueOn)}.`] : []),
      `Reason: ${text(why) || 'a complex case'}.`,
    ],
    short: (code, { dueOn }) => `More time is needed for petition ${code}${day(dueOn) ? `: ${day(dueOn)}` : ''}.`,
  },
  transferred: {
    subject: 'Your petition was sent to the competent agency',
    opening: 'Your petition is a matter of another agency and was sent there.',
    lines: ({ agency }) => [`Sent to ${text(agency)}.`],
    short: (code, { agency }) => `Petition ${code} was sent to ${text(agency)}.`,
  },
  escalated: {
    subject: 'Your petition was reported to the superior',
    opening: 'Your petition is beyond what can be decided here and was reported to the superior.',
    lines: ({ agency }) => [`Reported to ${text(agency)}.`],
    closing: 'You will be answered when the superior has replied.',
    short: (code, { agency }) => `Petition ${code} was reported to ${text(agency)}.`,
  },
  handedOver: {
    subject: 'What you raised has a procedure of its own',
    opening: 'What you raised falls under the legal procedure for complaints and denunciations.',
    lines: ({ body }) => (text(body) ? [`Handed over to ${text(body)}.`] : []),
    short: (code) => `${code} was handed over to its own legal procedure.`,
  },
  merged: {
    subject: 'Your petition is considered together with another',
    opening: 'Your petition has the same content as another; they are considered together.',
    lines: () => [],
    closing: 'You will be answered like everybody who raised it.',
    short: (code) => `Petition ${code} is considered together with another of the same content.`,
  },
  resolved: {
    subject: 'The agency reports your matter as settled',
    opening: 'The agency reports that what you raised is settled.',
    lines: ({ on }) => (day(on) ? [`Settled on ${day(on)}.`] : []),
    closing: 'If it is not so, please tell us.',
    short: (code) => `The agency reports petition ${code} as settled.`,
  },
  askSatisfaction: {
    subject: 'Was your matter solved?',
    opening:
      'Your petition was answered. Please tell us whether the matter is solved and whether the answer was clear.',
    lines: () => [],
    closing: 'Open the link above, choose an answer and press the button. It takes less than a minute.',
    short: (code) => `Please tell us whether petition ${code} is solved.`,
  },
}

export const noticeWording: Record<MailLang, Record<PetitionerNotice, NoticeWording>> = { vi, en }

/** What is the same in every mail to a petitioner. */
export const noticeFrame = {
  vi: {
    dear: (name: string) => `Kính gửi: ${name || 'Ông/Bà'}`,
    news: 'Tin về kiến nghị của ông/bà',
    newsOpening: 'Có tin mới về kiến nghị của ông/bà. Để giữ kín, thư này không ghi nội dung.',
    petition: (code: string) => `Kiến nghị ${code}`,
    newsShort: (code: string) => `Có tin mới về kiến nghị ${code} của ông/bà.`,
    follow: 'Xem kiến nghị',
    followPage: 'Theo dõi kiến nghị',
    keepLink: 'Liên kết này chỉ dành cho ông/bà; ai có liên kết đều xem được, xin không chuyển cho người khác.',
    legal: 'Thông báo này bắt buộc phải gửi nên không tắt được.',
    optional: 'Ông/bà có thể tắt loại thư này; các thông báo bắt buộc vẫn được gửi.',
    settings: 'Chọn loại thư muốn nhận',
    noReply: 'Thư do chương trình gửi tự động, xin không trả lời thư này.',
    others: (count: number) => ` (và ${count} kiến nghị khác)`,
  },
  en: {
    dear: (name: string) => `Dear ${name || 'Sir or Madam'},`,
    news: 'News of your petition',
    newsOpening: 'There is news of your petition. To keep it confidential, this mail does not say what.',
    petition: (code: string) => `Petition ${code}`,
    newsShort: (code: string) => `There is news of your petition ${code}.`,
    follow: 'See the petition',
    followPage: 'Follow the petition',
    keepLink: 'This link is yours alone; whoever has it can look. Please do not pass it on.',
    legal: 'This notice has to be sent and cannot be switched off.',
    optional: 'You can switch off mails of this kind; notices that have to be sent still come.',
    settings: 'Choose which mails you want',
    noReply: 'This mail was sent by a program; please do not reply.',
    others: (count: number) => ` (and ${count} more)`,
  },
} as const
