import { answered, organization, replied, type SampleSubmission, villager } from '../sample-petition.ts'

export const HUYEN_BI_THU = 'Bí thư Huyện ủy Hoàng Quang Tuyến'
export const HUYEN_CHU_TICH = 'Chủ tịch UBND huyện Lò Văn Hương'
const front = { channel: 'fatherlandFront', by: 'front', forwardedBy: 'mttq' } as const
const hall = { channel: 'atConference', raised: 'atConference', by: 'minutes' } as const

/** What the people of Khoen On raised for the dialogue of 14/9/2023. */
export const khoenOnPetitions: SampleSubmission[] = [
  {
    on: '2023-08-21',
    channel: 'village',
    who: villager('Lò Văn Pâng', 'banOn'),
    interpreter: 'tiếng Thái',
    contents: [
      replied({
        key: 'cap-giay-dat-nuong',
        area: 'land',
        urgency: 'urgent',
        sphere: 'government',
        audience: 'communePeople',
        lead: 'tnmt',
        says: 'Dân bản On đã đo đất ruộng, nương từ năm 2018 nhưng chưa có giấy chứng nhận. Đề nghị huyện cấp giấy cho bà con vay vốn.',
        prepared: 'Phòng TN&MT đang kiểm tra hồ sơ đo đạc 118 hộ, trả lời bằng văn bản.',
        letter: {
          issued: '2023-10-02',
          sent: '2023-10-03',
          channel: 'villageHead',
          says: 'Đã có 96/118 hồ sơ đủ điều kiện, cấp giấy trong quý IV/2023; 22 hồ sơ còn vướng ranh giới rừng, huyện cử tổ công tác về bản đo lại trước ngày 30/11/2023.',
        },
        settled: { on: '2023-12-20', says: 'Đã trao 96 giấy chứng nhận tại bản On ngày 18/12/2023.' },
        asked: { on: '2024-01-10', agrees: true, says: 'Bà con đã nhận giấy, còn 22 hộ đề nghị làm nốt.' },
      }),
    ],
  },
  {
    on: '2023-08-22',
    channel: 'village',
    who: villager('Giàng A Sử', 'banCheHang'),
    interpreter: 'tiếng Mông',
    writtenBy: 'Công chức Văn hóa - Xã hội xã (ghi theo lời kể, qua người phiên dịch)',
    contents: [
      replied({
        key: 'duong-che-hang',
        area: 'transport',
        urgency: 'urgent',
        audience: 'communePeople',
        lead: 'kinhteht',
        complex: 'Phải khảo sát thiết kế lại tuyến và bố trí vốn từ chương trình mục tiêu quốc gia.',
        says: 'Đường lên bản Chế Hạng mùa mưa xe máy không đi được, trẻ con nghỉ học, người ốm phải khiêng. Đề nghị làm đường bê tông.',
        prepared: 'Phòng KT&HT đang khảo sát 5,6 km, cần thời gian cân đối vốn.',
        letter: {
          issued: '2023-10-23',
          sent: '2023-10-24',
          channel: 'villageHead',
          says: 'Đưa 5,6 km đường bản Chế Hạng vào Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi, vốn 11,2 tỷ đồng, thi công năm 2024; trước mắt rải đá 1,2 km đoạn lầy nhất trong tháng 11/2023.',
        },
        settled: { on: '2023-12-08', says: 'Đã rải đá 1,2 km; hồ sơ thiết kế được phê duyệt.' },
      }),
    ],
  },
  {
    on: '2023-08-23',
    ...front,
    who: organization('Hội Nông dân xã Khoen On', 'Lường Văn Ủa', { village: 'banMui' }),
    contents: [
      answered({
        key: 'giong-che-que',
        area: 'agriculture',
        audience: 'organizations',
        lead: 'nongnghiep',
        says: 'Bà con muốn trồng quế, mắc ca nhưng không biết giống nào tốt, bán cho ai.',
        answer:
          'Huyện hỗ trợ 70% giống quế cho 45 ha năm 2024, ký liên kết bao tiêu với hợp tác xã Than Uyên; cán bộ khuyến nông về từng bản trong tháng 10.',
        by: HUYEN_CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-08-24',
    channel: 'electedDeputy',
    who: villager('Hoàng Thị Ơn', 'banHuaDan'),
    contents: [
      answered({
        key: 'truong-ban-tru',
        area: 'education',
        audience: 'communePeople',
        lead: 'gddt',
        says: 'Học sinh bán trú trường cấp 2 Khoen On thiếu nhà ở, 14 cháu một phòng.',
        answer:
          'Đã bố trí 3,1 tỷ đồng xây 06 phòng ở bán trú, bàn giao trước năm học 2024 - 2025; trước mắt bổ sung giường tầng.',
        by: HUYEN_CHU_TICH,
      }),
    ],
  },
  {
    on: '2023-08-25',
    channel: 'letter',
    who: villager('Mùa A Chớ', 'banTaLom'),
    interpreter: 'tiếng Mông',
    contents: [
      {
        key: 'dien-luoi-ta-lom',
        area: 'electricity',
        audience: 'communePeople',
        lead: 'kinhteht',
        group: 'verifyAndReplyLater',
        says: 'Bản Tà Lồm 31 hộ chưa có điện lưới, dùng nước suối phát điện, mùa khô không có.',
        prepared: { says: 'Thuộc dự án cấp điện nông thôn của ngành điện; huyện chuyển kiến nghị đến Điện lực.' },
        end: {
          how: 'transfer',
          to: 'dienluc',
          on: '2023-09-20',
          reason: 'Đầu tư lưới điện thuộc trách nhiệm của ngành điện.',
          answer: { on: '2023-10-16', says: 'Đã đưa bản Tà Lồm vào dự án cấp điện giai đoạn 2024 - 2025.' },
        },
      },
    ],
  },
  {
    on: '2023-08-25',
    ...front,
    who: organization('Hội Liên hiệp Phụ nữ xã Khoen On', 'Lò Thị Chính', { village: 'banOn' }),
    contents: [
      answered({
        key: 'tao-hon',
        area: 'ethnicReligion',
        audience: 'organizations',
        lead: 'ldtbxh',
        says: 'Tình trạng tảo hôn ở các bản vùng cao còn nhiều. Đề nghị huyện có biện pháp mạnh hơn.',
        answer:
          'Giao xã ký cam kết với 100% hộ có con 13 - 18 tuổi, đưa vào hương ước; trường học và công an phối hợp phát hiện sớm.',
        by: HUYEN_BI_THU,
      }),
    ],
  },
  {
    on: '2023-08-28',
    channel: 'speechRegistration',
    who: villager('Lường Thị Biên', 'banMui'),
    interpreter: 'tiếng Thái',
    contents: [
      replied({
        key: 'nuoc-sinh-hoat-ban-mui',
        area: 'water',
        urgency: 'urgent',
        audience: 'communePeople',
        lead: 'nongnghiep',
        says: 'Công trình nước bản Mùi hỏng đầu nguồn từ trận lũ tháng 8, 64 hộ phải gánh nước.',
        prepared: 'Phòng NN&PTNT kiểm tra, lập phương án sửa chữa, trả lời bằng văn bản.',
        promise: { by: '2023-09-30', says: 'Trước ngày 30/9 sửa xong đầu mối tạm để bà con có nước.' },
        letter: {
          issued: '2023-09-28',
          sent: '2023-09-29',
          channel: 'villageHead',
          says: 'Đã sửa xong đập đầu mối tạm ngày 27/9/2023; nâng cấp 2,1 km đường ống từ nguồn dự phòng, hoàn thành trước ngày 31/12/2023.',
        },
        settled: { on: '2023-12-26', says: 'Đã thay 2,1 km đường ống, 64/64 hộ có nước.' },
        asked: { on: '2024-01-10', agrees: true, says: 'Nước đã về bản.' },
      }),
    ],
  },
  {
    on: '2023-08-28',
    channel: 'speechRegistration',
    who: villager('Lò Văn Hặc', 'banHuaDan'),
    contents: [
      replied({
        key: 'boi-thuong-thuy-dien',
        area: 'siteClearance',
        urgency: 'urgent',
        audience: 'communePeople',
        lead: 'tnmt',
        complex:
          'Liên quan đến hồ sơ bồi thường lòng hồ thủy điện Huội Quảng nhiều thời kỳ, cần làm việc với chủ đầu tư.',
        says: 'Đất nương bán ngập lòng hồ thủy điện chưa được đền bù hết, dân tranh chấp với nhau.',
        prepared: 'Phòng TN&MT đang đối chiếu hồ sơ với chủ đầu tư, trả lời theo thời hạn vụ việc phức tạp.',
        deferred: 'Cần kiểm tra thực địa cùng chủ đầu tư.',
        letter: {
          issued: '2023-10-25',
          sent: '2023-10-26',
          channel: 'villageHead',
          says: 'Kết quả kiểm tra ngày 11 - 13/10/2023: 07 hộ còn 1,8 ha bán ngập chưa kiểm đếm; chủ đầu tư cam kết lập phương án bồi thường bổ sung trong quý I/2024.',
        },
      }),
    ],
  },
  {
    on: '2023-08-29',
    channel: 'village',
    who: villager('Hoàng Văn Sươi', 'banNoongQuang'),
    interpreter: 'tiếng Thái',
    contents: [
      {
        key: 'song-dien-thoai-noong-quang',
        area: 'telecommunications',
        audience: 'communePeople',
        lead: 'kinhteht',
        group: 'noteAndReportUp',
        says: 'Bản Noong Quang không có sóng điện thoại, không làm được căn cước gắn chíp, định danh điện tử.',
        prepared: { says: 'Báo cáo Ủy ban nhân dân tỉnh đề nghị doanh nghiệp viễn thông phủ sóng vùng lõm.' },
        decision: { competence: 'beyond', direction: 'Trình Ủy ban nhân dân tỉnh.' },
        end: {
          how: 'escalate',
          to: 'ubndTinh',
          on: '2023-09-22',
          says: 'Đề nghị Ủy ban nhân dân tỉnh chỉ đạo doanh nghiệp viễn thông phủ sóng 03 bản vùng lõm xã Khoen On.',
          answer: {
            on: '2023-11-06',
            told: '2023-11-08',
            says: 'Tỉnh đã đưa bản Noong Quang vào danh sách phủ sóng năm 2024.',
          },
        },
      },
    ],
  },
  {
    on: '2023-09-14',
    ...hall,
    who: villager('Giàng Thị Dợ', 'banCheHang'),
    interpreter: 'tiếng Mông',
    contents: [
      replied({
        key: 'ho-ngheo-che-hang',
        area: 'socialPolicy',
        audience: 'communePeople',
        lead: 'ldtbxh',
        says: 'Nhà tôi mới ra ở riêng, nghèo nhưng không được vào danh sách hộ nghèo.',
        deferred: 'Nội dung mới phát sinh, cần xác minh tại bản.',
        verified: {
          on: '2023-09-20',
          says: 'Tổ xác minh về bản ngày 19/9/2023: gia đình có 04 khẩu, nhà tạm, đạt tiêu chí hộ nghèo phát sinh.',
        },
        letter: {
          issued: '2023-09-29',
          sent: '2023-10-02',
          channel: 'villageHead',
          says: 'Gia đình được bổ sung vào danh sách hộ nghèo phát sinh từ tháng 10/2023, hưởng hỗ trợ nhà ở 44 triệu đồng.',
        },
        settled: { on: '2023-12-11', says: 'Đã bàn giao nhà mới ngày 08/12/2023.' },
        asked: { on: '2024-01-10', agrees: true, says: 'Gia đình có nhà mới.' },
      }),
    ],
  },
  {
    on: '2023-09-14',
    ...hall,
    who: villager('Lò Thị Đôi', 'banOn'),
    contents: [
      answered({
        key: 'ban-van-dong-quy',
        area: 'cadreConduct',
        sphere: 'party',
        kind: 'feedback',
        audience: 'communePeople',
        lead: 'khoenOn',
        unprepared: true,
        says: 'Các khoản quỹ của bản thu nhiều lần, chưa công khai.',
        answer:
          'Huyện ủy yêu cầu Đảng ủy xã kiểm tra, công khai thu chi từng bản trong tháng 9, báo cáo Ban Dân vận Huyện ủy.',
        by: HUYEN_BI_THU,
      }),
    ],
  },
  {
    on: '2023-09-14',
    ...hall,
    who: villager('Mùa Thị Sông', 'banTaLom'),
    interpreter: 'tiếng Mông',
    contents: [
      answered({
        key: 'bhyt-che-do',
        area: 'health',
        audience: 'communePeople',
        lead: 'ldtbxh',
        unprepared: true,
        says: 'Thẻ bảo hiểm y tế của mấy nhà trong bản sai tên, đi viện không được thanh toán.',
        answer: 'Cán bộ bảo hiểm xã hội huyện đính chính tại bản ngày 20/9/2023; mang theo giấy khai sinh.',
        by: HUYEN_CHU_TICH,
      }),
    ],
  },
]

/** What came to the reception of citizens in the last weeks of the district, and went over to the new commune. */
export const lastPetitions2025: SampleSubmission[] = [
  {
    on: '2025-05-20',
    channel: 'citizenReception',
    who: villager('Lò Văn Thoan', 'banOn'),
    contents: [
      {
        key: 'sat-lo-ban-on',
        area: 'land',
        urgency: 'urgent',
        audience: 'communePeople',
        lead: 'tnmt',
        says: 'Sạt lở sau nhà 6 hộ bản On, đề nghị bố trí đất tái định cư.',
        end: { how: 'open' },
      },
    ],
  },
  {
    on: '2025-06-03',
    channel: 'citizenReception',
    who: villager('Giàng A Páo', 'banCheHang'),
    contents: [
      {
        key: 'cap-doi-giay-rung',
        area: 'land',
        audience: 'communePeople',
        lead: 'tnmt',
        says: 'Đề nghị cấp lại giấy giao đất rừng bị cháy nhà mất giấy.',
        end: { how: 'open' },
      },
    ],
  },
]
