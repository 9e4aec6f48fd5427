import { describe, expect, it } from 'vitest'
import type { Journey } from '../support/http-journey.ts'
import { actOn, dutiesOf, fillDossier, issueReply, receive, scannedPage } from '../support/journey-acts.ts'
import { readPdf, runningText } from '../support/read-pdf.ts'
import { checkedSums, unpackedZip } from '../support/unpacked-zip.ts'

type PetitionKey = 'road' | 'cages' | 'school' | 'lane' | 'forest' | 'complaint' | 'theft' | 'again'

/** What the steps of the journey hand on. */
export interface CatHaiStory {
  journey(): Journey
  /** the dialogue as it stands in the lists of the forms */
  listed: string
  /** an address below the dialogue */
  page(path: string): string
  dossier: number
  petitions: Record<PetitionKey, number>
}

const economy = { desk: 'kinhte', head: 'truongKinhTe', signer: 'Lương Văn Đạt', title: 'Trưởng phòng' }
const culture = { desk: 'vhxh', head: 'truongVhxh', signer: 'Đặng Thị Mai Phương', title: 'Trưởng phòng' }
const police = { desk: 'congan', head: 'truongCongAn', signer: 'Ngô Đức Thắng', title: 'Trưởng Công an' }
const reportTo = ['Đảng ủy đặc khu Cát Hải', 'Ủy ban nhân dân đặc khu Cát Hải']
const REPLY = 'Phân công giải quyết và trả lời bằng văn bản'
const GIVEN = 'Thời hạn giao tại thông báo kết luận'

/** What follows the conclusion: reports, replies, supervision, the dossier. */
export function describeAfterwards(story: CatHaiStory): void {
  describe('Cát Hải 2025, afterwards', () => {
    it('replies count when sent to the person and the place, the later day', () => replyToCages(story))
    it('what went up or out comes back; what goes on is linked as continued', () => followUp(story))
    it('what is late is asked about, urged and answered', () => superviseTheft(story))
    it('ends with every limit met, late ones too, and the reports sent', () => finishDuties(story))
  })
  describe('Cát Hải 2025, the dossier', () => {
    it('is completed and closed; nothing changes any more, later papers are a supplement', () => closeDossier(story))
  })
}

/** The board sends a report of a period, signed on paper. */
export async function sendReport(journey: Journey, report: string, day: string): Promise<void> {
  const board = await journey.as('board')
  await board.open('/bao-cao')
  await board.follow(report)
  await board.follow('Ghi báo cáo đã gửi')
  await board.press('Ghi báo cáo đã gửi', {
    'Cơ quan ban hành': 'Ban Tuyên giáo và Dân vận Đảng ủy',
    'Ngày văn bản': day,
    'Thẩm quyền ký': 'Người đứng đầu cơ quan ký',
    'Chức vụ người ký': 'Trưởng Ban',
    'Người ký': 'Trần Quốc Việt',
    'Ngày gửi': day,
    'Cách gửi': 'Trục liên thông văn bản',
    'Trang ký hoặc toàn văn': scannedPage('trang-ky.pdf'),
  })
  expect(board.text).toContain(`xong ngày ${day}`)
}

async function replyToCages({ journey, petitions }: CatHaiStory): Promise<void> {
  await journey().on('14/11/2025')
  await sendReport(journey(), 'Báo cáo năm (mẫu 1, mẫu 2), năm 2025', '14/11/2025')
  await journey().on('18/11/2025')
  await issueReply(journey(), petitions.cages, { ...economy, text: 'Đã rà soát 23 hộ, hỗ trợ 21 hộ.', reportTo })
  const desk = await journey().as('kinhte')
  await actOn(desk, petitions.cages, 'Ghi đã gửi trả lời', {
    'Gửi cho': ['Tổ dân phố Bến Bèo', ...reportTo],
    'Gửi bằng': 'trục liên thông văn bản',
    'Ngày gửi': '18/11/2025',
  })
  expect(await dutiesOf(desk)).toContain(`01/12/2025 · Phòng Kinh tế · ${REPLY} · CH-2025-0002: Hỗ trợ di dời lồng bè`)
  await journey().on('20/11/2025')
  const again = await journey().as('kinhte')
  await actOn(again, petitions.cages, 'Ghi đã gửi trả lời', {
    'Gửi cho': ['Nhóm hộ nuôi lồng bè Bến Bèo, Tổ dân phố Bến Bèo'],
    'Gửi bằng': 'qua trưởng thôn, có ký nhận',
    'Ngày gửi': '20/11/2025',
    'Ngày ký nhận': '20/11/2025',
    'Ai ký nhận': 'Đinh Văn Cường',
  })
  const settled = { 'Kết quả giải quyết': 'Đã chi hỗ trợ 21 hộ.', 'Ngày giải quyết xong': '20/11/2025' }
  await actOn(again, petitions.cages, 'Báo cáo kết quả giải quyết', settled)
  expect(await dutiesOf(again, 'Đã xong')).toEqual(
    expect.arrayContaining([
      `01/12/2025 · Phòng Kinh tế · ${REPLY} · CH-2025-0002: Hỗ trợ di dời lồng bè · xong ngày 20/11/2025`,
      '20/11/2025 · Phòng Kinh tế · Thời hạn hẹn tại hội nghị · CH-2025-0002: Hỗ trợ di dời lồng bè · xong ngày 20/11/2025',
    ]),
  )
}

async function followUp({ journey, petitions, listed }: CatHaiStory): Promise<void> {
  await journey().on('24/11/2025')
  const [front, clerk] = [await journey().as('front'), await journey().as('clerk')]
  await actOn(front, petitions.cages, 'Ghi ý kiến người kiến nghị', {
    'Đã giải quyết xong chưa?': 'Chưa giải quyết xong',
    'Ngày hỏi': '24/11/2025',
    'Ý kiến của người kiến nghị': 'Còn 02 hộ chưa được hỗ trợ.',
  })
  const back = { 'Ngày có kết quả': '24/11/2025', 'Ngày báo cho người kiến nghị': '24/11/2025' }
  const answer = 'Kết quả, nội dung trả lời nhận được'
  await actOn(clerk, petitions.lane, 'Ghi trả lời của cấp trên', { ...back, [answer]: 'Đưa vào kế hoạch 2026.' })
  await actOn(clerk, petitions.forest, 'Cập nhật việc chuyển', { ...back, [answer]: 'Sở đang rà soát.' })
  const said = {
    ...{ 'Kênh tiếp nhận': 'Qua Mặt trận Tổ quốc, các tổ chức chính trị - xã hội', 'Ngày nhận': '24/11/2025' },
    ...{ 'Nêu lúc': 'Sau hội nghị', 'Toàn văn': 'Còn 02 hộ chưa được hỗ trợ.', Là: 'Nhóm người' },
    ...{ 'Họ tên, tên tổ chức': 'Nhóm hộ nuôi lồng bè Bến Bèo', 'Thôn, tổ dân phố': 'Tổ dân phố Bến Bèo' },
  }
  petitions.again = (await receive(front, listed, said, ['Còn 02 hộ chưa được hỗ trợ di dời']))[0]!
  await actOn(clerk, petitions.again, 'Phân loại', { 'Lĩnh vực': 'Thủy sản' })
  await actOn(clerk, petitions.again, 'Ghi là nêu lại', {
    'Kiến nghị đã nêu trước': 'CH-2025-0002',
    'Đã giải quyết nhưng người dân tiếp tục kiến nghị': true,
  })
  expect(clerk.text).toContain('lần thứ 2')
  await actOn(clerk, petitions.again, 'Giao chuẩn bị trả lời', { 'Cơ quan chủ trì': 'Phòng Kinh tế' })
  // the notice was received before this was raised: its clock does not bind it
  expect((await dutiesOf(clerk)).filter((duty) => duty.includes('CH-2025-0008'))).toEqual([])
  await journey().on('28/11/2025')
  await issueReply(journey(), petitions.school, { ...culture, text: 'Mở thêm 01 lớp từ 01/12/2025.', reportTo })
  const desk = await journey().as('vhxh')
  await actOn(desk, petitions.school, 'Ghi đã gửi trả lời', {
    'Gửi cho': ['Nhóm hộ nuôi lồng bè Bến Bèo, Tổ dân phố Bến Bèo', 'Tổ dân phố Bến Bèo'],
    'Gửi bằng': 'qua trưởng thôn, có ký nhận',
    'Ngày gửi': '28/11/2025',
  })
}

async function superviseTheft({ journey, petitions }: CatHaiStory): Promise<void> {
  await journey().on('02/12/2025')
  await journey().runJobs()
  const [front, board] = [await journey().as('front'), await journey().as('board')]
  const late = [
    `25/11/2025 · Công an · ${GIVEN} · II.6. Trộm cắp lưới cụ ở Phù Long`,
    `01/12/2025 · Công an · ${REPLY} · CH-2025-0007: Trộm cắp lưới cụ ở Phù Long`,
  ]
  expect(await dutiesOf(front, 'Quá hạn')).toEqual(expect.arrayContaining(late))
  await front.open(`/kien-nghi/${petitions.theft}`)
  await front.follow('Yêu cầu giải trình')
  await front.press('Yêu cầu giải trình', {
    'Gửi cơ quan': 'Công an đặc khu Cát Hải',
    'Nội dung đề nghị giải trình': 'Vì sao chưa trả lời người dân?',
    'Đề nghị giải trình chậm nhất ngày': '05/12/2025',
  })
  await board.open(`/kien-nghi/${petitions.theft}`)
  await board.follow('Đôn đốc')
  const urging = { 'Gửi cơ quan': 'Công an đặc khu Cát Hải', 'Nội dung đôn đốc': 'Đề nghị trả lời ngay.' }
  await board.press('Đôn đốc', urging)
  await journey().on('03/12/2025')
  const desk = await journey().as('congan')
  await desk.open('/tin')
  expect(desk.text).toContain('Đã quá hạn 01/12/2025')
  await desk.open('/')
  expect(desk.piece('Giải trình: Vì sao chưa trả lời người dân?')).toContain('05/12/2025')
  await issueReply(journey(), petitions.theft, { ...police, text: 'Đã lập chốt tuần tra từ 15/11.', reportTo })
  await actOn(desk, petitions.theft, 'Ghi đã gửi trả lời', {
    'Gửi cho': ['Ông (Bà) Bùi Thị Lan, Thôn Phù Long', 'Thôn Phù Long'],
    'Gửi bằng': 'giao tận tay, có ký nhận',
    'Ngày gửi': '03/12/2025',
  })
  await desk.open('/giam-sat')
  await desk.follow('Giải trình')
  await desk.press('Giải trình', { 'Nội dung giải trình': 'Cần thời gian xác minh; đã trả lời ngày 03/12/2025.' })
}

async function finishDuties({ journey, page, petitions }: CatHaiStory): Promise<void> {
  const results = [
    ['kinhte', 'Hỗ trợ di dời lồng bè'],
    ['vhxh', 'Trường mầm non thiếu lớp'],
    ['congan', 'Trộm cắp lưới cụ ở Phù Long'],
  ] as const
  for (const [who, item] of results) {
    const desk = await journey().as(who)
    await desk.open(page('/ket-luan'))
    await desk.follow(item)
    await desk.press('Báo kết quả thực hiện', { 'Ngày hoàn thành': '03/12/2025', 'Kết quả': 'Đã thực hiện.' })
  }
  await issueReply(journey(), petitions.again, { ...economy, text: 'Bổ sung 02 hộ trong tháng 12.' })
  const desk = await journey().as('kinhte')
  await actOn(desk, petitions.again, 'Ghi đã gửi trả lời', {
    'Gửi cho': ['Nhóm hộ nuôi lồng bè Bến Bèo, Tổ dân phố Bến Bèo', 'Tổ dân phố Bến Bèo'],
    'Gửi bằng': 'qua trưởng thôn, có ký nhận',
    'Ngày gửi': '03/12/2025',
  })
  await journey().on('12/12/2025')
  await sendReport(journey(), 'Báo cáo quý (mẫu 1), quý IV 2025', '12/12/2025')
  const clerk = await journey().as('clerk')
  expect(await dutiesOf(clerk, 'Quá hạn')).toEqual([])
  expect(await dutiesOf(clerk, 'Đã xong')).toEqual(
    expect.arrayContaining([
      `01/12/2025 · Phòng VH-XH · ${REPLY} · CH-2025-0003: Trường mầm non thiếu lớp · xong ngày 28/11/2025`,
      `01/12/2025 · Công an · ${REPLY} · CH-2025-0007: Trộm cắp lưới cụ ở Phù Long · xong muộn, ngày 03/12/2025`,
      '05/12/2025 · Công an · Giải trình theo yêu cầu giám sát · xong ngày 03/12/2025',
      '14/11/2025 · Ban TG&DV · Báo cáo năm (mẫu 1, mẫu 2) · xong ngày 14/11/2025',
      '12/12/2025 · Ban TG&DV · Báo cáo quý (mẫu 1) · xong ngày 12/12/2025',
      '12/09/2025 · Ban TG&DV · Báo cáo quý (mẫu 1) · xong ngày 12/09/2025',
    ]),
  )
}

async function closeDossier({ journey, page, dossier }: CatHaiStory): Promise<void> {
  await journey().on('16/01/2026')
  const clerk = await journey().as('clerk')
  await fillDossier(clerk, `/ho-so/${dossier}`)
  await clerk.follow('Ghi “không có”', { near: 'Văn bản ý kiến chỉ đạo' })
  await clerk.press('Ghi “không có”', { 'Ghi chú': 'Không phát sinh.' })
  const window = await clerk.another().open(`/ho-so/${dossier}`)
  await window.follow('Rút khỏi hồ sơ', { near: 'Biên bản hội nghị' })
  await clerk.open(`/ho-so/${dossier}`)
  await clerk.follow('Đóng hồ sơ')
  await clerk.press('Đóng hồ sơ')
  expect(clerk.text).toContain('Đã đóng')
  await window.press('Rút khỏi hồ sơ', { 'Lý do': 'Nhầm tệp' }, { refused: 'đóng' })
  const closed = await unpackedZip((await clerk.download(`/ho-so/${dossier}/zip`)).bytes)
  expect(checkedSums(closed).size).toBeGreaterThan(12)
  // the conclusion lies in it as it was issued, with its number, beside its signed page
  const prints = [...closed].filter(([name]) => name.endsWith('-Van-ban.pdf'))
  const texts = await Promise.all(prints.map(async ([, bytes]) => runningText((await readPdf(bytes)).pages)))
  expect(texts.filter((text) => text.includes('THÔNG BÁO kết luận của'))).toHaveLength(1)
  // making the result public goes on after closing, as does what was ordered
  for (const sub of ['/thanh-phan', '/bien-ban', '/ket-luan', '/noi-nhan', '/dieu-hanh', '/chuong-trinh']) {
    await clerk.open(page(sub))
    expect(clerk.$('main form[method=post]').length, sub).toBe(0)
  }
  await journey().on('20/01/2026')
  const office = await journey().as('clerk')
  await office.open(`/ho-so/${dossier}`)
  await office.follow('Tải tệp vào', { near: 'Văn bản báo cáo của các cơ quan' })
  await office.press('Tải tệp vào', { 'Tên tài liệu': 'Báo cáo bổ sung', Tệp: scannedPage('trang-ky.pdf') })
  expect(office.piece('Báo cáo bổ sung')).toContain('20/01/2026')
  const later = await unpackedZip((await office.download(`/ho-so/${dossier}/zip`)).bytes)
  checkedSums(later)
  const manifest = (files: Map<string, Buffer>) =>
    [...files].find(([name]) => name.endsWith('HO-SO.json'))?.[1].toString()
  expect(manifest(later)).toBe(manifest(closed))
}
