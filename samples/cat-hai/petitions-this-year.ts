import { answered, organization, replied, type SampleSubmission, villager } from '../sample-petition.ts'
import { CHU_TICH } from './cat-hai-voices.ts'

/** The day so many working days from the day of loading. */
export type WorkingDay = (count: number) => string

/** The thematic dialogue with those who live from the bay, held eighteen working days ago. */
export function bayPetitions(day: WorkingDay): SampleSubmission[] {
  const speech = { channel: 'speechRegistration' } as const
  return [
    {
      on: day(-38),
      ...speech,
      who: villager('Đinh Thế Vinh', 'benBeo', { phone: '0936 118 402', email: 'vinh.dinh@example.vn' }),
      contents: [
        replied({
          key: 'b-dien-be',
          area: 'electricity',
          audience: 'farmers',
          urgency: 'urgent',
          lead: 'kinhte',
          says: 'Các bè sau khi sắp xếp lại ở khu Tùng Gấu chưa có nguồn điện, dùng máy nổ tốn và ồn. Đề nghị hỗ trợ điện mặt trời.',
          prepared: 'Phòng Kinh tế đang lấy ý kiến về mức hỗ trợ, trả lời bằng văn bản.',
          letter: {
            drafted: day(-3),
            issued: null,
            sent: null,
            submitted: true,
            says: 'Hỗ trợ 50% chi phí hệ thống điện mặt trời, tối đa 30 triệu đồng/bè; đăng ký tại Hội Nông dân đến hết tháng sau.',
          },
        }),
      ],
    },
    {
      on: day(-37),
      ...speech,
      who: villager('Bùi Thị Lựu', 'haiSon', { email: 'luu.bui@example.vn' }),
      contents: [
        replied({
          key: 'b-giong-ca',
          area: 'fishery',
          audience: 'farmers',
          lead: 'kinhte',
          says: 'Giống cá song mua trôi nổi chết nhiều. Đề nghị kiểm dịch và giới thiệu cơ sở giống tin cậy.',
          prepared: 'Phòng Kinh tế sẽ cung cấp danh sách cơ sở giống.',
          letter: {
            issued: day(-6),
            sent: day(-5),
            says: 'Danh sách 09 cơ sở giống được chứng nhận gửi kèm; từ tháng tới kiểm dịch tại bến Bèo vào thứ Ba, thứ Sáu.',
          },
          settled: { on: day(-3), says: 'Đã niêm yết danh sách tại bến Bèo, kiểm dịch 02 đợt.' },
        }),
      ],
    },
    {
      on: day(-36),
      channel: 'email',
      who: organization('Câu lạc bộ du thuyền Lan Hạ', 'Trương Gia Bảo', {
        address: 'Bến Bèo, Cát Bà',
        email: 'lanha.club@example.vn',
      }),
      contents: [
        replied({
          key: 'b-neo-dau-dem',
          area: 'tourism',
          audience: 'entrepreneurs',
          lead: 'bqlvinh',
          says: 'Điểm neo đậu nghỉ đêm trên vịnh Lan Hạ quá ít phao, tàu phải buộc vào nhau. Đề nghị bổ sung phao neo.',
          prepared: 'Ban Quản lý các vịnh đang khảo sát 24 vị trí.',
          letter: {
            issued: day(-4),
            sent: day(-4),
            channel: 'email',
            says: 'Bổ sung 24 phao neo trong quý tới, phân lịch neo đậu trực tuyến.',
          },
        }),
        replied({
          key: 'b-phi-ben',
          area: 'tourism',
          audience: 'entrepreneurs',
          lead: 'bqlvinh',
          says: 'Phí bến và phí tham quan thu hai lần với tàu nghỉ đêm hai ngày. Đề nghị thống nhất.',
          prepared: 'Ban Quản lý các vịnh rà soát, trả lời bằng văn bản.',
          letter: {
            drafted: day(-2),
            issued: null,
            sent: null,
            says: 'Dự thảo: thu một lần theo hành trình, hoàn phần đã thu trùng.',
          },
        }),
      ],
    },
    {
      on: day(-35),
      channel: 'fatherlandFront',
      by: 'front',
      forwardedBy: 'nongdan',
      who: organization('Chi hội nuôi biển Việt Hải', 'Lưu Văn Quang', { village: 'vietHai' }),
      contents: [
        answered({
          key: 'b-bao-hiem-long',
          area: 'fishery',
          audience: 'farmers',
          lead: 'kinhte',
          says: 'Đề nghị có bảo hiểm cho lồng bè sau bão.',
          answer:
            'Đặc khu làm việc với hai doanh nghiệp bảo hiểm, thí điểm 40 hộ trong năm nay, ngân sách hỗ trợ 30% phí.',
          by: CHU_TICH,
        }),
      ],
    },
    {
      on: day(-34),
      ...speech,
      who: villager('Phạm Thị Nguyệt', 'benBeo'),
      contents: [
        replied({
          key: 'b-rac-phao-xop',
          area: 'environment',
          urgency: 'urgent',
          lead: 'congcong',
          says: 'Phao xốp vỡ trôi đầy bãi Vạn Bội, gom lên bờ nhưng không ai chở đi.',
          prepared: 'Ban Quản lý công trình công cộng bố trí xà lan, trả lời bằng văn bản.',
          letter: {
            issued: day(-5),
            sent: day(-4),
            channel: 'villageHead',
            says: 'Xà lan thu gom chạy thứ Hai và thứ Năm; đã chở 46 m³ phao xốp trong hai tuần qua.',
          },
          asked: { on: day(-2), agrees: true, says: 'Bãi đã sạch.' },
        }),
      ],
    },
    {
      on: day(-33),
      channel: 'textMessage',
      who: villager('Vũ Tiến Đạt', 'vietHai', { phone: '0348 770 125' }),
      contents: [
        replied({
          key: 'b-an-toan-kayak',
          area: 'publicSecurity',
          lead: 'congan',
          says: 'Khách chèo kayak ra luồng tàu lớn, không ai nhắc. Đề nghị phân vùng và phao tiêu.',
          prepared: 'Công an đặc khu phối hợp Cảng vụ phân vùng, trả lời bằng văn bản.',
          letter: {
            drafted: day(-2),
            issued: day(-2),
            sent: null,
            says: 'Phân 05 vùng kayak có phao tiêu, cấm ra luồng tàu; áp dụng từ đầu tháng tới.',
          },
        }),
      ],
    },
    {
      on: day(-30),
      channel: 'letter',
      who: villager('Cao Bá Lãm', 'phuLong'),
      contents: [
        replied({
          key: 'b-thue-mat-nuoc',
          area: 'fishery',
          urgency: 'urgent',
          audience: 'farmers',
          lead: 'kinhte',
          repeatOf: 'vay-von-long-hdpe',
          complex: 'Phải chờ quy hoạch không gian biển được duyệt.',
          says: 'Hồ sơ xin giao khu vực biển nộp 8 tháng chưa có kết quả.',
          prepared: 'Đang chờ ý kiến của Sở Nông nghiệp và Môi trường.',
          letter: { issued: null, sent: null, says: '' },
        }),
      ],
    },
    {
      on: day(-18),
      channel: 'atConference',
      raised: 'atConference',
      by: 'minutes',
      who: villager('Nguyễn Hữu Thơ', 'benBeo'),
      contents: [
        replied({
          key: 'b-cau-cang',
          area: 'transport',
          lead: 'bqlvinh',
          says: 'Cầu cảng bến Bèo đông giờ tàu về, dân đưa cá lên bờ không có lối riêng.',
          deferred: 'Nội dung mới, cần khảo sát.',
          letter: { issued: null, sent: null, says: '' },
        }),
      ],
    },
    {
      on: day(-18),
      channel: 'atConference',
      raised: 'atConference',
      by: 'minutes',
      who: villager('Đoàn Thị Sen', 'haiSon'),
      contents: [
        answered({
          key: 'b-hoc-nghe',
          area: 'labour',
          audience: 'women',
          lead: 'vhxh',
          unprepared: true,
          says: 'Chị em nghỉ nuôi cá muốn học nghề bếp, buồng phòng.',
          answer: 'Mở 02 lớp 60 học viên, miễn học phí, khai giảng tháng tới tại Nhà văn hóa Hải Sơn.',
          by: CHU_TICH,
        }),
      ],
    },
  ]
}

/** What has come so far for the periodic dialogue to be held in twelve working days. */
export function comingPetitions(day: WorkingDay): SampleSubmission[] {
  const open = { how: 'open' } as const
  return [
    {
      on: day(-10),
      channel: 'village',
      who: villager('Tô Văn Thỉnh', 'hoaHy'),
      contents: [
        {
          key: 'c-cap-giay-tdc',
          area: 'land',
          urgency: 'urgent',
          lead: 'kinhte',
          prepared: {
            says: 'Đã cấp 19/23 giấy chứng nhận khu tái định cư Nghĩa Lộ, còn 04 hồ sơ hoàn thành trong tháng này.',
            state: 'approved',
          },
          group: 'answeredAtConference',
          says: 'Khu tái định cư Nghĩa Lộ nhận đất một năm rồi, bao giờ xong giấy chứng nhận cho mấy hộ còn lại?',
          end: open,
        },
      ],
    },
    {
      on: day(-10),
      channel: 'letter',
      who: villager('Hà Thị Miên', 'nuiNgoc', { phone: '0904 881 220' }),
      contents: [
        {
          key: 'c-cho-tam',
          area: 'tourism',
          urgency: 'urgent',
          lead: 'kinhte',
          repeatOf: 'cho-cat-ba',
          continued: true,
          prepared: {
            says: 'Chợ mới đạt 70% khối lượng, tiểu thương chuyển về trước Tết; tiếp tục miễn tiền thuê ki-ốt tạm đến ngày chuyển.',
            state: 'submitted',
          },
          group: 'answeredAtConference',
          says: 'Chợ tạm hết hạn miễn tiền thuê, chợ mới chưa xong. Đề nghị kéo dài miễn.',
          end: open,
        },
      ],
    },
    {
      on: day(-9),
      channel: 'email',
      who: organization('Hội Khách sạn Cát Bà', 'Phùng Thế Tài'),
      contents: [
        {
          key: 'c-nuoc-mua-cao-diem',
          area: 'water',
          audience: 'entrepreneurs',
          lead: 'capnuoc',
          prepared: { says: 'Dự thảo: vận hành trạm bơm tăng áp Xuân Đám từ mùa hè tới.', state: 'draft' },
          group: 'verifyAndReplyLater',
          says: 'Mùa cao điểm nước yếu, khách sạn phải mua nước téc.',
          end: open,
        },
        {
          key: 'c-bai-do-xe',
          area: 'construction',
          audience: 'entrepreneurs',
          lead: 'kinhte',
          group: 'verifyAndReplyLater',
          prepared: { says: 'Dự thảo: quy hoạch thêm bãi xe 1,2 ha cạnh bến Gia Luận.', state: 'draft' },
          says: 'Thiếu bãi đỗ xe khách, xe đỗ kín đường Một tháng Tư.',
          end: open,
        },
      ],
    },
    {
      on: day(-8),
      channel: 'fatherlandFront',
      by: 'front',
      forwardedBy: 'phunu',
      who: organization('Chi hội Phụ nữ thôn Đồng Bài', 'Trần Thị Vóc', { village: 'dongBai' }),
      contents: [
        {
          key: 'c-tram-y-te',
          area: 'health',
          audience: 'women',
          lead: 'yte',
          group: 'answeredAtConference',
          says: 'Trạm y tế phía Cát Hải thiếu bác sĩ sản, chị em phải sang bên kia phà khám thai.',
          end: open,
        },
      ],
    },
    {
      on: day(-7),
      channel: 'citizenReception',
      who: villager('Lê Quý Phúc', 'vanPhong'),
      contents: [
        {
          key: 'c-xe-buyt',
          area: 'transport',
          lead: 'kinhte',
          group: 'verifyAndReplyLater',
          says: 'Đề nghị mở tuyến xe buýt điện từ Văn Phong ra bến phà.',
          end: open,
        },
      ],
    },
    {
      on: day(-6),
      channel: 'village',
      by: 'haiSon',
      forwardedBy: 'haiSon',
      who: villager('Vũ Thị Hoan', 'haiSon'),
      contents: [
        {
          key: 'c-camera',
          area: 'publicSecurity',
          lead: 'congan',
          group: 'answeredAtConference',
          says: 'Thôn muốn góp tiền lắp camera an ninh, đề nghị hướng dẫn và hỗ trợ một phần.',
          end: open,
        },
      ],
    },
    {
      on: day(-5),
      channel: 'speechRegistration',
      who: villager('Hoàng Công Trứ', 'phuCuong'),
      contents: [
        {
          key: 'c-nha-o',
          area: 'construction',
          says: 'Thanh niên lập nghiệp không mua nổi đất, đề nghị có khu nhà ở xã hội.',
          group: 'noteAndReportUp',
          urgency: 'longTerm',
          end: open,
        },
      ],
    },
    {
      on: day(-5),
      channel: 'letter',
      who: villager('Ngô Thị Bích Liên', 'xuanDam'),
      contents: [
        { key: 'c-ho-nuoc', area: 'water', says: 'Hồ Xuân Đám cạn, đề nghị nạo vét trước mùa mưa.', end: open },
      ],
    },
    {
      on: day(-4),
      channel: 'electedDeputy',
      who: villager('Phạm Ngọc Uyển', 'giaLuan'),
      contents: [
        {
          key: 'c-duong-gia-luan',
          area: 'transport',
          urgency: 'urgent',
          says: 'Đường Gia Luận – Việt Hải sạt taluy hai điểm sau mưa.',
          end: open,
        },
      ],
    },
    {
      on: day(-2),
      channel: 'textMessage',
      who: villager('Trần Thế Bang', 'tungDinh', { phone: '0987 224 613' }),
      contents: [
        {
          key: 'c-cho-tha-rong',
          area: null,
          says: 'Chó thả rông ở tổ dân phố Tùng Dinh cắn người hai lần trong tháng.',
          end: open,
        },
      ],
    },
    {
      on: day(-2),
      channel: 'letter',
      who: { kind: 'unnamed' },
      contents: [
        {
          key: 'c-truyen-dao',
          area: null,
          kind: 'feedback',
          says: 'Có nhóm lạ vào nhà vận động mua hàng đa cấp cho người già.',
          end: open,
        },
      ],
    },
    {
      on: day(-1),
      channel: 'email',
      who: organization('Công ty TNHH Du thuyền Ngọc Biển', 'Mạc Thanh Tùng', { email: 'ngocbien@example.vn' }),
      contents: [
        {
          key: 'c-hoa-don',
          area: null,
          says: 'Đề nghị hỗ trợ cổng thanh toán vé tham quan cho đại lý nước ngoài.',
          end: open,
        },
      ],
    },
    {
      on: day(-1),
      channel: 'citizenReception',
      who: villager('Đặng Thị Thơm', 'nghiaLo'),
      contents: [
        { key: 'c-tro-cap', area: null, says: 'Mẹ tôi 82 tuổi chưa nhận trợ cấp hưu trí xã hội mới.', end: open },
      ],
    },
  ]
}
