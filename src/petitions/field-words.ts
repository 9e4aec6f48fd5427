/**
 * Words by which people speak of a field without naming it, by the keys that regulations use; a key that is not here has
 * only the words of its label. A weak first guess where there are few earlier cases, never more than that.
 */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  land: 'đất, sổ đỏ, giấy chứng nhận quyền sử dụng đất, thửa, ranh giới đất, lấn chiếm đất, chuyển mục đích sử dụng đất, đo đạc, địa chính, đất ở, tranh chấp đất',
  landRecovery: 'thu hồi đất, dự án thu hồi, quyết định thu hồi',
  siteClearance: 'đền bù, bồi thường, giải tỏa, tái định cư, giải phóng mặt bằng, kiểm đếm, giá đền bù',
  socialPolicy:
    'trợ cấp, hộ nghèo, bảo trợ xã hội, người có công, người cao tuổi, hưu trí xã hội, khuyết tật, liệt sĩ, thương binh, chế độ chính sách, thăm hỏi',
  administrativeReform:
    'thủ tục, một cửa, hồ sơ, giấy tờ, trả kết quả, dịch vụ công, chứng thực, hộ tịch, khai sinh, nộp hồ sơ, đi lại nhiều lần',
  transport:
    'đường, cầu, phà, xe buýt, xe khách, ổ gà, sạt lở, giao thông, biển báo, đèn tín hiệu, bến xe, bến phà, lầy lội, bê tông hóa, vỉa hè, đỗ xe, taluy, đường liên thôn',
  publicInvestment: 'đầu tư công, công trình, dự án, nhà thầu, tiến độ thi công, vốn đầu tư, trọng điểm',
  construction:
    'xây dựng, quy hoạch, giấy phép xây dựng, trật tự đô thị, nhà ở xã hội, xây nhà, vỉa hè, lấn chiếm, bãi đỗ xe',
  electricity:
    'điện, mất điện, cột điện, dây điện, trạm biến áp, công tơ, điện yếu, điện lực, tiền điện, điện áp, lưới điện',
  water:
    'nước sạch, nước máy, nước sinh hoạt, cấp nước, giếng, bể nước, hồ chứa, kênh mương, thủy lợi, thoát nước, cống, ngập, tiêu úng, đê, hồ, ống nước',
  environment:
    'rác, rác thải, ô nhiễm, mùi hôi, khói, bụi, nước thải, thu gom, bãi rác, môi trường, tiếng ồn, chất thải, phao xốp, vệ sinh',
  fishery:
    'cá, tàu cá, ngư dân, nuôi biển, lồng bè, bè cá, thủy sản, hải sản, bến cá, cảng cá, giống, đánh bắt, khai thác, mặt nước, tôm, ngao',
  tourism:
    'du lịch, khách, khách sạn, nhà nghỉ, tour, vé tham quan, du thuyền, bãi tắm, chợ, tiểu thương, ki ốt, buôn bán, phí bến, hàng rong, lưu trú, thương mại, dịch vụ',
  agriculture:
    'ruộng, lúa, cây trồng, phân bón, chăn nuôi, trâu bò, lợn, gia súc, gia cầm, rừng, nông sản, giống cây, mùa vụ, nông dân, khuyến nông, nông thôn mới, hợp tác xã, chè, dịch bệnh',
  education:
    'trường, lớp, học sinh, giáo viên, mầm non, tiểu học, trung học, học phí, con em, nhóm trẻ, bán trú, nhà trẻ',
  health:
    'trạm y tế, bác sĩ, bệnh viện, bảo hiểm y tế, khám bệnh, thuốc, cấp cứu, tiêm chủng, thực phẩm, ngộ độc, sức khỏe, chữa bệnh',
  culture: 'nhà văn hóa, lễ hội, di tích, thể thao, sân bóng, văn nghệ, đình, chùa, gia đình, thư viện',
  labour:
    'việc làm, lao động, học nghề, giảm nghèo, vay vốn, công nhân, lương, thất nghiệp, xuất khẩu lao động, sinh kế',
  telecommunications:
    'sóng điện thoại, internet, wifi, mạng, loa truyền thanh, viễn thông, chuyển đổi số, truyền hình, cáp quang, phủ sóng',
  publicSecurity:
    'trộm cắp, ma túy, an ninh, trật tự, gây rối, cờ bạc, công an, camera, đánh nhau, lừa đảo, tệ nạn, karaoke, căn cước, tạm trú, chó thả rông, đa cấp, loa, ồn',
  partyBuilding: 'chi bộ, đảng viên, đảng phí, sinh hoạt đảng, xây dựng đảng, tổ chức đảng, nghị quyết',
  cadreConduct:
    'thái độ, hách dịch, nhũng nhiễu, cán bộ, công chức, trách nhiệm, tác phong, gây khó dễ, sách nhiễu, phiền hà',
  frontWork: 'mặt trận, đoàn thể, hội phụ nữ, hội nông dân, cựu chiến binh, đoàn thanh niên, ủng hộ, quỹ',
  twoTierModel: 'chính quyền hai cấp, chính quyền 2 cấp, sáp nhập, trung tâm hành chính, địa giới, bỏ cấp huyện',
  ethnicReligion: 'dân tộc, tôn giáo, tín ngưỡng, nhà thờ, đạo, hủ tục',
  defence: 'quân sự, nghĩa vụ quân sự, dân quân, quốc phòng, biên phòng, tuyển quân',
  staffRights:
    'lương, phụ cấp, chế độ, nâng lương, nghỉ phép, thi đua, khen thưởng, công tác phí, làm thêm giờ, nhà công vụ',
  training: 'đào tạo, bồi dưỡng, tập huấn, quy hoạch cán bộ, bổ nhiệm, đánh giá cán bộ, luân chuyển',
  workQuality: 'chất lượng công tác, phần mềm, quy trình, họp, trang thiết bị, máy tính, phòng làm việc, phối hợp',
  democracyAtWork: 'dân chủ, công khai, góp ý, quy chế dân chủ, chi tiêu nội bộ',
  citizenReception: 'tiếp công dân, đơn thư, khiếu nại, tố cáo, trả lời đơn',
}
