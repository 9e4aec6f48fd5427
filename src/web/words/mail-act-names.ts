import { defineWords } from './words.ts'

/** What was done with what goes out, as histories name it. */
export const mailActNames = defineWords({
  vi: {
    'mail/compose': 'Soạn thư gửi đi',
    'mail/deliver': 'Đã gửi thư',
    'mail/resend': 'Gửi lại thư',
    'mail/print-instead': 'Chuyển sang in thư giấy',
    'mail/record-printed': 'Đã in và gửi thư giấy',
    'mail/choose': 'Chọn loại thư muốn nhận',
    'mail/choose-own': 'Chọn thư muốn nhận',
    'mail/change-calendar-address': 'Đổi địa chỉ lịch',
    'mail/ask-satisfaction': 'Hỏi ý kiến người kiến nghị',
    'mail/write-digests': 'Soạn thư việc trong ngày',
    'mail/write-reminders': 'Soạn thư nhắc',
  },
  en: {
    'mail/compose': 'Mails written',
    'mail/deliver': 'Mail sent',
    'mail/resend': 'Mail sent again',
    'mail/print-instead': 'To be printed as a letter instead',
    'mail/record-printed': 'Letters printed and sent',
    'mail/choose': 'Chosen which mails to get',
    'mail/choose-own': 'Chosen which mails to get',
    'mail/change-calendar-address': 'Address of the calendar changed',
    'mail/ask-satisfaction': 'Petitioners asked',
    'mail/write-digests': 'Digests of the day written',
    'mail/write-reminders': 'Reminders written',
  },
})
