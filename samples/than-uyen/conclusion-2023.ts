import type { SampleRoundConclusion } from '../sample-round.ts'
import { districtPartySigner } from './than-uyen-house.ts'

const later = 'verifyAndReplyLater' as const

/** The conclusion of the chairs, issued as part of the work assigned by the internal review. */
export const khoenOnConclusion: SampleRoundConclusion = {
  draftedOn: '2023-09-20',
  assessment:
    'Nhân dân tham gia đông đủ, phát biểu thẳng thắn, tập trung vào đất đai, giao thông, nước sinh hoạt, điện; 05 ý kiến phát biểu bằng tiếng Thái, tiếng Mông có phiên dịch.',
  implementation:
    'Các cơ quan được giao trả lời bằng văn bản cho xã, bản và người kiến nghị trong 15 ngày làm việc, việc phức tạp không quá 30 ngày làm việc kể từ sau ngày tổ chức, đồng thời báo cáo người chủ trì.',
  items: [
    {
      content: 'Cấp giấy chứng nhận đất ruộng, nương bản On',
      conclusion: 'Rà soát 118 hồ sơ, cấp giấy trong năm.',
      group: later,
      lead: 'tnmt',
      due: '2023-12-31',
      done: { on: '2023-12-20', result: 'Đã trao 96 giấy.' },
      covers: ['cap-giay-dat-nuong'],
    },
    {
      content: 'Đường lên bản Chế Hạng',
      conclusion: 'Khảo sát, bố trí vốn; trước mắt rải đá đoạn lầy.',
      group: later,
      lead: 'kinhteht',
      due: '2023-11-30',
      done: { on: '2023-11-29', result: 'Đã rải đá 1,2 km.' },
      covers: ['duong-che-hang'],
    },
    {
      content: 'Nước sinh hoạt bản Mùi',
      conclusion: 'Sửa đầu mối tạm trước ngày 30/9.',
      group: later,
      lead: 'nongnghiep',
      due: '2023-12-31',
      done: { on: '2023-12-26', result: '64/64 hộ có nước.' },
      covers: ['nuoc-sinh-hoat-ban-mui'],
    },
    {
      content: 'Bồi thường đất bán ngập lòng hồ',
      conclusion: 'Kiểm tra thực địa cùng chủ đầu tư.',
      group: later,
      lead: 'tnmt',
      open: true,
      covers: ['boi-thuong-thuy-dien'],
    },
    {
      content: 'Hộ nghèo phát sinh bản Chế Hạng',
      conclusion: 'Xác minh tại bản, trả lời.',
      group: later,
      lead: 'ldtbxh',
      due: '2023-10-05',
      done: { on: '2023-10-02', result: 'Đã bổ sung danh sách.' },
      covers: ['ho-ngheo-che-hang'],
    },
    {
      content: 'Phủ sóng di động bản Noong Quang',
      conclusion: 'Trình Ủy ban nhân dân tỉnh.',
      group: 'noteAndReportUp',
      lead: 'kinhteht',
      covers: ['song-dien-thoai-noong-quang'],
    },
  ],
  issuedOn: '2023-09-21',
  signer: districtPartySigner,
  sends: [{ on: '2023-09-22', channel: 'documentAxis' }],
  receipts: [{ on: '2023-09-22' }],
}
