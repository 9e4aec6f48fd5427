import { answered, organization, replied, type SampleSubmission, villager } from '../sample-petition.ts'

export const BI_THU = 'Bí thư Đảng ủy xã Lê Doãn Thành'
export const CHU_TICH = 'Chủ tịch UBND xã Trương Văn Nghĩa'
export const TRUONG_CONG_AN = 'Trưởng Công an xã Cao Tiến Lực'

const registered = { channel: 'speechRegistration' } as const
const hall = { channel: 'atConference', raised: 'atConference', by: 'minutes' } as const

/** Twelve contents of the second quarter of 2023. */
export const springPetitions2023: SampleSubmission[] = [
  {
    on: '2023-05-30',
    ...registered,
    who: villager('Lê Thị Nhàn', 'phuThuong'),
    contents: [
      answered({
        key: 'duong-phu-thuong',
        area: 'transport',
        lead: 'diachinh',
        says: 'Đường trục thôn Phú Thượng xe tải chở đất chạy làm nứt vỡ, mưa lầy. Đề nghị xã yêu cầu đơn vị thi công hoàn trả.',
        answer:
          'Xã đã làm việc với đơn vị thi công, yêu cầu hoàn trả 420 m mặt đường trước ngày 31/7/2023; thôn cử người giám sát.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-05-31',
    ...registered,
    who: villager('Nguyễn Đình Cẩn', 'phuTrung'),
    contents: [
      answered({
        key: 'nong-thon-moi-nang-cao',
        area: 'agriculture',
        lead: 'vhxh',
        says: 'Tiêu chí nông thôn mới nâng cao của xã còn tiêu chí nào chưa đạt, dân phải đóng góp gì?',
        answer:
          'Còn tiêu chí môi trường và thu nhập. Xã không giao chỉ tiêu huy động đóng góp, chỉ vận động hiến đất, ngày công.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-05-31',
    channel: 'fatherlandFront',
    by: 'front',
    forwardedBy: 'mttq',
    who: organization('Hội Liên hiệp Phụ nữ xã Hoằng Phú', 'Lê Thị Vượng', { village: 'trungTay' }),
    contents: [
      answered({
        key: 'rac-thai-sinh-hoat',
        area: 'environment',
        audience: 'frontAndOrganizations',
        lead: 'diachinh',
        says: 'Điểm tập kết rác cạnh trường mầm non bốc mùi. Đề nghị chuyển điểm tập kết và thu gom hai ngày một lần.',
        answer: 'Từ ngày 01/7/2023 chuyển điểm tập kết ra đồng Nẫn, hợp đồng thu gom ba lần một tuần.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-06-01',
    ...registered,
    who: villager('Lê Viết Hảo', 'phuKhe'),
    contents: [
      replied({
        key: 'cap-giay-dat-xen-ket',
        area: 'land',
        urgency: 'urgent',
        lead: 'diachinh',
        says: 'Đất xen kẹt nhà tôi sử dụng từ năm 1986, hồ sơ cấp giấy nộp hai năm chưa có kết quả.',
        prepared: 'Hồ sơ đang ở bước xác minh nguồn gốc, xã trả lời bằng văn bản sau khi kiểm tra sổ địa chính.',
        letter: {
          issued: '2023-06-28',
          sent: '2023-06-29',
          channel: 'villageHead',
          says: 'Thửa đất 211, tờ bản đồ 9 có trong sổ mục kê năm 1987; xã đã xác nhận nguồn gốc và chuyển hồ sơ lên chi nhánh văn phòng đăng ký đất đai ngày 26/6/2023.',
        },
        settled: { on: '2023-10-20', says: 'Gia đình đã được cấp giấy chứng nhận ngày 12/10/2023.' },
        asked: { on: '2023-11-02', agrees: true, says: 'Gia đình đã nhận giấy.' },
      }),
    ],
  },
  {
    on: '2023-06-02',
    ...registered,
    who: villager('Trương Thị Lài', 'ducThanh'),
    contents: [
      answered({
        key: 'nuoc-tuoi-vu-mua',
        area: 'water',
        lead: 'diachinh',
        says: 'Kênh N22 bồi lấp, vụ mùa nào cuối kênh cũng thiếu nước.',
        answer: 'Đã nạo vét 1,2 km kênh trong tháng 5; hợp tác xã bơm bổ sung cho 14 ha cuối kênh.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-06-05',
    channel: 'village',
    who: villager('Hoàng Bá Thuyên', 'trinhThon'),
    contents: [
      answered({
        key: 'trom-vat-tai-san',
        area: 'publicSecurity',
        sphere: 'publicSecurity',
        urgency: 'urgent',
        lead: 'congan',
        says: 'Gần đây thôn mất trộm chó, gà, máy bơm nước. Đề nghị Công an xã tuần tra đêm.',
        answer:
          'Công an xã đã bắt 02 đối tượng trộm cắp ngày 02/6/2023, thu hồi 03 máy bơm; duy trì tổ tuần tra đêm từ 23 giờ đến 4 giờ, lắp 18 mắt camera an ninh trong năm.',
        by: TRUONG_CONG_AN,
      }),
    ],
  },
  {
    on: '2023-06-06',
    ...registered,
    who: villager('Lê Trọng Vinh', 'phuTrung'),
    contents: [
      answered({
        key: 'lam-can-cuoc',
        area: 'publicSecurity',
        sphere: 'publicSecurity',
        lead: 'congan',
        says: 'Người già yếu không ra được trụ sở làm căn cước công dân thì làm thế nào?',
        answer:
          'Công an xã phối hợp Công an huyện làm căn cước lưu động tại nhà cho 27 cụ trên 80 tuổi vào các ngày thứ Bảy trong tháng 6.',
        by: TRUONG_CONG_AN,
      }),
    ],
  },
  {
    on: '2023-06-14',
    ...hall,
    who: villager('Nguyễn Thị Thìn', 'phuThuong'),
    contents: [
      answered({
        key: 'dang-vien-tre',
        area: 'partyBuilding',
        sphere: 'party',
        kind: 'opinion',
        lead: 'vhxh',
        unprepared: true,
        says: 'Thanh niên đi làm công ty hết, chi bộ không có nguồn kết nạp đảng viên. Đảng ủy có giải pháp gì?',
        answer:
          'Đảng ủy giao các chi bộ lập danh sách quần chúng ưu tú làm việc trong doanh nghiệp trên địa bàn, phối hợp cấp ủy doanh nghiệp bồi dưỡng, phấn đấu kết nạp 08 đảng viên trong năm.',
        by: BI_THU,
      }),
    ],
  },
  {
    on: '2023-06-14',
    ...hall,
    who: villager('Lê Huy Mậu', 'ducThanh'),
    contents: [
      answered({
        key: 'gia-vang-va-vay-von',
        area: 'other',
        kind: 'opinion',
        lead: 'vhxh',
        unprepared: true,
        offTopic: true,
        says: 'Nhà nước có chính sách gì để giá phân bón, giá xăng giảm không?',
        answer:
          'Nội dung ngoài chủ đề hội nghị và thuộc chính sách chung của Nhà nước; người chủ trì tiếp nhận, thông tin chính sách giảm thuế giá trị gia tăng đến hết năm 2023, đề nghị bà con tập trung vào chủ đề đối thoại.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-06-14',
    ...hall,
    who: villager('Trịnh Đăng Khoa', 'trinhThon'),
    contents: [
      answered({
        key: 'dien-chieu-sang-thon',
        area: 'electricity',
        lead: 'diachinh',
        unprepared: true,
        says: 'Đoạn đường liên thôn Trinh Thôn – Phú Khê chưa có điện chiếu sáng.',
        answer: 'Xã hỗ trợ cột và dây, thôn đóng góp bóng đèn, hoàn thành trước ngày 02/9/2023.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-06-14',
    ...hall,
    who: villager('Lê Thị Xoan', 'phuKhe'),
    contents: [
      replied({
        key: 'che-do-nguoi-khuyet-tat',
        area: 'socialPolicy',
        urgency: 'urgent',
        lead: 'vhxh',
        says: 'Con tôi khuyết tật nặng làm hồ sơ trợ cấp từ đầu năm chưa được hưởng.',
        deferred: 'Cần kiểm tra hồ sơ tại Phòng Lao động huyện.',
        letter: {
          issued: '2023-06-26',
          sent: '2023-06-27',
          channel: 'byHand',
          says: 'Hội đồng xác định mức độ khuyết tật đã họp ngày 20/6/2023, con bà được xác nhận khuyết tật nặng; trợ cấp 540.000 đồng/tháng từ tháng 7/2023, truy lĩnh từ tháng 3/2023.',
        },
        settled: { on: '2023-08-04', says: 'Đã nhận trợ cấp và truy lĩnh ngày 01/8/2023.' },
        asked: { on: '2023-08-21', agrees: true, says: 'Đã nhận đủ.' },
      }),
    ],
  },
  {
    on: '2023-06-14',
    ...hall,
    who: villager('Lê Ngọc Trản', 'trungTay'),
    contents: [
      answered({
        key: 'thai-do-mot-cua',
        area: 'cadreConduct',
        sphere: 'party',
        kind: 'feedback',
        lead: 'vhxh',
        unprepared: true,
        says: 'Có cán bộ một cửa tiếp dân chưa niềm nở, hẹn đi hẹn lại.',
        answer:
          'Đảng ủy tiếp thu, đã nhắc nhở và yêu cầu niêm yết số điện thoại của Bí thư, Chủ tịch tại bộ phận một cửa.',
        by: BI_THU,
      }),
    ],
  },
]

/** Fourteen contents of the fourth quarter of 2023. */
export const autumnPetitions2023: SampleSubmission[] = [
  {
    on: '2023-10-30',
    ...registered,
    who: villager('Nguyễn Văn Quyền', 'phuThuong'),
    contents: [
      answered({
        key: 'duong-hoan-tra',
        area: 'transport',
        lead: 'diachinh',
        repeatOf: 'duong-phu-thuong',
        says: 'Đường hoàn trả ở Phú Thượng làm còn 60 m chưa đổ bê tông.',
        answer: 'Đơn vị thi công đổ nốt 60 m trước ngày 30/11/2023, xã giữ lại 5% giá trị quyết toán để bảo đảm.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-10-31',
    ...registered,
    who: villager('Lê Thị Tám', 'trungTay'),
    contents: [
      answered({
        key: 'truong-mam-non',
        area: 'education',
        lead: 'vhxh',
        says: 'Trường mầm non thiếu 02 phòng học, các cháu học ghép.',
        answer: 'Huyện đã bố trí 2,4 tỷ đồng xây 02 phòng học, khởi công tháng 12/2023.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-11-01',
    channel: 'fatherlandFront',
    by: 'front',
    forwardedBy: 'mttq',
    who: organization('Hội Nông dân xã Hoằng Phú', 'Lê Sỹ Hưng', { village: 'phuTrung' }),
    contents: [
      answered({
        key: 'dich-ta-lon',
        area: 'agriculture',
        audience: 'frontAndOrganizations',
        lead: 'diachinh',
        says: 'Dịch tả lợn châu Phi tái phát, hộ bị tiêu hủy chưa nhận hỗ trợ.',
        answer: '11 hộ đủ điều kiện, tổng 186 triệu đồng, chi trả trong tháng 11/2023.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-11-01',
    ...registered,
    who: villager('Trương Công Định', 'phuKhe'),
    contents: [
      {
        key: 'mo-rong-quoc-lo',
        area: 'siteClearance',
        urgency: 'urgent',
        lead: 'diachinh',
        group: 'noteAndReportUp',
        says: 'Các hộ ven quốc lộ 1A bị cắm mốc mở rộng từ năm 2019, không được xây dựng, chưa đền bù.',
        prepared: { says: 'Dự án do cấp trên quản lý; xã tổng hợp báo cáo Ủy ban nhân dân huyện.' },
        decision: {
          competence: 'beyond',
          direction: 'Báo cáo Ủy ban nhân dân huyện đề nghị cơ quan có thẩm quyền xác định thời hạn thực hiện dự án.',
        },
        end: {
          how: 'escalate',
          to: 'ubndHuyen',
          on: '2023-11-23',
          says: 'Đề nghị Ủy ban nhân dân huyện kiến nghị chủ đầu tư công bố thời hạn thu hồi hoặc điều chỉnh mốc giới.',
          answer: {
            on: '2023-12-18',
            told: '2023-12-20',
            says: 'Huyện đã có văn bản đề nghị chủ đầu tư; mốc giới được rà soát, điều chỉnh trong năm 2024, trong thời gian chờ các hộ được cấp phép xây dựng có thời hạn.',
          },
        },
      },
    ],
  },
  {
    on: '2023-11-02',
    ...registered,
    who: villager('Hoàng Thị Bốn', 'ducThanh'),
    contents: [
      answered({
        key: 'bao-hiem-y-te-nong-dan',
        area: 'health',
        lead: 'vhxh',
        says: 'Xã về đích nông thôn mới nâng cao thì người cận nghèo có mất thẻ bảo hiểm y tế không?',
        answer: 'Hộ cận nghèo vẫn được hỗ trợ 100% theo Nghị quyết của HĐND tỉnh đến hết năm 2025.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-11-03',
    channel: 'village',
    who: villager('Lê Khả Năng', 'trinhThon'),
    contents: [
      answered({
        key: 'ma-tuy-thanh-nien',
        area: 'publicSecurity',
        sphere: 'publicSecurity',
        urgency: 'urgent',
        lead: 'congan',
        says: 'Có nhóm thanh niên tụ tập ở nhà văn hóa cũ nghi sử dụng ma túy. Đề nghị kiểm tra.',
        answer:
          'Công an xã đã kiểm tra ba đêm, lập hồ sơ quản lý 02 người sử dụng trái phép, vận động 01 người cai nghiện tự nguyện; thôn khóa cổng nhà văn hóa cũ sau 21 giờ.',
        by: TRUONG_CONG_AN,
      }),
    ],
  },
  {
    on: '2023-11-03',
    ...registered,
    who: villager('Nguyễn Thị Mừng', 'phuTrung'),
    contents: [
      answered({
        key: 'lua-dao-qua-mang',
        area: 'publicSecurity',
        sphere: 'publicSecurity',
        lead: 'congan',
        says: 'Nhiều bà con bị gọi điện giả danh công an, điện lực lừa chuyển tiền. Đề nghị tuyên truyền cụ thể.',
        answer:
          'Đã phát 12 bài trên loa, lập nhóm Zalo từng thôn; có nghi ngờ gọi trực ban Công an xã, tuyệt đối không đọc mã OTP.',
        by: TRUONG_CONG_AN,
      }),
    ],
  },
  {
    on: '2023-11-06',
    ...registered,
    who: villager('Lê Văn Thịnh', 'phuThuong'),
    contents: [
      answered({
        key: 'cai-tao-nghia-dia',
        area: 'construction',
        lead: 'diachinh',
        says: 'Nghĩa địa Đồng Bưởi hết chỗ, mộ đặt lộn xộn.',
        answer: 'Quy hoạch mở rộng 0,8 ha đã duyệt; ban hành quy chế quản trang trong quý I/2024.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-11-07',
    channel: 'letter',
    who: { kind: 'unnamed' },
    contents: [
      replied({
        key: 'xa-thai-chan-nuoi',
        area: 'environment',
        kind: 'feedback',
        lead: 'diachinh',
        says: 'Trang trại lợn ở đồng Cồn xả thải ra mương ban đêm.',
        prepared: 'Xã kiểm tra và trả lời công khai tại thôn.',
        letter: {
          issued: '2023-11-28',
          sent: '2023-11-29',
          says: 'Kiểm tra ngày 21/11/2023: trang trại có 01 hầm biogas đầy, nước thải tràn; đã xử phạt 4 triệu đồng, yêu cầu xây thêm bể lắng trước ngày 31/12/2023. Kết quả niêm yết tại nhà văn hóa thôn.',
        },
      }),
    ],
  },
  {
    on: '2023-11-15',
    ...hall,
    who: villager('Lê Thị Duyên Hải', 'phuKhe'),
    contents: [
      answered({
        key: 'vay-von-xkld',
        area: 'labour',
        lead: 'vhxh',
        unprepared: true,
        says: 'Con em muốn đi xuất khẩu lao động thì vay vốn ở đâu?',
        answer:
          'Ngân hàng Chính sách xã hội cho vay đến 100 triệu đồng không cần thế chấp với hộ nghèo, cận nghèo; liên hệ tổ vay vốn Hội Phụ nữ.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-11-15',
    ...hall,
    who: villager('Trịnh Văn Bường', 'trinhThon'),
    contents: [
      answered({
        key: 'sap-xep-thon',
        area: 'partyBuilding',
        sphere: 'party',
        kind: 'opinion',
        lead: 'vhxh',
        unprepared: true,
        says: 'Nghe nói sắp sáp nhập xã, cán bộ dôi dư giải quyết thế nào, tên xã có giữ không?',
        answer:
          'Việc sắp xếp thực hiện theo đề án của tỉnh, sẽ lấy ý kiến cử tri công khai; Đảng ủy thông tin đến từng thôn khi có chủ trương.',
        by: BI_THU,
      }),
    ],
  },
  {
    on: '2023-11-15',
    ...hall,
    who: villager('Nguyễn Hữu Tường', 'ducThanh'),
    contents: [
      answered({
        key: 'nha-van-hoa-duc-thanh',
        area: 'culture',
        lead: 'vhxh',
        unprepared: true,
        says: 'Nhà văn hóa thôn Đức Thành hỏng mái tôn.',
        answer: 'Hỗ trợ 30 triệu đồng sửa chữa, thôn triển khai trước Tết Nguyên đán.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-11-15',
    ...hall,
    who: villager('Lê Thị Ngát', 'trungTay'),
    contents: [
      answered({
        key: 'dang-ky-thuong-tru',
        area: 'publicSecurity',
        sphere: 'publicSecurity',
        lead: 'congan',
        unprepared: true,
        says: 'Đăng ký thường trú cho con mới sinh trên mạng bị trả lại, không biết thiếu gì.',
        answer:
          'Công an xã hướng dẫn tại chỗ, hồ sơ thiếu ảnh giấy khai sinh; đã tiếp nhận lại và giải quyết trong ngày.',
        by: TRUONG_CONG_AN,
      }),
    ],
  },
  {
    on: '2023-11-15',
    ...hall,
    who: villager('Lê Đức Thuận', 'phuThuong'),
    contents: [
      replied({
        key: 'tranh-chap-ranh-gioi',
        area: 'land',
        lead: 'diachinh',
        says: 'Ranh giới đất giữa hai nhà bị lấn khi xây tường rào, hòa giải thôn không thành.',
        deferred: 'Cần đo đạc lại hiện trạng.',
        letter: {
          issued: '2023-12-04',
          sent: '2023-12-05',
          channel: 'villageHead',
          says: 'Đo đạc ngày 27/11/2023: tường rào lấn 0,35 m; xã tổ chức hòa giải thành ngày 01/12/2023, hai bên thống nhất tháo dỡ phần lấn.',
        },
        settled: { on: '2023-12-14', says: 'Đã tháo dỡ phần tường lấn ngày 12/12/2023.' },
      }),
    ],
  },
]
