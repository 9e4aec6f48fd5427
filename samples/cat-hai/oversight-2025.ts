import type { SampleOversight } from '../sample-oversight.ts'

/** What the Front, the board and the city did about the dialogue of 2025. */
export const oversight2025: SampleOversight[] = [
  {
    on: '2025-11-18',
    who: 'front',
    kind: 'visit',
    to: 'yte',
    petition: 'cap-cuu-ban-dem',
    participants: 'Ban Thường trực Ủy ban MTTQ, Trưởng thôn Việt Hải, đại diện Trung tâm Y tế',
    content:
      'Giám sát tại thôn Việt Hải: đã khảo sát bến đỗ xuồng cấp cứu, chưa có biển số điện thoại trực. Đề nghị niêm yết trước ngày 01/12.',
  },
  {
    on: '2025-11-20',
    who: 'front',
    kind: 'note',
    to: 'bqlda',
    petition: 'giao-dat-tai-dinh-cu',
    content: 'Nhân dân Nghĩa Lộ rất quan tâm ngày giao đất. Đề nghị thông báo lịch giao đất cho từng hộ trước 05 ngày.',
  },
  {
    on: '2025-11-24',
    who: 'board',
    kind: 'urge',
    to: 'kinhte',
    content: 'Đến ngày 24/11 Phòng Kinh tế còn 08 kiến nghị chưa trả lời bằng văn bản; hạn chậm nhất ngày 01/12/2025.',
  },
  {
    on: '2025-11-24',
    who: 'board',
    kind: 'urge',
    to: 'hcc',
    content: 'Đề nghị trả lời kiến nghị về hồ sơ tách thửa quá hạn trước ngày 01/12/2025.',
  },
  {
    on: '2025-12-02',
    who: 'board',
    kind: 'urge',
    to: 'kinhte',
    content:
      'Còn 03 kiến nghị quá hạn trả lời (vay vốn lồng HDPE, ruộng muối Đồng Bài, cụm làng nghề nước mắm). Đề nghị trả lời ngay.',
  },
  {
    on: '2025-12-03',
    who: 'front',
    kind: 'ask',
    to: 'kinhte',
    due: '2025-12-10',
    content: 'Đề nghị giải trình lý do chậm trả lời 03 kiến nghị sau Hội nghị đối thoại ngày 29/10/2025.',
    answer: {
      on: '2025-12-09',
      who: 'kinhte',
      says: 'Chậm do phải xác minh nguồn gốc đất và chờ ý kiến của Sở Xây dựng, Ngân hàng Chính sách xã hội; Phòng đã rút kinh nghiệm, phân công lại người theo dõi.',
    },
  },
  {
    on: '2025-12-17',
    who: 'front',
    kind: 'visit',
    to: 'bqlda',
    petition: 'giao-dat-tai-dinh-cu',
    participants: 'Ban Thường trực Ủy ban MTTQ, Ban Công tác Mặt trận thôn Nghĩa Lộ',
    content: '23/23 hộ đã nhận đất thực địa; điện, thoát nước hoạt động. Nhân dân phấn khởi.',
  },
]
