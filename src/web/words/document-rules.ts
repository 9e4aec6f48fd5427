import type { RuleWords } from './rule-sentence.ts'

/** Sentences of broken rules about papers, files, number books and dossiers. */
export const documentRules: RuleWords = {
  vi: {
    'paper/content-stands':
      'Nội dung đã duyệt thì không thêm tệp nội dung nữa; sửa bằng cách rút duyệt hoặc soạn bản thay thế.',
    'paper/only-draft-is-edited': 'Chỉ sửa được khi còn là dự thảo. Văn bản đã duyệt thì rút duyệt trước.',
    'paper/only-draft-is-approved': 'Văn bản này không còn là dự thảo.',
    'paper/changed-since-opened':
      'Dự thảo đã được sửa sau khi trang này mở ra. Hãy đọc lại bản dưới đây rồi bấm Duyệt lần nữa.',
    'paper/drafter-approves':
      'Người đã soạn hoặc sửa dự thảo không tự duyệt. Cần người khác duyệt; đã ký trên giấy thì ghi nhận duyệt trên giấy.',
    'paper/not-approved': 'Văn bản chưa được duyệt.',
    'paper/already-issued': 'Văn bản đã được ban hành.',
    'paper/not-issued': 'Văn bản chưa ban hành.',
    'paper/void': 'Văn bản đã hủy.',
    'paper/only-issued-is-replaced': 'Chỉ thay thế được văn bản đang có hiệu lực.',
    'paper/no-number-book': 'Cơ quan ban hành chưa có sổ văn bản cho loại này vào ngày này. Hãy nhờ văn thư mở sổ.',
    'paper/already-sent': 'Đã ghi nhận gửi tới {name} trước đó.',
    'paper/not-sent-yet': 'Chưa ghi nhận gửi tới {name}, nên chưa ghi được ngày nhận.',
    'paper/recipient-stays': 'Nơi nhận của văn bản đã ban hành không bỏ được.',
    'paper/kept-by-conclusion': 'Thông báo kết luận được soạn, duyệt và ban hành ở trang Kết luận của cuộc đối thoại.',
    'paper-template/not-readable': 'Mẫu này không đọc được; hãy mở lại trang sửa.',
    'paper-template/unknown-place': 'Mẫu có chỗ không có dữ liệu để điền.',
    'paper-template/not-own': 'Đang dùng mẫu của phần mềm rồi.',
    'paper-template/changed-meanwhile':
      'Mẫu vừa được người khác sửa. Những gì đã gõ vẫn còn dưới đây; hãy mở mẫu ở cửa sổ khác để xem bản mới.',
    'paper-template/unknown-places': 'Tệp có những chỗ không có dữ liệu để điền: {names}.',
    'paper-template/form-field': 'Tệp có trường tự lấy nội dung từ nơi khác ({said}). Hãy thay bằng chữ thường.',
    'paper-template/form-outside': 'Tệp lấy hình hoặc mẫu từ bên ngoài ({said}). Hãy chèn hẳn vào tệp.',
    'paper-template/form-embedded': 'Tệp có đối tượng nhúng ({said}). Hãy bỏ đối tượng đó, chỉ để chữ, bảng và hình.',
    'paper-template/form-brace':
      'Có ngoặc nhọn không thành chỗ điền: “{said}”. Viết như {{so}}, mỗi chỗ trong một đoạn.',
    'paper-template/no-word-form': 'Chưa có tệp Word riêng nào đang dùng.',
    'paper/text-too-long':
      'Có dòng quá dài (trích yếu, nơi nhận, căn cứ: tối đa 2.000 chữ). Những gì đã gõ vẫn còn dưới đây.',
    'paper/text-locked':
      'Dự thảo này đã khóa vì dữ liệu nó được soạn từ đó nay bị hạn chế tiếp cận hoặc đã xóa. Hãy chọn “Soạn lại từ dữ liệu” (đã duyệt thì rút duyệt trước), rồi làm tiếp.',
    'paper/word-behind-data':
      'Dữ liệu đã thay đổi sau khi tải bản Word lên, nên bản Word có thể nói khác. Hãy sửa bản Word cho khớp rồi tải lên lại, hoặc bỏ bản Word, rồi duyệt.',
    'paper/word-locked':
      'Bản Word này đã khóa vì có nội dung nay bị hạn chế tiếp cận hoặc dữ liệu cá nhân đã xóa. Đã duyệt thì rút duyệt, rồi bỏ bản Word và làm tiếp.',
    'paper/no-wording': 'Loại văn bản này chưa có mẫu để soạn từ dữ liệu.',
    'paper/not-a-word-file': 'Cần tệp Word (.docx).',
    'paper/kept-by-plan': 'Kế hoạch được duyệt và ban hành ở trang của kế hoạch.',
    'number-book/overlaps': 'Sổ “{name}” đã dùng cho cùng loại văn bản trong thời gian này.',
    'number-book/number-taken': 'Số {number} đã có trong sổ. Xin báo người quản trị.',
    'number-book/not-ours': 'Sổ này do hệ thống văn bản của đơn vị cấp số; khoảng trống là bình thường.',
    'attachment/already-withdrawn': 'Tệp này đã được rút.',
    'attachment/already-erased': 'Nội dung tệp này đã được xóa.',
    'dossier/closed': 'Hồ sơ đã đóng.',
    'dossier/mandatory-entry': 'Mục “{entry}” là bắt buộc, không thể ghi “không có”.',
    'dossier/recorded-in-program':
      'Việc thuộc mục “{entry}” đã được ghi trong phần mềm, nên không ghi “không có” được.',
    'dossier/dialogue-not-concluded': 'Cuộc đối thoại chưa kết luận xong nên chưa đóng được hồ sơ.',
    'dossier/entries-missing': 'Còn thiếu thành phần bắt buộc: {entries}.',
    'dossier/petitions-open':
      'Còn {petitions} kiến nghị chưa trả lời, chuyển, báo cáo cấp trên, bàn giao, gộp hoặc rút.',
  },
  en: {
    'paper/content-stands': 'What is approved takes no further content; withdraw the approval or draft a new version.',
    'paper/only-draft-is-edited': 'Only a draft can be edited. Withdraw the approval first.',
    'paper/only-draft-is-approved': 'This paper is no draft any more.',
    'paper/changed-since-opened':
      'The draft was changed after this page was opened. Read it again below, then approve.',
    'paper/drafter-approves':
      'Who drafted or changed a draft does not approve it. If it was signed on paper, record the approval on paper.',
    'paper/not-approved': 'The paper is not approved.',
    'paper/already-issued': 'The paper is issued already.',
    'paper/not-issued': 'The paper is not issued.',
    'paper/void': 'The paper is void.',
    'paper/only-issued-is-replaced': 'Only a paper in force can be replaced.',
    'paper/no-number-book':
      'The issuer has no number book for this kind on this day. Ask the records clerk to open one.',
    'paper/already-sent': 'Sending to {name} was recorded before.',
    'paper/not-sent-yet': 'Sending to {name} is not recorded, so receipt cannot be.',
    'paper/recipient-stays': 'A recipient of an issued paper cannot be removed.',
    'paper/kept-by-conclusion': 'A conclusion notice is drafted, approved and issued on the page of the conclusion.',
    'paper-template/not-readable': 'This wording cannot be read; open the page again.',
    'paper-template/unknown-place': 'The wording names something there are no data for.',
    'paper-template/not-own': 'The program’s wording is in use already.',
    'paper-template/changed-meanwhile':
      'Somebody else has just changed the wording. What was typed still stands below; open it in another window to see the new one.',
    'paper-template/unknown-places': 'The file has places there are no data for: {names}.',
    'paper-template/form-field':
      'The file has a field that fetches from elsewhere ({said}). Please write words instead.',
    'paper-template/form-outside':
      'The file takes a picture or template from outside ({said}). Please put it into the file.',
    'paper-template/form-embedded':
      'The file has an embedded object ({said}). Only words, tables and pictures are taken.',
    'paper-template/form-brace':
      'Braces that make no place: “{said}”. Write it like {{so}}, each place in one paragraph.',
    'paper-template/no-word-form': 'There is no own Word file in use.',
    'paper/text-too-long':
      'A line is too long (subject, recipients, bases: 2,000 characters at most). What was typed still stands below.',
    'paper/text-locked':
      'This draft is locked: what it was drawn from is restricted or erased now. Draw it again from the data (withdraw the approval first), then go on.',
    'paper/word-behind-data':
      'The data changed after the Word file was uploaded. Bring the file in step and upload it again, or drop it, then approve.',
    'paper/word-locked':
      'This Word file is locked: what it holds was restricted or erased. Withdraw an approval, drop the Word file, and go on.',
    'paper/no-wording': 'There is no wording to draw this kind of paper from data.',
    'paper/not-a-word-file': 'A Word file (.docx) is needed.',
    'paper/kept-by-plan': 'A plan is approved and issued on its own page.',
    'number-book/overlaps': 'The book “{name}” numbers the same kind in this time.',
    'number-book/number-taken': 'Number {number} is in the book already. Please tell the administrator.',
    'number-book/not-ours': 'This book is numbered by the own document system; gaps are normal.',
    'attachment/already-withdrawn': 'This file is withdrawn already.',
    'attachment/already-erased': 'The content of this file is erased already.',
    'dossier/closed': 'The dossier is closed.',
    'dossier/mandatory-entry': '“{entry}” is mandatory and cannot be stated to have nothing.',
    'dossier/recorded-in-program': 'Something under “{entry}” is recorded in the program, so “none” cannot be stated.',
    'dossier/dialogue-not-concluded': 'The dialogue is not concluded, so the dossier cannot be closed.',
    'dossier/entries-missing': 'Mandatory entries are missing: {entries}.',
    'dossier/petitions-open':
      '{petitions} petitions are not answered, transferred, escalated, handed over, merged or withdrawn.',
  },
}
