import { type Day, formatDay, isDay } from '../../platform/day.ts'
import { timeLeftText } from './time-left-text.ts'
import { defineWords, type Lang } from './words.ts'

/** Words of the messages of the program. */
export const messageWords = defineWords({
  vi: {
    title: 'Thông báo',
    unread: 'Chưa đọc',
    all: 'Tất cả',
    markRead: 'Đánh dấu đã đọc',
    marked: 'Đã đánh dấu đã đọc.',
    none: 'Không có thông báo nào',
    noneHelp: 'Chương trình báo ở đây khi có việc được giao, khi bị trả lại và trước mỗi thời hạn.',
    noneUnread: 'Không có thông báo nào chưa đọc',
    isNew: 'mới',
    doneSince: 'việc này đã xong',
    kinds: {
      'deadline-near': 'Sắp đến hạn {dueOn}: {label}',
      'deadline-late': 'Đã quá hạn {dueOn}: {label}',
      'petition-assigned': 'Được giao chuẩn bị trả lời kiến nghị {code}',
      'petition-support-asked': 'Được mời phối hợp trả lời kiến nghị {code}',
      'petition-answer-returned': 'Câu trả lời kiến nghị {code} bị trả lại: {reason}',
      'petition-not-solved': 'Người kiến nghị {code} cho biết việc chưa được giải quyết',
      'petition-added': 'Người kiến nghị bổ sung thông tin cho {code}',
      'petition-contested': 'Người kiến nghị chưa đồng ý với trả lời {earlier}; tiếp tục kiến nghị {code}',
      'petition-withdrawn': 'Người kiến nghị đã rút {code}',
      'agency-succeeded': 'Nhận bàn giao từ {from}: {count} việc đang làm dở',
      urged: '{by} đôn đốc',
      'account-asked': '{by} yêu cầu giải trình, chậm nhất {dueOn}',
      'account-answered': 'Đã có giải trình ngày {answeredOn}',
      'plan-task-given': 'Được giao {count} nhiệm vụ trong {title}',
      'report-submitted': '{unit} đã nộp báo cáo {period}',
      'report-returned': 'Báo cáo {period} bị trả lại: {remark}',
      'report-accepted': 'Báo cáo {period} đã được chấp nhận',
      'report-reminded': '{by} nhắc nộp báo cáo {period}, hạn {dueOn}',
    },
    other: 'Thông báo của chương trình',
  },
  en: {
    title: 'Messages',
    unread: 'Unread',
    all: 'All',
    markRead: 'Mark as read',
    marked: 'Marked as read.',
    none: 'No messages',
    noneHelp: 'The program tells you here when work is assigned or returned, and before every deadline.',
    noneUnread: 'No unread messages',
    isNew: 'new',
    doneSince: 'done since',
    kinds: {
      'deadline-near': 'Due {dueOn}: {label}',
      'deadline-late': 'Overdue since {dueOn}: {label}',
      'petition-assigned': 'You are to answer petition {code}',
      'petition-support-asked': 'Your contribution to the answer of petition {code} is asked',
      'petition-answer-returned': 'The answer to petition {code} was returned: {reason}',
      'petition-not-solved': 'The petitioner of {code} says the matter is not solved',
      'petition-added': 'The petitioner added to {code}',
      'petition-contested': 'The petitioner does not accept the answer to {earlier}: continued as {code}',
      'petition-withdrawn': 'The petitioner withdrew {code}',
      'agency-succeeded': 'Taken over from {from}: {count} pieces of open work',
      urged: '{by} urges you',
      'account-asked': '{by} asks for an account by {dueOn}',
      'account-answered': 'Account was given on {answeredOn}',
      'plan-task-given': '{count} tasks are yours in {title}',
      'report-submitted': '{unit} handed in the report of {period}',
      'report-returned': 'The report of {period} was returned: {remark}',
      'report-accepted': 'The report of {period} was accepted',
      'report-reminded': '{by} reminds you of the report of {period}, due {dueOn}',
    },
    other: 'Message of the program',
  },
})

/** The sentence of a message: its kind with its parameters, days as officials write them, and how long was left when it was sent. */
export function messageSentence(kind: string, params: Readonly<Record<string, unknown>>, lang: Lang): string {
  const words = messageWords[lang]
  const sentence = words.kinds[kind as keyof typeof words.kinds] ?? words.other
  const filled = sentence.replace(/\{(\w+)\}/g, (_, name: string) => said(params[name]))
  const { days, working, dueOn } = params
  if (typeof days !== 'number' || typeof working !== 'number' || !isDay(dueOn)) return filled
  return `${filled} (${timeLeftText({ days, working }, dueOn, lang)})`
}

function said(value: unknown): string {
  return isDay(value) ? formatDay(value as Day) : value === undefined || value === null ? '–' : String(value)
}
