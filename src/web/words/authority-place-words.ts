import type { RuleWords } from './rule-sentence.ts'
import { defineWords } from './words.ts'

/** Words of an authority's place among the others: its superior, its end, who goes on for it. */
export const authorityPlaceWords = defineWords({
  vi: {
    title: 'Cấp trên, thời gian hoạt động',
    facts: 'Hiện nay',
    superior: 'Đơn vị cấp trên',
    noSuperior: 'Không có đơn vị cấp trên trên hệ thống',
    life: 'Thời gian hoạt động',
    successor: 'Đơn vị kế thừa',
    basis: 'Căn cứ',
    basisHelp: 'Số, ngày của nghị quyết hoặc quyết định sắp xếp đơn vị.',
    move: 'Đổi đơn vị cấp trên',
    moveHelp:
      'Ghi khi việc đổi đã có hiệu lực. Từ lúc ghi, người theo dõi của cấp trên mới xem được đơn vị này, cấp trên cũ thì không; số liệu theo dõi của đơn vị đi theo sang cấp trên mới. Báo cáo đã nộp vẫn ở bảng tổng hợp của nơi đã nhận.',
    newSuperior: 'Đơn vị cấp trên mới',
    moveFrom: 'Thuộc cấp trên mới từ ngày',
    notInFuture: 'Hôm nay hoặc một ngày đã qua.',
    moved: 'Đã đổi đơn vị cấp trên.',
    end: 'Kết thúc hoạt động',
    correctEnd: 'Sửa việc kết thúc',
    endHelp:
      'Dùng khi đơn vị được sáp nhập hoặc giải thể. Hồ sơ vẫn ở đây và việc dở dang vẫn xử lý được; Cổng không nhận kiến nghị mới nữa, báo cáo đến hạn sau ngày này không còn phải nộp.',
    lastDay: 'Ngày hoạt động cuối cùng',
    emptyGoesOn: 'Để trống nếu đơn vị vẫn hoạt động (ghi nhầm); Cổng mở lại riêng trong mục tiếp nhận.',
    successorHelp: 'Đơn vị nhận địa bàn, người dân được chỉ đến đó; phải hoạt động từ ngày hôm sau.',
    noSuccessor: 'Không có',
    ended: 'Đã ghi việc kết thúc hoạt động.',
    goesOn: 'Đã ghi: đơn vị vẫn hoạt động.',
    predecessors: 'Kế thừa các đơn vị',
    below: 'Đơn vị bên dưới',
    history: 'Đã thay đổi',
  },
  en: {
    title: 'Superior and time at work',
    facts: 'Now',
    superior: 'Superior authority',
    noSuperior: 'None on this installation',
    life: 'At work',
    successor: 'Successor',
    basis: 'Basis',
    basisHelp: 'Number and day of the resolution or decision.',
    move: 'Change the superior',
    moveHelp:
      'To be entered once it is in force. From then on the new superior follows this authority and the old one does not; its figures go along. Reports handed in stay in the table of whoever received them.',
    newSuperior: 'New superior authority',
    moveFrom: 'Under the new one since',
    notInFuture: 'Today or a day that is over.',
    moved: 'The superior was changed.',
    end: 'End the authority',
    correctEnd: 'Correct the end',
    endHelp:
      'When it was merged or dissolved. Its records stay here and open work can be finished; the Portal takes in nothing new, and reports due after this day are not owed.',
    lastDay: 'Last day at work',
    emptyGoesOn: 'Empty if it goes on after all; the Portal takes in again only when you open it under Intake.',
    successorHelp: 'Who takes over the area; people are sent there. It must be at work the day after.',
    noSuccessor: 'None',
    ended: 'The end was recorded.',
    goesOn: 'Recorded: it goes on.',
    predecessors: 'Goes on for',
    below: 'Authorities below',
    history: 'What changed',
  },
})

/** Sentences of the rules of an authority's place. */
export const authorityPlaceRules: RuleWords = {
  vi: {
    'authority/ended': 'Đơn vị đã kết thúc hoạt động ngày {day}.',
    'authority/same-superior': 'Đơn vị này đang thuộc cấp trên đó.',
    'authority/superior-not-there': '{name} không hoạt động vào ngày {day}.',
    'authority/circle': '{name} đang ở dưới đơn vị này nên không thể là cấp trên của nó.',
    'authority/has-below': '{name} còn ở dưới đơn vị này. Hãy đổi cấp trên hoặc kết thúc đơn vị đó trước.',
    'authority/successor-not-there': '{name} không thể kế thừa: không hoạt động vào ngày {day}.',
  },
  en: {
    'authority/ended': 'The authority ended on {day}.',
    'authority/same-superior': 'It is under this superior already.',
    'authority/superior-not-there': '{name} is not at work on {day}.',
    'authority/circle': '{name} is under this authority and cannot be its superior.',
    'authority/has-below': '{name} is still under this authority. Move or end it first.',
    'authority/successor-not-there': '{name} cannot go on for it: it is not at work on {day}.',
  },
}
