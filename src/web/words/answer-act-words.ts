import { defineWords } from './words.ts'

/** Acts on the answer to a petition: prepared, given at the conference, sent in writing. */
export const answerActWords = defineWords({
  vi: {
    draftAnswer: {
      verb: 'Soạn trả lời',
      help: 'Đúng trọng tâm, ngắn gọn, dễ hiểu, đúng quy định.',
      done: 'Đã lưu dự thảo trả lời.',
    },
    submitAnswer: {
      verb: 'Trình duyệt trả lời',
      help: 'Người đứng đầu cơ quan duyệt; người soạn không tự duyệt.',
      done: 'Đã trình dự thảo trả lời.',
    },
    approveAnswer: {
      verb: 'Duyệt trả lời',
      help: 'Nội dung đã duyệt được dùng tại hội nghị.',
      done: 'Đã duyệt nội dung trả lời.',
    },
    approveAnswerOnPaper: {
      verb: 'Ghi nhận duyệt trên giấy',
      help: 'Ghi ai ký, ngày nào và tải trang có chữ ký.',
      done: 'Đã ghi nhận duyệt trên giấy.',
    },
    returnAnswer: { verb: 'Trả lại dự thảo', help: 'Nêu rõ điều cần sửa.', done: 'Đã trả lại dự thảo.' },
    sendBackAnswer: {
      verb: 'Yêu cầu cơ quan làm lại',
      help: 'Khi tổng hợp chung thấy nội dung chưa đạt.',
      done: 'Đã yêu cầu làm lại.',
    },
    contribute: {
      verb: 'Góp ý phối hợp',
      help: 'Phần trả lời thuộc cơ quan phối hợp.',
      done: 'Đã lưu góp ý phối hợp.',
    },
    resolveBefore: {
      verb: 'Đã giải quyết trước hội nghị',
      help: 'Tại hội nghị sẽ thông báo là đã giải quyết.',
      done: 'Đã ghi nhận giải quyết trước hội nghị.',
    },
    answerAtConference: {
      verb: 'Ghi trả lời tại hội nghị',
      help: 'Ai trả lời và nội dung trả lời.',
      done: 'Đã ghi trả lời tại hội nghị.',
    },
    defer: {
      verb: 'Để kiểm tra, trả lời sau',
      help: 'Chưa trả lời tại hội nghị, vì sao.',
      done: 'Đã chuyển sang nhóm trả lời sau.',
    },
    verify: {
      verb: 'Ghi kết quả xác minh',
      help: 'Kết quả kiểm tra, xác minh nội dung mới nêu.',
      done: 'Đã lưu kết quả xác minh.',
    },
    draftReply: {
      verb: 'Soạn văn bản trả lời',
      help: 'Gửi người kiến nghị và địa phương nơi có kiến nghị.',
      done: 'Đã lưu dự thảo văn bản trả lời.',
    },
    submitReply: {
      verb: 'Trình duyệt văn bản trả lời',
      help: 'Người soạn không tự duyệt.',
      done: 'Đã trình văn bản trả lời.',
    },
    approveReply: {
      verb: 'Duyệt văn bản trả lời',
      help: 'Sau khi duyệt thì cấp số và phát hành.',
      done: 'Đã duyệt văn bản trả lời.',
    },
    approveReplyOnPaper: {
      verb: 'Ghi văn bản đã duyệt trên giấy',
      help: 'Ghi ai ký, ngày nào và tải trang có chữ ký.',
      done: 'Đã ghi nhận duyệt trên giấy.',
    },
    returnReply: { verb: 'Trả lại văn bản trả lời', help: 'Nêu rõ điều cần sửa.', done: 'Đã trả lại dự thảo.' },
    issueReply: {
      verb: 'Phát hành văn bản trả lời',
      help: 'Số, ngày, người ký, nơi nhận.',
      done: 'Đã phát hành văn bản trả lời. Còn ghi việc gửi.',
    },
    sendReply: {
      verb: 'Ghi đã gửi trả lời',
      help: 'Xong khi đã gửi cả người kiến nghị và địa phương; tính theo lần gửi sau.',
      done: 'Đã ghi việc gửi.',
    },
  },
  en: {
    draftAnswer: {
      verb: 'Draft the answer',
      help: 'To the point, short, plain, lawful.',
      done: 'The draft was saved.',
    },
    submitAnswer: {
      verb: 'Submit the answer',
      help: 'The head of the agency approves; who drafts does not.',
      done: 'Submitted.',
    },
    approveAnswer: {
      verb: 'Approve the answer',
      help: 'What is approved is used at the conference.',
      done: 'Approved.',
    },
    approveAnswerOnPaper: {
      verb: 'Record approval on paper',
      help: 'Who signed, when, and the signed page.',
      done: 'Approval on paper was recorded.',
    },
    returnAnswer: { verb: 'Return the draft', help: 'Say what is to be mended.', done: 'Returned.' },
    sendBackAnswer: {
      verb: 'Send back to the agency',
      help: 'When consolidating shows that it falls short.',
      done: 'Sent back.',
    },
    contribute: { verb: 'Contribute', help: 'The part of a supporting agency.', done: 'The contribution was saved.' },
    resolveBefore: {
      verb: 'Settled before the conference',
      help: 'It will be told at the conference as settled.',
      done: 'Recorded as settled before.',
    },
    answerAtConference: {
      verb: 'Record the answer at the conference',
      help: 'Who answered, and the words.',
      done: 'The answer was recorded.',
    },
    defer: { verb: 'Verify and answer later', help: 'Why it was not answered at the conference.', done: 'Deferred.' },
    verify: {
      verb: 'Record the verification',
      help: 'What was found about a new opinion.',
      done: 'The verification was saved.',
    },
    draftReply: {
      verb: 'Draft the written reply',
      help: 'To the petitioner and the locality.',
      done: 'The draft was saved.',
    },
    submitReply: { verb: 'Submit the written reply', help: 'Who drafts does not approve.', done: 'Submitted.' },
    approveReply: { verb: 'Approve the written reply', help: 'Then it is numbered and issued.', done: 'Approved.' },
    approveReplyOnPaper: {
      verb: 'Record letter approved on paper',
      help: 'Who signed, when, and the signed page.',
      done: 'Recorded.',
    },
    returnReply: { verb: 'Return the written reply', help: 'Say what is to be mended.', done: 'Returned.' },
    issueReply: {
      verb: 'Issue the written reply',
      help: 'Number, date, signer, addressees.',
      done: 'Issued. The sending is still to be recorded.',
    },
    sendReply: {
      verb: 'Record the sending',
      help: 'Met when sent to petitioner and locality; the later day counts.',
      done: 'The sending was recorded.',
    },
  },
})
