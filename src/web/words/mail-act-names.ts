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
  },
  en: {
    'mail/compose': 'Mails written',
    'mail/deliver': 'Mail sent',
    'mail/resend': 'Mail sent again',
    'mail/print-instead': 'To be printed as a letter instead',
    'mail/record-printed': 'Letters printed and sent',
    'mail/choose': 'Chosen which mails to get',
  },
})
