import { defineWords } from './words.ts'

/** Words of the frame around all office pages. */
export const officeWords = defineWords({
  vi: {
    places: {
      today: 'Việc hôm nay',
      plans: 'Kế hoạch',
      dialogues: 'Hội nghị',
      petitions: 'Kiến nghị',
      reports: 'Báo cáo',
      deadlines: 'Thời hạn',
      supervision: 'Giám sát',
      publications: 'Công khai',
      dossiers: 'Hồ sơ',
      administration: 'Quản trị',
    },
    todayOnPhone: 'Hôm nay',
    ownAccount: 'Tài khoản của tôi',
    switchRole: 'Đổi vai trò',
    expired: 'Phiên làm việc đã hết hoặc biểu mẫu đã cũ',
    expiredHelp:
      'Chưa có gì được lưu. Nội dung ông/bà vừa viết còn nguyên dưới đây: hãy đăng nhập lại ở thẻ khác, mở lại biểu mẫu rồi chép vào.',
    typedField: 'Mục đã điền',
    typed: 'Nội dung vừa viết',
    signInAgain: 'Đăng nhập lại',
    sendAgain: 'Gửi lại',
    notStored:
      'Nội dung ông/bà vừa gửi chưa được lưu, nhưng còn nguyên dưới đây. Đợi ít phút rồi bấm “Gửi lại”; gửi nhiều lần cũng chỉ lưu một lần.',
    diskFull: 'Máy chủ đã hết chỗ lưu trữ. Người quản trị cần giải phóng dung lượng.',
  },
  en: {
    places: {
      today: 'Today',
      plans: 'Plans',
      dialogues: 'Dialogues',
      petitions: 'Petitions',
      reports: 'Reports',
      deadlines: 'Deadlines',
      supervision: 'Supervision',
      publications: 'Publishing',
      dossiers: 'Dossiers',
      administration: 'Administration',
    },
    todayOnPhone: 'Today',
    ownAccount: 'My account',
    switchRole: 'Change role',
    expired: 'The session has ended or the form is old',
    expiredHelp:
      'Nothing was saved. What you wrote stands below: sign in again in another tab, open the form and copy it there.',
    typedField: 'Field',
    typed: 'What you wrote',
    signInAgain: 'Sign in again',
    sendAgain: 'Send again',
    notStored:
      'What you sent was not stored, but stands below. Wait a few minutes, then press “Send again”; sent several times, it is stored once.',
    diskFull: 'The server has no space left. The administrator has to make room.',
  },
})
