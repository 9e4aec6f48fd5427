import { describe, expect, it } from 'vitest'
import { actOn, dutiesOf, receive } from '../support/journey-acts.ts'
import type { CatHaiStory } from './cat-hai-afterwards.ts'

/** The day itself, the conclusion and its way to everybody. */
export function describeConference(story: CatHaiStory): void {
  describe('Cát Hải 2025, the conference', () => {
    it('is held after somebody vouched that nothing is classified', () => hold(story))
    it('answers, promises, hears new things; secretary and chair sign the minutes', () => answer(story))
    it('lets the competent decide: transferred, reported up', () => refer(story))
  })
  describe('Cát Hải 2025, the conclusion', () => {
    it('is complete before the chair approves; the term is extended with a reason', () => conclude(story))
    it('is issued and sent; replies run from the day each agency received it', () => issueAndSend(story))
    it('is made public in the ten days of the law; the agency’s proposal is confirmed', () => publish(story))
  })
}

async function hold({ journey, page }: CatHaiStory): Promise<void> {
  await journey().on('28/10/2025')
  const clerk = await journey().as('clerk')
  await clerk.open(page('/phat-bieu'))
  await clerk.press('Ghi đăng ký', {
    'Đăng ký': 'trước hội nghị',
    'Họ tên': 'Nguyễn Văn Sự',
    'Thôn, tổ dân phố, đơn vị': 'Thôn Hải Sơn',
    'Nội dung': 'Đường trục thôn',
    'Thời lượng': '5',
  })
  await journey().on('29/10/2025', '12:00')
  const counted = {
    ...{ 'Khai mạc lúc': '08:05', 'Bế mạc lúc': '11:20', 'Số đại biểu': '46' },
    ...{ 'Số người dân': '212', 'Trong đó nữ': '97' },
  }
  const office = await journey().as('clerk')
  await office.open(page('/dieu-hanh'))
  await office.press('Ghi nhận đã tổ chức', counted, { refused: 'bí mật nhà nước' })
  const leader = await journey().as('leader')
  await leader.open(page('/dieu-hanh'))
  const vouch = 'Tôi xác nhận nội dung cung cấp cho Nhân dân không thuộc danh mục bí mật nhà nước.'
  await leader.press('Xác nhận', { [vouch]: true })
  await office.open(page('/dieu-hanh'))
  await office.press('Ghi nhận đã tổ chức', counted)
  expect(office.text).toContain('46 đại biểu, 212 người dân, trong đó 97 nữ')
  await office.open(page('/thanh-phan'))
  await office.press('Lưu điểm danh', { 'Có mặt tại hội nghị': ['Đại diện Nhân dân thôn Hải Sơn'] })
}

async function answer({ journey, page, petitions, listed }: CatHaiStory): Promise<void> {
  const secretary = await journey().as('minutes')
  await secretary.open(page('/phat-bieu'))
  await secretary.follow('Nguyễn Văn Sự')
  await secretary.press('Ghi nhận phát biểu', { 'Kết quả': 'đã phát biểu', 'Bắt đầu': '08:40', 'Kết thúc': '08:45' })
  const said = {
    ...{ 'Kênh tiếp nhận': 'Phát biểu tại hội nghị', 'Ngày nhận': '29/10/2025', 'Nêu lúc': 'Mới nêu tại hội nghị' },
    ...{
      'Toàn văn': 'Hay mất trộm lưới cụ.',
      'Họ tên, tên tổ chức': 'Bùi Thị Lan',
      'Thôn, tổ dân phố': 'Thôn Phù Long',
    },
  }
  petitions.theft = (await receive(secretary, listed, said, ['Trộm cắp lưới cụ ở Phù Long']))[0]!
  const later = { 'Lĩnh vực': 'An ninh', 'Nhóm trả lời': 'Kiểm tra, làm rõ, trả lời sau' }
  await actOn(secretary, petitions.theft, 'Phân loại', later)
  await actOn(secretary, petitions.road, 'Ghi trả lời tại hội nghị', {
    'Người trả lời (họ tên, chức vụ)': 'Lương Văn Đạt, Trưởng Phòng Kinh tế',
    'Nội dung trả lời': 'Sửa 850 m trong quý IV/2025.',
  })
  const clerk = await journey().as('clerk')
  await actOn(clerk, petitions.theft, 'Giao chuẩn bị trả lời', { 'Cơ quan chủ trì': 'Công an đặc khu Cát Hải' })
  const promise = { 'Nội dung hẹn': 'Rà soát xong danh sách hộ', 'Hẹn xong chậm nhất ngày': '20/11/2025' }
  await actOn(clerk, petitions.cages, 'Ghi lời hẹn', promise)
  await actOn(clerk, petitions.cages, 'Để kiểm tra, trả lời sau', { 'Lý do': 'Cần rà soát từng hộ' })
  await secretary.open(page('/bien-ban'))
  await secretary.press('Lưu biên bản', {
    'Thư ký': 'Trịnh Đức Anh',
    'Diễn biến': '08:05 khai mạc. Ông Sự hỏi về đường trục thôn; ông Đạt trả lời.',
    'Kết luận của người chủ trì tại hội nghị': 'Giao các cơ quan trả lời bằng văn bản.',
  })
  await secretary.press('Thư ký ký')
  const chairman = await journey().as('chairman')
  await chairman.open(page('/bien-ban'))
  await chairman.press('Người chủ trì ký')
  await secretary.open(page('/bien-ban'))
  expect(secretary.text).toContain('Biên bản đã khóa')
  expect(secretary.offers('Lưu biên bản')).toBe(false)
}

async function refer({ journey, petitions }: CatHaiStory): Promise<void> {
  await actOn(await journey().as('chairman'), petitions.lane, 'Quyết định thẩm quyền', {
    'Thẩm quyền': 'Vượt thẩm quyền',
    'Ý kiến chỉ đạo, biện pháp phối hợp': 'Báo cáo Ủy ban nhân dân thành phố.',
  })
  await journey().on('03/11/2025')
  const clerk = await journey().as('clerk')
  await actOn(clerk, petitions.forest, 'Chuyển cơ quan có thẩm quyền', {
    'Cơ quan có thẩm quyền': 'Sở Nông nghiệp',
    'Vì sao thuộc cơ quan đó': 'Quy hoạch ba loại rừng do thành phố quản lý',
    'Ngày chuyển': '03/11/2025',
    'Ngày báo cho người kiến nghị': '03/11/2025',
    'Ngày gửi MTTQ': '03/11/2025',
  })
  expect(clerk.text).toContain('Đã chuyển cơ quan khác')
  await actOn(clerk, petitions.lane, 'Báo cáo cấp trên', {
    'Cấp trên nhận báo cáo': 'Ủy ban nhân dân thành phố',
    'Ngày gửi': '03/11/2025',
    'Nội dung kiến nghị cấp trên': 'Đề nghị đầu tư nâng cấp luồng tàu.',
  })
  expect(clerk.text).toContain('Đã báo cáo cấp trên')
}

async function conclude({ journey, page }: CatHaiStory): Promise<void> {
  await journey().on('05/11/2025')
  const clerk = await journey().as('clerk')
  await clerk.open(page('/ket-luan'))
  await clerk.press('Đưa kiến nghị vào kết luận')
  await clerk.press('Lưu phần chung', {
    'I. Đánh giá chung': 'Hội nghị dân chủ, thẳng thắn.',
    'III. Tổ chức thực hiện': 'Văn phòng Đảng ủy theo dõi; đề nghị Mặt trận giám sát.',
  })
  const chairman = await journey().as('chairman')
  await chairman.open(page('/ket-luan'))
  await chairman.press('Duyệt kết luận', {}, { refused: 'Mục 3 chưa ghi kết luận.' })
  const items = [
    ['Trường mầm non thiếu lớp', { 'Kết luận': 'Giao Phòng Văn hóa - Xã hội trả lời.' }],
    ['Nâng cấp luồng tàu', { 'Kết luận': 'Đã báo cáo Ủy ban nhân dân thành phố.' }],
    [
      'Ranh giới rừng phòng hộ',
      { 'Kết luận': 'Đã chuyển Sở.', Nhóm: 'Ghi nhận, báo cáo cấp trên', openProposal: false },
    ],
    [
      'Trộm cắp lưới cụ ở Phù Long',
      { 'Kết luận': 'Công an xác minh, trả lời.', 'Thời hạn': '25/11/2025', openProposal: false },
    ],
  ] as const
  for (const [item, fill] of items) {
    await clerk.open(page('/ket-luan'))
    await clerk.follow(item)
    await clerk.press('Lưu', fill)
  }
  await chairman.open(page('/ket-luan'))
  await chairman.press('Gia hạn', {
    'Trường hợp': 'Liên quan đến nhiều cơ quan',
    'Lý do cụ thể': 'Cần thống nhất giữa Phòng Kinh tế, Công an, Ban Quản lý các vịnh.',
  })
  await chairman.press('Duyệt kết luận')
  // 15 working days after 29/10: the tenth was 12/11; 13, 14, 17, 18, 19/11
  expect(await dutiesOf(clerk)).toContain('19/11/2025 · VP Đảng ủy · Ban hành và gửi thông báo kết luận')
  await clerk.follow('Ban hành và gửi thông báo kết luận')
  expect(clerk.text).toContain('Chuyển hạn từ 12/11/2025 sang 19/11/2025')
}

async function issueAndSend({ journey, page }: CatHaiStory): Promise<void> {
  await journey().on('07/11/2025')
  const records = await journey().as('records')
  await records.open(page('/noi-nhan'))
  await records.press('Ban hành', {
    'Ngày văn bản': '07/11/2025',
    'Số, ký hiệu': '37',
    'Thể thức ký': 'T/M',
    'Người ký': 'Đoàn Hữu Lộc',
    'Chức vụ người ký': 'Bí thư',
  })
  expect(records.text).toContain('Số 37-TB/ĐU, ngày 07/11/2025')
  const agencies = ['Phòng Kinh tế', 'Phòng Văn hóa - Xã hội', 'Công an'].map((name) => `${name} đặc khu Cát Hải`)
  await records.press('Ghi nhận đã gửi', {
    'Gửi cho': agencies.map((name) => `${name} (giải quyết)`),
    'Ngày gửi': '07/11/2025',
    'Cách gửi': 'Trục liên thông văn bản',
  })
  // until an agency says when it received the notice, the sending counts: 10–14, 17–21, 24–28/11
  expect(await dutiesOf(records)).toContain(
    '28/11/2025 · Phòng VH-XH · Phân công giải quyết và trả lời bằng văn bản · CH-2025-0003: Trường mầm non thiếu lớp',
  )
  await journey().on('10/11/2025')
  const office = await journey().as('records')
  await office.open(page('/noi-nhan'))
  await office.press('Ghi nhận đã gửi', { 'Ngày gửi': '10/11/2025', 'Cách gửi': 'Qua trưởng thôn, tổ trưởng' })
  for (const [who, agency] of [
    ['kinhte', agencies[0]!],
    ['records', agencies[1]!],
    ['records', agencies[2]!],
  ] as const) {
    const person = await journey().as(who)
    await person.open(page('/noi-nhan'))
    await person.follow(agency)
    await person.press('Ghi ngày nhận', { 'Ngày nhận': '10/11/2025' })
  }
  const duties = await dutiesOf(office)
  // 15 working days after Monday 10/11: 11–14, 17–21, 24–28/11, 01/12
  const reply = 'Phân công giải quyết và trả lời bằng văn bản'
  expect(duties.filter((duty) => duty.includes(reply))).toEqual([
    `01/12/2025 · Phòng Kinh tế · ${reply} · CH-2025-0002: Hỗ trợ di dời lồng bè`,
    `01/12/2025 · Phòng VH-XH · ${reply} · CH-2025-0003: Trường mầm non thiếu lớp`,
    `01/12/2025 · Công an · ${reply} · CH-2025-0007: Trộm cắp lưới cụ ở Phù Long`,
  ])
  // the promise stands beside it, the limits given in the notice too; nobody moves anybody
  expect(duties).toContain(
    '20/11/2025 · Phòng Kinh tế · Thời hạn hẹn tại hội nghị · CH-2025-0002: Hỗ trợ di dời lồng bè',
  )
  expect(duties).toContain(
    '25/11/2025 · Công an · Thời hạn giao tại thông báo kết luận · II.6. Trộm cắp lưới cụ ở Phù Long',
  )
}

async function publish({ journey, page }: CatHaiStory): Promise<void> {
  const clerk = await journey().as('clerk')
  // the notice went to every village on 10/11, which is told here; two parts are still to do
  await clerk.open(page('/thong-bao'))
  expect(clerk.text).toContain('Gửi trưởng thôn, tổ trưởng tổ dân phốxong ngày 10/11/2025')
  expect(clerk.text).toContain('Niêm yết tại trụ sởcòn phải làm')
  for (const channel of ['Cổng thông tin điện tử', 'Niêm yết']) {
    expect(await dutiesOf(clerk)).toContain('10/11/2025 · UBND · Công khai kết quả hội nghị')
    await clerk.open(page('/thong-bao'))
    const published = { Kênh: channel, Ngày: '10/11/2025', 'Nội dung': 'Thông báo kết luận số 37-TB/ĐU' }
    await clerk.press('Ghi công khai kết quả', published)
  }
  expect(await dutiesOf(clerk, 'Đã xong')).toEqual(
    expect.arrayContaining([
      '10/11/2025 · UBND · Công khai kết quả hội nghị · xong ngày 10/11/2025',
      '19/11/2025 · VP Đảng ủy · Ban hành và gửi thông báo kết luận · xong ngày 10/11/2025',
    ]),
  )
  await journey().on('12/11/2025')
  const culture = await journey().as('vhxh')
  await culture.open(page('/ket-luan'))
  await culture.follow('Trường mầm non thiếu lớp')
  const proposal = { 'Phương án giải quyết': 'Mượn nhà văn hóa mở lớp.', 'Thời hạn đề xuất': '28/11/2025' }
  await culture.press('Đề xuất phương án', proposal)
  const chairman = await journey().as('chairman')
  await chairman.open(page('/ket-luan'))
  await chairman.follow('Trường mầm non thiếu lớp')
  await chairman.press('Xác nhận phương án, thời hạn')
  expect(await dutiesOf(chairman)).toContain(
    '28/11/2025 · Phòng VH-XH · Thời hạn giao tại thông báo kết luận · II.3. Trường mầm non thiếu lớp',
  )
}
