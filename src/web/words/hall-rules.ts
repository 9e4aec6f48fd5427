import type { RuleWords } from './rule-sentence.ts'

/** Sentences of the rules of the hall; most tell what somebody else did meanwhile. */
export const hallRules: RuleWords = {
  vi: {
    'hall/no-such-speech': 'Lượt đăng ký này không còn trong danh sách phát biểu.',
    'hall/no-such-step': 'Bước này không còn trong chương trình.',
    'hall/already-spoken': 'Lượt của {name} đã được ghi là đã phát biểu.',
    'hall/another-speaks': 'Lúc này {name} đang phát biểu.',
    'hall/moved-on': 'Bàn khác đã chuyển lượt. Đang phát biểu: {name}.',
    'hall/not-speaking': '{name} không ở lượt phát biểu.',
    'hall/not-paused': 'Lượt của {name} không tạm dừng.',
    'hall/not-waiting': '{name} không còn trong hàng chờ phát biểu.',
    'hall/not-skipped': '{name} không bị bỏ qua.',
    'hall/ended': 'Hội nghị đã bế mạc. Mở lại hội nghị trước khi làm tiếp.',
    'hall/not-opened': 'Hội nghị chưa khai mạc.',
    'hall/nothing-to-undo': 'Không còn việc nào để hoàn tác.',
    'hall/not-the-last':
      'Sau việc này đã có việc khác (người làm: {name}) nên chưa hoàn tác gì. Xin xem lại, rồi hoàn tác việc mới nhất.',
    'hall/name-not-found':
      'Không có ai tên này ở cửa, trong câu hỏi, danh sách phát biểu hay danh sách mời của hội nghị.',
    'hall/question-received': 'Câu hỏi này đã được ghi thành kiến nghị.',
    'hall/already-arrived': 'Giấy mời của {name} đã được ghi nhận vào cửa.',
    'hall/questions-closed': 'Hội nghị không nhận câu hỏi lúc này.',
    'hall/too-many-questions':
      'Máy này đã gửi nhiều câu hỏi trong {minutes} phút. Xin chờ một lát, hoặc đăng ký phát biểu với thư ký.',
    'hall/questions-full': 'Đang có rất nhiều câu hỏi chờ đọc. Xin gửi lại sau ít phút.',
    'hall/question-not-shown': 'Câu hỏi này không còn hiện ra để ủng hộ.',
    'hall/note-without-agency': 'Chỉ người của một cơ quan mới gửi được ý kiến lên bàn chủ trì.',
    'hall/still-running': 'Hội nghị chưa bế mạc.',
    'survey/code-used': 'Mã này đã được dùng để gửi một phiếu.',
    'survey/ballot-empty': 'Xin đánh giá ít nhất một nội dung.',
  },
  en: {
    'hall/no-such-speech': 'This registration is no longer on the list.',
    'hall/no-such-step': 'This step is no longer on the agenda.',
    'hall/already-spoken': 'The speech of {name} is recorded as held.',
    'hall/another-speaks': '{name} is speaking at the moment.',
    'hall/moved-on': 'Another desk has gone on. Speaking now: {name}.',
    'hall/not-speaking': 'It is not the turn of {name}.',
    'hall/not-paused': 'The speech of {name} is not paused.',
    'hall/not-waiting': '{name} no longer waits to speak.',
    'hall/not-skipped': '{name} was not passed over.',
    'hall/ended': 'The conference is closed. Open it again to go on.',
    'hall/not-opened': 'The conference is not open yet.',
    'hall/nothing-to-undo': 'There is nothing left to undo.',
    'hall/not-the-last':
      'Something else was done after this (by {name}), so nothing was undone. Please look again, then undo the newest act.',
    'hall/name-not-found':
      'Nobody of this name stands at the door, among the questions, speakers or invitees of this conference.',
    'hall/question-received': 'This question has been received as a petition.',
    'hall/already-arrived': 'The invitation of {name} has been used at the door.',
    'hall/questions-closed': 'No questions are taken at the moment.',
    'hall/too-many-questions': 'Many questions came from here within {minutes} minutes. Please wait a little.',
    'hall/questions-full': 'Very many questions wait to be read. Please send it again in a few minutes.',
    'hall/question-not-shown': 'This question is no longer shown.',
    'hall/note-without-agency': 'Only somebody of an agency can hand up a note.',
    'hall/still-running': 'The conference has not been closed.',
    'survey/code-used': 'A ballot was cast with this code.',
    'survey/ballot-empty': 'Please rate at least one of these.',
  },
}
