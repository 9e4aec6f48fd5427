import { defineWords } from './words.ts'

/** Words of the page where a petitioner chooses which mails to get. */
export const noticeWords = defineWords({
  vi: {
    title: 'Chọn thư muốn nhận',
    legal:
      'Thư báo đã tiếp nhận, đã trả lời, gia hạn, chuyển cơ quan khác hoặc báo cáo cấp trên luôn được gửi đến ông/bà, vì pháp luật yêu cầu.',
    optional: 'Ngoài ra, ông/bà muốn nhận thư khi',
    kinds: {
      assigned: 'kiến nghị được giao cho cơ quan trả lời',
      atConference: 'có lịch trả lời tại hội nghị đối thoại',
      resolved: 'cơ quan báo đã giải quyết xong',
      askSatisfaction: 'cần hỏi ý kiến: việc đã được giải quyết chưa',
    },
    save: 'Lưu lựa chọn',
    none: 'Tắt tất cả các thư này',
    saved: 'Đã lưu lựa chọn của ông/bà.',
  },
  en: {
    title: 'Choose which mails you want',
    legal:
      'Notices that your petition was received, answered, given more time, transferred or reported to the superior are always sent: the law requires it.',
    optional: 'Besides, I want a mail when',
    kinds: {
      assigned: 'my petition is given to an agency',
      atConference: 'it will be answered at a dialogue conference',
      resolved: 'the agency reports the matter as settled',
      askSatisfaction: 'my opinion is asked: is the matter solved?',
    },
    save: 'Save',
    none: 'Switch all of these off',
    saved: 'Your choice is saved.',
  },
})
