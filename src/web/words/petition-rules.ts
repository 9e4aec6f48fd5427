import type { RuleWords } from './rule-sentence.ts'

/** Sentences of broken rules about petitions. */
export const petitionRules: RuleWords = {
  vi: {
    'petition/paper-chosen-and-typed':
      'Đã chọn một văn bản có sẵn thì không ghi thêm văn bản mới. Bỏ chọn hoặc xóa các mục bên dưới.',
    'petition/dossier-closed': 'Hồ sơ của hội nghị này đã đóng, nội dung đã lưu không thay đổi nữa.',
    'petition/dialogue-cancelled': 'Hội nghị này đã hủy, không tiếp nhận thêm kiến nghị.',
    'petition/already-merged': 'Kiến nghị này đã được gộp vào kiến nghị khác.',
    'petition/already-withdrawn': 'Kiến nghị này đã được người kiến nghị rút.',
    'petition/already-answered': 'Kiến nghị này đã được trả lời.',
    'petition/already-transferred': 'Kiến nghị này đã chuyển cơ quan có thẩm quyền.',
    'petition/already-escalated': 'Kiến nghị này đã báo cáo cấp trên.',
    'petition/already-acknowledged': 'Đã ghi việc báo tiếp nhận kiến nghị này.',
    'petition/already-extended': 'Thời hạn trả lời kiến nghị này đã được gia hạn một lần.',
    'petition/own-procedure': 'Khiếu nại, tố cáo được giải quyết theo trình tự riêng, không trả lời tại đây.',
    'petition/no-own-procedure':
      'Chỉ khiếu nại, tố cáo mới bàn giao theo trình tự riêng. Hãy phân loại lại nếu đúng là khiếu nại, tố cáo.',
    'petition/no-lead-agency': 'Chưa giao cơ quan chủ trì, nên chưa soạn trả lời được.',
    'petition/accused-handles':
      '{agency} là cơ quan bị phản ánh, tố cáo trong kiến nghị này nên không được giao xử lý.',
    'petition/accused-leads':
      'Cơ quan này đang chủ trì kiến nghị {code}. Hãy giao cho cơ quan khác trước, hoặc nếu {code} không nói về họ thì đánh dấu là không liên quan.',
    'petition/merge-accused': 'Kiến nghị phản ánh, tố cáo những bên khác nhau không gộp với nhau.',
    'petition/agency-ended': '{agency} đã kết thúc hoạt động. Hãy giao cho cơ quan kế thừa.',
    'petition/drafter-approves':
      'Người đã soạn hoặc sửa nội dung này không tự duyệt. Cần người khác có thẩm quyền duyệt, hoặc ghi nhận duyệt trên giấy.',
    'petition/not-supporting': 'Cơ quan này không được giao phối hợp.',
    'petition/answer-missing': 'Chưa có nội dung trả lời, nên kiến nghị {code} chưa thể là đã trả lời.',
    'petition/no-conference-day': 'Hội nghị chưa có ngày tổ chức, nên chưa ghi được trả lời tại hội nghị.',
    'petition/not-at-conference':
      'Kiến nghị này nêu sau hội nghị hoặc không thuộc hội nghị nào, nên không ghi trả lời tại hội nghị.',
    'petition/no-extension': 'Quy định áp dụng cho hội nghị này không cho gia hạn văn bản trả lời.',
    'petition/merge-into-itself': 'Không gộp một kiến nghị vào chính nó.',
    'petition/merge-confidential':
      'Kiến nghị kín chỉ gộp với kiến nghị kín của chính người đó: trả lời chung thì người này biết tên người kia. Hãy trả lời riêng từng người.',
    'petition/merge-into-closed':
      'Kiến nghị {code} đã giải quyết xong hoặc đã chuyển đi, không gộp vào được. Hãy ghi là nêu lại.',
    'petition/repeat-not-earlier': 'Kiến nghị {code} không có trước kiến nghị này.',
    'petition/not-now': 'Việc này chưa làm được ở bước hiện tại.',
    'petitioner/erased': 'Dữ liệu cá nhân của người này đã xóa.',
    'submission/own-receipt':
      'Người gửi qua Cổng đã tự nhận biên nhận; cơ quan không cấp lại để không ai khác mở được kiến nghị của họ.',
    'petitioner/has-open-petitions':
      'Kiến nghị {code} còn đang giải quyết. Cần trả lời hoặc người kiến nghị rút trước khi xóa dữ liệu.',
  },
  en: {
    'petition/paper-chosen-and-typed':
      'A paper was chosen already, so no other one is recorded. Choose none, or clear the fields below.',
    'petition/dossier-closed': 'The dossier of this dialogue is closed; what is filed no longer changes.',
    'petition/dialogue-cancelled': 'This dialogue was cancelled and takes no more petitions.',
    'petition/already-merged': 'This petition was merged into another one.',
    'petition/already-withdrawn': 'This petition was withdrawn by its petitioner.',
    'petition/already-answered': 'This petition is already answered.',
    'petition/already-transferred': 'This petition was transferred to the competent agency.',
    'petition/already-escalated': 'This petition was escalated to the superior.',
    'petition/already-acknowledged': 'It is recorded already that the petitioner was told.',
    'petition/already-extended': 'The time for this reply was already extended once.',
    'petition/own-procedure': 'Complaints and denunciations have their own procedure and are not answered here.',
    'petition/no-own-procedure': 'Only complaints and denunciations are handed over. Classify it anew if it is one.',
    'petition/no-lead-agency': 'No lead agency yet, so no answer can be drafted.',
    'petition/accused-handles': '{agency} is accused in this petition and may not handle it.',
    'petition/accused-leads':
      'This agency leads petition {code}. Assign it to another one first, or tick {code} if it is not about them.',
    'petition/merge-accused': 'Petitions that accuse different parties are not merged.',
    'petition/agency-ended': '{agency} no longer exists. Assign it to its successor.',
    'petition/drafter-approves':
      'Who drafted or changed it does not approve it. Somebody else who may approves it, or approval on paper is recorded.',
    'petition/not-supporting': 'This agency was not asked to support.',
    'petition/answer-missing': 'There is no answer, so petition {code} cannot be answered.',
    'petition/no-conference-day': 'The conference has no day yet, so no answer at it can be recorded.',
    'petition/not-at-conference':
      'It was raised after the conference or belongs to none, so no answer at a conference can be recorded.',
    'petition/no-extension': 'The regulation of this dialogue knows no extension of the written reply.',
    'petition/merge-into-itself': 'A petition is not merged into itself.',
    'petition/merge-confidential':
      'A confidential petition is merged only with another of the same person: one letter would name each to the other.',
    'petition/merge-into-closed': 'Petition {code} is dealt with or gone; link it as a repeat instead.',
    'petition/repeat-not-earlier': 'Petition {code} is not earlier than this one.',
    'petition/not-now': 'This cannot be done at the present step.',
    'petitioner/erased': 'The personal data of this person were erased.',
    'submission/own-receipt':
      'Whoever sends through the Portal receives the receipt there; the office issues none in its place.',
    'petitioner/has-open-petitions':
      'Petition {code} is still open. It has to be answered or withdrawn before erasing.',
  },
}
