import type { RuleWords } from './rule-sentence.ts'

/** Sentences of broken rules about sheets, lists and forms that come in. */
export const listRules: RuleWords = {
  vi: {
    'list/no-agency': 'Tài khoản này không thuộc cơ quan nào nên chưa lập danh sách được.',
    'list/already-sent': 'Danh sách đã gửi lên, không sửa được nữa.',
    'list/empty': 'Danh sách chưa có ý kiến nào để gửi.',
    'list/not-at-front': 'Danh sách này không còn ở Mặt trận Tổ quốc.',
    'list/not-at-office': 'Danh sách này không ở Văn phòng, hoặc đã tiếp nhận rồi.',
    'list/merge-into-merged': 'Ý kiến đó đã được gộp vào ý kiến khác. Hãy chọn ý kiến đứng riêng.',
    'list/merge-target-first': 'Có ý kiến được gộp vào danh sách “{title}”. Hãy tiếp nhận danh sách đó trước.',
    'list/already-taken': 'Bảng này đã được ghi hoặc đã bỏ, không sửa được nữa.',
    'list/not-checked': 'Hãy xác nhận các cột của bảng trước.',
    'list/not-queued': 'Bảng này không còn chờ ghi.',
    'list/not-taken': 'Bảng này chưa được ghi, hoặc đã hoàn tác.',
    'list/rows-refused': 'Còn dòng chưa nhận được. Sửa các dòng đó, hoặc chọn để chúng lại.',
    'list/nothing-to-take': 'Không có dòng nào để ghi.',
    'list/take-refused':
      'Lúc ghi, có dữ liệu không còn hợp lệ (danh mục của quy chế, cơ quan hoặc hội nghị vừa thay đổi). Xem lại các cột và các dòng.',
    'list/take-failed': 'Có lỗi khi ghi, không dòng nào được ghi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.',
    'list/already-worked-on':
      'Không hoàn tác được nữa: đã có người làm việc với {count} kiến nghị của bảng, đầu tiên là {code}. Rút từng kiến nghị nếu cần.',
    'list/worked-on-meanwhile': 'Vừa có người làm việc với một kiến nghị của bảng, nên không hoàn tác được nữa.',
  },
  en: {
    'list/no-agency': 'This account belongs to no agency, so it cannot begin a list.',
    'list/already-sent': 'The list was sent up and cannot be changed any more.',
    'list/empty': 'There is no opinion in the list to send.',
    'list/not-at-front': 'This list does not lie with the Front any more.',
    'list/not-at-office': 'This list does not lie with the office, or was received already.',
    'list/merge-into-merged': 'That opinion is joined to another one. Choose one that stands for itself.',
    'list/merge-target-first': 'An opinion is joined to the list “{title}”. Receive that list first.',
    'list/already-taken': 'This sheet was recorded or dropped and cannot be changed any more.',
    'list/not-checked': 'Confirm the columns of the sheet first.',
    'list/not-queued': 'This sheet does not wait to be recorded any more.',
    'list/not-taken': 'This sheet was not recorded, or it was undone.',
    'list/rows-refused': 'Some rows are not accepted yet. Correct them, or choose to leave them.',
    'list/nothing-to-take': 'There is no row to record.',
    'list/take-refused':
      'When it was recorded some data were not valid any more (lists of the regulation, an agency or the dialogue changed). Look at columns and rows again.',
    'list/take-failed': 'Recording failed, nothing was recorded. Try again; if it fails again, tell the administrator.',
    'list/already-worked-on':
      'It cannot be undone any more: somebody worked on {count} petitions of the sheet, {code} first. Withdraw petitions one by one if needed.',
    'list/worked-on-meanwhile': 'Somebody has just worked on a petition of the sheet; it cannot be undone any more.',
  },
}
