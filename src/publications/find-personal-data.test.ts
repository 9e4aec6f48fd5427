import { describe, expect, it } from 'vitest'
import { findPersonalData } from './find-personal-data.ts'
import { hideFinds, hideWords } from './hide-finds.ts'

const finds = (text: string, names: string[] = []) =>
  findPersonalData(text.normalize('NFC'), names).map(({ kind, words }) => `${kind}: ${words}`)

const asPhone = (words: string) => `phone: ${words}`

/** Sentence as people write it → what has to be shown to the publisher. */
const PERSONAL: readonly [text: string, ...found: string[]][] = [
  ['Liên hệ 0912345678 để biết thêm.', 'phone: 0912345678'],
  ['ĐT 0912 345 678, gọi buổi tối', 'phone: 0912 345 678'],
  ['gọi 0912.345.678 hoặc 0912-345-678', 'phone: 0912.345.678', 'phone: 0912-345-678'],
  ['số +84 912 345 678', 'phone: +84 912 345 678'],
  ['máy bàn 0225 3888 888', 'phone: 0225 3888 888'],
  ['điện thoại (0225) 3.888.888', 'phone: 0225) 3.888.888'],
  ['CCCD 031185001234 của tôi', 'idNumber: 031185001234'],
  ['số 031 185 001 234', 'idNumber: 031 185 001 234'],
  ['chứng minh nhân dân số 030987654 cấp năm 2005', 'idNumber: 030987654'],
  ['hộ chiếu B1234567 hết hạn', 'idNumber: B1234567'],
  ['mã số BHXH: 3120123456', 'idNumber: 3120123456'],
  ['gửi về lan.nguyen_77@gmail.com nhé', 'email: lan.nguyen_77@gmail.com'],
  ['tài khoản 19031234567018 Techcombank', 'account: 19031234567018'],
  ['xe biển số 15A-123.45 chạy nhanh', 'plate: 15A-123.45'],
  ['xe máy 15B1 234.56', 'plate: 15B1 234.56'],
  ['xe 16LD-1234 và 29-H1 567.89', 'plate: 16LD-1234', 'plate: 29-H1 567.89'],
  ['tàu cá HP-90123-TS bị va', 'plate: HP-90123-TS'],
  ['nhà tôi ở số nhà 12 đường Núi Ngọc', 'address: số nhà 12 đường Núi Ngọc'],
  ['tại ngõ 31 Hoàng Yến ngập', 'address: ngõ 31 Hoàng Yến'],
  ['số 15 đường 1 tháng 4', 'address: số 15 đường 1'],
  ['thửa đất số 102, tờ bản đồ số 8', 'land: thửa đất số 102, tờ bản đồ số 8'],
  ['giấy chứng nhận số BX 123456', 'land: giấy chứng nhận số BX 123456'],
  ['cháu Nguyễn Minh Khôi phải nghỉ học', 'child: cháu Nguyễn Minh Khôi'],
  ['con tôi mới 7 tuổi phải qua phà', 'child: con tôi mới 7 tuổi'],
  ['học lớp 5A trường xã', 'child: học lớp 5A'],
  ['bé gái 4 tuổi bị ngã', 'child: bé gái 4 tuổi'],
  ['hộ bà Phạm Thị Hồng ở cuối thôn', 'name: Phạm Thị Hồng'],
  ['Ông Nguyễn Văn Bình, thôn 2', 'name: Nguyễn Văn Bình'],
  ['anh Tuấn ở đầu bến', 'name: Tuấn'],
  ['ông N.V.A. đã lấn đất', 'name: N.V.A'],
  ["chị H'Hen Niê", "name: H'Hen Niê"],
  // telephone numbers as people write them when a machine must not see them
  ['gọi tôi số không chín một hai ba bốn năm sáu bảy tám', 'phone: không chín một hai ba bốn năm sáu bảy tám'],
  ['khong chin mot hai ba bon nam sau bay tam', 'phone: khong chin mot hai ba bon nam sau bay tam'],
  ['máy O912 345 678, sđt 09l2345678', 'phone: O912 345 678', 'phone: 09l2345678'],
  ['gọi 0912345678/0987654321', 'phone: 0912345678', 'phone: 0987654321'],
  ['0912345678-0987654321', 'phone: 0912345678', 'phone: 0987654321'],
  [
    '0912–345–678, 0912_345_678, 0912 . 345 . 678',
    ...['0912–345–678', '0912_345_678', '0912 . 345 . 678'].map(asPhone),
  ],
  ['０９１２３４５６７８ hoặc 0084912345678', 'phone: ０９１２３４５６７８', 'phone: 0084912345678'],
  ['zalo 912345678; số cũ 01234567890', 'phone: 912345678', 'phone: 01234567890'],
  ['căn cước 031-185-001-234', 'idNumber: 031-185-001-234'],
  ['lan.nguyen @ gmail . com, lan(at)gmail.com', 'email: lan.nguyen @ gmail . com', 'email: lan(at)gmail.com'],
  ['thư: lan a còng gmail chấm com', 'email: lan a còng gmail chấm com'],
  ['xem facebook.com/lan.nguyen.77 nhé', 'profile: facebook.com/lan.nguyen.77'],
  ['Vietcombank 0011001234567, số thẻ 9704 1234 5678 9012', 'account: 0011001234567', 'account: 9704 1234 5678 9012'],
  ['xe máy 15b1 23456, biển số 15a-123.45', 'plate: 15b1 23456', 'plate: 15a-123.45'],
  ['tàu QN-1234 và tàu cá hp90123ts', 'plate: QN-1234', 'plate: hp90123ts'],
  ['Số 12 Núi Ngọc; nhà tôi ở 15/4 Lê Lợi', 'address: Số 12 Núi Ngọc', 'address: 15/4 Lê Lợi'],
  ['Địa chỉ: thôn Hải Sơn, gần bến', 'address: thôn Hải Sơn, gần bến'],
  ['thửa đất của tôi số 102; GCN BX 123456', 'land: thửa đất của tôi số 102', 'land: GCN BX 123456'],
  ['CHÁU NGUYỄN MINH KHÔI', 'child: CHÁU NGUYỄN MINH KHÔI'],
  ['con tôi (Vũ Gia Bảo, 6t)', 'child: con tôi (Vũ Gia Bảo, 6t'],
  ['học sinh Lò Thị Mai bỏ học', 'child: học sinh Lò Thị Mai'],
  ['Tôi tên Trần Thị Lý. Chồng tôi là Phạm Tiến', 'name: Trần Thị Lý', 'name: Phạm Tiến'],
  ['Đề nghị xem lại việc Hoàng Văn Thái lấn đất', 'name: Hoàng Văn Thái'],
  ['ông nguyễn văn bình, BÀ ĐỖ THỊ SỬU', 'name: nguyễn văn bình', 'name: ĐỖ THỊ SỬU'],
  ['Ông Chủ tịch Nguyễn Văn Kiên, ông Quốc Tuấn, bà Nhân', 'name: Nguyễn Văn Kiên', 'name: Quốc Tuấn', 'name: Nhân'],
]

/** Sentences of the same trade in which nothing is personal. */
const HARMLESS: readonly string[] = [
  'Quyết định số 1234/QĐ-UBND ngày 29/10/2025 của Chủ tịch UBND đặc khu.',
  'Kinh phí 1.250.000.000 đồng, đã giải ngân 850.000.000 đồng.',
  'Công văn 0123/UBND-KT ngày 03/11/2025.',
  'Ông Chủ tịch và bà Phó Chủ tịch đã trả lời; ông Trưởng phòng Kinh tế giải trình.',
  'Bà con thôn 3 mong có điện; bà con ngư dân kiến nghị.',
  'Đường tỉnh 356 đoạn qua tổ dân phố số 5 dài 1.200 m.',
  'Trẻ em dưới 6 tuổi được cấp thẻ bảo hiểm y tế miễn phí.',
  'Theo Điều 43 Luật 72/2025/QH15 và Nghị định 59/2019/NĐ-CP.',
  'Từ 7 giờ 30 đến 11 giờ 30, ngày 29 tháng 10 năm 2025.',
  'Bác Hồ dạy: dân biết, dân bàn.',
  'Tàu cao tốc chuyến 08 giờ 15, giá vé 120.000 đồng.',
  'Năm 2024 có 1.518 hộ, năm 2025 có 1.602 hộ.',
  'Anh em công nhân và chị em phụ nữ đề nghị tăng lương.',
  'Dự án đường ven biển dài 12 km, rộng 15 m, vốn 230 tỷ.',
  'Gia đình chính sách được hỗ trợ 50 triệu đồng.',
  'Cô giáo ở điểm trường phải dạy hai lớp ghép.',
  'Giao đất tái định cư cho 23 hộ Nghĩa Lộ; cần giáo viên Tiếng Anh Cát Bà.',
  'Sửa đường Nguyễn Văn Linh, cổng trường THCS Lê Hồng Phong và cầu Hoàng Văn Thụ.',
  'Học sinh Cát Bà, học sinh Trường THCS phải đi xa; tư tưởng Hồ Chí Minh.',
  'Giá thuê cao, thị trường chậm; hai, ba năm nay chưa sửa, một hai người đã ngã.',
  'Nghị quyết số 18 Trung ương; Tổ dân phố số 5 Núi Ngọc; hộ Nghèo; ông Công an viên; bà Chủ nhiệm.',
  'Kinh phí 912345678 đồng; gọi 1900 1234; xe 16 chỗ năm 2024; rộng 20m 2024.',
]

describe('what may be personal in a text', () => {
  it.each(PERSONAL)('%s', (text, ...found) => {
    expect(finds(text)).toEqual(found)
  })

  it.each(HARMLESS)('nothing in: %s', (text) => {
    expect(finds(text)).toEqual([])
  })

  it('finds the petitioner’s own name without any form of address, whole words only', () => {
    expect(finds('Tôi là Vũ Thị Mận, tên VŨ THỊ MẬN', ['Vũ Thị Mận'])).toEqual(['name: Vũ Thị Mận', 'name: VŨ THỊ MẬN'])
    expect(finds('Lan tràn, Lan', ['Lan'])).toEqual(['name: Lan', 'name: Lan'])
    expect(finds('Lantana', ['Lan'])).toEqual([])
    expect(finds('don cua Vu Thi Man, lần sau', ['Vũ Thị Mận', 'Lan'])).toEqual(['name: Vu Thi Man'])
  })

  it('says exactly where each stands, and no two overlap', () => {
    const text = 'Bà Vũ Thị Mận (0912345678, man@thu.vn), ngõ 31 Hoàng Yến, cháu Vũ An 7 tuổi, xe 15B1-234.56'
    const all = findPersonalData(text, ['Vũ Thị Mận'])
    for (const find of all) expect(text.slice(find.start, find.end)).toBe(find.words)
    expect(all.map((find) => find.kind)).toEqual(['name', 'phone', 'email', 'address', 'child', 'plate'])
    for (const [n, find] of all.entries()) if (n > 0) expect(find.start).toBeGreaterThanOrEqual(all[n - 1]!.end)
  })

  it('is quick on a long text and stops at nothing odd', () => {
    const long = 'ông A 0 '.repeat(20_000)
    const start = performance.now()
    findPersonalData(long)
    findPersonalData('0'.repeat(50_000))
    findPersonalData('a@'.repeat(25_000))
    expect(performance.now() - start).toBeLessThan(3000)
    expect(findPersonalData('')).toEqual([])
  })
})

describe('the public copy of a text', () => {
  const text = 'Bà Vũ Thị Mận, 0912345678, hỏi về bến phà.'
  const all = findPersonalData(text)

  it('says in place of each hidden find what was there', () => {
    expect(hideFinds(text, all, () => false)).toBe('Bà [đã che tên], [đã che số điện thoại], hỏi về bến phà.')
    expect(hideFinds(text, all, (find) => find.kind === 'name')).toBe(
      'Bà Vũ Thị Mận, [đã che số điện thoại], hỏi về bến phà.',
    )
    expect(hideFinds(text, [], () => false)).toBe(text)
  })

  it('hides further words wherever they stand', () => {
    expect(hideWords('Quán Cây Đa, quán cây đa (2)', ['Quán Cây Đa', ' ', '('])).toBe('[đã che], [đã che] (2)')
  })
})
