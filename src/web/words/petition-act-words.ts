import { answerActWords } from './answer-act-words.ts'
import { defineWords } from './words.ts'

/** Verbs of the acts on a petition: what the button says, what the form explains, what is said when done. */
export const petitionActWords = defineWords({
  vi: {
    ...answerActWords.vi,
    edit: {
      verb: 'Sửa câu chữ',
      help: 'Sửa cách ghi một nội dung; toàn văn ý kiến giữ nguyên như khi nhận.',
      done: 'Đã sửa nội dung kiến nghị.',
    },
    classify: {
      verb: 'Phân loại',
      help: 'Lĩnh vực, mức độ cấp thiết và nhóm trả lời.',
      done: 'Đã phân loại kiến nghị.',
    },
    split: {
      verb: 'Tách thêm nội dung',
      help: 'Mỗi nội dung còn sót thành một kiến nghị riêng, cùng người kiến nghị.',
      done: 'Đã tách thêm kiến nghị.',
    },
    acknowledge: {
      verb: 'Ghi đã thông báo tiếp nhận, thụ lý',
      help: 'Người kiến nghị đã được báo việc tiếp nhận để giải quyết; chưa phải là trả lời.',
      done: 'Đã ghi việc thông báo tiếp nhận.',
    },
    assign: {
      verb: 'Giao chuẩn bị trả lời',
      help: 'Một cơ quan chủ trì, các cơ quan khác phối hợp.',
      done: 'Đã giao kiến nghị.',
    },
    decide: {
      verb: 'Quyết định thẩm quyền',
      help: 'Thuộc thẩm quyền thì chỉ đạo giải quyết; vượt thẩm quyền thì báo cáo cấp trên.',
      done: 'Đã ghi quyết định.',
    },
    decideOnPaper: {
      verb: 'Ghi quyết định trên giấy',
      help: 'Người chủ trì đã quyết định trên giấy.',
      done: 'Đã ghi quyết định trên giấy.',
    },
    proposeSettlement: {
      verb: 'Đề xuất hướng giải quyết, thời hạn',
      help: 'Cơ quan được giao nêu cách giải quyết và ngày xong; người chủ trì xác nhận.',
      done: 'Đã ghi đề xuất.',
    },
    promise: {
      verb: 'Ghi lời hẹn',
      help: 'Ngày hẹn chạy song song với thời hạn theo quy định.',
      done: 'Đã ghi lời hẹn.',
    },
    transfer: {
      verb: 'Chuyển cơ quan có thẩm quyền',
      help: 'Báo cho người kiến nghị và gửi Ủy ban Mặt trận Tổ quốc Việt Nam (MTTQ) để giám sát.',
      done: 'Đã chuyển cơ quan có thẩm quyền.',
    },
    followTransfer: {
      verb: 'Cập nhật việc chuyển',
      help: 'Ngày báo người kiến nghị, ngày gửi MTTQ, kết quả của cơ quan nhận.',
      done: 'Đã cập nhật.',
    },
    escalate: {
      verb: 'Báo cáo cấp trên',
      help: 'Nội dung vượt thẩm quyền, kiến nghị cấp trên xem xét.',
      done: 'Đã báo cáo cấp trên.',
    },
    followEscalation: {
      verb: 'Ghi trả lời của cấp trên',
      help: 'Tính là đã trả lời khi người kiến nghị đã được báo.',
      done: 'Đã ghi trả lời của cấp trên.',
    },
    handOver: {
      verb: 'Bàn giao khiếu nại, tố cáo',
      help: 'Chuyển sang trình tự riêng theo luật, báo cho người dân; không tính là kiến nghị đã hay chưa trả lời.',
      done: 'Đã bàn giao theo trình tự riêng.',
    },
    merge: {
      verb: 'Gộp vào kiến nghị khác',
      help: 'Mọi người kiến nghị vẫn được nhận trả lời.',
      done: 'Đã gộp kiến nghị.',
    },
    withdraw: {
      verb: 'Người kiến nghị rút',
      help: 'Kiến nghị vẫn được lưu cùng lý do.',
      done: 'Đã ghi nhận rút kiến nghị.',
    },
    markComplex: {
      verb: 'Xác định vụ việc phức tạp',
      help: 'Thời hạn dài hơn theo quy định, có lý do.',
      done: 'Đã xác định là vụ việc phức tạp.',
    },
    markComplexOnPaper: {
      verb: 'Ghi vụ việc phức tạp trên giấy',
      help: 'Người chủ trì đã đồng ý trên giấy.',
      done: 'Đã ghi vụ việc phức tạp.',
    },
    extend: { verb: 'Gia hạn trả lời', help: 'Chỉ theo lý do quy định cho phép.', done: 'Đã gia hạn trả lời.' },
    extendOnPaper: {
      verb: 'Ghi gia hạn trên giấy',
      help: 'Người chủ trì đã đồng ý trên giấy.',
      done: 'Đã ghi gia hạn.',
    },
    settle: {
      verb: 'Báo cáo kết quả giải quyết',
      help: 'Việc đã làm xong là một việc riêng, khác với đã trả lời.',
      done: 'Đã ghi kết quả giải quyết.',
    },
    askPetitioner: {
      verb: 'Ghi ý kiến người kiến nghị',
      help: 'Hỏi lại xem đã giải quyết xong chưa. Nếu chưa, cơ quan chủ trì được báo.',
      done: 'Đã ghi ý kiến người kiến nghị.',
    },
    linkRepeat: {
      verb: 'Ghi là nêu lại',
      help: 'Cùng nội dung đã nêu trước đây: lần thứ mấy, có tiếp tục kiến nghị không.',
      done: 'Đã gắn với kiến nghị trước.',
    },
    restrict: {
      verb: 'Đặt chế độ kín',
      help: 'Chỉ người trong danh sách được biết; mỗi lần mở đều ghi lại.',
      done: 'Đã đổi chế độ kín.',
    },
    nameAccused: {
      verb: 'Ghi người, cơ quan bị phản ánh',
      help: 'Người và cơ quan bị phản ánh, tố cáo không xem và không xử lý kiến nghị này.',
      done: 'Đã ghi người, cơ quan bị phản ánh.',
    },
  },
  en: {
    ...answerActWords.en,
    edit: {
      verb: 'Correct the wording',
      help: 'The whole submission stays as received.',
      done: 'The wording was corrected.',
    },
    classify: { verb: 'Classify', help: 'Field, urgency and group.', done: 'Classified.' },
    split: {
      verb: 'Split off more contents',
      help: 'Each overlooked content becomes a petition of its own.',
      done: 'More petitions were split off.',
    },
    acknowledge: {
      verb: 'Record the acknowledgement',
      help: 'The petitioner was told that it is taken up; this is no answer yet.',
      done: 'Recorded.',
    },
    assign: { verb: 'Assign to prepare the answer', help: 'One agency leads, others support.', done: 'Assigned.' },
    decide: {
      verb: 'Decide on competence',
      help: 'Within: direct it; beyond: report up.',
      done: 'The decision was recorded.',
    },
    decideOnPaper: {
      verb: 'Record a decision on paper',
      help: 'The chair decided on paper.',
      done: 'The decision was recorded.',
    },
    proposeSettlement: {
      verb: 'Propose settlement and limit',
      help: 'The assigned agency says how and until when; the chair confirms.',
      done: 'The proposal was recorded.',
    },
    promise: {
      verb: 'Record a promise',
      help: 'The promised day runs beside the legal one.',
      done: 'The promise was recorded.',
    },
    transfer: {
      verb: 'Transfer to the competent agency',
      help: 'Tell the petitioner and copy the Front.',
      done: 'Transferred.',
    },
    followTransfer: {
      verb: 'Update the transfer',
      help: 'Petitioner told, Front copied, answer received.',
      done: 'Updated.',
    },
    escalate: { verb: 'Report to the superior', help: 'Beyond competence.', done: 'Escalated.' },
    followEscalation: {
      verb: 'Record the superior’s answer',
      help: 'Answered once the petitioner was told.',
      done: 'Recorded.',
    },
    handOver: {
      verb: 'Hand over complaint, denunciation',
      help: 'To its own legal procedure; not counted as a petition.',
      done: 'Handed over.',
    },
    merge: { verb: 'Merge into another petition', help: 'Every petitioner still gets an answer.', done: 'Merged.' },
    withdraw: { verb: 'Withdrawn by the petitioner', help: 'It stays recorded with the reason.', done: 'Withdrawn.' },
    markComplex: {
      verb: 'Mark as complex',
      help: 'The longer term of the regulation, with a reason.',
      done: 'Marked as complex.',
    },
    markComplexOnPaper: {
      verb: 'Record as complex (on paper)',
      help: 'The chair agreed on paper.',
      done: 'Recorded as complex.',
    },
    extend: { verb: 'Extend the reply', help: 'Only for the reasons of the regulation.', done: 'Extended.' },
    extendOnPaper: {
      verb: 'Record an extension (on paper)',
      help: 'The chair agreed on paper.',
      done: 'The extension was recorded.',
    },
    settle: {
      verb: 'Report the settlement',
      help: 'Settled is a fact of its own, apart from answered.',
      done: 'The settlement was recorded.',
    },
    askPetitioner: {
      verb: 'Record what the petitioner says',
      help: 'Whether it is solved. If not, the agency is told.',
      done: 'Recorded.',
    },
    linkRepeat: { verb: 'Link as a repeat', help: 'The same matter as before.', done: 'Linked.' },
    restrict: {
      verb: 'Set confidentiality',
      help: 'Only for the need-to-know list; every opening is recorded.',
      done: 'Changed.',
    },
    nameAccused: { verb: 'Name the accused', help: 'Who is accused neither sees nor handles it.', done: 'Recorded.' },
  },
})

/** By which way a letter went out. */
export const channelWords = defineWords({
  vi: {
    documentAxis: 'trục liên thông văn bản',
    post: 'bưu điện',
    byHand: 'giao tận tay, có ký nhận',
    villageHead: 'qua trưởng thôn, có ký nhận',
    email: 'thư điện tử',
    inProgram: 'trong phần mềm',
    other: 'cách khác',
  },
  en: {
    documentAxis: 'document exchange',
    post: 'post',
    byHand: 'by hand, signed for',
    villageHead: 'through the village head, signed for',
    email: 'e-mail',
    inProgram: 'in the program',
    other: 'another way',
  },
})
