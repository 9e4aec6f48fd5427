import type { SampleSpeech } from '../sample-conference.ts'

/** Who spoke on 29/10/2025, in the order registered. */
export const speeches2025: SampleSpeech[] = [
  {
    speaker: 'Cao Văn Nghị',
    village: 'TDP Tùng Dinh',
    content: 'Niêm yết giá dịch vụ, chèo kéo khách',
    from: '08:45',
    to: '08:51',
  },
  { speaker: 'Lê Thị Thoan', village: 'Thôn Phù Long', content: 'Đầm tôm bỏ hoang', from: '08:52', to: '08:57' },
  {
    speaker: 'Tô Thị Vinh',
    village: 'Thôn Đồng Bài',
    content: 'Bụi, tiếng ồn xe container',
    from: '08:58',
    to: '09:04',
  },
  {
    speaker: 'Phạm Văn Khoái',
    village: 'TDP Bến Bèo',
    content: 'Hỗ trợ chuyển đổi nghề, neo đậu tránh bão',
    minutes: 6,
    from: '09:05',
    to: '09:12',
  },
  {
    speaker: 'Lê Văn Chiến',
    village: 'Thôn Nghĩa Lộ',
    content: 'Giao đất tái định cư cho 23 hộ',
    minutes: 7,
    from: '09:13',
    to: '09:21',
  },
  {
    speaker: 'Nguyễn Thị Bưởi',
    village: 'Thôn Việt Hải',
    content: 'Cấp cứu ban đêm, sóng điện thoại',
    from: '09:22',
    to: '09:28',
  },
  { speaker: 'Phạm Văn Cảnh', village: 'Thôn Xuân Đám', content: 'Điện yếu', state: 'absent' },
  {
    speaker: 'Vũ Đình Thảo',
    village: 'TDP Bến Bèo',
    content: 'Nhà chờ bến Bèo',
    onSite: true,
    from: '09:40',
    to: '09:44',
  },
  {
    speaker: 'Đỗ Văn Chữ',
    village: 'Thôn Liên Minh',
    content: 'Sinh hoạt chi bộ ghép thôn',
    onSite: true,
    from: '09:45',
    to: '09:50',
  },
  {
    speaker: 'Phạm Thị Gấm',
    village: 'Thôn Hải Sơn',
    content: 'Đèn đường xuyên đảo',
    onSite: true,
    from: '09:51',
    to: '09:55',
  },
  {
    speaker: 'Lê Bá Ước',
    village: 'Thôn Văn Phong',
    content: 'Đổi giấy tờ sau khi lập đặc khu',
    onSite: true,
    from: '09:56',
    to: '10:01',
  },
]

export const minutes2025 = {
  secretaryName: 'Trịnh Đức Anh',
  proceedings: `Khai mạc 8 giờ 05. Văn phòng Đảng ủy giới thiệu đại biểu, chương trình, nội quy; cử thư ký.
Bí thư Đảng ủy thông báo mục đích, yêu cầu. Chủ tịch UBND đặc khu báo cáo khái quát kinh tế - xã hội.
Các cơ quan trình bày báo cáo trả lời các kiến nghị đã thu thập trước hội nghị.
10 lượt ý kiến phát biểu (01 người đăng ký vắng mặt), trong đó 04 nội dung mới phát sinh tại hội nghị.
Người chủ trì và lãnh đạo các cơ quan trả lời, giải trình từng ý kiến; các nội dung chưa trả lời được giao cơ quan kiểm tra, trả lời bằng văn bản.`,
  conclusion:
    'Bí thư Đảng ủy kết luận: giao trách nhiệm cho các cơ quan nghiên cứu, đề xuất phương án, thời hạn giải quyết từng kiến nghị; ban hành Thông báo kết luận trong thời hạn 10 ngày làm việc; công khai kết quả đến từng thôn, tổ dân phố. Bế mạc 11 giờ 20.',
}
