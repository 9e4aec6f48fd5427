import { answered, organization, replied, type SampleSubmission, villager } from '../sample-petition.ts'
import { BI_THU, CHU_TICH } from './cat-hai-voices.ts'

/** Sea, islands, tourism and the bay; what was heard before the conference of 29/10/2025. */
export const seaPetitions2025: SampleSubmission[] = [
  {
    on: '2025-09-22',
    channel: 'letter',
    who: villager('Hoàng Thị Nhạn', 'nuiNgoc', { phone: '0904 118 273' }),
    text: 'Tôi ở tổ dân phố Núi Ngọc, bán hàng gần chợ cá đã hơn hai mươi năm. Xin kiến nghị hai việc: rác ở chợ cá và nước thải của mấy nhà hàng nổi. Mong lãnh đạo đặc khu quan tâm giải quyết để du khách còn muốn quay lại.',
    contents: [
      answered({
        key: 'rac-cho-ca',
        area: 'environment',
        urgency: 'urgent',
        lead: 'congcong',
        says: 'Rác ở chợ cá Cát Bà cuối tuần, ngày lễ dồn đống từ chiều đến sáng hôm sau mới có xe chở, mùi hôi vào tận nhà dân và khu khách sạn. Đề nghị tăng chuyến thu gom và đặt thêm thùng rác.',
        answer:
          'Từ 01/11/2025 Ban Quản lý công trình công cộng và Dịch vụ đô thị tăng thêm một chuyến thu gom lúc 20 giờ 30 các ngày thứ Sáu đến Chủ nhật và ngày lễ; bổ sung 12 thùng 660 lít quanh chợ cá, phân công tổ tự quản của chợ nhắc tiểu thương đổ rác đúng giờ.',
        by: CHU_TICH,
      }),
      replied({
        key: 'nuoc-thai-nha-hang-noi',
        area: 'environment',
        urgency: 'urgent',
        lead: 'bqlvinh',
        supporting: [
          {
            agency: 'congan',
            says: 'Công an đặc khu đã lập danh sách 14 cơ sở kinh doanh ăn uống trên bè; sẽ phối hợp kiểm tra đột xuất, xử lý theo Nghị định số 45/2022/NĐ-CP.',
          },
        ],
        says: 'Một số nhà hàng nổi khu vực vịnh Cát Bà xả thẳng nước rửa, dầu mỡ xuống vịnh, ban đêm váng nổi trắng. Đề nghị kiểm tra và công khai cơ sở vi phạm.',
        prepared:
          'Ban Quản lý các vịnh ghi nhận phản ánh; đang rà soát hệ thống thu gom, xử lý nước thải của 14 nhà hàng nổi, sẽ có kết quả bằng văn bản sau khi kiểm tra thực tế.',
        letter: {
          issued: '2025-11-25',
          sent: '2025-11-26',
          channel: 'villageHead',
          says: 'Qua kiểm tra 14 cơ sở từ ngày 12 đến ngày 20/11/2025: 09 cơ sở có bể thu gom và hợp đồng hút vận chuyển; 05 cơ sở chưa có bể tách dầu mỡ, đã lập biên bản và yêu cầu lắp đặt xong trước ngày 31/12/2025, quá thời hạn sẽ đình chỉ hoạt động. Danh sách được niêm yết tại bến tàu du lịch Cát Bà.',
        },
        settled: {
          on: '2026-01-05',
          says: '05/05 cơ sở đã lắp bể tách dầu mỡ, nghiệm thu ngày 30/12/2025; lập đường dây nóng nhận phản ánh xả thải.',
        },
        asked: {
          on: '2026-01-12',
          agrees: true,
          says: 'Nước đã trong hơn, đề nghị giữ việc kiểm tra đột xuất vào mùa hè.',
        },
      }),
    ],
  },
  {
    on: '2025-09-24',
    channel: 'citizenReception',
    who: villager('Phạm Văn Khoái', 'benBeo', { phone: '0936 402 518' }),
    contents: [
      replied({
        key: 'ho-tro-chuyen-nghe',
        area: 'fishery',
        urgency: 'urgent',
        lead: 'kinhte',
        supporting: [
          {
            agency: 'bqlvinh',
            says: 'Hồ sơ di dời bè của hộ ông Khoái đã được Ban Quản lý các vịnh xác nhận diện tích, số ô lồng ngày 18/8/2025.',
          },
        ],
        complex: 'Liên quan đến nguồn kinh phí hỗ trợ của thành phố và hồ sơ của nhiều hộ di dời bè qua các đợt.',
        says: 'Gia đình tôi đã tự tháo dỡ 16 ô lồng theo chủ trương sắp xếp lại nuôi trồng thủy sản trên vịnh nhưng đến nay chưa nhận tiền hỗ trợ chuyển đổi nghề. Đề nghị cho biết bao giờ chi trả.',
        prepared:
          'Phòng Kinh tế đã tổng hợp 63 hộ đủ điều kiện đợt 2, đang trình bổ sung kinh phí; sẽ trả lời cụ thể từng hộ bằng văn bản.',
        letter: {
          issued: '2025-11-28',
          sent: '2025-11-28',
          says: 'Hộ ông Phạm Văn Khoái đủ điều kiện hỗ trợ theo Nghị quyết của HĐND thành phố về hỗ trợ tháo dỡ, chuyển đổi nghề nuôi trồng thủy sản; mức hỗ trợ được duyệt 96 triệu đồng, chi trả trong đợt 2 từ ngày 08 đến ngày 19/12/2025 tại Nhà văn hóa tổ dân phố Bến Bèo. Khi nhận đề nghị mang theo căn cước và biên bản tháo dỡ.',
        },
        settled: {
          on: '2025-12-18',
          says: 'Đã chi trả 96 triệu đồng cho hộ ông Phạm Văn Khoái ngày 16/12/2025, kèm danh sách 63 hộ ký nhận.',
        },
        asked: { on: '2025-12-29', agrees: true, says: 'Đã nhận đủ tiền, cảm ơn lãnh đạo đặc khu.' },
      }),
      answered({
        key: 'neo-dau-tranh-bao',
        area: 'fishery',
        lead: 'kinhte',
        says: 'Khu neo đậu tránh bão ở Trà Báu bị bồi lắng, bão số 3 năm ngoái tàu to không vào được. Đề nghị nạo vét trước mùa mưa bão năm sau.',
        answer:
          'Đặc khu đã bố trí 2,8 tỷ đồng nạo vét luồng vào khu tránh trú Trà Báu trong kế hoạch năm 2026, khởi công trong tháng 3, hoàn thành trước ngày 30/5/2026; trước mắt thả phao báo luồng tạm.',
        by: CHU_TICH,
      }),
    ],
  },
  {
    on: '2025-09-30',
    channel: 'email',
    who: organization('Hợp tác xã thủy sản Trân Châu', 'Đoàn Văn Trọng', {
      village: 'haiSon',
      email: 'htxthuysantranchau@example.vn',
    }),
    contents: [
      replied({
        key: 'vay-von-long-hdpe',
        area: 'fishery',
        audience: 'farmers',
        lead: 'kinhte',
        says: 'Xã viên muốn thay lồng gỗ, phao xốp bằng lồng HDPE theo quy định nhưng mỗi ô hết hơn 60 triệu đồng. Đề nghị được vay vốn ưu đãi và hướng dẫn thủ tục thuê mặt nước dài hạn để làm tài sản bảo đảm.',
        prepared:
          'Phòng Kinh tế đang làm việc với Phòng giao dịch Ngân hàng Chính sách xã hội về gói vay theo tổ; việc giao, thuê khu vực biển cần rà soát lại từng ô.',
        letter: {
          drafted: '2025-12-03',
          issued: '2025-12-04',
          sent: '2025-12-05',
          channel: 'email',
          says: 'Ngân hàng Chính sách xã hội nhận hồ sơ vay tối đa 100 triệu đồng/hộ, lãi suất 0,66 %/tháng, thời hạn 60 tháng, qua tổ tiết kiệm và vay vốn của Hội Nông dân. Đối với thuê mặt nước: hợp tác xã nộp hồ sơ đề nghị giao khu vực biển dưới 3 hải lý tại Trung tâm Phục vụ hành chính công, thời hạn giải quyết 60 ngày. Phòng Kinh tế nhận khuyết điểm về việc trả lời chậm so với quy định.',
        },
        settled: {
          on: '2026-01-08',
          says: '11 hộ xã viên đã được giải ngân 1,02 tỷ đồng; hồ sơ giao khu vực biển của hợp tác xã đã được tiếp nhận.',
        },
      }),
    ],
  },
  {
    on: '2025-10-02',
    channel: 'fatherlandFront',
    forwardedBy: 'mttq',
    by: 'front',
    who: villager('Nguyễn Văn Lữ', 'phuLong', { phone: '0912 667 340' }),
    contents: [
      {
        key: 'cau-thay-pha',
        area: 'transport',
        urgency: 'longTerm',
        lead: 'bqlda',
        group: 'noteAndReportUp',
        says: 'Phà Đồng Bài – Cái Viềng dịp lễ, cuối tuần ùn tắc 3–4 tiếng, người ốm đi viện cũng phải chờ. Đề nghị sớm xây cầu thay phà, trước mắt tăng phà và có làn ưu tiên cho người dân trên đảo, xe cấp cứu.',
        prepared: {
          says: 'Việc đầu tư cầu vượt biển thay phà thuộc thẩm quyền của thành phố; đặc khu kiến nghị đưa vào kế hoạch đầu tư công trung hạn 2026 - 2030. Trước mắt đã thống nhất với đơn vị khai thác phà bố trí làn ưu tiên cho xe cấp cứu và người dân có căn cước cư trú tại đảo.',
        },
        decision: {
          competence: 'beyond',
          direction:
            'Báo cáo Ủy ban nhân dân thành phố xem xét đầu tư; giao Ban Quản lý dự án chuẩn bị số liệu lưu lượng phà.',
        },
        end: {
          how: 'escalate',
          to: 'ubndtp',
          on: '2025-11-12',
          says: 'Kính đề nghị Ủy ban nhân dân thành phố đưa dự án cầu thay phà Đồng Bài – Cái Viềng vào kế hoạch đầu tư công trung hạn 2026 - 2030; trước mắt chỉ đạo đơn vị khai thác tăng 02 phà giờ cao điểm dịp lễ, tết.',
          answer: {
            on: '2025-12-08',
            told: '2025-12-10',
            says: 'Ủy ban nhân dân thành phố đã giao Sở Xây dựng lập báo cáo đề xuất chủ trương đầu tư, trình trong quý II/2026; từ dịp Tết Bính Ngọ bổ sung 02 phà 120 tấn và duy trì làn ưu tiên cho người dân trên đảo.',
          },
        },
      },
    ],
  },
  {
    on: '2025-10-03',
    channel: 'village',
    who: villager('Vũ Thị Mận', 'giaLuan'),
    contents: [
      answered({
        key: 'ben-pha-gia-luan',
        area: 'transport',
        lead: 'kinhte',
        says: 'Giá vé phà Gia Luận – Tuần Châu tăng mà không niêm yết rõ giá cho người dân đảo, chuyến chiều hay bỏ. Đề nghị niêm yết và giữ đúng lịch chạy.',
        answer:
          'Đơn vị khai thác đã niêm yết lại bảng giá ngày 20/10/2025, giảm 50% cho người có hộ khẩu trên đảo; bỏ chuyến không báo trước sẽ bị xử phạt. Bà con phản ánh qua số điện thoại của Phòng Kinh tế.',
        by: 'Trưởng Phòng Kinh tế Lương Văn Đạt',
      }),
    ],
  },
  {
    on: '2025-10-06',
    channel: 'speechRegistration',
    who: villager('Cao Văn Nghị', 'tungDinh', { phone: '0983 250 714' }),
    contents: [
      answered({
        key: 'gia-dich-vu',
        area: 'tourism',
        lead: 'kinhte',
        says: 'Mùa cao điểm nhiều nơi không niêm yết giá phòng, giá xe điện, chèo kéo khách ở bến tàu làm xấu hình ảnh Cát Bà. Đề nghị xử lý nghiêm và công khai.',
        answer:
          'Từ tháng 4 đến tháng 10/2025 đã kiểm tra 96 cơ sở, xử phạt 11 cơ sở không niêm yết giá với số tiền 74 triệu đồng; đường dây nóng du lịch trực 24/24. Năm 2026 công khai cơ sở vi phạm trên Cổng thông tin điện tử của đặc khu.',
        by: CHU_TICH,
      }),
      {
        key: 'karaoke-on-ao',
        area: 'publicSecurity',
        urgency: 'urgent',
        lead: 'congan',
        group: 'answeredAtConference',
        says: 'Hai quán hát cạnh trường mầm non tổ dân phố Tùng Dinh mở loa đến 1–2 giờ sáng, dân nhắc nhiều lần không được.',
        end: {
          how: 'before',
          on: '2025-10-21',
          by: 'Công an đặc khu',
          says: 'Công an đặc khu đã kiểm tra đêm 17/10/2025, lập biên bản và xử phạt hai cơ sở 12 triệu đồng về hành vi gây tiếng động lớn sau 22 giờ; cả hai ký cam kết, đến nay không tái phạm.',
        },
      },
    ],
  },
  {
    on: '2025-10-07',
    channel: 'email',
    who: organization('Chi hội Du lịch Cát Bà', 'Lưu Thị Ngân', { address: 'Đường Núi Ngọc, Cát Bà' }),
    contents: [
      replied({
        key: 'nha-ve-sinh-bai-tam',
        area: 'tourism',
        audience: 'entrepreneurs',
        lead: 'bqlvinh',
        says: 'Các bãi tắm Cát Cò và bến tàu thiếu nhà vệ sinh công cộng, chỗ tắm tráng nước ngọt; doanh nghiệp sẵn sàng góp vốn theo hình thức xã hội hóa. Đề nghị có quy hoạch và thiết kế mẫu.',
        prepared:
          'Ban Quản lý các vịnh đang khảo sát 06 vị trí; sẽ trả lời bằng văn bản về vị trí, mẫu thiết kế và hình thức kêu gọi xã hội hóa.',
        letter: {
          issued: '2025-11-27',
          sent: '2025-11-27',
          channel: 'email',
          says: 'Đã thống nhất 06 vị trí (Cát Cò 1, 2, 3, bến tàu du lịch, bến Bèo, Vườn hoa trung tâm); mẫu thiết kế đăng trên Cổng thông tin điện tử từ ngày 15/12/2025; mời doanh nghiệp đăng ký đến hết ngày 31/01/2026, hoàn thành trước mùa du lịch 2026.',
        },
      }),
      answered({
        key: 'phi-tham-quan-truc-tuyen',
        area: 'tourism',
        audience: 'entrepreneurs',
        lead: 'bqlvinh',
        says: 'Đề nghị bán vé tham quan vịnh trực tuyến, xuất hóa đơn điện tử ngay để các hãng lữ hành không phải xếp hàng.',
        answer:
          'Hệ thống vé điện tử vận hành thử từ ngày 15/11/2025, chính thức từ ngày 01/01/2026; hóa đơn điện tử xuất ngay khi thanh toán.',
        by: 'Giám đốc Ban Quản lý các vịnh',
      }),
    ],
  },
  {
    on: '2025-10-08',
    channel: 'textMessage',
    who: villager('Nguyễn Thị Bưởi', 'vietHai', { phone: '0358 914 226' }),
    contents: [
      answered({
        key: 'song-di-dong-viet-hai',
        area: 'telecommunications',
        lead: 'vhxh',
        says: 'Việt Hải sóng điện thoại chập chờn, khách không thanh toán được, trẻ con học trực tuyến phải ra tận bến. Đề nghị làm thêm trạm phát sóng.',
        answer:
          'Doanh nghiệp viễn thông đã khảo sát xong vị trí trạm phát sóng mới tại Việt Hải, lắp đặt trong tháng 12/2025; Phòng Văn hóa - Xã hội theo dõi và thông báo cho thôn.',
        by: 'Trưởng Phòng Văn hóa - Xã hội Đặng Thị Mai Phương',
      }),
      replied({
        key: 'cap-cuu-ban-dem',
        area: 'health',
        urgency: 'immediate',
        lead: 'yte',
        says: 'Ban đêm ở Việt Hải có người ốm nặng không có tàu chở ra Cát Bà. Đề nghị có xuồng cấp cứu và người trực.',
        prepared:
          'Trung tâm Y tế đang xây dựng phương án trực cấp cứu đường thủy với Đồn Biên phòng Cát Bà, sẽ trả lời bằng văn bản.',
        promise: { by: '2025-11-28', says: 'Trước ngày 28/11 có phương án trực xuồng cấp cứu ban đêm cho Việt Hải.' },
        letter: {
          issued: '2025-11-24',
          sent: '2025-11-26',
          channel: 'villageHead',
          says: 'Từ ngày 01/12/2025 Trung tâm Y tế ký quy chế phối hợp với Đồn Biên phòng Cát Bà: xuồng cao tốc trực 24/24 tại bến Việt Hải, 01 nhân viên y tế thôn được tập huấn cấp cứu ban đầu; số điện thoại trực niêm yết tại Nhà văn hóa thôn.',
        },
        settled: {
          on: '2025-12-02',
          says: 'Đã ký quy chế phối hợp và bố trí xuồng trực từ ngày 01/12/2025; đến 31/12 đã chuyển 02 ca cấp cứu an toàn.',
        },
        asked: { on: '2025-12-22', agrees: true, says: 'Bà con rất yên tâm.' },
      }),
    ],
  },
  {
    on: '2025-10-09',
    channel: 'letter',
    who: { kind: 'unnamed' },
    contents: [
      replied({
        key: 'tau-cho-qua-nguoi',
        area: 'publicSecurity',
        kind: 'feedback',
        urgency: 'immediate',
        lead: 'congan',
        says: 'Nhiều tàu gỗ chở khách từ bến Bèo ra đảo Khỉ, Lan Hạ ngày cuối tuần chở quá số người, không phát áo phao. Đề nghị kiểm tra thường xuyên, đừng để xảy ra tai nạn rồi mới làm.',
        prepared:
          'Công an đặc khu tiếp nhận, đang phối hợp với Cảng vụ và Đồn Biên phòng Cát Bà kiểm tra; kết quả được trả lời công khai tại tổ dân phố.',
        letter: {
          issued: '2025-11-26',
          sent: '2025-11-27',
          says: 'Đã tổ chức 04 đợt kiểm tra liên ngành từ ngày 01 đến ngày 23/11/2025, xử phạt 07 phương tiện chở quá số người, 05 phương tiện thiếu dụng cụ cứu sinh, tổng số tiền 118 triệu đồng; tạm dừng hoạt động 02 phương tiện. Kết quả được niêm yết tại bến Bèo và Nhà văn hóa tổ dân phố để người phản ánh (không nêu tên) và Nhân dân được biết.',
        },
      }),
    ],
  },
  {
    on: '2025-10-10',
    channel: 'media',
    who: villager('Mai Thị Thêu', 'nuiNgoc'),
    text: 'Ý kiến gửi chuyên mục “Diễn đàn Nhân dân” của Báo và phát thanh, truyền hình Hải Phòng, tòa soạn chuyển đặc khu.',
    contents: [
      answered({
        key: 'taxi-du',
        area: 'transport',
        lead: 'congan',
        says: 'Taxi dù, xe ôm tranh giành khách ở bến tàu cao tốc, đỗ xe kín cả vạch sang đường trước trường tiểu học. Đề nghị kẻ lại vạch và có lực lượng trực giờ tan học.',
        answer:
          'Công an đặc khu bố trí tổ tuần tra kiểm soát tại bến tàu và cổng trường từ 6 giờ 45 đến 7 giờ 30 và 16 giờ 30 đến 17 giờ 30 các ngày học; đã kẻ lại vạch và cắm biển cấm dừng ngày 24/10/2025.',
        by: 'Trưởng Công an đặc khu Ngô Đức Thắng',
      }),
    ],
  },
  {
    on: '2025-10-29',
    channel: 'atConference',
    raised: 'atConference',
    by: 'minutes',
    who: villager('Vũ Đình Thảo', 'benBeo'),
    contents: [
      replied({
        key: 'nha-cho-ben-beo',
        area: 'transport',
        lead: 'bqlvinh',
        says: 'Bến tàu du lịch bến Bèo không có nhà chờ, mưa nắng khách và dân đứng ngoài trời; đề nghị làm mái che và ghế ngồi.',
        deferred: 'Nội dung mới phát sinh tại hội nghị, cần kiểm tra quy hoạch bến.',
        verified: {
          on: '2025-11-14',
          says: 'Kiểm tra thực địa ngày 13/11/2025: bến Bèo có lưu lượng 900 lượt khách/ngày cuối tuần, chưa có nhà chờ; vị trí phía nam cầu bến phù hợp quy hoạch.',
        },
        letter: {
          issued: '2025-11-27',
          sent: '2025-11-28',
          channel: 'villageHead',
          says: 'Sẽ lắp nhà chờ bằng khung thép 60 m² tại phía nam cầu bến, nguồn thu phí tham quan vịnh năm 2026, hoàn thành trước ngày 30/4/2026.',
        },
      }),
    ],
  },
  {
    on: '2025-10-29',
    channel: 'atConference',
    raised: 'atConference',
    by: 'minutes',
    who: villager('Đỗ Văn Chữ', 'lienMinh'),
    contents: [
      answered({
        key: 'chi-bo-ghep-thon',
        area: 'partyBuilding',
        kind: 'opinion',
        sphere: 'party',
        lead: 'vpdu',
        unprepared: true,
        says: 'Sau sắp xếp, chi bộ ghép hai thôn sinh hoạt xa, đảng viên cao tuổi đi lại khó. Đề nghị Đảng ủy cho sinh hoạt theo tổ đảng tại thôn.',
        answer:
          'Đảng ủy đồng ý cho các chi bộ ghép thôn có trên 30 đảng viên lập tổ đảng, sinh hoạt tổ tại thôn, ba tháng một lần sinh hoạt chung; giao Văn phòng Đảng ủy hướng dẫn trong tháng 11/2025.',
        by: BI_THU,
      }),
    ],
  },
]
