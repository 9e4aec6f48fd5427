import type { MailContent, MailEntry } from '../mail/outbox-message.ts'
import { formatDay, formatDayWithWeekday } from '../platform/day.ts'
import type { FollowedCopy } from '../public-record/followed-copy-store.ts'
import type { FollowNews } from './follow-news.ts'

type FollowLang = 'vi' | 'en'
type About = Pick<FollowedCopy, 'kind' | 'label' | 'dialogueTitle'>

/** How long an address that nobody confirmed is kept. */
export const DAYS_TO_CONFIRM = 7

interface FollowWording {
  name(about: About | null): string
  line(news: FollowNews): string
  short(news: FollowNews): string
  dear: string
  opening: string
  many(count: number): string
  see: string
  footer: string
  stop: string
  noReply: string
  confirmSubject(name: string): string
  confirmOpening(name: string): string
  confirmVerb: string
  confirmClosing: string
}

const vi: FollowWording = {
  name: (about) => {
    if (about === null) return 'Một nội dung ông/bà nhận tin'
    if (about.kind === 'dialogue') return about.dialogueTitle
    if (about.kind === 'authority') return `Cổng đối thoại ${about.label}`
    if (about.kind === 'petition') return `Kiến nghị ${about.label}`
    return `Mục ${about.label} của thông báo kết luận${about.dialogueTitle ? ` – ${about.dialogueTitle}` : ''}`
  },
  line: (news) => {
    switch (news.kind) {
      case 'assigned':
        return `Đã giao cho ${news.agency} giải quyết${news.dueOn ? `, chậm nhất ngày ${formatDay(news.dueOn)}` : ''}.`
      case 'longer':
        return `Cần thêm thời gian: hạn mới chậm nhất ngày ${formatDay(news.dueOn)}.${news.why === null ? '' : ` Lý do: ${news.why || 'vụ việc phức tạp'}.`}`
      case 'answered':
        return `Đã được trả lời${news.on ? ` ngày ${formatDay(news.on)}` : ''}.${news.readable ? ' Nội dung trả lời đã được công khai.' : ''}`
      case 'answerReadable':
        return 'Nội dung trả lời đã được công khai.'
      case 'settled':
        return `Cơ quan báo đã giải quyết xong ngày ${formatDay(news.on)}.`
      case 'transferred':
        return 'Đã chuyển đến cơ quan có thẩm quyền.'
      case 'escalated':
        return 'Vượt thẩm quyền giải quyết tại chỗ, đã báo cáo cấp trên.'
      case 'calledOff':
        return 'Hội nghị này không tổ chức nữa.'
      case 'timePlace':
        return timePlace(news, 'Thời gian, địa điểm', 'chưa định ngày')
      case 'results':
        return `Kết quả đã được công khai ngày ${formatDay(news.on)}.`
      case 'announced':
        return `Hội nghị mới: ${news.title}.`
      case 'published':
        return `Mới công khai: ${counted(news.petitions, 'kiến nghị', news.items, 'mục của thông báo kết luận', ' và ')}.`
      case 'gone':
        return 'Hiện không còn được công khai.'
      case 'back':
        return 'Đã được công khai trở lại.'
    }
  },
  short: (news) =>
    ({
      assigned: 'đã giao cơ quan giải quyết',
      longer: 'cần thêm thời gian',
      answered: 'đã được trả lời',
      answerReadable: 'đã công khai nội dung trả lời',
      settled: 'đã giải quyết xong',
      transferred: 'đã chuyển cơ quan có thẩm quyền',
      escalated: 'đã báo cáo cấp trên',
      calledOff: 'không tổ chức',
      timePlace: 'thời gian, địa điểm thay đổi',
      results: 'đã có kết quả',
      announced: 'có hội nghị mới',
      published: 'có nội dung mới công khai',
      gone: 'không còn công khai',
      back: 'công khai trở lại',
    })[news.kind],
  dear: 'Kính gửi ông/bà,',
  opening: 'Có tin mới về nội dung ông/bà đã đăng ký nhận tin:',
  many: (count) => `${count} tin mới về nội dung ông/bà nhận tin`,
  see: 'Xem trên Cổng đối thoại',
  footer: 'Ông/bà nhận thư này vì đã đăng ký nhận tin và đã bấm xác nhận.',
  stop: 'Xem đang nhận tin gì, thôi nhận tin',
  noReply: 'Thư do chương trình gửi tự động, xin không trả lời thư này.',
  confirmSubject: (name) => `Xin xác nhận nhận tin: ${name}`,
  confirmOpening: (name) =>
    `Có người vừa ghi địa chỉ thư này để nhận tin về “${name}”. Nếu đúng là ông/bà, xin mở liên kết dưới đây rồi bấm nút “Đồng ý nhận tin”.`,
  confirmVerb: 'Mở trang xác nhận',
  confirmClosing: `Nếu không phải ông/bà, xin bỏ qua thư này: không có thư nào nữa, và địa chỉ này tự xóa sau ${DAYS_TO_CONFIRM} ngày.`,
}

const en: FollowWording = {
  name: (about) => {
    if (about === null) return 'Something you follow'
    if (about.kind === 'dialogue') return about.dialogueTitle
    if (about.kind === 'authority') return `Dialogue portal of ${about.label}`
    if (about.kind === 'petition') return `Petition ${about.label}`
    return `Item ${about.label} of the notice of conclusions${about.dialogueTitle ? ` – ${about.dialogueTitle}` : ''}`
  },
  line: (news) => {
    switch (news.kind) {
      case 'assigned':
        return `Given to ${news.agency}${news.dueOn ? `, due by ${formatDay(news.dueOn)}` : ''}.`
      case 'longer':
        return `More time is needed: now due by ${formatDay(news.dueOn)}.${news.why === null ? '' : ` Reason: ${news.why || 'a complex case'}.`}`
      case 'answered':
        return `Answered${news.on ? ` on ${formatDay(news.on)}` : ''}.${news.readable ? ' The answer is published.' : ''}`
      case 'answerReadable':
        return 'The answer is published.'
      case 'settled':
        return `The agency reports it as settled on ${formatDay(news.on)}.`
      case 'transferred':
        return 'Sent to the competent agency.'
      case 'escalated':
        return 'Beyond what can be decided here; reported to the superior.'
      case 'calledOff':
        return 'This conference is called off.'
      case 'timePlace':
        return timePlace(news, 'Time and place', 'no day yet')
      case 'results':
        return `The results were published on ${formatDay(news.on)}.`
      case 'announced':
        return `A new conference: ${news.title}.`
      case 'published':
        return `Newly published: ${counted(news.petitions, 'petitions', news.items, 'items of notices of conclusions', ' and ')}.`
      case 'gone':
        return 'It is not public any more.'
      case 'back':
        return 'It is public again.'
    }
  },
  short: (news) =>
    ({
      assigned: 'given to an agency',
      longer: 'more time is needed',
      answered: 'answered',
      answerReadable: 'the answer is published',
      settled: 'settled',
      transferred: 'sent to the competent agency',
      escalated: 'reported to the superior',
      calledOff: 'called off',
      timePlace: 'time or place changed',
      results: 'results published',
      announced: 'a new conference',
      published: 'newly published',
      gone: 'not public any more',
      back: 'public again',
    })[news.kind],
  dear: 'Dear Sir or Madam,',
  opening: 'There is news of what you follow:',
  many: (count) => `${count} news of what you follow`,
  see: 'See it at the portal',
  footer: 'You get this mail because you asked for it and confirmed it.',
  stop: 'See what you follow, stop these mails',
  noReply: 'This mail was sent by a program; please do not reply.',
  confirmSubject: (name) => `Please confirm: news of ${name}`,
  confirmOpening: (name) =>
    `Somebody gave this address to get news of “${name}”. If it was you, open the link below and press “Yes, send me news”.`,
  confirmVerb: 'Open the page to confirm',
  confirmClosing: `If it was not you, do nothing: no more mail will come, and the address is deleted after ${DAYS_TO_CONFIRM} days.`,
}

function timePlace(news: Extract<FollowNews, { kind: 'timePlace' }>, what: string, noDay: string): string {
  const when = news.on ? formatDayWithWeekday(news.on) : noDay
  return `${what}: ${[news.at, when, news.venue].filter(Boolean).join(', ')}.`
}

function counted(a: number, ofA: string, b: number, ofB: string, and: string): string {
  return [a > 0 && `${a} ${ofA}`, b > 0 && `${b} ${ofB}`].filter(Boolean).join(and)
}

const followWording: Record<FollowLang, FollowWording> = { vi, en }

interface Sender {
  lang: FollowLang
  authorityName: string
  slug: string
}

/** The one mail that asks whether somebody really wants news; tells nothing but what was asked for. Pure. */
export function writeConfirmation(
  sender: Sender,
  about: About,
  followingId: number,
): { subject: string; content: MailContent } {
  const wording = followWording[sender.lang]
  const name = wording.name(about)
  const entry = { title: name, lines: [], link: { to: 'confirm' as const, followingId, label: wording.confirmVerb } }
  return {
    subject: wording.confirmSubject(name),
    content: {
      ...{ greeting: wording.dear, opening: [wording.confirmOpening(name)], entries: [entry] },
      ...{ closing: [wording.confirmClosing], sender: sender.authorityName, footer: [wording.noReply] },
      ...{ footerLink: null, short: '' },
    },
  }
}

export interface ToldNews {
  /** null: of the authority as a whole */
  publicationId: number | null
  /** null: it is not public any more, so nothing names it */
  copy: FollowedCopy | null
  news: readonly FollowNews[]
}

/** Where the portal shows a copy. */
export function copyPath(slug: string, copy: Pick<FollowedCopy, 'kind' | 'publicationId' | 'dialogueId'>): string {
  if (copy.kind === 'authority') return `/cong/${slug}`
  return copy.kind === 'dialogue'
    ? `/cong/${slug}/hoi-nghi/${copy.dialogueId}`
    : `/cong/${slug}/ket-qua/${copy.publicationId}`
}

/** Where news are read: of an authority in its list of results, when it is those that are new. */
function newsPath(slug: string, copy: FollowedCopy, news: readonly FollowNews[]): string {
  return news.some(({ kind }) => kind === 'published') ? `/cong/${slug}/ket-qua` : copyPath(slug, copy)
}

/**
 * News of what somebody follows, all in one mail: facts that stand at the portal, none of the words of petitions.
 * `earlier`: what an earlier mail was to tell and did not. Pure.
 */
export function writeNews(
  sender: Sender,
  told: readonly ToldNews[],
  earlier: readonly MailEntry[] = [],
): { subject: string; content: MailContent } {
  const { lang, slug } = sender
  const wording = followWording[lang]
  const [first] = told
  const subject =
    told.length + earlier.length === 1
      ? `${wording.name(first!.copy)}: ${[...new Set(first!.news.map(wording.short))].join(', ')}`
      : wording.many(told.length + earlier.length)
  const inEnglish = lang === 'en' ? '?lang=en' : ''
  const entries = told.map(({ publicationId, copy, news }) => ({
    publicationId,
    title: wording.name(copy),
    lines: news.map(wording.line),
    link: copy && { to: 'page' as const, path: `${newsPath(slug, copy, news)}${inEnglish}`, label: wording.see },
  }))
  return {
    subject,
    content: {
      ...{
        greeting: wording.dear,
        opening: [wording.opening],
        entries: [...earlier, ...entries],
        closing: [],
        sender: sender.authorityName,
      },
      ...{ footer: [wording.footer, wording.noReply], footerLink: { to: 'settings', label: wording.stop }, short: '' },
    },
  }
}
