import type { DialogueAtWork } from '../sample-dialogue.ts'
import { scheduleOpinionList, scheduleSheet } from '../sample-lists.ts'
import type { SamplePlayer } from '../sample-player.ts'
import type { WorkingDay } from './petitions-this-year.ts'

/** What villages and organisations send up for the coming dialogue: one taken in, one at the office, one with the Front. */
export function scheduleCatHaiLists(player: SamplePlayer, coming: DialogueAtWork, day: WorkingDay): void {
  scheduleOpinionList(player, coming, {
    ...{ on: day(-8), by: 'haiSon', village: 'haiSon', sentOn: day(-7), title: 'Ý kiến Nhân dân thôn Hải Sơn, đợt 1' },
    opinions: [
      {
        ...{ name: 'Hoàng Thị Duyên', phone: '0936 220 417', area: 'water' },
        says: 'Bể nước tập thể đầu thôn nứt, mùa khô không đủ nước. Đề nghị sửa trước Tết.',
      },
      { name: 'Đinh Văn Thảo', area: 'water', says: 'Bể nước chung của thôn bị nứt, rò rỉ, xin sửa sớm.' },
      {
        name: 'Lưu Thị Tho',
        area: 'transport',
        says: 'Đường ra bến nhỏ, xe rác không vào được, đề nghị mở rộng 200 m.',
      },
    ],
    forwarded: { on: day(-6), same: [[1, 0]] },
    receivedOn: day(-5),
  })
  scheduleOpinionList(player, coming, {
    ...{ on: day(-3), by: 'haiSon', village: 'haiSon', sentOn: day(-2), title: 'Ý kiến Nhân dân thôn Hải Sơn, đợt 2' },
    opinions: [
      {
        name: 'Vũ Văn Sinh',
        phone: '0972 640 335',
        says: 'Sóng điện thoại cuối thôn rất yếu, gọi cấp cứu không được.',
      },
      { name: 'Hoàng Thị Mơ', says: 'Nhà văn hóa thôn dột hai gian, họp dân phải che bạt.' },
    ],
    forwarded: { on: day(-1) },
  })
  scheduleOpinionList(player, coming, {
    ...{ on: day(-2), by: 'phunu', sentOn: day(-1), title: 'Ý kiến hội viên phụ nữ trước hội nghị định kỳ' },
    opinions: [
      { name: 'Bùi Thị Ngần', says: 'Chị em bán hàng rong ở bến tàu mong có chỗ ngồi cố định, thu phí rõ ràng.' },
      { name: 'Phạm Thị Lành', says: 'Đề nghị mở thêm nhóm trẻ buổi chiều ở trường mầm non Cát Hải cho mẹ đi làm ca.' },
      { name: 'Đỗ Thị Huệ', says: 'Bán hàng rong bến tàu bị đuổi, xin bố trí nơi bán.' },
    ],
  })
  scheduleSheet(player, coming, {
    ...{ on: day(-2), fileName: 'Tong hop y kien TDP Tung Dinh.xlsx', channel: 'village', forwardedBy: 'tungDinh' },
    rows: [
      ['TỔ DÂN PHỐ TÙNG DINH', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ', '', '', ''],
      ['TT', 'Họ và tên', 'ĐT', 'Nội dung kiến nghị'],
      ['1', 'Nguyễn Văn Đông', '0912440871', 'Cột điện đầu ngõ 12 nghiêng, mưa bão rất lo.'],
      ['2', 'Trần Thị Nhài', '', 'Loa truyền thanh cụm 3 rè, nghe không rõ thông báo.'],
      [
        '3',
        'Lê Văn Hợp',
        '0989117204',
        'Vỉa hè đường Núi Ngọc bị lấn chiếm để xe, người già phải đi xuống lòng đường.',
      ],
    ],
  })
  scheduleSheet(player, coming, {
    ...{ on: day(-1), fileName: 'y kien hoi vien nong dan.csv', channel: 'fatherlandFront', forwardedBy: 'nongdan' },
    leftToLookAt: true,
    rows: [
      ['STT', 'Người kiến nghị', 'Nội dung', 'Ngày'],
      ['1', 'Đào Văn Tính', 'Giá thức ăn cá tăng, đề nghị hỗ trợ lãi suất vay.', '12/13/2026'],
      ['2', 'Vũ Thị Thu', '1. Bến cá trơn trượt 2. Thiếu nước đá cây', ''],
      ['3', 'Phạm Văn Hạ', '', ''],
    ],
  })
}
