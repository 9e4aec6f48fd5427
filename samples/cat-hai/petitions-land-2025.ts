import { answered, organization, replied, type SampleSubmission, villager } from '../sample-petition.ts'
import { CHU_TICH } from './cat-hai-voices.ts'

/** Land, compensation, roads, water and power; what was heard for the conference of 29/10/2025. */
export const landPetitions2025: SampleSubmission[] = [
  {
    on: '2025-09-23',
    channel: 'citizenReception',
    who: villager('Bùi Văn Tạo', 'hoaHy', { phone: '0915 773 602' }),
    contents: [
      replied({
        key: 'gia-boi-thuong',
        area: 'siteClearance',
        urgency: 'urgent',
        lead: 'bqlda',
        supporting: [
          {
            agency: 'kinhte',
            says: 'Giá đất cụ thể được xác định tại thời điểm phê duyệt phương án; Phòng Kinh tế cung cấp hồ sơ thẩm định giá cho Ban Quản lý dự án.',
          },
        ],
        says: 'Đất vườn của gia đình bị thu hồi làm đường sau cảng được áp giá thấp hơn hộ liền kề bồi thường đợt trước. Đề nghị xem lại giá và giải thích rõ.',
        prepared:
          'Ban Quản lý dự án đang đối chiếu hồ sơ hai đợt bồi thường, sẽ trả lời bằng văn bản kèm căn cứ tính giá.',
        deferred: 'Cần đối chiếu hồ sơ địa chính của hai đợt thu hồi.',
        letter: {
          issued: '2025-11-28',
          sent: '2025-12-01',
          says: 'Thửa đất số 142 của gia đình ông là đất trồng cây lâu năm xen kẽ trong khu dân cư; hộ liền kề được bồi thường theo giá đất ở do có giấy chứng nhận. Giá áp dụng đúng bảng giá tại thời điểm phê duyệt. Ông có quyền khiếu nại theo quy định của Luật Khiếu nại nếu không đồng ý.',
        },
        settled: {
          on: '2025-12-19',
          says: 'Đã mời ông Tạo đối chiếu hồ sơ ngày 18/12/2025; hỗ trợ bổ sung 50% giá đất ở đối với 86 m² liền kề theo quy định.',
        },
        asked: {
          on: '2026-01-09',
          agrees: false,
          says: 'Tôi chưa đồng ý vì phần đất vườn vẫn tính giá thấp, tôi tiếp tục kiến nghị.',
        },
      }),
    ],
  },
  {
    on: '2025-09-25',
    channel: 'letter',
    who: {
      kind: 'group',
      name: '23 hộ dân khu tái định cư Nghĩa Lộ',
      representative: 'Lê Văn Chiến',
      headcount: 23,
      village: 'nghiaLo',
      phone: '0977 021 884',
    },
    text: 'Đơn của 23 hộ dân thôn Nghĩa Lộ thuộc diện tái định cư, có danh sách và chữ ký kèm theo, ông Lê Văn Chiến đại diện.',
    contents: [
      replied({
        key: 'giao-dat-tai-dinh-cu',
        area: 'siteClearance',
        urgency: 'urgent',
        lead: 'bqlda',
        says: 'Chúng tôi đã bàn giao mặt bằng 14 tháng, bốc thăm lô tái định cư rồi nhưng chưa được giao đất vì hạ tầng chưa xong, phải đi thuê nhà. Đề nghị nói rõ ngày giao đất và hỗ trợ thêm tiền thuê nhà.',
        prepared:
          'Hạ tầng khu tái định cư đạt 85% khối lượng, còn hệ thống điện và thoát nước. Ban Quản lý dự án báo cáo thời hạn cụ thể tại hội nghị.',
        promise: {
          by: '2025-12-15',
          says: 'Giao đất thực địa cho 23 hộ trước ngày 15/12/2025, hỗ trợ thêm tiền thuê nhà đến ngày nhận đất.',
        },
        letter: {
          issued: '2025-11-26',
          sent: '2025-11-27',
          channel: 'villageHead',
          says: 'Ban Quản lý dự án hoàn thành đóng điện, đấu nối thoát nước trước ngày 10/12/2025; giao đất thực địa cho 23 hộ từ ngày 10 đến ngày 13/12/2025; hỗ trợ thuê nhà thêm 03 tháng theo mức đang chi trả.',
        },
        settled: {
          on: '2025-12-12',
          says: 'Đã giao đất thực địa cho 23/23 hộ (biên bản các ngày 10 - 12/12/2025), chi trả tiền thuê nhà bổ sung.',
        },
        asked: { on: '2025-12-26', agrees: true, says: 'Các hộ đã nhận đất, đề nghị sớm cấp giấy chứng nhận.' },
      }),
    ],
  },
  {
    on: '2025-09-29',
    channel: 'citizenReception',
    who: villager('Phạm Thị Dần', 'dongBai', { address: 'Xóm 2, thôn Đồng Bài' }),
    writtenBy: 'Nguyễn Thùy Linh (ghi theo lời kể, đã đọc lại cho bà Dần nghe và điểm chỉ)',
    contents: [
      replied({
        key: 'dat-lam-muoi',
        area: 'land',
        lead: 'kinhte',
        says: 'Bà con làm muối Đồng Bài có ruộng muối khai hoang từ trước năm 1993, nay bỏ hoang vì không làm được muối nữa. Xin hỏi có được cấp giấy, được chuyển sang nuôi trồng hay được hỗ trợ gì không.',
        prepared:
          'Phòng Kinh tế đang rà soát 41 ha đất làm muối cũ, cần xác minh nguồn gốc từng thửa; trả lời bằng văn bản.',
        letter: {
          drafted: '2025-12-08',
          issued: '2025-12-09',
          sent: '2025-12-10',
          channel: 'villageHead',
          says: 'Diện tích ruộng muối của gia đình bà (1.120 m², thửa 77) có trong sổ mục kê năm 1994, đủ điều kiện đăng ký, cấp giấy chứng nhận đất làm muối. Việc chuyển sang nuôi trồng thủy sản phải phù hợp quy hoạch sử dụng đất đặc khu đang lập; Phòng Kinh tế cử cán bộ về thôn hướng dẫn kê khai ngày 20/12/2025.',
        },
        settled: {
          on: '2026-01-06',
          says: 'Đã hướng dẫn và tiếp nhận hồ sơ đăng ký của bà Dần ngày 20/12/2025; hẹn trả giấy ngày 20/02/2026.',
        },
        asked: { on: '2026-01-13', agrees: true, says: 'Cán bộ về tận nhà làm giúp, tôi cảm ơn.' },
      }),
    ],
  },
  {
    on: '2025-09-30',
    channel: 'village',
    who: villager('Ngô Văn Thực', 'hoangChau'),
    contents: [
      answered({
        key: 'cap-giay-lan-dau',
        area: 'land',
        lead: 'kinhte',
        says: 'Thôn Hoàng Châu còn hơn 40 hộ ở đất ông cha để lại chưa được cấp giấy chứng nhận lần đầu. Đề nghị làm tập trung cho dân đỡ đi lại.',
        answer:
          'Tổ lưu động của Phòng Kinh tế và Trung tâm Phục vụ hành chính công về thôn Hoàng Châu các ngày 18, 19 và 25/11/2025 để kê khai, đo đạc tập trung; phấn đấu cấp giấy xong trước ngày 31/3/2026.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2025-10-01',
    channel: 'fatherlandFront',
    forwardedBy: 'mttq',
    by: 'front',
    who: villager('Đặng Văn Lượng', 'vanPhong'),
    contents: [
      {
        key: 'ke-bien-hu-hong',
        area: 'water',
        urgency: 'urgent',
        lead: 'kinhte',
        group: 'verifyAndReplyLater',
        says: 'Đoạn kè biển phía tây thôn Văn Phong dài khoảng 120 m bị sóng đánh sạt mái, mùa bão tới rất nguy hiểm. Đề nghị tu sửa.',
        prepared: {
          says: 'Tuyến đê, kè biển Cát Hải do thành phố quản lý; đặc khu đã cắm biển cảnh báo, chuẩn bị vật tư xử lý giờ đầu và chuyển kiến nghị đến cơ quan quản lý.',
        },
        end: {
          how: 'transfer',
          to: 'sonnmt',
          on: '2025-11-11',
          reason: 'Tuyến kè thuộc phạm vi quản lý của Sở Nông nghiệp và Môi trường (Chi cục Thủy lợi).',
          answer: {
            on: '2025-12-15',
            says: 'Sở Nông nghiệp và Môi trường đã kiểm tra ngày 28/11/2025, đưa 120 m kè Văn Phong vào danh mục tu bổ đê điều năm 2026, khởi công trước ngày 15/4/2026.',
          },
        },
      },
    ],
  },
  {
    on: '2025-10-02',
    channel: 'village',
    who: villager('Trịnh Thị Lụa', 'hienHao'),
    contents: [
      replied({
        key: 'nuoc-sach-hien-hao',
        area: 'water',
        urgency: 'urgent',
        lead: 'capnuoc',
        says: 'Thôn Hiền Hào vẫn dùng nước giếng nhiễm mặn, mùa khô phải mua nước 120 nghìn đồng một khối. Đề nghị kéo đường ống nước sạch về thôn.',
        prepared:
          'Xí nghiệp Cấp nước Cát Bà báo cáo đã có thiết kế tuyến ống D160 Xuân Đám – Hiền Hào, đang hoàn thiện thủ tục đầu tư.',
        letter: {
          issued: '2025-11-27',
          sent: '2025-11-28',
          number: '186/CV-CNCB',
          channel: 'villageHead',
          says: 'Tuyến ống D160 dài 3,4 km khởi công ngày 15/01/2026, hoàn thành trước ngày 30/6/2026; trong thời gian chờ, xe téc cấp nước miễn phí hai ngày một chuyến vào mùa khô.',
        },
      }),
    ],
  },
  {
    on: '2025-10-03',
    channel: 'village',
    who: villager('Phạm Văn Cảnh', 'xuanDam'),
    contents: [
      {
        key: 'dien-yeu',
        area: 'electricity',
        lead: 'kinhte',
        group: 'verifyAndReplyLater',
        says: 'Điện ở Xuân Đám buổi tối mùa hè yếu, bơm nước không lên, trạm biến áp quá tải từ khi có mấy khu nghỉ dưỡng. Đề nghị thêm trạm.',
        prepared: {
          says: 'Việc nâng công suất trạm biến áp thuộc Điện lực Cát Hải; đặc khu chuyển kiến nghị và đề nghị trả lời cho bà con.',
        },
        end: {
          how: 'transfer',
          to: 'dienluc',
          on: '2025-11-11',
          reason: 'Việc đầu tư, nâng cấp trạm biến áp và lưới điện thuộc trách nhiệm của Điện lực Cát Hải.',
          answer: {
            on: '2025-12-03',
            says: 'Điện lực Cát Hải lắp bổ sung 01 trạm biến áp 400 kVA tại Xuân Đám, đóng điện ngày 28/11/2025; điện áp cuối nguồn đạt 218 V giờ cao điểm.',
          },
        },
      },
    ],
  },
  {
    on: '2025-10-06',
    channel: 'letter',
    who: villager('Vũ Văn Tư', 'haiSon', { phone: '0388 402 117' }),
    contents: [
      replied({
        key: 'ranh-thoat-nuoc-hai-son',
        area: 'water',
        urgency: 'urgent',
        lead: 'congcong',
        repeatOf: 'cu-ranh-hai-son',
        continued: true,
        says: 'Tháng 8 đã trả lời là nạo vét rãnh thoát nước thôn Hải Sơn nhưng mưa ngày 30/9 vẫn ngập vào 9 nhà. Đề nghị làm cống hộp chứ không nạo vét tạm.',
        prepared:
          'Ban Quản lý công trình công cộng đã nạo vét 320 m; việc thay cống hộp cần lập dự toán, sẽ trả lời bằng văn bản.',
        letter: {
          issued: '2025-11-25',
          sent: '2025-11-26',
          channel: 'villageHead',
          says: 'Thay 85 m rãnh bằng cống hộp BTCT 800 x 800 đoạn qua 9 hộ, dự toán 640 triệu đồng từ nguồn sự nghiệp kinh tế năm 2026, khởi công ngày 05/01/2026, hoàn thành trước ngày 28/02/2026.',
        },
        asked: { on: '2025-12-23', agrees: true, says: 'Đồng ý với phương án làm cống hộp, mong làm đúng hẹn.' },
      }),
    ],
  },
  {
    on: '2025-10-07',
    channel: 'electedDeputy',
    who: villager('Đoàn Thị Hạt', 'lienMinh'),
    text: 'Cử tri kiến nghị qua tổ đại biểu Hội đồng nhân dân đặc khu số 3.',
    contents: [
      replied({
        key: 'duong-lien-minh',
        area: 'transport',
        lead: 'bqlda',
        repeatOf: 'cu-duong-lien-minh',
        continued: true,
        says: 'Đường dốc vào thôn Liên Minh đã vá nhưng vẫn hẹp, hai xe không tránh nhau được, khách du lịch bị ngã. Tiếp tục đề nghị mở rộng và làm lan can.',
        prepared: 'Đã có chủ trương mở rộng điểm tránh xe; Ban Quản lý dự án trả lời cụ thể sau khi khảo sát.',
        letter: {
          issued: '2025-11-28',
          sent: '2025-11-28',
          says: 'Năm 2026 làm 05 điểm tránh xe, 380 m hộ lan mềm và gờ giảm tốc trên tuyến vào thôn Liên Minh, tổng mức 1,9 tỷ đồng; thi công tháng 4 - 6/2026.',
        },
      }),
    ],
  },
  {
    on: '2025-10-08',
    channel: 'letter',
    who: villager('Trịnh Văn Thế', 'hoangChau', { phone: '0966 310 845' }),
    contents: [
      replied({
        key: 'quy-hoach-treo',
        area: 'construction',
        lead: 'kinhte',
        says: 'Nhà tôi nằm trong ranh giới quy hoạch khu dịch vụ hậu cần cảng từ năm 2012, không được xây mới, sửa chữa lớn. Đề nghị cho biết quy hoạch còn hiệu lực không.',
        prepared: 'Phòng Kinh tế đang rà soát hiệu lực của quy hoạch phân khu; trả lời bằng văn bản.',
        letter: {
          issued: '2025-11-24',
          sent: '2025-11-25',
          says: 'Quy hoạch phân khu hậu cần cảng đã được điều chỉnh tháng 6/2025, thửa đất của gia đình ông không còn nằm trong ranh giới dự án; gia đình được cấp giấy phép xây dựng theo quy định chung.',
        },
        settled: { on: '2025-12-17', says: 'Đã cấp giấy phép xây dựng cho gia đình ông Thế ngày 16/12/2025.' },
        asked: { on: '2026-01-05', agrees: true, says: 'Gia đình đã được cấp phép.' },
      }),
    ],
  },
  {
    on: '2025-10-09',
    channel: 'speechRegistration',
    who: villager('Lê Thị Thoan', 'phuLong'),
    contents: [
      replied({
        key: 'dam-tom-bo-hoang',
        area: 'fishery',
        audience: 'farmers',
        lead: 'kinhte',
        says: 'Hơn 30 ha đầm tôm Phù Long sát rừng ngập mặn bỏ hoang, hết hạn thuê không ai thanh lý. Đề nghị cho dân thuê lại nuôi quảng canh gắn với trồng rừng.',
        prepared:
          'Phòng Kinh tế đang thanh lý 07 hợp đồng hết hạn; phương án cho thuê lại sẽ được trả lời bằng văn bản.',
        letter: {
          issued: '2025-11-27',
          sent: '2025-11-28',
          channel: 'villageHead',
          says: 'Đã thanh lý 05/07 hợp đồng; quý I/2026 đấu giá quyền thuê 18 ha theo mô hình tôm – rừng, ưu tiên hộ có hộ khẩu tại Phù Long; 12 ha sát rừng ngập mặn giao trồng phục hồi rừng.',
        },
      }),
    ],
  },
  {
    on: '2025-10-10',
    channel: 'speechRegistration',
    who: villager('Tô Thị Vinh', 'dongBai'),
    contents: [
      replied({
        key: 'bui-xe-container',
        area: 'environment',
        urgency: 'urgent',
        lead: 'congan',
        supporting: [
          {
            agency: 'kinhte',
            says: 'Phòng Kinh tế yêu cầu 04 doanh nghiệp bãi container tưới đường 03 lần/ngày và lắp hệ thống rửa lốp.',
          },
        ],
        says: 'Xe container ra vào cảng chạy qua thôn Đồng Bài bụi mù, ban đêm bóp còi, chạy nhanh. Đề nghị cấm giờ và tưới đường.',
        prepared:
          'Công an đặc khu đã đề xuất phân luồng; trả lời bằng văn bản sau khi thống nhất với doanh nghiệp cảng.',
        letter: {
          issued: '2025-11-21',
          sent: '2025-11-24',
          says: 'Từ ngày 01/12/2025 cấm xe container qua khu dân cư Đồng Bài từ 22 giờ đến 5 giờ, tốc độ tối đa 40 km/giờ; đã lắp 02 điểm ghi hình; doanh nghiệp tưới đường ngày 03 lần.',
        },
        settled: {
          on: '2025-12-16',
          says: 'Đã cắm biển, lắp camera; xử phạt 21 trường hợp trong nửa tháng đầu tháng 12/2025.',
        },
        asked: { on: '2025-12-30', agrees: true, says: 'Ban đêm đã yên hơn, bụi giảm.' },
      }),
    ],
  },
  {
    on: '2025-10-13',
    channel: 'letter',
    who: organization('Hội làng nghề nước mắm Cát Hải', 'Đinh Văn Kha', { village: 'nghiaLo' }),
    contents: [
      replied({
        key: 'cum-nghe-nuoc-mam',
        area: 'publicInvestment',
        audience: 'entrepreneurs',
        lead: 'kinhte',
        says: 'Các hộ làm nước mắm phải di dời khỏi khu dân cư nhưng chưa có cụm làng nghề. Đề nghị bố trí mặt bằng, giữ được thương hiệu nước mắm Cát Hải.',
        prepared: 'Phòng Kinh tế đang đề xuất vị trí 5 ha tại Hoàng Châu, cần ý kiến của Sở Xây dựng về quy hoạch.',
        letter: {
          drafted: '2025-12-04',
          issued: '2025-12-05',
          sent: '2025-12-08',
          says: 'Vị trí cụm làng nghề 5 ha tại Hoàng Châu đã được đưa vào điều chỉnh quy hoạch chung đặc khu; trong thời gian chờ, các hộ được tiếp tục sản xuất tại chỗ đến hết năm 2027 với điều kiện có bể chứa kín. Phòng Kinh tế xin lỗi vì trả lời chậm 05 ngày làm việc.',
        },
      }),
    ],
  },
  {
    on: '2025-10-29',
    channel: 'atConference',
    raised: 'atConference',
    by: 'minutes',
    who: villager('Phạm Thị Gấm', 'haiSon'),
    contents: [
      answered({
        key: 'den-duong-xuyen-dao',
        area: 'electricity',
        lead: 'congcong',
        unprepared: true,
        says: 'Đường xuyên đảo đoạn qua Hải Sơn, Phú Cường hỏng đèn gần một cây số, tối đi làm về rất nguy hiểm.',
        answer:
          'Giao Ban Quản lý công trình công cộng thay 34 bóng đèn hỏng xong trước ngày 10/11/2025, báo cáo lại người chủ trì.',
        by: CHU_TICH,
      }),
    ],
  },
]
