import { answered, organization, replied, type SampleSubmission, villager } from '../sample-petition.ts'
import { CHU_TICH } from './cat-hai-voices.ts'

/** Schools, health, policies, procedures, order and officials; what was heard for the conference of 29/10/2025. */
export const peoplePetitions2025: SampleSubmission[] = [
  {
    on: '2025-09-24',
    channel: 'fatherlandFront',
    forwardedBy: 'phunu',
    by: 'front',
    who: organization('Hội Liên hiệp Phụ nữ đặc khu Cát Hải', 'Nguyễn Thị Xuyến', { village: 'giaLuan' }),
    contents: [
      replied({
        key: 'nha-tre-gia-luan',
        area: 'education',
        audience: 'women',
        lead: 'vhxh',
        says: 'Điểm trường mầm non Gia Luận không có lớp bán trú, chị em đi làm du lịch phải gửi con nhờ. Đề nghị mở lớp nhà trẻ bán trú.',
        prepared: 'Phòng Văn hóa - Xã hội đang khảo sát nhu cầu, trả lời bằng văn bản trước khi vào học kỳ II.',
        letter: {
          issued: '2025-11-24',
          sent: '2025-11-25',
          says: 'Từ học kỳ II năm học 2025 - 2026 (ngày 12/01/2026) mở 01 nhóm trẻ bán trú 22 cháu tại điểm trường Gia Luận, bổ sung 02 giáo viên và bếp ăn một chiều.',
        },
        settled: { on: '2026-01-14', says: 'Nhóm trẻ bán trú Gia Luận hoạt động từ ngày 12/01/2026 với 19 cháu.' },
      }),
    ],
  },
  {
    on: '2025-09-25',
    channel: 'fatherlandFront',
    forwardedBy: 'nongdan',
    by: 'front',
    who: organization('Hội Nông dân đặc khu Cát Hải', 'Phạm Văn Sự', { village: 'lienMinh' }),
    contents: [
      answered({
        key: 'thuong-hieu-ga-lien-minh',
        area: 'agriculture',
        audience: 'farmers',
        lead: 'kinhte',
        says: 'Gà Liên Minh, mật ong, cam Gia Luận có tiếng nhưng hàng nơi khác trà trộn. Đề nghị tem truy xuất và điểm bán tại bến tàu.',
        answer:
          'Đặc khu cấp 50.000 tem truy xuất nguồn gốc cho ba sản phẩm từ tháng 12/2025, bố trí 02 gian hàng OCOP tại bến tàu du lịch và bến Bèo.',
        by: 'Trưởng Phòng Kinh tế Lương Văn Đạt',
      }),
    ],
  },
  {
    on: '2025-09-26',
    channel: 'fatherlandFront',
    forwardedBy: 'thanhnien',
    by: 'front',
    who: organization('Đoàn TNCS Hồ Chí Minh đặc khu Cát Hải', 'Hà Minh Quang', { village: 'tungDinh' }),
    contents: [
      replied({
        key: 'san-choi-thanh-thieu-nhi',
        area: 'culture',
        audience: 'youth',
        lead: 'vhxh',
        says: 'Phía Cát Hải chưa có sân bóng, bể bơi cho thanh thiếu nhi, hè nào cũng có nguy cơ đuối nước. Đề nghị bố trí quỹ đất và dạy bơi miễn phí.',
        prepared: 'Phòng Văn hóa - Xã hội phối hợp Phòng Kinh tế rà soát quỹ đất, trả lời bằng văn bản.',
        letter: {
          issued: '2025-11-26',
          sent: '2025-11-27',
          says: 'Bố trí 4.200 m² cạnh Nhà văn hóa trung tâm phía Cát Hải làm sân bóng mini và bể bơi lắp ghép; hè 2026 dạy bơi miễn phí cho 600 em.',
        },
      }),
      answered({
        key: 'viec-lam-thanh-nien',
        area: 'labour',
        audience: 'youth',
        lead: 'vhxh',
        says: 'Doanh nghiệp cảng, khu công nghiệp tuyển nhiều nhưng ít lao động địa phương. Đề nghị có cơ chế ưu tiên thanh niên trong vùng thu hồi đất.',
        answer:
          'Tháng 12/2025 tổ chức phiên giao dịch việc làm lưu động với 18 doanh nghiệp; 06 doanh nghiệp đã ký cam kết ưu tiên lao động là con em các hộ bị thu hồi đất, hỗ trợ học phí học nghề 100%.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2025-09-29',
    channel: 'fatherlandFront',
    forwardedBy: 'ccb',
    by: 'front',
    who: organization('Hội Cựu chiến binh đặc khu Cát Hải', 'Trần Đình Hợi', { village: 'phuCuong' }),
    contents: [
      answered({
        key: 'xe-may-kep-ba',
        area: 'publicSecurity',
        audience: 'veterans',
        lead: 'congan',
        sphere: 'government',
        says: 'Học sinh đi xe máy kẹp ba, không mũ bảo hiểm, phóng nhanh trên đường xuyên đảo. Đề nghị xử lý và báo về gia đình, nhà trường.',
        answer:
          'Hai tháng 9 và 10/2025 Công an đặc khu xử lý 88 trường hợp học sinh vi phạm, gửi thông báo về nhà trường và gia đình; 100% trường ký cam kết, hội viên Cựu chiến binh tham gia 06 tổ tự quản cổng trường.',
        by: 'Trưởng Công an đặc khu Ngô Đức Thắng',
      }),
    ],
  },
  {
    on: '2025-10-01',
    channel: 'letter',
    who: villager('Hoàng Văn Mạnh', 'phuCuong', { phone: '0912 304 995' }),
    contents: [
      answered({
        key: 'di-lam-thu-tuc-xa',
        area: 'twoTierModel',
        lead: 'hcc',
        says: 'Từ khi bỏ cấp xã cũ, dân các thôn xa đi làm giấy tờ phải qua phà sang trung tâm, mất cả ngày. Đề nghị có điểm tiếp nhận ở Cát Bà và lịch về thôn.',
        answer:
          'Trung tâm Phục vụ hành chính công đã mở điểm tiếp nhận thứ hai tại Cát Bà từ ngày 15/9/2025; từ tháng 11 mỗi tháng một ngày lưu động tại Gia Luận, Phù Long, Việt Hải, Hiền Hào; 87% hồ sơ nộp được trực tuyến.',
        by: CHU_TICH,
      }),
      replied({
        key: 'ho-so-dat-cham',
        area: 'administrativeReform',
        urgency: 'urgent',
        lead: 'hcc',
        says: 'Hồ sơ tách thửa cho con của tôi nộp ngày 14/7 hẹn 30 ngày, đến nay quá hẹn hai tháng không có thư xin lỗi. Đề nghị trả kết quả và làm rõ trách nhiệm.',
        prepared:
          'Trung tâm Phục vụ hành chính công đang đối chiếu với chi nhánh văn phòng đăng ký đất đai, trả lời bằng văn bản.',
        letter: {
          drafted: '2025-12-02',
          issued: '2025-12-03',
          sent: '2025-12-04',
          says: 'Hồ sơ bị chậm do chuyển kho dữ liệu địa chính; kết quả tách thửa đã có ngày 01/12/2025, mời ông đến nhận tại điểm Cát Bà. Trung tâm xin lỗi ông về việc trả kết quả chậm và về văn bản trả lời này chậm 03 ngày; đã kiểm điểm 01 viên chức.',
        },
        settled: { on: '2025-12-08', says: 'Ông Mạnh đã nhận kết quả ngày 05/12/2025; gửi thư xin lỗi số 04/TXL-HCC.' },
        asked: { on: '2025-12-24', agrees: true, says: 'Đã nhận giấy, mong lần sau đúng hẹn.' },
      }),
    ],
  },
  {
    on: '2025-10-03',
    channel: 'letter',
    by: 'clerk',
    who: villager('Lương Thị Hảo', 'vanPhong'),
    confidential: 'Người phản ánh đề nghị giữ bí mật họ tên vì sợ bị gây khó khăn.',
    consent: false,
    contents: [
      replied({
        key: 'thu-tien-xa-hoi-hoa',
        area: 'cadreConduct',
        kind: 'feedback',
        sphere: 'party',
        lead: 'vpdu',
        says: 'Cán bộ thôn thu 500 nghìn đồng mỗi hộ làm cổng chào nói là tự nguyện nhưng ghi tên hộ chưa nộp lên bảng tin. Tôi xin được giấu tên.',
        letter: {
          issued: '2025-11-20',
          sent: '2025-11-21',
          channel: 'byHand',
          says: 'Qua kiểm tra, khoản đóng góp làm cổng chào chưa được họp dân thông qua đúng quy định; đã yêu cầu thôn dừng thu, trả lại tiền cho 61 hộ, gỡ danh sách trên bảng tin và kiểm điểm, rút kinh nghiệm.',
        },
      }),
    ],
  },
  {
    on: '2025-10-06',
    channel: 'letter',
    who: villager('Cao Thị Luyến', 'hoaHy'),
    consent: false,
    contents: [
      {
        key: 'to-cao-lam-kho',
        area: 'cadreConduct',
        kind: 'denunciation',
        accused: 'congcong',
        says: 'Đơn tố cáo một cán bộ của Ban Quản lý công trình công cộng nhận tiền của người xin lắp đặt ki-ốt tại vườn hoa trung tâm.',
        end: {
          how: 'handOver',
          on: '2025-10-14',
          procedure: 'Giải quyết tố cáo theo Luật Tố cáo số 25/2018/QH14',
          body: 'Chủ tịch Ủy ban nhân dân đặc khu (Văn phòng HĐND và UBND thụ lý)',
          told: '2025-10-14',
        },
      },
    ],
  },
  {
    on: '2025-10-07',
    channel: 'electedDeputy',
    who: villager('Ngô Thị Sáu', 'xuanDam'),
    contents: [
      replied({
        key: 'nghia-trang-liet-si',
        area: 'socialPolicy',
        lead: 'vhxh',
        says: 'Nghĩa trang liệt sĩ Xuân Đám mộ bia mờ chữ, tường rào đổ. Đề nghị tu sửa trước ngày 27/7 năm sau.',
        prepared: 'Phòng Văn hóa - Xã hội đã khảo sát, đang lập dự toán; trả lời bằng văn bản.',
        letter: {
          issued: '2025-11-25',
          sent: '2025-11-26',
          says: 'Bố trí 720 triệu đồng tu bổ 46 mộ, bia ghi danh và tường rào nghĩa trang liệt sĩ Xuân Đám; thi công tháng 3 - 5/2026, hoàn thành trước ngày 30/6/2026.',
        },
      }),
    ],
  },
  {
    on: '2025-10-08',
    channel: 'fatherlandFront',
    forwardedBy: 'mttq',
    by: 'front',
    who: organization('Chi hội Người cao tuổi thôn Xuân Đám', 'Bùi Văn Lễ', { village: 'xuanDam' }),
    contents: [
      replied({
        key: 'nha-van-hoa-xuan-dam',
        area: 'publicInvestment',
        lead: 'bqlda',
        says: 'Nhà văn hóa thôn Xuân Đám xây năm 1998 dột, nền lún, hơn 200 hộ không có chỗ họp. Đề nghị xây mới.',
        prepared: 'Đã đề xuất trong kế hoạch đầu tư công 2026, trả lời bằng văn bản.',
        letter: {
          issued: '2025-11-27',
          sent: '2025-11-28',
          says: 'Nhà văn hóa thôn Xuân Đám (180 chỗ, 3,2 tỷ đồng) được đưa vào kế hoạch đầu tư công năm 2026, lập hồ sơ trong quý I, khởi công quý II/2026.',
        },
      }),
    ],
  },
  {
    on: '2025-10-09',
    channel: 'village',
    by: 'haiSon',
    forwardedBy: 'haiSon',
    who: villager('Vũ Ngọc Quyền', 'haiSon'),
    contents: [
      answered({
        key: 'bao-hiem-y-te-dao',
        area: 'health',
        lead: 'vhxh',
        says: 'Sau khi thành lập đặc khu, người dân các thôn đảo có còn được hỗ trợ thẻ bảo hiểm y tế như xã đảo không?',
        answer:
          'Người dân đang sinh sống tại địa bàn xã đảo cũ tiếp tục được ngân sách đóng bảo hiểm y tế đến khi có quy định mới; Phòng Văn hóa - Xã hội đã rà soát 9.820 người, thẻ năm 2026 cấp trước ngày 25/12/2025.',
        by: 'Trưởng Phòng Văn hóa - Xã hội Đặng Thị Mai Phương',
      }),
    ],
  },
  {
    on: '2025-10-10',
    channel: 'textMessage',
    who: villager('Nguyễn Đức Hùng', 'giaLuan', { phone: '0865 227 419' }),
    contents: [
      answered({
        key: 'khi-pha-vuon',
        area: 'agriculture',
        lead: 'kinhte',
        says: 'Khỉ rừng xuống phá vườn cam, vào cả nhà dân ở Gia Luận, đuổi thì sợ vi phạm. Đề nghị hướng dẫn và có biện pháp.',
        answer:
          'Đã thống nhất với Vườn Quốc gia Cát Bà lập tổ xua đuổi không gây hại, cấp lưới chắn cho 37 vườn; nghiêm cấm bẫy bắn. Số điện thoại tổ trực thông báo trên loa thôn.',
        by: 'Trưởng Phòng Kinh tế Lương Văn Đạt',
      }),
    ],
  },
  {
    on: '2025-10-13',
    channel: 'email',
    who: villager('Nguyễn Thị Ánh Tuyết', 'tungDinh', { email: 'phuhuynh.catba@example.vn' }),
    contents: [
      replied({
        key: 'thieu-giao-vien-tieng-anh',
        area: 'education',
        lead: 'vhxh',
        says: 'Trường tiểu học Cát Bà thiếu giáo viên Tiếng Anh, con tôi lớp 3 nghỉ tiết hai tháng nay. Đề nghị bố trí giáo viên.',
        prepared: 'Phòng Văn hóa - Xã hội đang điều động giáo viên biệt phái, trả lời bằng văn bản.',
        letter: {
          issued: '2025-11-18',
          sent: '2025-11-19',
          channel: 'email',
          says: 'Từ ngày 24/11/2025 biệt phái 02 giáo viên Tiếng Anh từ trường phía Cát Hải, dạy bù các tiết còn thiếu vào chiều thứ Năm; năm 2026 tuyển 05 chỉ tiêu.',
        },
        settled: { on: '2025-12-11', says: 'Đã bố trí đủ giáo viên từ ngày 24/11/2025, dạy bù 14 tiết.' },
        asked: { on: '2025-12-25', agrees: true, says: 'Các con đã được học đủ.' },
      }),
    ],
  },
  {
    on: '2025-10-14',
    channel: 'letter',
    who: villager('Trần Văn Ngôn', 'nuiNgoc', { phone: '0904 556 031' }),
    contents: [
      replied({
        key: 'cho-cat-ba',
        area: 'tourism',
        lead: 'kinhte',
        repeatOf: 'cu-cho-cat-ba',
        continued: true,
        says: 'Tiểu thương chợ Cát Bà tiếp tục kiến nghị: tháng 8 trả lời sẽ họp thống nhất phương án di dời tạm nhưng chưa họp, ki-ốt tạm chật. Đề nghị đối thoại với tiểu thương và giảm tiền thuê.',
        prepared: 'Phòng Kinh tế đề xuất họp với 142 hộ tiểu thương trong tháng 11, trả lời bằng văn bản sau cuộc họp.',
        letter: {
          issued: '2025-11-28',
          sent: '2025-11-28',
          channel: 'villageHead',
          says: 'Ngày 19/11/2025 đã họp với 138/142 hộ: thống nhất chợ tạm tại bãi xe số 2, diện tích ki-ốt 6 m², miễn tiền thuê 06 tháng, di dời sau Tết Nguyên đán Bính Ngọ.',
        },
        asked: {
          on: '2025-12-26',
          agrees: false,
          says: 'Đồng ý vị trí chợ tạm nhưng đề nghị miễn tiền thuê 12 tháng; tiếp tục kiến nghị.',
        },
      }),
    ],
  },
  {
    on: '2025-10-29',
    channel: 'atConference',
    raised: 'atConference',
    by: 'minutes',
    who: villager('Lê Bá Ước', 'vanPhong'),
    contents: [
      answered({
        key: 'doi-giay-to-sau-sap-nhap',
        area: 'administrativeReform',
        lead: 'hcc',
        unprepared: true,
        says: 'Địa chỉ trên giấy chứng nhận đất, căn cước thay đổi sau khi lập đặc khu, dân có bắt buộc phải đổi không, có mất tiền không?',
        answer:
          'Giấy tờ đã cấp vẫn còn giá trị đến khi hết hạn hoặc khi người dân có nhu cầu đổi; đổi do thay đổi địa giới hành chính thì không thu phí.',
        by: CHU_TICH,
      }),
    ],
  },
]

/** What three of them had raised before, at the reception of citizens in the summer. */
export const earlierPetitions2025: SampleSubmission[] = [
  {
    on: '2025-07-22',
    channel: 'citizenReception',
    who: villager('Vũ Văn Tự Lập', 'haiSon'),
    contents: [
      replied({
        key: 'cu-ranh-hai-son',
        area: 'water',
        lead: 'congcong',
        says: 'Rãnh thoát nước thôn Hải Sơn tắc, mưa to là ngập đường và nhà dân. Đề nghị nạo vét.',
        letter: {
          issued: '2025-08-11',
          sent: '2025-08-12',
          says: 'Ban Quản lý công trình công cộng nạo vét 320 m rãnh thoát nước thôn Hải Sơn, hoàn thành trước ngày 31/8/2025.',
        },
        settled: { on: '2025-08-29', says: 'Đã nạo vét xong 320 m rãnh.' },
      }),
    ],
  },
  {
    on: '2025-07-24',
    channel: 'citizenReception',
    who: villager('Hoàng Thị Bé', 'lienMinh'),
    contents: [
      replied({
        key: 'cu-duong-lien-minh',
        area: 'transport',
        lead: 'bqlda',
        says: 'Mặt đường dốc vào thôn Liên Minh bong tróc, nhiều ổ gà. Đề nghị sửa.',
        letter: {
          issued: '2025-08-14',
          sent: '2025-08-15',
          says: 'Ban Quản lý dự án vá 640 m² mặt đường hư hỏng trên tuyến vào thôn Liên Minh trước ngày 15/9/2025.',
        },
        settled: { on: '2025-09-12', says: 'Đã vá xong mặt đường.' },
      }),
    ],
  },
  {
    on: '2025-08-05',
    channel: 'letter',
    who: organization('Tổ đại diện tiểu thương chợ Cát Bà', 'Đỗ Thị Mười', { village: 'nuiNgoc' }),
    contents: [
      replied({
        key: 'cu-cho-cat-ba',
        area: 'tourism',
        lead: 'kinhte',
        says: 'Nghe tin sắp xây lại chợ, tiểu thương lo chưa biết chuyển đi đâu. Đề nghị thông tin phương án.',
        letter: {
          issued: '2025-08-22',
          sent: '2025-08-25',
          says: 'Phương án di dời tạm đang được lập, Phòng Kinh tế sẽ họp với tiểu thương trước khi trình duyệt.',
        },
      }),
    ],
  },
]
