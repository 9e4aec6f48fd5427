import type { WorkingDay } from '../cat-hai/petitions-this-year.ts'
import { answered, replied, type SampleContent, type SampleSubmission, villager } from '../sample-petition.ts'
import type { SmallUnit } from './small-unit.ts'

interface Said {
  key: string
  who: string
  village: 1 | 2
  area: string
  lead: 'kinhte' | 'vhxh'
  says: string
  answer: string
  /** days from the loading on which the letter was issued; null: not yet; absent: answered at the conference */
  letter?: number | null
}

/** One person with one matter each, all handed in over the same days before the dialogue. */
function submissionsOf(first: number, said: readonly Said[]) {
  return (day: WorkingDay): SampleSubmission[] =>
    said.map((one, at) => ({
      ...{ on: day(first + at), channel: at % 2 === 0 ? 'speechRegistration' : 'letter' },
      who: villager(one.who, `village${one.village}`),
      contents: [contentOf(one, day)],
    }))
}

function contentOf({ key, area, lead, says, answer, letter }: Said, day: WorkingDay): SampleContent {
  const facts = { key, area, lead, says }
  if (letter === undefined) return answered({ ...facts, by: 'Bí thư Đảng ủy', answer })
  const sent = letter === null ? null : day(letter)
  const prepared = 'Phòng sẽ kiểm tra thực tế và trả lời bằng văn bản.'
  return replied({ ...facts, prepared, letter: { issued: sent, sent, says: answer } })
}

const IN_TIME = { Q1: { day: 12 }, Q2: { day: 11 }, Q3: { day: 11 }, year: { day: 12 } } as const

/** Invented communes and wards of the city: on time, late, returned, on paper, missing, still at work. */
export const smallUnits: readonly SmallUnit[] = [
  {
    ...{ slug: 'cua-cam', name: 'Phường Cửa Cấm', short: 'Cửa Cấm', kind: 'ward', prefix: 'CC', voters: 31_420 },
    villages: ['Tổ dân phố Đầu Cầu', 'Tổ dân phố Bến Gạo'],
    people: ['Lưu Đình Trọng', 'Mạc Thị Hảo', 'Khúc Văn Nam', 'Giang Thị Tuyết', 'Ninh Văn Hòa', 'Đồng Thị Hiền'],
    chairman: 'Nguyễn Hữu Sơn',
    topic: 'Trật tự đô thị, thoát nước và vệ sinh môi trường',
    meeting: {
      ...{ held: -60, invited: 9, concluded: 6, people: 96, women: 51 },
      submissions: submissionsOf(-78, [
        {
          ...{ key: 'ngap-ngo', who: 'Khổng Thị Lài', village: 1, area: 'water', lead: 'kinhte', letter: -41 },
          says: 'Ngõ 14 ngập sau mỗi trận mưa vì cống cũ bị lấp. Đề nghị nạo vét và đặt thêm hố ga.',
          answer: 'Đã nạo vét 180 m cống, đặt thêm 03 hố ga; hoàn thành trước mùa mưa.',
        },
        {
          ...{ key: 'cho-coc', who: 'Đàm Văn Thỉnh', village: 2, area: 'environment', lead: 'kinhte', letter: -42 },
          says: 'Chợ cóc lấn hết vỉa hè trước cổng trường. Đề nghị sắp xếp chỗ bán khác.',
          answer: 'Bố trí 24 chỗ bán tại khu chợ tạm, lập lại trật tự trước cổng trường từ tháng này.',
        },
        {
          ...{ key: 'nha-van-hoa', who: 'Tiêu Thị Ngát', village: 1, area: 'culture', lead: 'vhxh' },
          says: 'Nhà văn hóa tổ dân phố xuống cấp, mái dột. Đề nghị sửa để bà con sinh hoạt.',
          answer: 'Đã bố trí kinh phí sửa mái trong quý IV.',
        },
        {
          ...{ key: 'den-duong', who: 'Vi Quang Thuận', village: 2, area: 'electricity', lead: 'kinhte' },
          says: 'Đoạn đường ven sông chưa có đèn, đi lại buổi tối không an toàn.',
          answer: 'Lắp 16 bóng đèn trong kế hoạch năm nay.',
        },
      ]),
    },
    reports: IN_TIME,
  },
  {
    ...{ slug: 'song-hoa', name: 'Xã Sông Hóa', short: 'Sông Hóa', kind: 'commune', prefix: 'SH', voters: 14_870 },
    villages: ['Thôn Kênh Trên', 'Thôn Kênh Dưới'],
    people: ['Phan Trọng Nghiêm', 'Chử Thị Duyên', 'Tống Văn Lâm', 'Cù Thị Thảo', 'Lại Văn Sáng', 'Âu Thị Minh'],
    chairman: 'Trần Đăng Khương',
    topic: 'Sản xuất nông nghiệp, đường liên thôn',
    meeting: {
      ...{ held: -42, invited: 9, concluded: 7, people: 74, women: 30 },
      submissions: submissionsOf(-60, [
        {
          ...{ key: 'kenh-tuoi', who: 'Thân Văn Chuyền', village: 1, area: 'agriculture', lead: 'kinhte', letter: -22 },
          says: 'Kênh tưới cấp hai sạt lở, cuối vụ không có nước. Đề nghị kè lại đoạn 300 m.',
          answer: 'Kè xong đoạn 300 m trước vụ chiêm xuân.',
        },
        {
          ...{ key: 'duong-ra-dong', who: 'Kiều Thị Sợi', village: 2, area: 'transport', lead: 'kinhte', letter: -14 },
          says: 'Đường ra đồng lầy lội, máy gặt không vào được. Đề nghị đổ cấp phối.',
          answer: 'Đổ cấp phối 600 m, Nhân dân đóng góp ngày công.',
        },
        {
          ...{ key: 'bom-thuoc', who: 'Hứa Văn Đoài', village: 1, area: 'environment', lead: 'kinhte', letter: null },
          says: 'Vỏ thuốc bảo vệ thực vật vứt bừa ngoài đồng. Đề nghị đặt bể chứa và thu gom định kỳ.',
          answer: 'Đặt 20 bể chứa, thu gom hằng tháng.',
        },
        {
          ...{ key: 'the-bao-hiem', who: 'Bạch Thị Vững', village: 2, area: 'socialPolicy', lead: 'vhxh' },
          says: 'Người cao tuổi chậm được cấp thẻ bảo hiểm y tế.',
          answer: 'Đã rà soát, cấp xong 41 thẻ.',
        },
      ]),
    },
    reports: { Q1: { day: 12 }, Q2: { day: 11 }, Q3: { day: 16 }, year: { day: 12 } },
  },
  {
    ...{ slug: 'cho-huong', name: 'Xã Chợ Hương', short: 'Chợ Hương', kind: 'commune', prefix: 'CHG', voters: 11_260 },
    villages: ['Thôn Đình Làng', 'Thôn Mới'],
    people: ['Nghiêm Văn Tế', 'Quản Thị Yến', 'Thiều Văn Quý', 'Mẫn Thị Lụa', 'Ông Văn Bằng', 'Lê Khắc Nhu'],
    chairman: 'Hoàng Trọng Đức',
    topic: 'Giải phóng mặt bằng, cấp giấy chứng nhận quyền sử dụng đất',
    meeting: {
      ...{ held: -34, invited: 4, concluded: 13, people: 120, women: 48 },
      submissions: submissionsOf(-52, [
        {
          ...{ key: 'cap-so', who: 'Uông Thị Hợi', village: 1, area: 'land', lead: 'kinhte', letter: null },
          says: 'Hồ sơ cấp giấy chứng nhận nộp đã tám tháng chưa có kết quả. Đề nghị trả lời rõ.',
          answer: 'Hoàn tất đo đạc, trả kết quả trong tháng sau.',
        },
        {
          ...{ key: 'den-bu', who: 'Doãn Văn Tỵ', village: 2, area: 'siteClearance', lead: 'kinhte', letter: null },
          says: 'Giá đền bù cây trồng thấp hơn xã bên. Đề nghị xem lại.',
          answer: 'Áp dụng theo bảng giá của thành phố; gửi bảng tính chi tiết cho từng hộ.',
        },
        {
          ...{ key: 'cong-truong', who: 'Trà Thị Mận', village: 1, area: 'education', lead: 'vhxh', letter: -4 },
          says: 'Cổng trường mầm non không có biển báo giảm tốc.',
          answer: 'Lắp 02 biển báo và gờ giảm tốc.',
        },
      ]),
    },
    reports: {
      ...{ Q1: { day: 12 }, Q2: { day: 11 }, Q3: { day: 11 } },
      year: {
        day: 12,
        returned: 'Bổ sung số ý kiến quá hạn và lý do; mẫu 1 chưa có thông báo kết luận ban hành muộn.',
      },
    },
  },
  {
    ...{ slug: 'ben-nghieng', name: 'Phường Bến Nghiêng', short: 'Bến Nghiêng', kind: 'ward', prefix: 'BN' },
    voters: 22_900,
    villages: ['Tổ dân phố Cầu Tàu', 'Tổ dân phố Lò Vôi'],
    people: ['Phùng Bá Kính', 'Viên Thị Hoài', 'Từ Văn Khoa', 'Đinh Thị Nụ', 'Mai Văn Độ', 'Lương Thị Ánh'],
    chairman: 'Lê Quang Thắng',
    topic: 'Chỉnh trang đô thị, giải quyết thủ tục hành chính',
    meeting: {
      ...{ held: 12, invited: 9, people: 110, women: 55 },
      submissions: submissionsOf(-5, [
        {
          ...{ key: 'via-he', who: 'Cấn Thị Thoa', village: 1, area: 'transport', lead: 'kinhte', letter: null },
          says: 'Vỉa hè lát lại nửa chừng rồi để đó ba tháng nay.',
          answer: 'Nhà thầu hoàn thành trong tháng 12.',
        },
        {
          ...{
            key: 'lay-so',
            who: 'Tạ Đức Nhân',
            village: 2,
            area: 'administrativeReform',
            lead: 'vhxh',
            letter: null,
          },
          says: 'Lấy số buổi sáng mà chiều mới đến lượt. Đề nghị mở thêm cửa.',
          answer: 'Mở thêm 02 cửa vào thứ Hai, thứ Sáu.',
        },
      ]),
    },
    reports: { Q1: { day: 12 }, Q2: { day: 11 }, Q3: { day: 11, onPaper: true }, year: { day: 12, onPaper: true } },
  },
  {
    ...{ slug: 'nui-voi', name: 'Xã Núi Voi', short: 'Núi Voi', kind: 'commune', prefix: 'NV', voters: 9_640 },
    villages: ['Thôn Chân Núi', 'Thôn Hồ Nứa'],
    people: ['Trịnh Xuân Bách', 'Hà Thị Mừng', 'Lục Văn Tiến', 'Phí Thị Sen', 'Đới Văn Cảnh', 'Nông Thị Xuyến'],
    chairman: 'Phạm Đình Chiến',
    topic: 'Xây dựng nông thôn mới, nước sạch',
    meeting: null,
    reports: { Q1: { day: 12 }, Q2: { day: 11 } },
  },
  {
    ...{ slug: 'dong-muoi', name: 'Xã Đồng Muối', short: 'Đồng Muối', kind: 'commune', prefix: 'DM', voters: 8_310 },
    villages: ['Thôn Diêm Điền', 'Thôn Cửa Cống'],
    people: ['Vương Đình Thi', 'Tưởng Thị Nga', 'Nhâm Văn Hậu', 'Lộc Thị Hằng', 'Ứng Văn Phong', 'Ma Thị Kiên'],
    chairman: 'Đỗ Văn Tuyên',
    topic: 'Việc làm, chuyển đổi nghề muối',
    meeting: {
      ...{ held: -70, invited: 8, concluded: 9, people: 62, women: 35 },
      submissions: submissionsOf(-88, [
        {
          ...{ key: 'nghe-muoi', who: 'Thạch Văn Muôn', village: 1, area: 'labour', lead: 'vhxh', letter: -48 },
          says: 'Làm muối không đủ sống. Đề nghị mở lớp dạy nghề và giới thiệu việc làm.',
          answer: 'Mở 02 lớp với 45 học viên; đã giới thiệu việc làm cho 18 người.',
        },
        {
          ...{ key: 'nuoc-sach', who: 'Lã Thị Chiêm', village: 2, area: 'water', lead: 'kinhte', letter: -47 },
          says: 'Cuối thôn chưa có nước máy, phải mua nước chở xe.',
          answer: 'Kéo thêm 900 m ống nhánh, cấp nước từ tháng trước.',
        },
      ]),
    },
    reports: { Q1: { day: 12 }, Q2: { day: 11 }, Q3: { day: 11 }, year: { day: 17 } },
  },
]
