import { type Day, formatDay, formatDayWithWeekday } from '../platform/day.ts'
import type { MailContent } from './outbox-message.ts'

/** One duty with a day, named without the words of any petition: mails leave the house. */
export interface DutyLine {
  label: string
  dueOn: Day
  dialogueTitle: string | null
  /** below the authority */
  path: string
}

export interface StaffNews {
  name: string
  authorityName: string
  slug: string
  today: Day
  overdue: readonly DutyLine[]
  dueToday: readonly DutyLine[]
  thisWeek: readonly DutyLine[]
  unread: number
}

const MOST_LINES = 30

/** The digest of an official's day: what is overdue, due today, due this week. Pure. */
export function writeDigest(news: StaffNews): { subject: string; content: MailContent } {
  const counts = [
    ...(news.overdue.length > 0 ? [`${news.overdue.length} việc quá hạn`] : []),
    ...(news.dueToday.length > 0 ? [`${news.dueToday.length} việc đến hạn hôm nay`] : []),
    ...(news.thisWeek.length > 0 ? [`${news.thisWeek.length} việc trong tuần`] : []),
    ...(news.unread > 0 ? [`${news.unread} thông báo chưa đọc`] : []),
  ]
  const entries = [
    ...group('Quá hạn', news.overdue, news.slug),
    ...group('Hôm nay', news.dueToday, news.slug),
    ...group('Tuần này', news.thisWeek, news.slug),
  ]
  return {
    subject: `Việc hôm nay ${formatDay(news.today)}: ${counts.join(', ')}`,
    content: frame(news, [`${capital(formatDayWithWeekday(news.today))}. Ông/bà có ${counts.join(', ')}.`], entries),
  }
}

/** Messages of the program to one official, as they come. */
export function writeReminder(
  news: Pick<StaffNews, 'name' | 'authorityName' | 'slug' | 'today'>,
  messages: readonly { sentence: string; path: string }[],
): { subject: string; content: MailContent } {
  const [first] = messages
  const more = messages.length > 1 ? ` (và ${messages.length - 1} thông báo khác)` : ''
  const entries = messages.slice(0, MOST_LINES).map(({ sentence, path }) => ({
    title: sentence,
    lines: [],
    link: page(news.slug, path, 'Mở'),
  }))
  return { subject: `${first?.sentence ?? 'Thông báo'}${more}`, content: frame(news, [], entries) }
}

function frame(
  news: Pick<StaffNews, 'name' | 'authorityName' | 'slug'>,
  opening: string[],
  entries: MailContent['entries'],
): MailContent {
  return {
    greeting: `Kính gửi: ${news.name}`,
    opening,
    entries: [...entries, { title: '', lines: [], link: page(news.slug, '', 'Mở Việc hôm nay') }],
    closing: [],
    sender: `Đối Thoại – ${news.authorityName}`,
    footer: ['Thư do chương trình gửi tự động. Ông/bà có thể tắt loại thư này trong trang Tài khoản.'],
    footerLink: { to: 'page', path: '/tai-khoan/thu', label: 'Chọn thư muốn nhận' },
    short: '',
  }
}

function group(title: string, lines: readonly DutyLine[], slug: string): MailContent['entries'] {
  return lines.slice(0, MOST_LINES).map((line, at) => ({
    title: at === 0 ? `${title}:` : '',
    lines: [`${line.label} – hạn ${formatDay(line.dueOn)}${line.dialogueTitle ? ` (${line.dialogueTitle})` : ''}`],
    link: page(slug, line.path, 'Xem'),
  }))
}

function page(slug: string, path: string, label: string) {
  return { to: 'page' as const, path: `/${slug}${path}`, label }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
