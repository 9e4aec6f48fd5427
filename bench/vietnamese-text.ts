/** Repeatable chance: the same seed, the same data. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<T>(chance: () => number, from: readonly T[]): T {
  return from[Math.floor(chance() * from.length)]!
}

const OPENINGS = [
  'Kính gửi đồng chí Bí thư Đảng ủy và Chủ tịch Ủy ban nhân dân xã',
  'Tôi thay mặt bà con trong thôn xin có ý kiến như sau',
  'Gia đình tôi đã phản ánh nhiều lần nhưng chưa được trả lời',
  'Qua theo dõi thực tế, nhân dân rất băn khoăn',
  'Cử tri đề nghị cấp ủy, chính quyền quan tâm giải quyết dứt điểm',
]

const SUBJECTS = [
  'tuyến đường liên thôn từ {village} ra trung tâm xã',
  'hệ thống kênh mương nội đồng ở {village}',
  'điểm trường mầm non {village}',
  'nhà văn hóa {village}',
  'trạm biến áp cấp điện cho {village}',
  'công trình nước sinh hoạt tập trung của {village}',
  'bãi tập kết rác thải gần khu dân cư {village}',
  'hồ sơ cấp giấy chứng nhận quyền sử dụng đất của các hộ ở {village}',
  'chế độ bảo trợ xã hội đối với người khuyết tật ở {village}',
  'việc bồi thường, giải phóng mặt bằng dự án đi qua {village}',
  'cầu treo dân sinh bắc qua suối ở {village}',
  'bến cá và nơi neo đậu tàu thuyền của {village}',
  'rừng phòng hộ giao khoán cho cộng đồng {village}',
  'chợ phiên họp vào ngày cuối tuần ở {village}',
  'tình trạng trộm cắp vặt và mất an ninh trật tự tại {village}',
  'chính sách hỗ trợ giống cây trồng sau thiên tai ở {village}',
]

const TROUBLES = [
  'xuống cấp nghiêm trọng, mùa mưa lầy lội không đi lại được',
  'bị sạt lở bờ suối, đe dọa trực tiếp đến tính mạng và tài sản của nhân dân',
  'đã xây dựng từ năm {year} đến nay chưa được tu sửa',
  'thường xuyên quá tải vào giờ cao điểm, thiết bị điện hư hỏng',
  'gây ô nhiễm môi trường, mùi hôi thối kéo dài cả ngày lẫn đêm',
  'đã nộp đủ giấy tờ từ tháng {month} năm {year} mà chưa có kết quả',
  'chưa được công khai, minh bạch, nhiều hộ không đồng tình với mức giá đền bù',
  'thiếu giáo viên và đồ dùng học tập, các cháu phải học ghép lớp',
  'không còn nước vào mùa khô, bà con phải mua từng can nước ngọt',
  'bị lấn chiếm hành lang, xe cứu hỏa không vào được khi có sự cố',
]

const REQUESTS = [
  'Đề nghị Ủy ban nhân dân xã kiểm tra thực địa và trả lời bằng văn bản cho nhân dân',
  'Đề nghị phòng chuyên môn phối hợp với ngành điện lực khảo sát, nâng công suất trong quý {quarter}',
  'Đề nghị bố trí {amount} triệu đồng từ nguồn vốn chương trình mục tiêu quốc gia để sửa chữa',
  'Đề nghị lực lượng công an tăng cường tuần tra, xử lý nghiêm các trường hợp vi phạm',
  'Đề nghị công khai danh sách hộ được hưởng tại nhà văn hóa và trên loa truyền thanh',
  'Đề nghị Mặt trận Tổ quốc và các đoàn thể giám sát việc thực hiện lời hứa tại hội nghị đối thoại',
  'Đề nghị xem xét miễn giảm các khoản đóng góp đối với hộ nghèo, hộ cận nghèo',
  'Đề nghị cho biết rõ thời hạn hoàn thành và cơ quan chịu trách nhiệm',
]

const VILLAGES = [
  'Nà Bó',
  'Bản Pha Luông',
  'Thôn Trung',
  'Khu Gia Luận',
  'Tổ dân phố Tùng Dinh',
  'Xóm Đượng',
  'Bản Mường Cang',
].concat(['Thôn Phượng Mao', 'Bản Nậm Sỏ', 'Thôn Đình Bảng', 'Xóm Mới', 'Bản Hua Ngáy', 'Thôn Trù Khê', 'Khu Phù Long'])

function filled(text: string, chance: () => number): string {
  return text
    .replaceAll('{village}', () => pick(chance, VILLAGES))
    .replaceAll('{year}', () => String(2009 + Math.floor(chance() * 16)))
    .replaceAll('{month}', () => String(1 + Math.floor(chance() * 12)))
    .replaceAll('{quarter}', () => pick(chance, ['I', 'II', 'III', 'IV']))
    .replaceAll('{amount}', () => String(20 + Math.floor(chance() * 800)))
}

function sentence(chance: () => number): string {
  const trouble = `${pick(chance, SUBJECTS)} ${pick(chance, TROUBLES)}`
  const text = chance() < 0.35 ? pick(chance, REQUESTS) : `${pick(chance, OPENINGS)}: ${trouble}`
  return `${filled(text, chance)}.`
}

/** What somebody says, about 1 KB of it in UTF-8. */
export function petitionText(chance: () => number, bytes = 1000): string {
  let text = filled(`Về ${pick(chance, SUBJECTS)}: ${pick(chance, TROUBLES)}.`, chance)
  while (Buffer.byteLength(text) < bytes - 80) text += ` ${sentence(chance)}`
  return text
}

const FAMILY = ['Nguyễn', 'Trần', 'Lò', 'Hoàng', 'Phạm', 'Vũ', 'Đặng', 'Bùi', 'Quàng', 'Giàng', 'Đinh', 'Cà']
const MIDDLE = ['Thị', 'Văn', 'Đức', 'Minh', 'Ngọc', 'Xuân', 'A', 'Hữu', 'Thanh']
const GIVEN = [
  'Hương',
  'Tuấn',
  'Páo',
  'Dũng',
  'Lan',
  'Ơn',
  'Thủy',
  'Kiên',
  'Mỵ',
  'Phúc',
  'Yến',
  'Quỳnh',
  'Đạt',
  'Sương',
]

export function personName(chance: () => number): string {
  return `${pick(chance, FAMILY)} ${pick(chance, MIDDLE)} ${pick(chance, GIVEN)}`
}

export function villageName(at: number): string {
  return VILLAGES[at % VILLAGES.length]!
}
