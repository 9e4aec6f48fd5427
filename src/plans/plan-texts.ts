/** What purpose, requirements, motto and closing order of a plan begin with, for one family of plans. */
export interface PlanTextSet {
  key: string
  label: string
  purpose: string
  requirements: string
  motto: string
  closing: string
}

const lines = (...parts: string[]) => parts.map((part) => `- ${part}`).join('\n')

export const MOTTOS = {
  four: 'Dân biết, dân bàn, dân làm, dân kiểm tra',
  six: 'Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng',
} as const

const SPECIAL_ZONE: PlanTextSet = {
  key: 'communeHeads',
  label: 'Người đứng đầu cấp ủy, chính quyền cấp xã với Nhân dân (từ 2025)',
  purpose: lines(
    'Người đứng đầu cấp ủy, chính quyền gặp gỡ, lắng nghe, tiếp thu và chỉ đạo giải quyết những kiến nghị hợp pháp, chính đáng của Nhân dân.',
    'Tuyên truyền, phổ biến, đưa các chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước đến Nhân dân, tạo sự đồng thuận, thống nhất giữa cấp ủy, chính quyền với Nhân dân trong quá trình tổ chức thực hiện.',
    `Phát huy quyền làm chủ của Nhân dân theo phương châm “${MOTTOS.six}”; góp phần đổi mới phương thức lãnh đạo của cấp ủy đảng, hoạt động quản lý, điều hành của chính quyền; củng cố mối quan hệ mật thiết giữa Đảng, Nhà nước với Nhân dân và tăng cường khối đại đoàn kết toàn dân.`,
    'Kịp thời phát hiện những hạn chế, thiếu sót; phát huy những ưu điểm trong việc thực hiện nhiệm vụ của đảng viên, việc thực thi công vụ của đội ngũ cán bộ, công chức; nâng cao trình độ, năng lực, trách nhiệm của người đứng đầu.',
  ),
  requirements: lines(
    'Việc đối thoại phải bảo đảm dân chủ, công khai, minh bạch, nghiêm túc, hiệu quả, tránh phô trương, hình thức.',
    'Ý kiến, kiến nghị của Nhân dân được tiếp thu với tinh thần cầu thị, tổng hợp đầy đủ, trung thực, phân loại, trả lời và giải quyết đúng thẩm quyền, đúng thời hạn.',
    'Phân công rõ cơ quan chủ trì, cơ quan phối hợp; Mặt trận Tổ quốc và các tổ chức chính trị - xã hội giám sát việc thực hiện kết luận.',
  ),
  motto: MOTTOS.six,
  closing:
    'Yêu cầu các cơ quan, đơn vị căn cứ nhiệm vụ được phân công tổ chức triển khai thực hiện nghiêm túc, bảo đảm đúng yêu cầu về chất lượng và tiến độ theo quy định.',
}

const COMMUNE_WITH_FORUM: PlanTextSet = {
  key: 'communeAndFront',
  label: 'Người đứng đầu với MTTQ, các đoàn thể và Nhân dân, gắn với diễn đàn Công an',
  purpose: lines(
    'Trực tiếp nắm bắt tâm tư, nguyện vọng, phản ánh, kiến nghị, đề xuất của Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội, các tầng lớp Nhân dân về xây dựng Đảng, xây dựng chính quyền và thực hiện các nhiệm vụ chính trị của địa phương; tiếp nhận, chỉ đạo, giải quyết kịp thời, có hiệu quả những kiến nghị hợp pháp, chính đáng.',
    'Nâng cao tinh thần trách nhiệm phục vụ Nhân dân của cấp ủy, chính quyền, nhất là người đứng đầu.',
    'Thông qua đối thoại, tuyên truyền, phổ biến chủ trương, nghị quyết của Đảng, pháp luật của Nhà nước, kết quả phát triển kinh tế - xã hội, bảo đảm quốc phòng - an ninh, cải cách hành chính, xây dựng Đảng, xây dựng chính quyền; nắm bắt những vấn đề còn bất cập, vướng mắc để chỉ đạo hoặc phối hợp giải quyết, bảo đảm quyền và lợi ích hợp pháp, chính đáng của Nhân dân.',
    `Góp phần cụ thể hóa cơ chế “Đảng lãnh đạo, Nhà nước quản lý, Nhân dân làm chủ” theo phương châm “${MOTTOS.four}”, nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức đảng và chất lượng đội ngũ cán bộ, đảng viên.`,
    'Phát huy vai trò giám sát và phản biện xã hội, góp ý xây dựng Đảng, xây dựng chính quyền của Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội và Nhân dân; tạo sự đồng thuận trong xã hội; kịp thời phát hiện vướng mắc, bất cập để kiến nghị giải quyết hoặc điều chỉnh quy định của địa phương cho phù hợp.',
  ),
  requirements: lines(
    'Việc đối thoại với Nhân dân được thực hiện dân chủ, công khai và nghiêm túc, bảo đảm hiệu quả, tránh phô trương, hình thức.',
    'Các ý kiến trong đối thoại phải được tiếp thu trên tinh thần cầu thị, nghiêm túc, được tổng hợp đầy đủ, trung thực và bảo đảm sự phối hợp chặt chẽ trong xử lý.',
    'Bảo đảm sự lãnh đạo của cấp ủy, tổ chức đảng và quản lý, điều hành của chính quyền; tuân thủ các quy định của Đảng, pháp luật của Nhà nước; đề cao trách nhiệm của người đứng đầu.',
    'Nghiêm cấm việc lợi dụng đối thoại để làm trái quy định hoặc đưa ra những thông tin không đúng, không có căn cứ nhằm vu cáo, đả kích, bôi xấu; ảnh hưởng đến danh dự, uy tín của tổ chức, cá nhân.',
  ),
  motto: MOTTOS.four,
  closing: 'Yêu cầu các ngành được phân công phụ trách nghiêm túc thực hiện kế hoạch này.',
}

const HOST_COMMUNE: PlanTextSet = {
  key: 'districtWithCommune',
  label: 'Tiếp xúc, đối thoại trực tiếp với Nhân dân một xã',
  purpose: lines(
    'Tuyên truyền, phổ biến chủ trương của Đảng, chính sách, pháp luật của Nhà nước; những thuận lợi, khó khăn, kết quả trong lãnh đạo, chỉ đạo, quản lý, điều hành liên quan đến nội dung tiếp xúc, đối thoại, góp phần tạo sự thống nhất về tư tưởng chính trị và sự đồng thuận của Nhân dân, xây dựng và phát huy khối đại đoàn kết các dân tộc.',
    'Làm cơ sở để người đứng đầu cấp ủy, chính quyền lắng nghe tâm tư, nguyện vọng và ý kiến góp ý, kiến nghị của Nhân dân; phát huy quyền làm chủ và vai trò giám sát của Nhân dân; thực hiện phương châm gần dân, sát dân; kịp thời phát hiện vướng mắc, phát sinh để chỉ đạo giải quyết hoặc nghiên cứu bổ sung, điều chỉnh chủ trương, quy định cho phù hợp.',
    'Góp phần đổi mới phương thức lãnh đạo, chỉ đạo của các cấp ủy đảng, chính quyền; nâng cao trình độ, năng lực, trách nhiệm của người đứng đầu; phát huy vai trò giám sát, phản biện xã hội của MTTQ và các đoàn thể chính trị - xã hội.',
    'Kịp thời phát hiện, xử lý những hạn chế, khuyết điểm, thiếu sót, vi phạm; phát huy những ưu điểm của cán bộ, đảng viên, công chức, viên chức trong thực thi công vụ.',
  ),
  requirements: lines(
    'Việc tổ chức tiếp xúc, đối thoại trực tiếp với Nhân dân phải đúng quy định của pháp luật; bảo đảm kịp thời, dân chủ, công khai, minh bạch, khách quan, hiệu quả, tránh hình thức.',
    'Phát huy sức mạnh tổng hợp của cả hệ thống chính trị, vai trò lãnh đạo của các cấp ủy đảng, trách nhiệm của chính quyền, giám sát của Hội đồng nhân dân, Mặt trận Tổ quốc và các tổ chức thành viên.',
    'Thông tin kịp thời các định hướng phát triển kinh tế - xã hội, quốc phòng - an ninh (trừ thông tin Mật) đến Nhân dân.',
    'Thủ trưởng các cơ quan, ban, ngành khi được giao trả lời ý kiến, kiến nghị cần tập trung nghiên cứu, trả lời đúng trọng tâm, ngắn gọn, dễ hiểu, bảo đảm đúng quy định.',
    'Cán bộ và công dân chấp hành nghiêm túc nội dung, phương pháp thực hiện buổi tiếp xúc, đối thoại do người chủ trì quán triệt trước khi tiến hành.',
  ),
  motto: '',
  closing:
    'Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện; nếu có khó khăn, vướng mắc phản ánh về cấp ủy, chính quyền để chỉ đạo.',
}

const OFFICE: PlanTextSet = {
  key: 'office',
  label: 'Thủ trưởng cơ quan với công chức, viên chức, người lao động và Nhân dân',
  purpose: lines(
    'Tăng cường và củng cố mối quan hệ dân chủ, mật thiết của người đứng đầu cấp ủy, cơ quan với công chức, viên chức, người lao động. Thông tin các nghị quyết, chỉ thị, chủ trương, chính sách của Đảng, pháp luật của Nhà nước; của cấp ủy, cơ quan, góp phần củng cố, tăng cường dân chủ để thống nhất về tư tưởng chính trị trong Đảng, tạo sự đồng thuận trong cơ quan, xã hội và phát huy khối đại đoàn kết các dân tộc.',
    'Tiếp nhận trực tiếp các ý kiến phản ánh nguyện vọng hợp pháp, chính đáng của công chức, viên chức, người lao động và Nhân dân, từ đó chỉ đạo xem xét, giải quyết kịp thời, dứt điểm các vấn đề phức tạp, bức xúc, tồn đọng, kéo dài (nếu có). Thể hiện trách nhiệm nêu gương của người đứng đầu cấp ủy, cơ quan; trách nhiệm của người đứng đầu với công dân.',
  ),
  requirements: lines(
    `Việc tổ chức hội nghị đối thoại phải bảo đảm dân chủ, công khai; với phương châm “${MOTTOS.four}”, nhằm phát huy quyền làm chủ của Nhân dân, tiếp nhận đầy đủ các thông tin liên quan đến việc đối thoại; làm rõ nội dung đối thoại, ý kiến của người đối thoại và chỉ đạo giải quyết theo quy định của pháp luật.`,
    'Việc đối thoại trực tiếp phải tuyệt đối tuân thủ các quy định của Đảng, pháp luật của Nhà nước; bảo đảm sự lãnh đạo, chỉ đạo của cấp ủy đảng, sự quản lý, điều hành của chính quyền.',
  ),
  motto: MOTTOS.four,
  closing: 'Yêu cầu các phòng, ban, đơn vị, tổ chức đoàn thể nghiêm túc triển khai thực hiện kế hoạch này.',
}

/** The library, the fitting set of a regulation first being chosen by `planTextsFor`. */
export const PLAN_TEXTS: readonly PlanTextSet[] = [SPECIAL_ZONE, COMMUNE_WITH_FORUM, HOST_COMMUNE, OFFICE]

/**
 * The texts a plan of an authority begins with: an office's for an office, with the police forum where the regulation
 * has one, with a host commune for a former district, else those of the commune-level heads. The regulation's motto
 * wins where it states one (A10 differs between provinces).
 */
export function planTextsFor(authorityKind: string, regulation: { motto: string | null; forum: unknown }): PlanTextSet {
  const set = chooseSet(authorityKind, regulation.forum !== null)
  return regulation.motto === null ? set : { ...set, motto: regulation.motto }
}

function chooseSet(authorityKind: string, hasForum: boolean): PlanTextSet {
  if (authorityKind === 'provinceOffice' || authorityKind === 'province') return OFFICE
  if (authorityKind === 'formerDistrict') return HOST_COMMUNE
  return hasForum ? COMMUNE_WITH_FORUM : SPECIAL_ZONE
}
