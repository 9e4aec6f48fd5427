import { defineWords } from './words.ts'

/** Heads of the tables in which everything of a conference is taken along. */
export const hallTableWords = defineWords({
  vi: {
    yes: 'có',
    speechStates: {
      waiting: 'chưa phát biểu',
      speaking: 'đang phát biểu',
      paused: 'tạm dừng',
      spoken: 'đã phát biểu',
      skipped: 'bỏ qua',
      withdrawn: 'đã rút',
    },
    dispositions: {
      answeredAtConference: 'Trả lời xong',
      verifyAndReplyLater: 'Kiểm tra, trả lời sau',
      noteAndReportUp: 'Ghi nhận, báo cáo cấp trên',
    },
    tables: {
      agenda: {
        title: 'Chương trình',
        columns: {
          n: 'STT',
          label: 'Nội dung',
          who: 'Người thực hiện',
          planned: 'Dự kiến',
          from: 'Bắt đầu',
          to: 'Kết thúc',
        },
      },
      speeches: {
        title: 'Lượt phát biểu',
        columns: {
          ...{ n: 'Số', name: 'Họ tên', village: 'Thôn, đơn vị', how: 'Cách đăng ký', content: 'Nội dung đăng ký' },
          ...{
            state: 'Tình trạng',
            from: 'Từ',
            to: 'Đến',
            time: 'Thời gian nói',
            off: 'Ngoài chủ đề',
            reason: 'Lý do bỏ qua',
          },
          petitions: 'Kiến nghị',
        },
      },
      petitions: {
        title: 'Kiến nghị và trả lời',
        columns: {
          ...{
            code: 'Mã',
            who: 'Người kiến nghị',
            content: 'Nội dung',
            agency: 'Cơ quan',
            answer: 'Trả lời, ý kiến tại hội nghị',
          },
          ...{ by: 'Người trả lời', group: 'Kết quả', due: 'Hẹn đến ngày', promise: 'Lời hẹn' },
        },
      },
      questions: {
        title: 'Câu hỏi bằng văn bản',
        columns: {
          ...{ at: 'Giờ', source: 'Gửi bằng', name: 'Họ tên', village: 'Thôn', text: 'Câu hỏi', state: 'Tình trạng' },
          ...{ answer: 'Trả lời', supports: 'Số người cùng hỏi', petition: 'Thành kiến nghị' },
        },
      },
      invitees: {
        title: 'Giấy mời',
        columns: { name: 'Họ tên, đơn vị', title: 'Chức vụ', n: 'Số người', at: 'Vào lúc' },
      },
      arrivals: {
        title: 'Người đến dự',
        columns: { at: 'Giờ', kind: 'Thành phần', n: 'Số người', women: 'Trong đó nữ', village: 'Thôn, đơn vị' },
      },
      openItems: {
        title: 'Việc hội nghị trước còn lại',
        columns: {
          ...{ from: 'Hội nghị ngày', codes: 'Mã kiến nghị', content: 'Nội dung', agency: 'Cơ quan', due: 'Thời hạn' },
          ...{ by: 'Người báo cáo', said: 'Báo cáo tại hội nghị này', next: 'Hẹn tiếp đến ngày' },
        },
      },
      conclusion: {
        title: 'Kết luận',
        columns: { n: 'STT', content: 'Nội dung', conclusion: 'Kết luận', agency: 'Cơ quan chủ trì', due: 'Thời hạn' },
      },
      events: {
        title: 'Diễn biến điều hành',
        columns: { n: 'STT', at: 'Giờ', act: 'Việc', who: 'Về ai', by: 'Người thực hiện', reason: 'Lý do' },
      },
    },
    readme:
      'Toàn bộ hội nghị: bang-tong-hop.xlsx mở bằng Excel (chương trình, lượt phát biểu, kiến nghị, câu hỏi, người dự, việc còn lại, kết luận, diễn biến); bien-ban.txt là lời biên bản hiện có; hoi-nghi.json dành cho máy đọc, có thêm các bản biên bản đã lưu và phiếu đánh giá. Trường hợp không đối thoại chỉ có số lượng.',
  },
  en: {
    yes: 'yes',
    speechStates: {
      waiting: 'not heard yet',
      speaking: 'speaking',
      paused: 'paused',
      spoken: 'heard',
      skipped: 'passed over',
      withdrawn: 'withdrawn',
    },
    dispositions: {
      answeredAtConference: 'Answered',
      verifyAndReplyLater: 'Examined, answered later',
      noteAndReportUp: 'Noted, reported up',
    },
    tables: {
      agenda: {
        title: 'Agenda',
        columns: { n: 'No.', label: 'Step', who: 'By whom', planned: 'Planned', from: 'Began', to: 'Ended' },
      },
      speeches: {
        title: 'Speeches',
        columns: {
          ...{ n: 'No.', name: 'Name', village: 'Village', how: 'How registered', content: 'Registered content' },
          ...{
            state: 'State',
            from: 'From',
            to: 'To',
            time: 'Time spoken',
            off: 'Off topic',
            reason: 'Why passed over',
          },
          petitions: 'Petitions',
        },
      },
      petitions: {
        title: 'Petitions and answers',
        columns: {
          ...{
            code: 'Code',
            who: 'Petitioner',
            content: 'Content',
            agency: 'Agency',
            answer: 'Answered or said there',
          },
          ...{ by: 'By whom', group: 'Result', due: 'Promised for', promise: 'Promise' },
        },
      },
      questions: {
        title: 'Questions in writing',
        columns: {
          ...{ at: 'Time', source: 'Sent by', name: 'Name', village: 'Village', text: 'Question', state: 'State' },
          ...{ answer: 'Answer', supports: 'How many ask it too', petition: 'Received as' },
        },
      },
      invitees: { title: 'Invitations', columns: { name: 'Name', title: 'Post', n: 'Persons', at: 'Came at' } },
      arrivals: {
        title: 'Who came',
        columns: { at: 'Time', kind: 'As', n: 'Persons', women: 'Women among them', village: 'Village' },
      },
      openItems: {
        title: 'Left open before',
        columns: {
          ...{ from: 'Conference of', codes: 'Petitions', content: 'Content', agency: 'Agency', due: 'Due' },
          ...{ by: 'Reported by', said: 'Reported here', next: 'Promised for' },
        },
      },
      conclusion: {
        title: 'Conclusion',
        columns: { n: 'No.', content: 'Content', conclusion: 'Conclusion', agency: 'Lead agency', due: 'Due' },
      },
      events: {
        title: 'What was done at the desks',
        columns: { n: 'No.', at: 'Time', act: 'Act', who: 'About', by: 'By', reason: 'Reason' },
      },
    },
    readme:
      'Everything of the conference: bang-tong-hop.xlsx for spreadsheets, bien-ban.txt the words of the minutes, hoi-nghi.json for machines, with the revisions of the minutes and the ballots. Who was not heard is only counted.',
  },
})
