import type { RuleWords } from './rule-sentence.ts'
import { defineWords } from './words.ts'

/** Sentences of the rules of publishing. */
export const publicationRules: RuleWords = {
  vi: {
    'publication/find-undecided': 'Hãy chọn che hay giữ lại.',
    'publication/nothing-chosen': 'Chưa chọn nội dung nào để công khai.',
    'publication/confidential': 'Kiến nghị {code} được giữ kín, không công khai.',
    'publication/own-procedure':
      '{code} là khiếu nại hoặc tố cáo, giải quyết theo thủ tục riêng và không công khai ở đây.',
    'publication/gone': 'Nội dung này đã rút, gộp, chuyển hoặc hủy, không công khai nữa.',
    'publication/erased': 'Dữ liệu cá nhân của người kiến nghị đã xóa; {code} không công khai nữa.',
    'publication/not-issued': 'Thông báo kết luận chưa ban hành nên chưa công khai mục {code}.',
    'publication/source-changed': 'Nội dung {code} vừa được sửa. Hãy mở lại trang và xem bản mới trước khi công khai.',
    'publication/no-day-yet': 'Hội nghị chưa có ngày; hãy ấn định thời gian trước khi thông báo.',
    'publication/not-published': 'Nội dung này hiện không công khai.',
  },
  en: {
    'publication/find-undecided': 'Please choose: hide or keep.',
    'publication/nothing-chosen': 'Nothing is chosen to be published.',
    'publication/confidential': 'Petition {code} is kept confidential and is not published.',
    'publication/own-procedure':
      '{code} is a complaint or denunciation with a procedure of its own; it is not published here.',
    'publication/gone': 'This was withdrawn, merged, transferred or called off and is not published any more.',
    'publication/erased': 'The personal data of the petitioner were erased; {code} is not published any more.',
    'publication/not-issued': 'The notice of conclusions is not issued, so item {code} is not published yet.',
    'publication/source-changed': '{code} was just edited. Open the page again and look at the new words first.',
    'publication/no-day-yet': 'The dialogue has no day yet; set the time before announcing it.',
    'publication/not-published': 'This is not published now.',
  },
}

/** What was done about publishing, in the log. */
export const publicationActNames = defineWords({
  vi: {
    'dialogue/publish': 'Đăng thông báo hội nghị trên Cổng',
    'publication/publish': 'Công khai trên Cổng',
    'publication/take-back': 'Rút khỏi Cổng',
  },
  en: {
    'dialogue/publish': 'Announced at the portal',
    'publication/publish': 'Published at the portal',
    'publication/take-back': 'Taken back from the portal',
  },
})
